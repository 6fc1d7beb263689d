/* Key players: sets whose loss breaks the network most, or from which it is reached best. */
#ifndef NONET_KERNEL_KEYPLAYERS_H
#define NONET_KERNEL_KEYPLAYERS_H

#include "kernel/graph.h"

/* n' is the number of nodes left, d the distance in steps (along the arcs from the set, for the last two). */
enum keyplayers_goal {
  KEYPLAYERS_FRAGMENT, /* F: 1 - share of ordered pairs among the n' left that still reach each other, direction left out; NaN below 2 left
                        */
  KEYPLAYERS_DISTANCE, /* DF: 1 - mean of 1 / d over these pairs, 0 where apart; direction left out */
  KEYPLAYERS_NEAR,     /* DR: mean over all n of 1 / d from the nearest member, a member counting 1 */
  KEYPLAYERS_REACH     /* how many nodes lie within `steps` of a member, members too */
};

/* The score of a given set, each node once. O(count + n + m), DISTANCE O(n (n + m)). */
enum kernel_code keyplayers_score(double *score, const struct graph *g, enum keyplayers_goal goal, uint32_t steps, const uint32_t *set,
                                  uint32_t count, const struct kernel_watch *watch);

struct keyplayers_question {
  enum keyplayers_goal goal;
  uint32_t size;   /* of the set */
  uint32_t steps;  /* of KEYPLAYERS_REACH */
  uint64_t effort; /* arcs or places that a search may touch; 0: 1e9, some seconds */
};

/* A set (ascending, owned; NULL where there is none of that size, or no node, which leaves the scores NaN), its score, and a proof: no set
 * of that size scores above `bound`. exact: it is a best one, the first of several in lexicographic order for the first two goals. */
struct keyplayers {
  uint32_t size;
  uint32_t *node;
  double score, bound;
  bool exact;
};

/* FRAGMENT, DISTANCE: every set while their number allows, else greedy and exchange. NEAR, REACH: greedy and exchange, then branch and
 * bound. g is undirected for the first two. The same input gives the same set. */
enum kernel_code keyplayers_find(struct keyplayers *out, const struct graph *g, const struct keyplayers_question *q,
                                 const struct kernel_watch *watch);
void keyplayers_free(struct keyplayers *k);

#endif
