/* SPDX-License-Identifier: MIT
 * Writes a picture: whole or not at all. */
#ifndef DRAW_OUTPUT_H
#define DRAW_OUTPUT_H
#include "draw/bytes.h"

/* Standard output (path NULL), a device or a pipe is written through; a file is written beside itself and renamed. */
int output_write(const char *path, const struct bytes *data);
#endif
