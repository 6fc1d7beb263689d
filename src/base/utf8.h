/* UTF-8: checking, width, and what a terminal may be shown. */
#ifndef NONET_BASE_UTF8_H
#define NONET_BASE_UTF8_H

#include "base/buffer.h"

/* Where the first byte that is not valid UTF-8 stands (overlong, surrogate, above U+10FFFF count as wrong); size if all is well. */
size_t utf8_valid(const char *bytes, size_t size);

/* One character from a text; returns its length in bytes, 0 at the end. A byte that is not valid comes as U+FFFD. */
size_t utf8_next(uint32_t *out, const char *text, size_t size);

/* Columns that a text takes on a terminal (wide characters two, combining marks none), after utf8_for_terminal. */
size_t utf8_width(const char *text);

/* Append text, escaped as below, so that it fits in `columns`, ending in "…" (or "~" if ascii) when cut. Returns its width. */
size_t utf8_cut(struct buffer *out, const char *text, size_t columns, bool ascii);

/* Append text with control bytes, bidi overrides and line separators as escapes (\x1b, \u202e): safe to show. */
void utf8_for_terminal(struct buffer *out, const char *text);

/* The same for the first character of text (size > 0): writes what may be shown of it, without a NUL, and returns its length; *used is
 * what it took. A byte that is not valid UTF-8 comes as an escape as well. */
#define UTF8_ESCAPE_ROOM 8
size_t utf8_escape(char out[UTF8_ESCAPE_ROOM], const char *text, size_t size, size_t *used);

#endif
