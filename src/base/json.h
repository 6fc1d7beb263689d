/* JSON text: one string, quoted so that it is safe inside HTML as well. */
#ifndef NONET_BASE_JSON_H
#define NONET_BASE_JSON_H

#include "base/buffer.h"

/* Append text in double quotes; control characters, '<', '>', '&', U+2028 and U+2029 as \u escapes. */
void json_quote(struct buffer *out, const char *text);

/* Append a number in its shortest form; null where it is undefined or not finite. */
void json_number(struct buffer *out, double x);

#endif
