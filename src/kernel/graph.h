/* The arrays that kernels work on: compressed sparse rows, borrowed from whoever built them.
 *
 *   first:  0     2  3        6      n + 1 numbers
 *   to:     1 2 | 0 | 0 2 3 | ...    the far end of each arc, ascending within a row
 *   edge:   0 1 | 0 | 1 2 4 | ...    the edge that the arc belongs to
 *
 * Undirected: each edge is two arcs and `in_*` are the same arrays as the outward ones. Directed: each arc is an edge of its own, `to`
 * lists heads, `in_to` tails. Simple: no loops, no two arcs between the same pair in the same direction. Measures see the simple network as
 * such a graph; edges are numbered 0 .. edges - 1. */
#ifndef NONET_KERNEL_GRAPH_H
#define NONET_KERNEL_GRAPH_H

#include <stdbool.h>
#include <stdint.h>

struct graph {
  uint32_t nodes, edges;
  bool directed;
  const uint64_t *first, *in_first;
  const uint32_t *to, *in_to;
  const uint32_t *edge, *in_edge;
  const uint32_t *tail, *head; /* of each edge; undirected: tail < head */
  const double *strength;      /* of each edge; NULL: unweighted */
  const double *length;        /* of each edge; NULL: unweighted */
};

/* What became of a kernel. */
enum kernel_code {
  KERNEL_DONE = 0,
  KERNEL_NO_MEMORY,
  KERNEL_STOPPED,       /* the watch said so */
  KERNEL_TOO_MANY_PATHS /* a count of shortest paths is beyond the range of double */
};

/* A kernel that is told to stop asks this now and then, from the calling thread; NULL never stops. One that is a long loop says how far it
 * is, to whom it may concern. */
struct kernel_watch {
  bool (*go_on)(void *context);
  void *context;
  unsigned threads;                           /* 0: one */
  void (*is_at)(void *context, double share); /* of what is to be done; NULL: nobody asks */
};

#endif
