/* Spanning trees and algebraic connectivity: how many ways the network hangs together, and how firmly. */
#ifndef NONET_KERNEL_SPANNING_H
#define NONET_KERNEL_SPANNING_H

#include "kernel/graph.h"

/* Ways to keep just enough ties to keep all connected; with strengths the sum over trees of the product of their strengths. 1 for a single
 * node, 0 where the network is apart, NaN without nodes. */
struct spanning {
  double trees;       /* infinite beyond the range of double */
  double log_trees;   /* natural logarithm, -infinity for 0 */
  double log_forests; /* of the product over components */
  bool exact;         /* `trees` is the very number (below 2^53) */
};

/* g is undirected. Cost of laplacian_start. */
enum kernel_code spanning_trees(struct spanning *out, const struct graph *g, const struct kernel_watch *watch);

/* Second least eigenvalue of the Laplacian (of strengths where g has them): 0 where the network is apart, NaN below 2 nodes. g is
 * undirected. Up to `dense` nodes (0: 200) all eigenvalues are computed, O(n^3); beyond, Lanczos on the inverse: the cost of
 * laplacian_start, and some dozens of solves. */
enum kernel_code spanning_algebraic_connectivity(double *value, const struct graph *g, uint32_t dense, const struct kernel_watch *watch);

#endif
