/* Core and periphery: how well the network looks like a tight core with the rest around it. */
#ifndef NONET_KERNEL_COREPERIPHERY_H
#define NONET_KERNEL_COREPERIPHERY_H

#include "kernel/graph.h"

/* The pattern that the network is compared with: where it has ties. */
enum coreperiphery_ideal {
  COREPERIPHERY_TOUCHING, /* wherever an end is in the core */
  COREPERIPHERY_WITHIN    /* only where both are */
};

struct coreperiphery_question {
  enum coreperiphery_ideal ideal;
  uint32_t exhaustive; /* up to so many nodes every core is tried; 0: 20 */
  uint32_t restarts;   /* beyond, climbs from so many cores drawn by chance, besides those of highest degree; 0: 50 */
  uint64_t seed;
};

/* fit: correlation over all pairs of nodes between ties (strengths where g has them; arcs over ordered pairs) and pattern, NaN where there
 * is none (no ties, all ties alike, fewer than 3 nodes). exact: no core fits better. Among equally good cores the smallest, then the first
 * found. */
struct coreperiphery {
  double fit;
  uint32_t size;
  bool exact;
};

/* core[v] is 1 in the core. Exhaustive O(2^n d), else O(n^2 + m) for each step of a climb. */
enum kernel_code coreperiphery(struct coreperiphery *out, uint8_t *core, const struct graph *g, const struct coreperiphery_question *q,
                               const struct kernel_watch *watch);

/* coreness[v] >= 0, sum of squares 1, such that the products of two nodes' corenesses come closest (least squares) to their ties; *fit is
 * their correlation with the ties. NaN without ties. False in *settled if 100000 rounds were not enough. The nearest from at most 6 starts
 * in each component that could tell most. O(n + m) a round. */
enum kernel_code coreperiphery_continuous(double *coreness, double *fit, bool *settled, const struct graph *g,
                                          const struct kernel_watch *watch);

#endif
