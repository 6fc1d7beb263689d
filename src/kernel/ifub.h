/* The diameter alone, without all distances. */
#ifndef NONET_KERNEL_IFUB_H
#define NONET_KERNEL_IFUB_H

#include "kernel/graph.h"

/* The greatest number of steps between two nodes that reach each other; g is undirected, lengths are left out of account. 0 without edges.
 * O(n + m) for the first bounds and for each 512 nodes searched from: few on most networks, all of them at worst. 20 bytes a node, and 312
 * for each worker, about half of them touched. */
enum kernel_code ifub_diameter(uint32_t *out, const struct graph *g, const struct kernel_watch *watch);

#endif
