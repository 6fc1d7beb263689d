/* SPDX-License-Identifier: MIT
 * Ids for the parts of a drawing. */
#ifndef DRAW_IDS_H
#define DRAW_IDS_H
#include <graphviz/cgraph.h>

/* The graph gets P; nodes P-n1.., edges P-e1.., subgraphs P-c1.., each in the order of the file, outer before inner;
 * an id that is given gets P- before it. */
int ids_set(Agraph_t *graph, const char *prefix);
#endif
