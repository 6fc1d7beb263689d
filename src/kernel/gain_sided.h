/* The fewest ties that leave no bridge where not any two nodes may be tied: memberships of partners in strategies. */
#ifndef NONET_KERNEL_GAIN_SIDED_H
#define NONET_KERNEL_GAIN_SIDED_H

#include "kernel/graph.h"

#include <stddef.h>

struct sided_ask {
  const uint8_t *side; /* of each node: 0 or 1 */
  const uint8_t *may;  /* of each node: may have a new tie */
  bool same[2];        /* may two nodes of side 0, of side 1, be tied? Those of two sides may */
  uint64_t effort;     /* looks at nodes and arcs for a proof; 0: 3e7 */
};

/* bound: no fewer ties will do; count == bound: the set is a smallest one. found false: no set was found; where `bound` is UINT32_MAX there
 * is none. */
struct sided {
  uint32_t leaves, bound, count;
  uint32_t (*pair)[2]; /* owned */
  bool found;
};

/* g is undirected. */
enum kernel_code sided_start(struct sided *out, const struct graph *g, const struct sided_ask *ask, const struct kernel_watch *watch);
void sided_free(struct sided *s);

#endif
