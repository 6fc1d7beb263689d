/* Who shares neighbours with whom: the measures of two-mode networks that look at nodes two steps apart. In a network of two modes those
 * are of the node's own mode; the kernels ask for no modes. */
#ifndef NONET_KERNEL_SHARING_H
#define NONET_KERNEL_SHARING_H

#include "kernel/graph.h"

/* What a pair that shares c neighbours, of k and l, is like: c over all that either has, over the lesser of k and l, over the greater. */
enum sharing_form { SHARING_OF_ALL, SHARING_OF_LESSER, SHARING_OF_GREATER };

/* In all: g is undirected, arrays have n entries. W2 is the number of walks of two steps, W3 of three, W4 of four. Space 8 to 12 bytes a
 * node for each worker. */

/* mean[v]: the mean likeness of v to the others that it shares a neighbour with; NaN where there are none. O(W2) */
enum kernel_code sharing_likeness(double *mean, const struct graph *g, enum sharing_form form, const struct kernel_watch *watch);

/* share[v]: which share of the pairs of v's neighbours share another neighbour besides v; NaN below two neighbours. O(W3), of three steps
 */
enum kernel_code sharing_redundancy(double *share, const struct graph *g, const struct kernel_watch *watch);

/* cycles[v]: cycles of four edges through v. O(W2) */
enum kernel_code sharing_cycles(double *cycles, const struct graph *g, const struct kernel_watch *watch);

/* chains[v]: paths a - x - v - y - b whose ends share no neighbour, each counted once. O(W4) */
enum kernel_code sharing_chains(double *chains, const struct graph *g, const struct kernel_watch *watch);

#endif
