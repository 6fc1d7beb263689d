/* Betweenness of nodes and edges: how many shortest paths between others pass there. */
#ifndef NONET_KERNEL_BETWEENNESS_H
#define NONET_KERNEL_BETWEENNESS_H

#include "kernel/graph.h"

/* Raw counts over unordered pairs (ordered where g is directed), each pair sharing out 1 among its shortest paths; by length where g has
 * lengths (above 0 and finite). node: n entries, edge: m entries; either may be NULL. O(nm), with lengths O(nm + n^2 log n); space O(n) for
 * each worker and lane, and O(m) for each lane when edges are asked for.
 * KERNEL_TOO_MANY_PATHS: more shortest paths between a pair than a double can hold (about 1.8e308). */
enum kernel_code betweenness(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch);

#endif
