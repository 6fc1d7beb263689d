/* SPDX-License-Identifier: MIT
 * Writes pictures: each whole, and all of them or none. */
#ifndef DRAW_OUTPUT_H
#define DRAW_OUTPUT_H
#include "draw/bytes.h"
#include "draw/draw.h"

/* Standard output (path NULL), a device or a pipe is written through, before any file; files are written beside themselves and renamed when
 * all are there. */
int output_write_all(const struct draw_target *targets, const struct bytes *data, size_t count);
/* The same for one. */
int output_write(const char *path, const struct bytes *data);
#endif
