/* Lengths of edges in whole units where they have a common one, so that sums along paths compare exactly. */
#ifndef NONET_KERNEL_LENGTH_H
#define NONET_KERNEL_LENGTH_H

#include "kernel/graph.h"

/* A true length is of_edge[e] / units. Exact: every of_edge is a whole number and no path's sum rounds. */
struct lengths {
  double *of_edge; /* owned; NULL: the graph has no lengths */
  double units;
  bool exact;
};

/* Lengths of g (above 0 and finite). O(m). */
enum kernel_code lengths_start(struct lengths *out, const struct graph *g);
void lengths_free(struct lengths *l);

/* Is a path of length `a` as short as one of length `b`? Exactly, or within 1e-12 where the lengths have no common unit. */
static inline bool lengths_equal(const struct lengths *l, double a, double b) {
  double gap = a < b ? b - a : a - b;
  return l->exact ? gap == 0 : gap <= 1e-12 * (a < b ? b : a);
}

#endif
