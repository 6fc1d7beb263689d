/* Twins: nodes that the rest of the network cannot tell apart. */
#ifndef NONET_KERNEL_TWINS_H
#define NONET_KERNEL_TWINS_H

#include "kernel/graph.h"

/* twin[v]: the first node of v's class, v itself where it has no twin. Two nodes are twins when their neighbours (both out of them and into
 * them, where directed) are the same, each other apart; all of a class are tied to each other, both ways, or none are. Directed and not
 * tied: only if they share a neighbour that leads from one to the other, or have arcs on one side only, so that their distance is 2 or
 * none. O(n log n + m), space 24 bytes a node. Only first, to, in_first, in_to of g are read; rows may be in any order. */
enum kernel_code twins(uint32_t *twin, const struct graph *g);

#endif
