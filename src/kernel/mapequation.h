/* The map equation of two levels: how many bits tell a step of a walker who goes along the edges, where groups have names of their own. */
#ifndef NONET_KERNEL_MAPEQUATION_H
#define NONET_KERNEL_MAPEQUATION_H

#include "kernel/graph.h"

/* Bits for a step, with node v in group[v] (below g->nodes). Reads nodes, edges, directed, tail, head and strength of g; every node has an
 * edge of some strength, and there is at least one. O(m) a round, some hundred rounds. */
enum kernel_code map_equation(double *bits, const uint32_t *group, const struct graph *g, const struct kernel_watch *watch);

#endif
