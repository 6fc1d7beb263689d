/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Standard error, one clean line at a time. A line is put together first and written by one write(2), so lines of several processes do
 * not mix. The library cleans its own texts; here the same is done for what comes straight from the arguments. */
#include "cli/say.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_ROOM = 4096 };

void say_raw(const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t n = write(STDERR_FILENO, bytes, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    bytes += n;
    size -= (size_t)n;
  }
}

/* One character of a text: its length in bytes, 0 where the bytes are not UTF-8. */
static size_t character(unsigned *out, const unsigned char *s) {
  static const unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (s[0] < 0x80) {
    *out = s[0];
    return 1;
  }
  size_t length = s[0] >= 0xF0 && s[0] < 0xF5 ? 4 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3 : s[0] >= 0xC2 && s[0] < 0xE0 ? 2 : 0;
  if (length == 0) return 0;
  unsigned c = s[0] & (0x7Fu >> length);
  for (size_t i = 1; i < length; i++) {
    if ((s[i] & 0xC0) != 0x80) return 0;
    c = c << 6 | (s[i] & 0x3Fu);
  }
  if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0;
  *out = c;
  return length;
}

/* Whether a terminal may be shown a character. */
static bool is_plain(unsigned c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  if (c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E)) return false;
  return !(c >= 0x2066 && c <= 0x2069);
}

void say_clean(char *out, size_t room, const char *text) {
  size_t at = 0;
  const unsigned char *s = (const unsigned char *)text;
  while (*s) {
    unsigned c = 0;
    size_t length = character(&c, s);
    char piece[16];
    int size;
    if (length == 0) {
      size = snprintf(piece, sizeof piece, "\\x%02x", (unsigned)*s);
      length = 1;
    } else if (is_plain(c)) {
      size = snprintf(piece, sizeof piece, "%.*s", (int)length, (const char *)s);
    } else {
      size = snprintf(piece, sizeof piece, c < 0x80 ? "\\x%02x" : "\\u%04x", c);
    }
    if (size < 0 || at + (size_t)size + 1 > room) break;
    memcpy(out + at, piece, (size_t)size);
    at += (size_t)size;
    s += length;
  }
  out[at] = 0;
}

void say(const char *format, ...) {
  char text[LINE_ROOM / 2], line[LINE_ROOM] = "nonet: ";
  va_list list;
  va_start(list, format);
  vsnprintf(text, sizeof text, format, list);
  va_end(list);
  size_t at = strlen(line);
  say_clean(line + at, sizeof line - at - 1, text);
  size_t size = strlen(line);
  line[size++] = '\n';
  say_raw(line, size);
}

nonet_code fail(nonet_err *err, nonet_code code, const char *format, ...) {
  if (!err) return code;
  char text[LINE_ROOM / 2];
  va_list list;
  va_start(list, format);
  vsnprintf(text, sizeof text, format, list);
  va_end(list);
  err->code = code;
  err->line = 0;
  say_clean(err->text, sizeof err->text, text);
  return code;
}

nonet_code fail_memory(nonet_err *err) {
  return fail(err, NONET_ELIMIT, "out of memory");
}
