/* SPDX-License-Identifier: MIT
 * Places the nodes and edges of a graph. */
#ifndef DRAW_LAYOUT_H
#define DRAW_LAYOUT_H
#include <graphviz/gvc.h>
#include <stdbool.h>

/* Is it an engine that --layout may name? */
bool layout_known(const char *engine);

/* Lays out; *context is what renders. Neither is ever freed: the program ends instead. */
int layout_run(Agraph_t *graph, const char *engine, GVC_t **context);
#endif
