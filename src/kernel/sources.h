/* Distances from all nodes to some of them: what sampled closeness is estimated from. */
#ifndef NONET_KERNEL_SOURCES_H
#define NONET_KERNEL_SOURCES_H

#include "kernel/graph.h"

#include <stddef.h>

/* Of each node, over those of the sources that it reaches along the arcs, itself left out. */
struct source_sums {
  double steps;     /* sum of distances, exact below 2^53 */
  double squares;   /* sum of squares of distances, likewise; NaN where one is beyond 31 */
  double inverse;   /* sum of 1 / distance */
  uint32_t reached; /* how many of them */
};

/* The sources all differ. Lengths are left out of account. The same bytes come out at any number of threads, and in any order of the
 * sources. O(count (n + m) / 512) looks at 64 bytes. Space as distances_start. */
enum kernel_code sources_sums(struct source_sums *out, const struct graph *g, const uint32_t *source, size_t count,
                              const struct kernel_watch *watch);

#endif
