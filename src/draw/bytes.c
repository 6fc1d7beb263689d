/* SPDX-License-Identifier: MIT
 * A growing row of bytes: room doubles, so adding n bytes costs O(n) in all. */
#include "draw/bytes.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for `more` bytes and a NUL. */
static bool reserve(struct bytes *b, size_t more) {
  if (b->failed || more > SIZE_MAX / 2 - b->length - 1) {
    b->failed = true;
    return false;
  }
  size_t need = b->length + more + 1;
  if (need <= b->room) return true;
  size_t room = b->room > 0 ? b->room : 64;
  while (room < need)
    room *= 2;
  char *data = realloc(b->data, room);
  if (data == NULL) {
    b->failed = true;
    return false;
  }
  b->data = data;
  b->room = room;
  return true;
}

void bytes_add(struct bytes *b, const char *data, size_t length) {
  if (!reserve(b, length)) return;
  if (length > 0) memcpy(b->data + b->length, data, length);
  b->length += length;
  b->data[b->length] = '\0';
}

void bytes_text(struct bytes *b, const char *text) {
  bytes_add(b, text, strlen(text));
}

void bytes_char(struct bytes *b, char c) {
  bytes_add(b, &c, 1);
}

void bytes_format(struct bytes *b, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int length = vsnprintf(NULL, 0, format, list);
  va_end(list);
  if (length < 0 || !reserve(b, (size_t)length)) {
    b->failed = true;
    return;
  }
  va_start(list, format);
  vsnprintf(b->data + b->length, (size_t)length + 1, format, list);
  va_end(list);
  b->length += (size_t)length;
}

void bytes_clear(struct bytes *b) {
  b->length = 0;
}

void bytes_free(struct bytes *b) {
  free(b->data);
  *b = (struct bytes){0};
}
