/* Distances and counts of shortest paths between all pairs, through igraph's distances: the slow second method of what counts paths. */
#ifndef NONET_MEASURE_PATH_COUNTS_H
#define NONET_MEASURE_PATH_COUNTS_H

#include "measure/measure.h"

#include <math.h>
#include <stddef.h>

/* n x n each, row by row: from, to. count 0 where there is no path; from a node to itself 1. Owned; O(n^2) memory. */
struct path_counts {
  size_t nodes;
  double *distance, *count;
};

/* `avoided` (n entries, or NULL) marks nodes that count no path through them, nor to or from them; distances are those of the whole. */
nonet_code path_counts(struct path_counts *out, const struct measure_ask *ask, const bool *avoided, nonet_err *err);
void path_counts_free(struct path_counts *p);

/* Does a way from s to t of length x have the distance of s and t? Lengths were added in another order: within 1e-10. */
static inline bool path_counts_equal(const struct path_counts *p, size_t s, size_t t, double x) {
  double d = p->distance[s * p->nodes + t];
  return isfinite(d) && isfinite(x) && fabs(x - d) <= 1e-10 * d;
}

#endif
