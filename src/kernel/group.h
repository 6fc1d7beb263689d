/* A group of nodes as one: whom it touches, how far the others are from it, and what passes through it. */
#ifndef NONET_KERNEL_GROUP_H
#define NONET_KERNEL_GROUP_H

#include "kernel/graph.h"

/* member[v]: is v in the group? All by length where g has lengths (above 0 and finite). */

/* Over the nodes outside: how many the group reaches along the arcs, the sum of their distances from its nearest member, and how many of
 * them are one arc away. O(m), with lengths O(m log n). */
struct group_reach {
  double reached, distance, tied;
};
enum kernel_code group_reach(struct group_reach *out, const bool *member, const struct graph *g);

/* Sum over unordered pairs (ordered where g is directed) of nodes outside of the share of their shortest paths that meet the group. O(nm),
 * with lengths O(nm log n). KERNEL_TOO_MANY_PATHS as for betweenness. */
enum kernel_code group_betweenness(double *out, const bool *member, const struct graph *g, const struct kernel_watch *watch);

#endif
