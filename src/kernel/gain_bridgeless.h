/* The fewest ties that leave no bridge, and a set of them. */
#ifndef NONET_KERNEL_GAIN_BRIDGELESS_H
#define NONET_KERNEL_GAIN_BRIDGELESS_H

#include "kernel/graph.h"

struct bridgeless {
  uint32_t leaves; /* parts without a bridge inside that hang on one bridge */
  uint32_t lone;   /* parts that hang on none and are to be tied in */
  bool possible;   /* false: there is no such set, because who may be tied or the number of nodes does not allow it */
  uint32_t count;
  uint32_t (*pair)[2]; /* owned; greater than which no set need be */
};

/* g is undirected. whole: the network is to be one component without a bridge, which takes ceil(leaves / 2) + lone ties; else no bridge
 * is to be left, components without one are let be, which takes ceil(leaves / 2). Two nodes tied to nobody else need a third: 2 ties.
 * may[v]: v may have a new tie; NULL: all may. O(n + m). */
enum kernel_code bridgeless_start(struct bridgeless *out, const struct graph *g, bool whole, const uint8_t *may);
void bridgeless_free(struct bridgeless *b);

#endif
