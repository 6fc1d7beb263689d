/* Words for people on standard error: one line each, in which nothing from a file or an argument can move a terminal's cursor. */
#ifndef NONET_CLI_SAY_H
#define NONET_CLI_SAY_H

#include <nonet.h>

#if defined(__GNUC__)
#define CLI_PRINTF(at, first) __attribute__((__format__(__printf__, at, first)))
#else
#define CLI_PRINTF(at, first)
#endif

/* "nonet: TEXT" and a newline, in one write. */
void say(const char *format, ...) CLI_PRINTF(1, 2);

/* Bytes as they are: for the progress line. */
void say_raw(const char *bytes, size_t size);

/* Word an error of the command line itself, and return its code. */
nonet_code fail(nonet_err *err, nonet_code code, const char *format, ...) CLI_PRINTF(3, 4);
nonet_code fail_memory(nonet_err *err);

/* Copy text with control bytes, bidi marks, line separators and bytes that are not UTF-8 as escapes; cut at a whole character. */
void say_clean(char *out, size_t room, const char *text);

#endif
