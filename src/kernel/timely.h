/* Paths that respect time: each arc may be crossed on the days of its own period alone, and no path goes back in time. */
#ifndef NONET_KERNEL_TIMELY_H
#define NONET_KERNEL_TIMELY_H

#include "kernel/graph.h"

#include <stddef.h>

/* What is open: a little less than the range, so that a day may change its sign. */
#define TIMELY_EVER (INT32_MAX - 1)

/* A tie as it is given: crossed from `from` to `to`, or both ways, on any day from `since` to `until`, both included. */
struct timely_tie {
  uint32_t from, to;
  int32_t since, until;
  bool both;
};

/* Arcs by the node that they leave. Arrays are owned; arcs are in the order of the ties. */
struct timely {
  uint32_t nodes;
  uint64_t *first; /* nodes + 1 */
  uint32_t *to;
  int32_t *since, *until;
};

/* `backward` turns every arc and time itself: what arrives early there leaves late here. O(n + m) */
enum kernel_code timely_start(struct timely *t, uint32_t nodes, const struct timely_tie *ties, size_t count, bool backward);
void timely_free(struct timely *t);

/* The first day on which each node can be reached from any of `sources`, all there on day `start`; INFINITY: never. To cross an arc takes
 * no time, so a path may cross several on a day, and one may wait anywhere. `before` (may be NULL): the node before each on such a path;
 * UINT32_MAX: none. O(n + m log n) */
enum kernel_code timely_arrival(double *arrival, uint32_t *before, const struct timely *t, const uint32_t *sources, uint32_t count,
                                int32_t start);

/* For each node how many others can be reached from it, beginning on day `start` or later. O(n m) at worst, 64 nodes at a time: near
 * O(n (n + m) / 64) where a word grows in few steps. */
enum kernel_code timely_reach(uint32_t *reached, const struct timely *t, int32_t start, const struct kernel_watch *watch);

#endif
