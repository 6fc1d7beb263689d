/* Connectivity: the least number of nodes, or edges, whose loss disconnects the network. */
#ifndef NONET_KERNEL_CONNECTIVITY_H
#define NONET_KERNEL_CONNECTIVITY_H

#include "kernel/graph.h"

/* 0 where g is not (strongly, when directed) connected or has fewer than 2 nodes; n - 1 where all are tied to all. At most n + d^2 flows,
 * d the least degree, each O(k m) for the result k. */
enum kernel_code node_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch);

/* The same for edges. n flows. */
enum kernel_code edge_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch);

#endif
