/* A greatest matching of a graph with two sides: as many pairs as can be made so that nobody is in two. */
#ifndef NONET_KERNEL_MATCHING_H
#define NONET_KERNEL_MATCHING_H

#include "kernel/graph.h"

#define MATCHING_NONE UINT32_MAX

/* g is undirected; left[v] is true for one side, and every edge joins the two. mate[v] (n entries): the node that v is paired with. *pairs:
 * how many there are. O(m sqrt n) */
enum kernel_code matching(uint32_t *mate, uint32_t *pairs, const struct graph *g, const bool *left, const struct kernel_watch *watch);

#endif
