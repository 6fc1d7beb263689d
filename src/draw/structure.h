/* SPDX-License-Identifier: MIT
 * What a DOT file says, as JSON: for a program that wants its structure without linking to Graphviz. */
#ifndef DRAW_STRUCTURE_H
#define DRAW_STRUCTURE_H
#include "draw/bytes.h"
#include <graphviz/cgraph.h>

/* Adds one JSON object and a line end. */
int structure_write(Agraph_t *graph, struct bytes *to);
#endif
