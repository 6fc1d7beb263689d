/* SPDX-License-Identifier: MIT
 * Makes a graph safe to lay out. */
#ifndef DRAW_CLEAN_H
#define DRAW_CLEAN_H
#include <graphviz/cgraph.h>
#include <stdbool.h>

/* Copies a graph with those attributes only that have a rule, mended where out of range (one warning); an HTML-like
 * label is refused. The old graph stays, and is not needed any more. */
int clean_copy(Agraph_t *from, bool keep_links, Agraph_t **out);
#endif
