/* Gains: what a sum over all pairs of nodes would gain if two nodes were tied. All distances are kept, so that one tie is judged without
 * a search, and a tie that is chosen is worked in for the next. */
#ifndef NONET_KERNEL_GAIN_H
#define NONET_KERNEL_GAIN_H

#include "kernel/graph.h"

#include <stddef.h>

#define GAIN_FAR 32767u        /* the distance of a pair without a path */
#define GAIN_MOST_NODES 32765u /* so that distances fit, of one more node as well */

/* What a pair of nodes at distance d is worth: 1 / d, or 1 up to `within` steps and 0 beyond. Pairs that count: all, or those of which one
 * node is in group 1 and the other in group 2 (bits 1 and 2 of `side`; a node may be in both). A directed network has two pairs of every
 * two nodes, there and back; one_way: only from group 1 to group 2. */
struct gain_worth {
  bool counts_steps, one_way;
  bool slim; /* of a model: distances are not kept but searched when needed */
  uint32_t within;
  const uint8_t *side; /* borrowed; NULL: all pairs */
};

/* Worths are whole numbers of 1 / unit, so sums do not depend on their order, and gains that are equal are found equal: exactly so for
 * distances up to a bound that is 20 or more for up to 100,000 nodes, rounded to 1 / unit beyond. Arrays owned but for side. */
struct gain_field {
  uint32_t nodes, members;
  bool directed, one_way;
  uint32_t within; /* steps beyond which nothing is worth anything; 0: none */
  uint64_t pairs, unit;
  const uint8_t *side;
  uint32_t *member;   /* nodes that are in a pair that counts */
  uint64_t *worth;    /* of each distance up to GAIN_FAR */
  uint16_t *distance; /* nodes x nodes: from the row to the column */
  uint16_t *into;     /* the same turned over: to the row from the column; undirected: the same array */
  uint16_t *reach;    /* nodes x members: from the row to each member; all are: the array `distance` */
  uint16_t *reached;  /* to the row from each member; likewise */
};

/* At most GAIN_MOST_NODES nodes. O(n (n + m)); 2 n^2 bytes, directed 4 n^2. */
enum kernel_code gain_field_start(struct gain_field *f, const struct graph *g, const struct gain_worth *w,
                                  const struct kernel_watch *watch);
void gain_field_free(struct gain_field *f);

/* The sum over pairs, in units. O(n^2). */
uint64_t gain_field_sum(const struct gain_field *f);

/* Tie u to v: all distances as they are then. O(n^2). */
void gain_field_tie(struct gain_field *f, uint32_t u, uint32_t v);

/* Distances as they were: a copy of f->distance from then, which f owns from now on. O(1), directed O(n^2). */
void gain_field_restore(struct gain_field *f, uint16_t *distance);

/* What a change is good for: the gain of the sum in units, how many counted pairs come closer (of steps: within
 * so many), and how many of those had no path before. */
struct gain_score {
  uint64_t gain, closer, met;
  uint64_t looks; /* pairs that were looked at for it */
};

/* Scores of pairs that are not tied yet, each by itself; directed: of a tie from the first to the second. A pair costs O(members), and the
 * nodes that come nearer to v times those that come nearer to u: only these can gain. Pairs of two components, undirected and all pairs
 * counting: O(n). The same at any number of threads. */
enum kernel_code gain_of_ties(struct gain_score *score, const struct gain_field *f, const uint32_t (*pair)[2], size_t count,
                              const struct kernel_watch *watch);

/* Score of a new node tied to all members, f undirected. It is a way through and is counted in no pair itself. `near` has room for n.
 * O(n^2). */
struct gain_score gain_of_hub(const struct gain_field *f, const uint32_t *member, size_t members, uint16_t *near);

/* The same as gain_of_ties and gain_of_hub, by searching the network with the ties in it: slow, and different enough to check them. A hub
 * is a last node behind those of g, tied to the members. */
enum kernel_code gain_of_tie_plain(struct gain_score *score, const struct graph *g, const struct gain_worth *w, uint32_t u, uint32_t v);
enum kernel_code gain_of_hub_plain(struct gain_score *score, const struct graph *g, const struct gain_worth *w, const uint32_t *member,
                                   size_t members);

/* The same as gain_bound, of a network of which is known how many counted pairs are d steps apart. */
uint64_t gain_bound_of(const struct gain_field *f, const uint64_t *apart, uint64_t ties, uint64_t walks);

/* No `ties` new ties gain more than this many units. Of the pairs that count, at most `ties` come to be tied, at most `walks` come to two
 * steps, and the others stay three steps apart or more. Valid, seldom tight. O(n^2). */
uint64_t gain_bound(const struct gain_field *f, uint64_t ties, uint64_t walks);

/* Places of two rows of distances at which by_far has more than one step to save: into `out`, how many are returned. */
uint32_t gain_savers(uint32_t *out, const uint16_t *by_far, const uint16_t *by_near, uint32_t count);

/* The worths of a field, and who is in its pairs, for other kernels of this family. */
enum kernel_code gain_worth_start(struct gain_field *f, const struct graph *g, const struct gain_worth *w);

static inline bool gain_counts(const struct gain_field *f, uint32_t s, uint32_t t) {
  if (!f->side) return true;
  return ((f->side[s] & 1) && (f->side[t] & 2)) || (!f->one_way && (f->side[s] & 2) && (f->side[t] & 1));
}

#endif
