/* SPDX-License-Identifier: MIT
 * Makes a graph safe to lay out. */
#ifndef DRAW_CLEAN_H
#define DRAW_CLEAN_H
#include <graphviz/cgraph.h>
#include <stdbool.h>

/* Empties every attribute without a rule, mends values out of range (one warning), refuses HTML-like labels. */
int clean_graph(Agraph_t *graph, bool keep_links);

/* Sets the id of the graph, its nodes, edges and clusters: P, P-n1 .., P-e1 .., P-c1 ..; an id that is given gets the prefix P-. */
int clean_ids(Agraph_t *graph, const char *prefix);
#endif
