/* No node that is reached from here along the arcs is farther than this. */
#ifndef NONET_KERNEL_FARBOUND_H
#define NONET_KERNEL_FARBOUND_H

#include "kernel/graph.h"

/* bound[v] is at least the number of steps from v to each node that it reaches, 0 just where it reaches none. It is exact in a tree whose
 * arcs lead away from the root, and at most twice the diameter where all reach each other. O(n + m), 20 bytes a node and those of
 * component_strong. */
enum kernel_code farbound(uint32_t *bound, const struct graph *g);

#endif
