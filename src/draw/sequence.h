/* SPDX-License-Identifier: MIT
 * Edges and subgraphs in the order in which the file makes them. cgraph walks edges node by node, and subgraphs by the
 * address of their names. */
#ifndef DRAW_SEQUENCE_H
#define DRAW_SEQUENCE_H
#include <graphviz/cgraph.h>
#include <stddef.h>

/* The caller frees objects. */
struct sequence {
  void **objects;
  size_t count;
};

int sequence_edges(Agraph_t *graph, struct sequence *out);     /* Agedge_t *, the out-edge of each pair; O(m log m) */
int sequence_subgraphs(Agraph_t *graph, struct sequence *out); /* Agraph_t *, direct children only */

/* A number kept beside an edge. */
void sequence_set_place(Agedge_t *edge, size_t place);
size_t sequence_place(Agedge_t *edge);
#endif
