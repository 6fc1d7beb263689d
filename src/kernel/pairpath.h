/* One of the shortest paths between two nodes, drawn by chance, each as likely as the others. */
#ifndef NONET_KERNEL_PAIRPATH_H
#define NONET_KERNEL_PAIRPATH_H

#include "base/run.h"
#include "kernel/graph.h"

/* Of one worker: 25 bytes a node. `side` is 0 between draws. */
struct pairpath {
  const struct graph *g; /* steps alone are looked at */
  uint8_t *side;         /* from which end a node was reached: 1 the first, 2 the other; 0 not yet */
  uint32_t *depth;       /* steps from that end */
  double *count;         /* shortest paths from that end */
  uint32_t *queue[2];    /* nodes of each side in the order in which they were reached */
  uint32_t size[2];
};

bool pairpath_start(struct pairpath *p, const struct graph *g);
void pairpath_free(struct pairpath *p);

/* Draw a path from s to t (which differ) and add 1 to inside[v] for each node between the two; without a path nothing is added. *reached
 * (may be NULL) is its steps, 0 where there is none. False: more paths than a double can count. Expected O(n^1/2) looks on networks whose
 * degrees are not too uneven, at worst O(n + m). */
bool pairpath_draw(uint64_t *inside, uint32_t *reached, struct pairpath *p, uint32_t s, uint32_t t, struct chance *chance);

#endif
