/* One shortest path after another on a graph that stays: what a search needs is made once, and a search costs what it comes to. */
#ifndef NONET_KERNEL_PATHFINDER_H
#define NONET_KERNEL_PATHFINDER_H

#include "kernel/graph.h"

#define PATHFINDER_NONE UINT32_MAX

struct pathfinder {
  const struct graph *g;
  struct pathfinder_mark *mark; /* of each node; owned */
  uint32_t *queue[2];           /* of each side, level by level; owned */
  uint32_t *path;               /* of the last search; owned */
  uint32_t turn;                /* of the search in hand */
};

/* O(nodes), 20 bytes each. False: out of memory. */
bool pathfinder_start(struct pathfinder *p, const struct graph *g);
void pathfinder_free(struct pathfinder *p);

/* A path of fewest arcs, its nodes in p->path until the next search: how many arcs; PATHFINDER_NONE: there is none. The same on each call
 * with the same ends. O(arcs of the levels searched): about the square root of what a search from one end would look at. */
uint32_t pathfinder_find(struct pathfinder *p, uint32_t from, uint32_t to);

#endif
