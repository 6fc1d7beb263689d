/* What one tie does for cut nodes and bridges, read off the tree of blocks. */
#ifndef NONET_KERNEL_GAIN_TREE_H
#define NONET_KERNEL_GAIN_TREE_H

#include "kernel/graph.h"

/* The forest of nodes and blocks: a node hangs below a block, a block below a node. Numbers 0 .. n - 1 are nodes, n + b is block b.
 * Arrays owned. */
struct gain_tree {
  uint32_t nodes, blocks;
  uint32_t cut_nodes, bridges; /* how many there are */
  uint8_t *cut;                /* of each node: is it a cut node? */
  uint8_t *bare;               /* of each node: has it no tie? */
  uint32_t *up, *depth, *root; /* of each point; up of a root is itself */
  uint8_t *closes;             /* of each point: a cut node between two blocks alone, or a block that is a bridge */
  uint32_t *cuts, *spans;      /* such nodes, and bridges, from the root to the point, itself included */
};

/* g is undirected. O(n + m). */
enum kernel_code gain_tree_start(struct gain_tree *t, const struct graph *g);
void gain_tree_free(struct gain_tree *t);

/* How many cut nodes, and bridges, fewer there are once u and v, which are not tied, are: below 0 where the tie makes new ones. O(depth).
 */
struct gain_closed {
  int64_t cut_nodes, bridges;
};
struct gain_closed gain_tree_tie(const struct gain_tree *t, uint32_t u, uint32_t v);

/* No `ties` ties close more bridges than this, wherever they go. O(n log n). */
enum kernel_code gain_tree_bridge_bound(uint64_t *bound, const struct gain_tree *t, uint64_t ties);

#endif
