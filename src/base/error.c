/* Errors as one clean line of text.
 *
 * The text is formatted into an array of its own first, so that an argument may point into the very err that is written. Then it is
 * copied character by character: whatever would move a cursor, end a line or turn the direction of writing becomes an escape, because
 * most error texts quote input that nobody has checked. Nothing here allocates: "out of memory" must always be sayable. */
#include "base/error.h"

#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Copy raw into text[room], escaped, cut at a character border. */
static void copy_clean(char *text, size_t room, const char *raw) {
  size_t size = strlen(raw), at = 0, end = 0;
  while (at < size) {
    char piece[UTF8_ESCAPE_ROOM];
    size_t used, length = utf8_escape(piece, raw + at, size - at, &used);
    if (end + length >= room) break;
    memcpy(text + end, piece, length);
    end += length;
    at += used;
  }
  text[end] = '\0';
}

/* Twice the room of an err, so that what is cut off here is cut off there as well. */
enum { RAW_ROOM = 2 * sizeof((nonet_err *)0)->text };

static void write_text(nonet_err *err, nonet_code code, uint64_t line, const char *raw) {
  err->code = code;
  err->line = line;
  copy_clean(err->text, sizeof err->text, raw);
}

nonet_code error_set_list(nonet_err *err, nonet_code code, const char *format, va_list arguments) {
  if (!err) return code;
  char raw[RAW_ROOM];
  if (vsnprintf(raw, sizeof raw, format, arguments) < 0) raw[0] = '\0';
  write_text(err, code, 0, raw);
  return code;
}

nonet_code error_set(nonet_err *err, nonet_code code, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  error_set_list(err, code, format, arguments);
  va_end(arguments);
  return code;
}

nonet_code error_at(nonet_err *err, nonet_code code, const char *file, uint64_t line, const char *format, ...) {
  if (!err) return code;
  char raw[RAW_ROOM];
  int head = 0; /* a row from nowhere has no place to name */
  if (*file && line) head = snprintf(raw, sizeof raw, "%s:%llu: ", file, (unsigned long long)line);
  if (*file && !line) head = snprintf(raw, sizeof raw, "%s: ", file);
  size_t start = head < 0 ? 0 : (size_t)head;
  if (start < sizeof raw) {
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(raw + start, sizeof raw - start, format, arguments) < 0) raw[start] = '\0';
    va_end(arguments);
  }
  write_text(err, code, line, raw);
  return code;
}

nonet_code error_memory(nonet_err *err) {
  return error_set(err, NONET_ELIMIT, "out of memory");
}

nonet_code error_os(nonet_err *err, int number, const char *path, const char *what) {
  /* The C locale's words, whatever locale the host program chose. */
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  const char *reason = plain ? strerror_l(number, plain) : "unknown reason";
  error_set(err, NONET_EIO, "%s: cannot %s: %s", path, what, reason);
  if (plain) freelocale(plain);
  return NONET_EIO;
}
