/* Pieces: an undirected network taken apart at its cut nodes, with what hangs behind each node as its weight. */
#ifndef NONET_KERNEL_PIECES_H
#define NONET_KERNEL_PIECES_H

#include "kernel/graph.h"

#define PIECES_NONE UINT32_MAX

/* Piece p is node[p] as a member of one block of three nodes or more; a cut node is a piece in each of its blocks. mass[p]: how many nodes
 * it stands for there, itself and all that can only be reached through it. Edge e joins the pieces tail[e] and head[e], PIECES_NONE when e
 * is a bridge. Arrays owned by the struct. */
struct pieces {
  uint32_t count;
  uint32_t *node;
  double *mass;
  uint32_t *tail, *head;
};

/* Writes, over ordered pairs, what needs no search: into `between` (n, may be NULL) the pairs that a cut node alone holds together, into
 * `edge` (m, may be NULL) those that cross a bridge, 0 for the rest. O(n + m); space 60 bytes a node and 40 an edge, a third of it kept. */
enum kernel_code pieces_start(struct pieces *out, double *between, double *edge, const struct graph *g);
void pieces_free(struct pieces *p);

#endif
