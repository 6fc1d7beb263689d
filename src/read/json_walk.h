/* The outside of a JSON text: where its values begin and end, and in which line, without reading them. */
#ifndef NONET_READ_JSON_WALK_H
#define NONET_READ_JSON_WALK_H

#include "base/error.h"

#include <jansson.h>

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

/* Read a span through jansson, strictly: no member twice, no NUL, no number out of range. The value is yours (json_decref). */
nonet_code json_read(json_t **out, const struct json_span *span, const char *file, nonet_err *err);

#endif
