/* Trusses: ties held up by triangles. */
#ifndef NONET_KERNEL_TRUSS_H
#define NONET_KERNEL_TRUSS_H

#include "kernel/graph.h"

/* number[e]: the greatest k for which edge e is in a set of edges of which each closes at least k - 2 triangles inside the set; 2 for an
 * edge in no triangle. g is undirected. O(m^1.5 log n). */
enum kernel_code truss(uint32_t *number, const struct graph *g, const struct kernel_watch *watch);

#endif
