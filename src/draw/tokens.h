/* SPDX-License-Identifier: MIT
 * The DOT text handed out word by word, so that whoever listens knows the line where the parser stands. */
#ifndef DRAW_TOKENS_H
#define DRAW_TOKENS_H
#include "draw/bytes.h"

/* Borrows the text. [at, end) is what is left of the word being handed out. */
struct tokens {
  const char *text;
  size_t length, at, end;
  size_t line;    /* where the next byte stands */
  size_t current; /* line of the word handed out last: the parser's look-ahead */
  size_t before;  /* line of the word before it: the last one that the parser has used */
};

/* Blanks out comments and refuses what the parser would take wrongly. */
int tokens_prepare(const char *name, struct bytes *text);

void tokens_begin(struct tokens *tokens, const struct bytes *text);

/* Copies at most `room` bytes of the next word and the blanks after it; 0 at the end. */
size_t tokens_next(struct tokens *tokens, char *to, size_t room);
#endif
