/* How likely a tie is to be there, by who is shared: scores of link prediction. */
#ifndef NONET_KERNEL_LIKELY_H
#define NONET_KERNEL_LIKELY_H

#include "kernel/graph.h"

#include <stddef.h>

/* Over the nodes z that the two ends share. A score that has nothing to divide by is 0. */
struct likely {
  uint32_t shared;
  double adamic_adar;         /* sum of 1 / ln degree(z) */
  double resource_allocation; /* sum of 1 / degree(z) */
  double jaccard;             /* shared / all that either end is tied to */
};

/* Pairs that are not tied. between[i] 0: what a tie of equals shares is its common neighbours. 1: a membership; ends of different sides
 * share no neighbour, so what they share is all that lies on a way of two or three steps from one to the other [3]: the strategies of the
 * partner that share partners with this one, and the partners of this one that share strategies with the partner. `between` NULL: all 0.
 * g is undirected. O(neighbours of both ends), memberships O(ends of these neighbours). */
enum kernel_code likely_ties(struct likely *out, const struct graph *g, const uint32_t (*pair)[2], const uint8_t *between, size_t count,
                             const struct kernel_watch *watch);

#endif
