/* Current flow: how much passes through a node, and how near it is, when all ways are used, the shorter and stronger ones more. */
#ifndef NONET_KERNEL_CURRENTFLOW_H
#define NONET_KERNEL_CURRENTFLOW_H

#include "kernel/graph.h"

/* Ties are conductors of their strength (above 0), or 1. g is undirected; components are separate networks.
 * between[v]: sum over pairs s, t of other nodes of the share of a unit current from s to t that passes through v.
 * resistance[v]: sum of the effective resistances from v to all others of its component; (size - 1) / resistance is current-flow closeness,
 * size / resistance is information centrality; 0 for an isolate. Either may be NULL.
 * Beside laplacian_start: between m solves and sorts, O(m n log n) at least; resistance n solves. Space O(n) for each worker. */
enum kernel_code currentflow(double *between, double *resistance, const struct graph *g, const struct kernel_watch *watch);

#endif
