/* Communities of several layers at once: multislice modularity. */
#ifndef NONET_KERNEL_SLICES_H
#define NONET_KERNEL_SLICES_H

#include "kernel/supra.h"

/* What is asked of; the supra is undirected. */
struct slices {
  const struct supra *supra;
  double omega, gamma;
  const uint32_t *order; /* of states: what else is equal goes by it, so that numbers of states decide nothing */
  uint64_t seed;
  unsigned runs; /* from as many orders, the best is kept; the first is `order` */
};

/* community[i] of each state, in no particular order of numbers, and its quality; NaN where there is neither tie nor coupling. Rounds of
 * O(arcs + sum of squared states of a node), a few for each run. */
enum kernel_code slices_find(uint32_t *community, double *quality, const struct slices *ask, const struct kernel_watch *watch);

/* Q of communities below `states`; NaN as above. O(arcs + states log) */
enum kernel_code slices_quality(double *out, const uint32_t *community, const struct slices *ask);

#endif
