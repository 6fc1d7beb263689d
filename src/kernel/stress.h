/* Two relatives of betweenness: stress counts whole paths, load sends packets that choose a way at each fork. */
#ifndef NONET_KERNEL_STRESS_H
#define NONET_KERNEL_STRESS_H

#include "kernel/graph.h"

/* Each fills n entries, over unordered pairs of others (ordered where g is directed), by length where g has lengths (above 0 and finite).
 * O(nm), with lengths O(nm log n); space O(n) for each worker and lane. */

/* How many shortest paths between others pass through the node. KERNEL_TOO_MANY_PATHS beyond the range of double; exact below 2^53. */
enum kernel_code stress(double *node, const struct graph *g, const struct kernel_watch *watch);

/* Each node sends a packet to each that it reaches; at every node the packet is split equally among the next nodes that are nearest to its
 * end. The sum that passes through; undirected, the mean of both ways. */
enum kernel_code load(double *node, const struct graph *g, const struct kernel_watch *watch);

#endif
