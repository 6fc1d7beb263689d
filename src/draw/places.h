/* SPDX-License-Identifier: MIT
 * Where a layout put things, as JSON. */
#ifndef DRAW_PLACES_H
#define DRAW_PLACES_H
#include "draw/bytes.h"
#include <graphviz/cgraph.h>

/* Adds one JSON object and a line end; the graph must have been laid out. */
int places_write(Agraph_t *graph, struct bytes *to);
#endif
