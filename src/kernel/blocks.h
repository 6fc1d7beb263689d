/* Cohesive blocks: sets that stay connected when any fewer than k of their nodes are lost, nested in each other. */
#ifndef NONET_KERNEL_BLOCKS_H
#define NONET_KERNEL_BLOCKS_H

#include "kernel/graph.h"

#define BLOCKS_NONE UINT32_MAX

/* Block b: node[first[b]] .. node[first[b + 1] - 1], ascending, no larger set around it has connectivity k[b]; k[b] is its own
 * connectivity, so a set is listed once, with its greatest k. parent[b] is the least block around it, BLOCKS_NONE for a component. The
 * blocks of level k are those with k[b] >= k whose parent has less (or none). Order: k, larger first, nodes; so parents come first. An
 * isolate is in no block. Two blocks of one level share fewer than k nodes. Arrays owned by the struct. */
struct blocks {
  uint32_t count;
  uint32_t *k, *parent;
  uint64_t *first;
  uint32_t *node;
};

/* g is undirected. Components and biconnected blocks O(n + m); above, for each piece of p nodes and q edges up to p + d^2 / 2 flows of
 * O(q p^1/2), d its least degree. Exact. */
enum kernel_code blocks_start(struct blocks *out, const struct graph *g, const struct kernel_watch *watch);
void blocks_free(struct blocks *b);

/* depth[v]: the greatest k of a block that v is in, 0 for an isolate. O(sum of sizes). */
void blocks_depth(uint32_t *depth, const struct blocks *b, uint32_t nodes);

#endif
