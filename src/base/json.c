/* JSON text. '<', '>' and '&' are escaped too, so a string can stand inside a page without ending a script or opening a tag; U+2028 and
 * U+2029 end lines in old JavaScript. Source: RFC 8259, section 7. */
#include "base/json.h"

#include <math.h>
#include <string.h>

#define EIGHT true, true, true, true, true, true, true, true
/* What is escaped, or may begin it: the first byte of the two line ends, which others share. */
static const bool stops[256] = {
    EIGHT, EIGHT, EIGHT, EIGHT, ['"'] = true, ['&'] = true, ['<'] = true, ['>'] = true, ['\\'] = true, [0x7f] = true, [0xe2] = true};

void json_quote(struct buffer *out, const char *text) {
  buffer_char(out, '"');
  for (const char *c = buffer_run(out, text, stops); *c; c = buffer_run(out, c + 1, stops)) {
    if (*c == '"' || *c == '\\') {
      buffer_char(out, '\\');
      buffer_char(out, *c);
    } else if (strncmp(c, "\xe2\x80\xa8", 3) == 0 || strncmp(c, "\xe2\x80\xa9", 3) == 0) {
      buffer_print(out, "\\u202%c", c[2] == '\xa8' ? '8' : '9');
      c += 2;
    } else if (*c == '\xe2') {
      buffer_char(out, *c);
    } else {
      buffer_print(out, "\\u%04x", (unsigned)(unsigned char)*c);
    }
  }
  buffer_char(out, '"');
}

void json_number(struct buffer *out, double x) {
  if (isfinite(x))
    buffer_number(out, x);
  else
    buffer_text(out, "null");
}
