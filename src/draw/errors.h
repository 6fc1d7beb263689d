/* SPDX-License-Identifier: MIT
 * What Graphviz says through agerr, kept: how many errors, and the words of the first. */
#ifndef DRAW_ERRORS_H
#define DRAW_ERRORS_H
#include <stddef.h>

void errors_begin(void);
size_t errors_count(void);

/* The first error's words, without "Error: " and in one line; NULL where there is none. */
const char *errors_first(void);
#endif
