/* Connectivity: the least number of nodes, or edges, whose loss disconnects the network. */
#ifndef NONET_KERNEL_CONNECTIVITY_H
#define NONET_KERNEL_CONNECTIVITY_H

#include "kernel/graph.h"

/* 0 where g is not (strongly, when directed) connected or has fewer than 2 nodes; n - 1 where all are tied to all. At most n + k^2 searches
 * for routes, each O(k m) but short where most nodes have k neighbours numbered before them; k the least degree. */
enum kernel_code node_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch);

/* The same for edges. At most n searches. */
enum kernel_code edge_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch);

#endif
