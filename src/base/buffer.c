/* A growing run of bytes. Room doubles, so n bytes added one by one cost O(n). There is always one byte of room behind the last for the
 * NUL. Once a growth has failed nothing more is added: what is there is a prefix of what should be, and `failed` says so. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

bool buffer_grow(struct buffer *b, size_t more) {
  if (b->failed) return false;
  if (more >= SIZE_MAX - b->size || !memory_grow(&b->bytes, &b->room, b->size + more + 1, 1)) b->failed = true;
  return !b->failed;
}

const char *buffer_run(struct buffer *b, const char *text, const bool stops[256]) {
  const char *end = text;
  while (!stops[(unsigned char)*end])
    end++;
  buffer_add(b, text, (size_t)(end - text));
  return end;
}

void buffer_print_list(struct buffer *b, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  if (length < 0)
    b->failed = true;
  else if (buffer_reserve(b, (size_t)length)) {
    vsnprintf(b->bytes + b->size, (size_t)length + 1, format, again);
    b->size += (size_t)length;
  }
  va_end(again);
}

void buffer_print(struct buffer *b, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  buffer_print_list(b, format, arguments);
  va_end(arguments);
}

void buffer_number(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  if (x == x) buffer_add(b, text, number_print(text, x));
}

const char *buffer_string(const struct buffer *b) {
  return b->bytes ? b->bytes : "";
}

void buffer_clear(struct buffer *b) {
  b->size = 0;
  if (b->bytes) b->bytes[0] = '\0';
}

void buffer_free(struct buffer *b) {
  free(b->bytes);
  *b = (struct buffer){0};
}
