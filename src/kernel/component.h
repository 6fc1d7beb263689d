/* Components: the parts of a network that hang together. */
#ifndef NONET_KERNEL_COMPONENT_H
#define NONET_KERNEL_COMPONENT_H

#include "kernel/graph.h"

/* part[v]: number of v's part, 0 the largest, parts of equal size by their first node. `size` (n entries, may be NULL) gets the number of
 * nodes of each part. O(n + m). */

/* Weak: direction is left out of account. */
enum kernel_code component_weak(uint32_t *part, uint32_t *size, uint32_t *parts, const struct graph *g);

/* Strong: each reaches each along the arcs. */
enum kernel_code component_strong(uint32_t *part, uint32_t *size, uint32_t *parts, const struct graph *g);

/* Strong, numbered so that every arc goes from a part to itself or to one with a greater number. */
enum kernel_code component_strong_in_order(uint32_t *part, uint32_t *parts, const struct graph *g);

#endif
