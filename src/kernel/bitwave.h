/* Breadth-first searches from 256 nodes at once: each is one bit of every node's word. */
#ifndef NONET_KERNEL_BITWAVE_H
#define NONET_KERNEL_BITWAVE_H

#include "kernel/halt.h"

#define BITWAVE_SOURCES 256u

/* What node w has to do with all sources so far: sums over those that it reaches, itself left out. Whole numbers, so they add up alike in
 * any order: 1 / distance is rounded to 2^-64 and kept in two halves. */
struct bitwave_sums {
  uint64_t steps;        /* of distances */
  uint64_t upper, lower; /* of 1 / distance, in units of 2^-32 and of 2^-64 */
  uint32_t reached, farthest;
};

/* The arcs out of each node, and into it; undirected: the same arrays. Borrowed. */
struct bitwave_net {
  uint32_t nodes;
  const uint64_t *first, *in_first;
  const uint32_t *to, *in_to;
};

/* Of one worker: 148 bytes a node. Words are 0 between walks. */
struct bitwave_scratch {
  struct bitwave_word *seen, *near, *next; /* sources that reach a node: at all, at this level, at the next */
  uint32_t *active, *found, *touched;      /* nodes with near, with next, with seen */
  struct bitwave_sums *sums;               /* n */
  uint64_t *pairs;                         /* pairs[d]: pairs d steps apart; n + 1 */
  void *block;
};

bool bitwave_scratch_start(struct bitwave_scratch *s, uint32_t nodes);
void bitwave_scratch_free(struct bitwave_scratch *s);

/* Distances to each of the sources along the arcs, from all nodes; count at most BITWAVE_SOURCES, all different. Adds to s->sums and
 * s->pairs, which are of no use once there is a halt; asked between levels. Returns the greatest distance. */
uint32_t bitwave_walk(struct bitwave_scratch *s, const struct bitwave_net *net, const uint32_t *source, unsigned count, struct halt *halt,
                      unsigned worker);

/* The sum of 1 / distance as a number, right to its last bit or the one before while no distance is beyond 1000. */
double bitwave_inverse(const struct bitwave_sums *s);

#endif
