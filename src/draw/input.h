/* SPDX-License-Identifier: MIT
 * The DOT text as bytes: read whole, refused where it is not UTF-8. */
#ifndef DRAW_INPUT_H
#define DRAW_INPUT_H
#include "draw/bytes.h"

/* Reads standard input (file NULL) or a file. Line ends become \n, a byte order mark goes; lines count from 1. */
int input_read(const char *file, struct bytes *text);

/* The name of the input as errors show it. */
const char *input_name(const char *file);

/* Length of the UTF-8 character at text, 0 where there is none (overlong, surrogate, beyond U+10FFFF). */
size_t input_character(const unsigned char *text, size_t length);
#endif
