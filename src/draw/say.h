/* SPDX-License-Identifier: MIT
 * What nonet-draw says on standard error: one line for each thing said, control bytes shown as blanks. */
#ifndef DRAW_SAY_H
#define DRAW_SAY_H

/* Keeps standard error for us and gives the libraries /dev/null in its place, so that only our lines are seen. */
void say_begin(void);
void say_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Kept until say_warnings, so that a failure says one line only. */
void say_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says the warnings that were kept. */
void say_warnings(void);

/* Safe in a signal handler: one whole line, as it is. */
void say_signal(const char *line);
#endif
