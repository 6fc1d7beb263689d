/* Breadth-first searches from 512 nodes at once: each is one bit of every node's word. */
#ifndef NONET_KERNEL_BITWAVE_H
#define NONET_KERNEL_BITWAVE_H

#include "kernel/halt.h"

#define BITWAVE_SOURCES 512u
#define BITWAVE_SHALLOW 32u /* distances below it are counted one by one */

/* What node w has to do with all sources so far: sums over those that it reaches, itself left out. Whole numbers, so they add up alike in
 * any order: 1 / distance is rounded to 2^-64 and kept in two halves. */
struct bitwave_sums {
  uint64_t steps;        /* of distances */
  uint64_t upper, lower; /* of 1 / distance, in units of 2^-32 and of 2^-64 */
  uint32_t reached, farthest;
};

/* The arcs out of each node, and into it; undirected: the same arrays. Borrowed. Where no arc joins two nodes below `sides`, nor two from
 * there on, a walk whose sources lie all on one side looks at half the arcs; 0: not so, or not known. */
struct bitwave_net {
  uint32_t nodes, sides;
  const uint64_t *first, *in_first;
  const uint32_t *to, *in_to;
};

/* Widths of the processor's vectors. The same numbers come from all. */
enum bitwave_width { BITWAVE_PLAIN, BITWAVE_AVX2, BITWAVE_AVX512 };
enum bitwave_width bitwave_best_width(void);

/* Of one worker: 312 bytes a node, of which 144 and 4 for each distance that occurs are touched, and 40 more by long distances. Words are 0
 * between walks. */
struct bitwave_scratch {
  struct bitwave_word *seen, *next;          /* sources that reach a node: so far, and first at the level at hand */
  uint32_t *active, *found, *touched, *open; /* nodes new at this level, at the next; with seen; that may miss sources */
  uint32_t *shallow;                         /* shallow[d * nodes + w]: sources d steps from w */
  struct bitwave_sums *sums;                 /* n: what lies beyond; after bitwave_gather all */
  uint64_t *pairs;                           /* pairs[d]: pairs d steps apart, likewise; n + 1 */
  uint32_t nodes, longest;
  enum bitwave_width width; /* the best one, unless it is changed after the start */
  void *block;
};

bool bitwave_scratch_start(struct bitwave_scratch *s, uint32_t nodes);
void bitwave_scratch_free(struct bitwave_scratch *s);

/* Distances to each of the sources along the arcs, from all nodes; count at most BITWAVE_SOURCES, all different. What is counted in s is
 * of no use once there is a halt, which is asked for between levels. Returns the greatest distance. */
uint32_t bitwave_walk(struct bitwave_scratch *s, const struct bitwave_net *net, const uint32_t *source, unsigned count, struct halt *halt,
                      unsigned worker);

/* Put all that walks with these scratches have counted into the sums, pairs and longest of the first. Once, after the last walk. */
void bitwave_gather(struct bitwave_scratch *s, unsigned scratches);

/* The sum of 1 / distance as a number, right to its last bit or the one before while no distance is beyond 1000. */
double bitwave_inverse(const struct bitwave_sums *s);

#endif
