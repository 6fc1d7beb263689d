/* Triangles: three nodes all tied to each other. */
#ifndef NONET_KERNEL_TRIANGLE_H
#define NONET_KERNEL_TRIANGLE_H

#include "kernel/graph.h"

/* count[v]: triangles that v is in. g is undirected. O(m^1.5), space 4 bytes an edge and 4 a node for each worker. */
enum kernel_code triangles(uint64_t *count, const struct graph *g, const struct kernel_watch *watch);

/* held[e]: 1 where edge e is in a triangle, else 0. The same, but 8 bytes an edge. */
enum kernel_code triangle_edges(uint8_t *held, const struct graph *g, const struct kernel_watch *watch);

#endif
