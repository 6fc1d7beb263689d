/* A growing run of bytes, NUL-terminated for convenience. A failed growth is remembered: check once at the end. */
#ifndef NONET_BASE_BUFFER_H
#define NONET_BASE_BUFFER_H

#include "base/error.h"

struct buffer {
  char *bytes; /* owned; NULL while empty */
  size_t size, room;
  bool failed;
};

bool buffer_reserve(struct buffer *b, size_t more); /* room for so many bytes and a NUL */
void buffer_add(struct buffer *b, const void *bytes, size_t size);
void buffer_text(struct buffer *b, const char *text);
void buffer_char(struct buffer *b, char c);
void buffer_print(struct buffer *b, const char *format, ...) NONET_PRINTF(2, 3); /* no %f: see number.h */
void buffer_print_list(struct buffer *b, const char *format, va_list arguments) NONET_PRINTF(2, 0);
void buffer_number(struct buffer *b, double x);    /* shortest form; "" for NaN */
const char *buffer_string(const struct buffer *b); /* "" while empty */
void buffer_clear(struct buffer *b);               /* keeps the room, and the failure */
void buffer_free(struct buffer *b);

#endif
