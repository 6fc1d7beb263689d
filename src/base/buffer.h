/* A growing run of bytes, NUL-terminated for convenience. A failed growth is remembered: check once at the end. */
#ifndef NONET_BASE_BUFFER_H
#define NONET_BASE_BUFFER_H

#include "base/error.h"

#include <string.h>

struct buffer {
  char *bytes; /* owned; NULL while empty */
  size_t size, room;
  bool failed;
};

bool buffer_grow(struct buffer *b, size_t more); /* buffer_reserve, where there is no room yet */
/* Room for so many bytes and a NUL. */
static inline bool buffer_reserve(struct buffer *b, size_t more) {
  return !b->failed && more < b->room - b->size ? true : buffer_grow(b, more);
}
static inline void buffer_add(struct buffer *b, const void *bytes, size_t size) {
  if (!buffer_reserve(b, size)) return;
  if (size) memcpy(b->bytes + b->size, bytes, size);
  b->size += size;
  b->bytes[b->size] = '\0';
}
static inline void buffer_text(struct buffer *b, const char *text) {
  buffer_add(b, text, strlen(text));
}
static inline void buffer_char(struct buffer *b, char c) {
  if (!buffer_reserve(b, 1)) return;
  b->bytes[b->size++] = c;
  b->bytes[b->size] = '\0';
}
/* The bytes of a text up to the first one that `stops` (NUL has to); returns where that stands. For writers that copy whole runs and look
 * only at what they have to change. */
const char *buffer_run(struct buffer *b, const char *text, const bool stops[256]);
void buffer_print(struct buffer *b, const char *format, ...) NONET_PRINTF(2, 3); /* no %f: see number.h */
void buffer_print_list(struct buffer *b, const char *format, va_list arguments) NONET_PRINTF(2, 0);
void buffer_number(struct buffer *b, double x);    /* shortest form; "" for NaN */
const char *buffer_string(const struct buffer *b); /* "" while empty */
void buffer_clear(struct buffer *b);               /* keeps the room, and the failure */
void buffer_free(struct buffer *b);

#endif
