/* The rich club: how densely the nodes with many ties are tied to each other. */
#ifndef NONET_KERNEL_RICHCLUB_H
#define NONET_KERNEL_RICHCLUB_H

#include "kernel/graph.h"

/* One more than the greatest degree; 0 without nodes: how many entries each array below has. g is undirected. */
uint32_t richclub_levels(const struct graph *g);

/* Of the nodes with more than k ties: how many, the edges among them, and their density, NaN below two of them. Arrays of the caller.
 * O(n + m). */
enum kernel_code richclub(uint32_t *nodes, uint32_t *edges, double *density, const struct graph *g);

#endif
