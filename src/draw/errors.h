/* SPDX-License-Identifier: MIT
 * What Graphviz says through agerr, kept: how many errors, and the words of the first. */
#ifndef DRAW_ERRORS_H
#define DRAW_ERRORS_H
#include <stddef.h>

void errors_begin(void);
size_t errors_count(void);

/* What an error of Graphviz (the first, or `otherwise`) means: a limit when memory is nearly gone, a fault when a plugin is
 * missing, else `status`. Says it behind "what: ". */
int errors_say(const char *what, const char *otherwise, int status);

/* The first error's words, without "Error: " and in one line; NULL where there is none. */
const char *errors_first(void);
#endif
