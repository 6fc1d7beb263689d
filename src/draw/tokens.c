/* SPDX-License-Identifier: MIT
 * cgraph tells the line of a syntax error (wrongly after a text of several lines) and forgets the lines of nodes and
 * edges. Its scanner asks for more bytes only when it has none left; given one word at a time, it stands at the word
 * handed out last. Words need not be cut exactly as the scanner's tokens are: a cut in the wrong place could only
 * move a line number, never change what is read.
 *
 * Read by words, a text may also be longer than the 16,384 bytes at which a whole file ends in a syntax error; beyond a
 * million the scanner, which starts a text anew with each buffer, would be slow. Refused too: '@' outside a text (the
 * scanner takes it for the end of the file). Comments become blanks, so that a "# 7" cannot renumber lines. */
#include "draw/tokens.h"
#include "draw/draw.h"
#include "draw/say.h"
#include <stdbool.h>
#include <string.h>

enum { LONGEST_RUN = 1000000 };

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

static bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

/* End of a text that began with a quote; *run is its longest part without a backslash. */
static size_t quoted_end(const char *text, size_t length, size_t at, size_t *run) {
  size_t since = at;
  for (at++; at < length && text[at] != '"'; at++) {
    if (text[at] == '\\' && at + 1 < length) {
      at++;
      since = at;
    }
    if (at - since > *run) *run = at - since;
  }
  return at < length ? at + 1 : length;
}

/* End of an HTML-like text; its runs end at < and > and line ends. */
static size_t html_end(const char *text, size_t length, size_t at, size_t *run) {
  size_t depth = 0, since = at;
  for (; at < length; at++) {
    char c = text[at];
    depth += c == '<';
    depth -= c == '>';
    if (c == '<' || c == '>' || c == '\n') since = at;
    if (at - since > *run) *run = at - since;
    if (depth == 0) return at + 1;
  }
  return length;
}

/* End of the word at `at`, which is no blank. */
static size_t word_end(const char *text, size_t length, size_t at, size_t *run) {
  if (text[at] == '"') return quoted_end(text, length, at, run);
  if (text[at] == '<') return html_end(text, length, at, run);
  size_t end = at + 1;
  bool number = text[at] == '-' && end < length && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.');
  if (number || is_word(text[at]))
    while (end < length && is_word(text[end]))
      end++;
  else if (text[at] == '-' && end < length && (text[end] == '-' || text[end] == '>'))
    end++;
  if (end - at > *run) *run = end - at;
  return end;
}

/* End of the comment at `at`, or `at` where none begins. */
static size_t comment_end(const char *text, size_t length, size_t at) {
  bool slash = text[at] == '/' && at + 1 < length;
  if (slash && text[at + 1] == '*') {
    for (size_t i = at + 2; i + 1 < length; i++)
      if (text[i] == '*' && text[i + 1] == '/') return i + 2;
    return at; /* left as it is: the parser says what is wrong */
  }
  if (text[at] != '#' && !(slash && text[at + 1] == '/')) return at;
  while (at < length && text[at] != '\n')
    at++;
  return at;
}

static void blank_out(char *text, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (text[i] != '\n') text[i] = ' ';
}

static size_t lines_in(const char *text, size_t from, size_t to) {
  size_t lines = 0;
  for (size_t i = from; i < to; i++)
    lines += text[i] == '\n';
  return lines;
}

int tokens_prepare(const char *name, struct bytes *bytes) {
  char *text = bytes->data;
  size_t line = 1, end;
  for (size_t at = 0; at < bytes->length; at = end) {
    size_t run = 0;
    end = comment_end(text, bytes->length, at);
    if (end > at)
      blank_out(text, at, end);
    else
      end = is_blank(text[at]) ? at + 1 : word_end(text, bytes->length, at, &run);
    if (text[at] == '@' || run > LONGEST_RUN) {
      say_error(run > LONGEST_RUN ? "%s:%zu: a text of more than a million bytes, or a quote that is not closed"
                                  : "%s:%zu: '@' outside a quoted text",
                name, line);
      return DRAW_INPUT;
    }
    line += lines_in(text, at, end);
  }
  return DRAW_OK;
}

void tokens_begin(struct tokens *tokens, const struct bytes *text) {
  *tokens = (struct tokens){.text = text->data, .length = text->length, .line = 1, .current = 1, .before = 1};
}

/* Finds the next word with the blanks behind it; blanks alone belong to the word before. */
static void advance(struct tokens *t) {
  size_t run = 0;
  t->end = t->at;
  if (t->at < t->length && !is_blank(t->text[t->at])) {
    t->end = word_end(t->text, t->length, t->at, &run);
    t->before = t->current;
    t->current = t->line;
  }
  while (t->end < t->length && is_blank(t->text[t->end]))
    t->end++;
}

size_t tokens_next(struct tokens *t, char *to, size_t room) {
  if (t->at == t->end) advance(t);
  size_t n = t->end - t->at < room ? t->end - t->at : room;
  if (n > 0) memcpy(to, t->text + t->at, n);
  t->line += lines_in(t->text, t->at, t->at + n);
  t->at += n;
  return n;
}
