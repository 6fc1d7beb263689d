/* SPDX-License-Identifier: MIT
 * Reads the DOT text and checks every byte before any library sees it. agread takes Latin-1 for UTF-8 and stops at a
 * NUL without a word; both are refused here, with their line. CR and CRLF become LF: cgraph counts LF only. */
#include "draw/input.h"
#include "draw/draw.h"
#include "draw/say.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

const char *input_name(const char *file) {
  return file == NULL ? "-" : file;
}

/* Lead byte -> length and the range of the second byte (Unicode 15.0, table 3-7). */
size_t input_character(const unsigned char *text, size_t length) {
  unsigned char c = text[0];
  if (c < 0x80) return 1;
  unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
  unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
  size_t need = c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
  if (need == 0 || need > length || text[1] < low || text[1] > high) return 0;
  for (size_t i = 2; i < need; i++)
    if ((text[i] & 0xC0) != 0x80) return 0;
  return need;
}

static int read_all(int from, const char *name, struct bytes *text) {
  char part[65536];
  for (;;) {
    ssize_t n = read(from, part, sizeof part);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      say_error("%s: cannot read: %s", name, strerror(errno));
      return DRAW_FILES;
    }
    if (n == 0) return DRAW_OK;
    bytes_add(text, part, (size_t)n);
    if (text->failed) {
      say_error("out of memory (see --max-memory)");
      return DRAW_LIMIT;
    }
  }
}

/* One line end for all, in place. */
static void unify_lines(struct bytes *text) {
  char *to = text->data;
  const char *from = text->data, *end = text->data + text->length;
  if (text->length >= 3 && memcmp(from, "\xEF\xBB\xBF", 3) == 0) from += 3;
  for (; from < end; from++) {
    if (*from == '\r' && from + 1 < end && from[1] == '\n') continue;
    *to++ = *from == '\r' ? '\n' : *from;
  }
  *to = '\0';
  text->length = (size_t)(to - text->data);
}

static int check_characters(const char *name, const struct bytes *text) {
  size_t line = 1;
  for (size_t at = 0; at < text->length;) {
    const unsigned char *c = (const unsigned char *)text->data + at;
    size_t length = input_character(c, text->length - at);
    if (*c == '\0' || length == 0) {
      say_error(*c == '\0' ? "%s:%zu: a NUL byte" : "%s:%zu: not UTF-8", name, line);
      return DRAW_INPUT;
    }
    line += *c == '\n';
    at += length;
  }
  return DRAW_OK;
}

int input_read(const char *file, struct bytes *text) {
  const char *name = input_name(file);
  int from = file == NULL ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC);
  if (from < 0) {
    say_error("%s: cannot read: %s", name, strerror(errno));
    return DRAW_FILES;
  }
  int status = read_all(from, name, text);
  if (file != NULL) close(from);
  if (status != DRAW_OK || text->length == 0) return status;
  unify_lines(text);
  return check_characters(name, text);
}
