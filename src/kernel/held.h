/* Edges held by triangles: whose ends share a neighbour. */
#ifndef NONET_KERNEL_HELD_H
#define NONET_KERNEL_HELD_H

#include "kernel/graph.h"

/* held[e]: 1 where edge e is in a triangle, else 0. g is undirected. O(m^1.5), space 8 bytes an edge and 4 a node for each worker. */
enum kernel_code held_edges(uint8_t *held, const struct graph *g, const struct kernel_watch *watch);

#endif
