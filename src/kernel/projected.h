/* Pairs of nodes that reach the same: a projection as arrays, ready to be a network. */
#ifndef NONET_KERNEL_PROJECTED_H
#define NONET_KERNEL_PROJECTED_H

#include "kernel/graph.h"

/* Who reaches what, and the same rows turned round: who reaches each of it. Ascending within a row.
 *
 *   first:     0     2     ...            nodes + 1 numbers
 *   to:        k l | k   | ...            what a node reaches
 *   next:      1 6   2                    behind the node's own entry in `back`
 *   back:      0 1 2 END | 0 4 END | ...  who reaches k; only rows that have somebody
 *
 * Strengths and marks of entries stand beside `to` (own_) and again beside `back` (back_). All is borrowed. */
struct projected_ask {
  uint32_t nodes;
  const uint64_t *first, *next;
  const uint32_t *to, *back;
  const double *own_strength, *back_strength; /* NULL: 1 */
  const uint32_t *own_mark, *back_mark;       /* NULL: none */
  const double *divisor;                      /* of each of what is reached: its share is divided by this; NULL: by nothing */
  uint32_t no_mark;
};
#define PROJECTED_END UINT32_MAX

/* Pairs i < j, ascending by (i, j): those of i are first[i] .. first[i + 1]. Rows of both directions: with whom i is paired, ascending, and
 * by which pair. The caller owns all of it. */
struct projected {
  uint64_t *first, *row_first; /* nodes + 1 each */
  uint32_t *from, *to;
  double *weight;
  uint32_t *mark; /* NULL: not wanted */
  uint32_t *row_other, *row_pair;
};

/* Fill first and row_first, which have room for nodes + 1 numbers. O(W2), the number of walks of two steps. */
enum kernel_code projected_count(struct projected *p, const struct projected_ask *ask, const struct kernel_watch *watch);

/* Fill the others, which have room for first[nodes] pairs, rows for twice as many. weight: the sum, over what both reach, in its order, of
 * the lesser of their strengths. mark: that of all entries that a pair rests on, no_mark where two of them differ. O(W2 + pairs) */
enum kernel_code projected_fill(const struct projected *p, const struct projected_ask *ask, const struct kernel_watch *watch);

#endif
