/* Closed walks: how many ways lead from a node back to itself, long ones counting less. */
#ifndef NONET_KERNEL_CLOSEDWALKS_H
#define NONET_KERNEL_CLOSEDWALKS_H

#include "kernel/graph.h"

/* node[v]: sum over k of (closed walks of k arcs at v) / k!, the diagonal of the exponential of the adjacency matrix; a walk counts the
 * product of its strengths where g has them (not negative). Infinite where that is beyond the range of double. O(k n (n + m)) with k about
 * 3 times the leading eigenvalue and 50 more; space O(n) for each worker. */
enum kernel_code closed_walks(double *node, const struct graph *g, const struct kernel_watch *watch);

#endif
