/* SPDX-License-Identifier: MIT
 * A growing row of bytes. A failed allocation is remembered, so that a writer asks once, at its end. */
#ifndef DRAW_BYTES_H
#define DRAW_BYTES_H
#include <stdbool.h>
#include <stddef.h>

/* data is owned and always has a NUL after `length` bytes once anything was added; a zeroed struct is empty. */
struct bytes {
  char *data;
  size_t length, room;
  bool failed;
};

void bytes_add(struct bytes *b, const char *data, size_t length);
void bytes_text(struct bytes *b, const char *text);
void bytes_char(struct bytes *b, char c);
void bytes_format(struct bytes *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void bytes_clear(struct bytes *b); /* keeps its room */
void bytes_free(struct bytes *b);
#endif
