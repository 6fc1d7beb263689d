/* All shortest distances in one pass: sums for each node, and how many pairs are how far apart. */
#ifndef NONET_KERNEL_DISTANCE_H
#define NONET_KERNEL_DISTANCE_H

#include "kernel/graph.h"

/* For each node, over the nodes that it reaches along the arcs, itself left out. Arrays of n entries, owned by the struct. */
struct distances {
  double *sum;       /* of distances */
  double *inverse;   /* sum of 1 / distance */
  double *farthest;  /* greatest distance; 0 where none is reached */
  uint32_t *reached; /* how many */
  uint64_t *pairs;   /* unweighted: pairs[d] ordered pairs are d steps apart, d <= longest; NULL when weighted */
  uint32_t longest;
};

/* Steps, or lengths where g has them (above 0 and finite). The same bytes come out at any number of threads. `inverse` of steps is right to
 * its last bits, sums are exact below 2^53. O(n (n + m) / 512) looks at 64 bytes, half of them in a network of two modes; with lengths O(n
 * (n + m) log n). Space: a copy of the arcs in order (12 bytes a node and 4 an arc, directed twice that) and 312 bytes a node for each
 * worker, of which 144 and 4 for each distance that occurs are touched where distances are short; with lengths 28 for each worker. */
enum kernel_code distances_start(struct distances *out, const struct graph *g, const struct kernel_watch *watch);
void distances_free(struct distances *d);

/* Seconds that distances_start would take here with the watch's threads, in proportion from some sources. */
enum kernel_code distances_seconds(double *seconds, const struct graph *g, const struct kernel_watch *watch);

/* The same from one source at a time: slow, and different enough to check the fast form. */
enum kernel_code distances_plain(struct distances *out, const struct graph *g, const struct kernel_watch *watch);
enum kernel_code distances_plain_seconds(double *seconds, const struct graph *g, const struct kernel_watch *watch);

#endif
