/* How many a node of a directed network reaches, and how far they are at most: exactly where that is soon known, else bounds. */
#ifndef NONET_KERNEL_REACHBOUND_H
#define NONET_KERNEL_REACHBOUND_H

#include "kernel/graph.h"

#define REACHBOUND_LOOKS 1000u /* arcs that are looked at for one node */

struct reachbound {
  uint32_t least, most; /* others that it reaches: between these, often alike */
  uint32_t farthest;    /* none of them is farther */
  bool whole;           /* `steps` is known: the sum of all distances from it */
  double steps;
};

/* node[v] for each node. O(n + m) and REACHBOUND_LOOKS for each node at worst. */
enum kernel_code reachbound(struct reachbound *node, const struct graph *g, const struct kernel_watch *watch);

#endif
