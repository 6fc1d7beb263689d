/* Text and numbers as JSON.
 *
 * How: bytes are copied up to the next one that needs an escape. Valid UTF-8 goes through as it is.
 * Why escape more than JSON asks for: a summary that is embedded in an HTML page must not be able to close its script element, and
 * U+2028 and U+2029 end lines in older JavaScript.
 *
 * Sources: [1] RFC 8259, section 7. [2] ECMA-262 (2018), annex B.1.3 on HTML-like comments. */
#include "show/json_text.h"

#include <math.h>
#include <string.h>

/* The length of the character at `at` that must be escaped as \uXXXX, and its code; 0 where none. */
static size_t escaped(unsigned *code, const unsigned char *at) {
  if (*at < 0x20 || *at == 0x7f || *at == '<' || *at == '>' || *at == '&') {
    *code = *at;
    return 1;
  }
  if (at[0] == 0xe2 && at[1] == 0x80 && (at[2] == 0xa8 || at[2] == 0xa9)) {
    *code = 0x2000u + (at[2] & 0x3fu);
    return 3;
  }
  return 0;
}

void json_text(struct buffer *out, const char *text) {
  const unsigned char *at = (const unsigned char *)text, *from = at;
  buffer_char(out, '"');
  while (*at) {
    unsigned code = 0;
    size_t length = escaped(&code, at);
    if (!length && *at != '"' && *at != '\\') {
      at++;
      continue;
    }
    buffer_add(out, from, (size_t)(at - from));
    if (!length) {
      buffer_char(out, '\\');
      buffer_char(out, (char)*at);
      length = 1;
    } else if (code == '\n') {
      buffer_text(out, "\\n");
    } else {
      buffer_print(out, "\\u%04x", code);
    }
    at += length;
    from = at;
  }
  buffer_add(out, from, (size_t)(at - from));
  buffer_char(out, '"');
}

void json_number(struct buffer *out, double x) {
  if (isfinite(x))
    buffer_number(out, x);
  else
    buffer_text(out, "null");
}
