/* The Laplacian taken apart: what spanning trees, currents and algebraic connectivity are computed from. */
#ifndef NONET_KERNEL_LAPLACIAN_H
#define NONET_KERNEL_LAPLACIAN_H

#include "kernel/graph.h"

#include <stddef.h>

/* Nodes in the order in which they were taken out; when node order[i] went it had the neighbours to[first[i]] .. to[first[i + 1] - 1], all
 * taken out later, tied with weight[..]; pivot[i] is the sum of these weights, 0 for the last node of a component. Arrays owned by the
 * struct. */
struct laplacian {
  uint32_t nodes, parts;
  uint32_t *order, *to;
  uint64_t *first;
  double *weight, *pivot;
  uint32_t residue; /* product of all pivots but zeros, modulo the prime; 0 if one of them is 0 there, or no prime was given */
};

/* g is undirected; ties weigh their strength (above 0), or 1. `prime` below 2^31, or 0: whole numbers are then followed exactly modulo it
 * (unweighted only). The sum over nodes of the square of their neighbours when taken out; for a network that is a tree O(n), at worst
 * O(n^3). */
enum kernel_code laplacian_start(struct laplacian *out, const struct graph *g, uint32_t prime, const struct kernel_watch *watch);
void laplacian_free(struct laplacian *l);

/* Solve L x = b in place, b adding up to 0 over each component; the last node of each component gets 0. O(n + size of `to`). */
void laplacian_solve(const struct laplacian *l, double *x);

#endif
