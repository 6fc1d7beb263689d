/* The outside of a JSON text: where its values begin and end, and in which line, without reading them. */
#ifndef NONET_READ_JSON_WALK_H
#define NONET_READ_JSON_WALK_H

#include "base/buffer.h"

struct json_walk {
  const char *at, *end; /* what is left of the text */
  uint64_t line;        /* of `at` */
  const char *file;
};

/* A value: its bytes, and the line it begins in. */
struct json_span {
  const char *at;
  size_t length;
  uint64_t line;
};

/* Step into an object or array; the next member or element; *more false (and stepped out) at the end. */
nonet_code json_enter(struct json_walk *w, char bracket, nonet_err *err);
nonet_code json_next_member(struct json_span *key, struct json_span *value, bool *more, bool *first, struct json_walk *w, nonet_err *err);
nonet_code json_next_element(struct json_span *value, bool *more, bool *first, struct json_walk *w, nonet_err *err);
/* Nothing but space may follow. */
nonet_code json_finish(struct json_walk *w, nonet_err *err);
char json_peek(struct json_walk *w); /* the next byte that is no space; 0 at the end */

/* A walk over what is inside a span. */
struct json_walk json_inside(const struct json_span *span, const char *file);

/* ---- values ---- */

/* Append a string, decoded; strictly: no raw control character, no NUL, no half of a surrogate pair. */
nonet_code json_text(struct buffer *out, const struct json_span *span, const char *file, nonet_err *err);
/* Append a number, true or false as text; *whole: it is a number without point and exponent. A number beyond the range is an error. */
nonet_code json_plain(struct buffer *out, bool *whole, const struct json_span *span, const char *file, nonet_err *err);
/* Whether a span is that word (null, true), or that string without escapes, quotes included. */
bool json_is(const struct json_span *span, const char *word);
/* Check that a span is JSON through and through; nothing is kept of it. O(length). */
nonet_code json_check(const struct json_span *span, const char *file, nonet_err *err);

#endif
