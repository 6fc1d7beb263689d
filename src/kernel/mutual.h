/* Mutual connection: who hangs together in every layer at once. */
#ifndef NONET_KERNEL_MUTUAL_H
#define NONET_KERNEL_MUTUAL_H

#include "kernel/graph.h"

/* Layers over the same nodes; direction is left out of account. */
struct mutual {
  const struct graph *layer;
  uint32_t layers, nodes;
};

/* A run that refines a partition layer by layer until nothing splits. Arrays of n entries, owned. */
struct mutual_run {
  const struct mutual *m;
  uint32_t *group; /* of each node; one that failed is a group of its own. Groups are numbered 0 .. groups - 1 */
  uint32_t groups;
  uint32_t *next, *queue; /* scratch */
  uint32_t layer, idle;   /* the layer that is next; how many passes in a row split nothing */
};

/* All nodes are one group. */
enum kernel_code mutual_start(struct mutual_run *r, const struct mutual *m);
void mutual_free(struct mutual_run *r);

/* Split every group into its components in the next layer: groups only ever get finer, whatever the order of layers, so what they come to
 * in the end does not depend on it. *layer is the one that was looked at. False: nothing is left to do, every layer holds every group
 * together. O(n + ends of the layer); at most n splits, so O(n (n + m)) in the worst case. */
bool mutual_step(struct mutual_run *r, uint32_t *layer);

/* From here on these nodes are groups of their own, and every layer is looked at again: from where a run ended, what is left after they
 * fail, for a partition without them is never coarser. */
void mutual_fail(struct mutual_run *r, const uint8_t *failed);

/* The size of the largest group, nodes that failed left out; 0: nobody is left. */
uint32_t mutual_largest(const struct mutual_run *r, const uint8_t *failed);

#endif
