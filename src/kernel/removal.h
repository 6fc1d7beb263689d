/* Removal: in what order nodes leave, and how large the giant component is after each departure. Direction is left out of account. */
#ifndef NONET_KERNEL_REMOVAL_H
#define NONET_KERNEL_REMOVAL_H

#include "kernel/graph.h"

/* giant[q]: nodes of the largest component after the first q of `order` left; n + 1 entries. The nodes are put back one by one and their
 * parts joined. O(n + m a(n)). */
enum kernel_code removal_giant(uint32_t *giant, const uint32_t *order, const struct graph *g);

/* Orders by falling value; `rank` (each node's, 0 first) breaks ties. n entries each; g is undirected. */

/* Neighbours, counted once. O(n + m). */
enum kernel_code removal_by_degree(uint32_t *order, const uint32_t *rank, const struct graph *g);
/* Neighbours that are left. O((n + m) log n). */
enum kernel_code removal_by_degree_adaptive(uint32_t *order, const uint32_t *rank, const struct graph *g);
/* Betweenness, raw; values that agree to ten digits are equal. O(nm). */
enum kernel_code removal_by_betweenness(uint32_t *order, const uint32_t *rank, const struct graph *g, const struct kernel_watch *watch);
/* Betweenness in what is left: after each departure it is counted again in the component that was left. O(n^2 m). */
enum kernel_code removal_by_betweenness_adaptive(uint32_t *order, const uint32_t *rank, const struct graph *g,
                                                 const struct kernel_watch *watch);

#endif
