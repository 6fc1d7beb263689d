/* Pairs of nodes that reach the same: a projection as arrays, ready to be a network. */
#ifndef NONET_KERNEL_PROJECTED_H
#define NONET_KERNEL_PROJECTED_H

#include "kernel/graph.h"

/* Who reaches what, ascending within a row. Borrowed. */
struct projected_rows {
  const uint64_t *first;
  const uint32_t *to;
  const double *strength; /* of each entry; NULL: 1 */
  const uint32_t *mark;   /* of each entry; NULL: none */
};

/* `in` is `out` from the other end, with the same strengths and marks. */
struct projected_ask {
  uint32_t nodes;
  struct projected_rows out, in; /* what each node reaches; which nodes reach each of that */
  const double *divisor;         /* of each of what is reached: its share is divided by this; NULL: by nothing */
  uint32_t no_mark;
};

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
