/* Text and numbers as JSON, safe to stand inside an HTML page as well. */
#ifndef NONET_SHOW_JSON_TEXT_H
#define NONET_SHOW_JSON_TEXT_H

#include "base/buffer.h"

/* Append text in quotes: control bytes, `<`, `>`, `&`, U+2028 and U+2029 as \u escapes, so no text can end a script element. */
void json_text(struct buffer *out, const char *text);

/* Append the shortest form that reads back equal; null where undefined or infinite. */
void json_number(struct buffer *out, double x);

#endif
