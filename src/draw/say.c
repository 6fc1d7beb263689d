/* SPDX-License-Identifier: MIT
 * Standard error, one clean line at a time. Pango, fontconfig and parts of Graphviz print there by themselves; they
 * get /dev/null, and what they say in order (through agerr) is taken up by errors.c. */
#include "draw/say.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 1000 };

static int descriptor = STDERR_FILENO;
static char kept[20 * (LONGEST + 8)];
static size_t kept_length;

void say_begin(void) {
  int mine = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  int none = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (mine >= 0 && none >= 0 && dup2(none, STDERR_FILENO) >= 0) descriptor = mine;
  if (none > STDERR_FILENO) close(none);
}

static void put(const char *text, size_t length) {
  while (length > 0) {
    ssize_t n = write(descriptor, text, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    text += n;
    length -= (size_t)n;
  }
}

/* Ends a text that was cut at a whole character. */
static size_t whole(const char *text, size_t length) {
  while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
    length--;
  return length;
}

/* Writes one clean line into `text`; returns its length. */
static size_t line(char text[static LONGEST + 8], const char *what, const char *format, va_list list) {
  strcpy(text, "nonet-draw: ");
  size_t at = strlen(strcat(text, what));
  int wrote = vsnprintf(text + at, LONGEST - at, format, list);
  size_t length = strlen(text);
  if (wrote > 0 && (size_t)wrote >= LONGEST - at) {
    length = whole(text, length - 4);
    memcpy(text + length, " ...", 4);
    length += 4;
  }
  while (length > 0 && (unsigned char)text[length - 1] <= ' ')
    length--;
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < ' ' || text[i] == 0x7F) text[i] = ' ';
  text[length++] = '\n';
  return length;
}

void say_error(const char *format, ...) {
  char text[LONGEST + 8];
  va_list list;
  va_start(list, format);
  size_t length = line(text, "", format, list);
  va_end(list);
  put(text, length);
}

void say_warning(const char *format, ...) {
  if (sizeof kept - kept_length < LONGEST + 8) return; /* one from cleaning, one from each PNG: always fits */
  va_list list;
  va_start(list, format);
  size_t length = line(kept + kept_length, "warning: ", format, list);
  va_end(list);
  kept_length += length;
}

void say_warnings(void) {
  put(kept, kept_length);
  kept_length = 0;
}

void say_signal(const char *text) {
  put(text, strlen(text));
}
