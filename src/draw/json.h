/* SPDX-License-Identifier: MIT
 * JSON written piece by piece into bytes; commas and line ends come by themselves. */
#ifndef DRAW_JSON_H
#define DRAW_JSON_H
#include "draw/bytes.h"

/* `key` names a value inside an object and is NULL inside an array or at the top. `filled` tells that the object
 * or array which is open has a value already. */
struct json {
  struct bytes *to;
  bool filled;
};

void json_open(struct json *json, const char *key, char bracket);     /* '{' or '[' */
void json_close(struct json *json, char bracket);                     /* '}' or ']' */
void json_text(struct json *json, const char *key, const char *text); /* NULL becomes null */
void json_bool(struct json *json, const char *key, bool value);
void json_count(struct json *json, const char *key, size_t value);
void json_number(struct json *json, const char *key, double value);

/* At most three decimals, no trailing zeros, no exponent, no -0: "12.5". For lengths in points. */
void json_points(struct bytes *to, double value);
#endif
