/* The lightest paths between two nodes by the sum of lengths, looked for from both ends at once in a graph that is never built. */
#ifndef NONET_KERNEL_LIGHTEST_H
#define NONET_KERNEL_LIGHTEST_H

#include "kernel/graph.h"
#include "kernel/rows.h"

/* Nodes, ascending, among which are all that stand on a lightest path; others may be there, on paths that are longer by less than the
 * rounding of sums could make up. Which of them tie is for one to say who knows the lengths' common unit (length.h), on this part alone. */
struct lightest {
  double length; /* about; INFINITY: no path */
  uint32_t count;
  uint32_t *node; /* owned */
};

/* `from` and `to` differ; lengths are above 0 and finite. O(what is nearer to an end than half the path, with its ends, times log) */
enum kernel_code lightest_find(struct lightest *out, const struct rows *rows, uint32_t from, uint32_t to, const struct kernel_watch *watch);
void lightest_free(struct lightest *l);

#endif
