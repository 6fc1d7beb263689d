/* Cut nodes, bridges and biconnected blocks: what holds the network together alone. */
#ifndef NONET_KERNEL_LOWPOINT_H
#define NONET_KERNEL_LOWPOINT_H

#include "kernel/graph.h"

/* Arrays of the caller; each may be NULL. */
struct lowpoint {
  uint8_t *cut;    /* n: 1 where the node's loss leaves its component in more parts */
  uint8_t *bridge; /* m: 1 where the edge's loss does */
  uint32_t *block; /* m: the block that the edge is in; 0, 1, ... in the order found */
  uint32_t blocks; /* how many */
};

/* g is undirected. One depth-first search, no recursion. O(n + m). */
enum kernel_code lowpoint(struct lowpoint *out, const struct graph *g);

#endif
