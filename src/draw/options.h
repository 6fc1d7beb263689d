/* SPDX-License-Identifier: MIT
 * The command line of nonet-draw. */
#ifndef DRAW_OPTIONS_H
#define DRAW_OPTIONS_H
#include "draw/draw.h"

int options_read(int argc, char **argv, struct draw_options *out);

extern const char options_help[];
#endif
