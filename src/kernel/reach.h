/* How many nodes are within a few steps. */
#ifndef NONET_KERNEL_REACH_H
#define NONET_KERNEL_REACH_H

#include "kernel/graph.h"

/* count[v]: other nodes that v reaches along the arcs in at most `steps` steps. O(n (n + m)), less where few are so near; space O(n) for
 * each worker. */
enum kernel_code reach_within(uint32_t *count, uint32_t steps, const struct graph *g, const struct kernel_watch *watch);

#endif
