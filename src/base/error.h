/* Errors: the deepest place that knows file, line and name writes the text; those above return the code. */
#ifndef NONET_BASE_ERROR_H
#define NONET_BASE_ERROR_H

#include <stdarg.h>

#include <nonet.h>

#if defined(__GNUC__)
#define NONET_PRINTF(at, first) __attribute__((__format__(__printf__, at, first)))
#else
#define NONET_PRINTF(at, first)
#endif

/* Write text into err (may be NULL; cut at a character border, control bytes and bidi marks shown as escapes) and return code. Arguments
 * may point into err itself. No %f, %e, %g: they follow the host's locale; see number.h. */
nonet_code error_set(nonet_err *err, nonet_code code, const char *format, ...) NONET_PRINTF(3, 4);

nonet_code error_set_list(nonet_err *err, nonet_code code, const char *format, va_list arguments) NONET_PRINTF(3, 0);

/* The same with "FILE:LINE: " in front ("FILE: " when line is 0). */
nonet_code error_at(nonet_err *err, nonet_code code, const char *file, uint64_t line, const char *format, ...) NONET_PRINTF(5, 6);

/* NONET_ELIMIT, "out of memory". */
nonet_code error_memory(nonet_err *err);

/* NONET_EIO, "PATH: cannot WHAT: reason of errno number". */
nonet_code error_os(nonet_err *err, int number, const char *path, const char *what);

#endif
