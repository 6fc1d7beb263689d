/* What a set of nodes and ties adds for the others: the network with and without it. */
#ifndef NONET_MEASURE_ADDED_H
#define NONET_MEASURE_ADDED_H

#include "measure/keyed.h"

/* The network in the order of its keys, with flags of what is named and what is gone. */
struct added {
  struct keyed keyed;
  bool *strategy;                /* of each node, by its place; owned */
  uint8_t *named, *gone, *cut;   /* nodes that are no others; nodes that are gone; edges that are cut; owned */
  uint32_t *steps, *queue, *met; /* owned */
  uint32_t partners, strategies; /* in all */
};

/* What the others have. `counted` of them; others undefined where there are fewer than two. */
enum added_number { ADDED_PAIRS, ADDED_EFFICIENCY, ADDED_REACH, ADDED_COVERED, ADDED_NUMBERS };

nonet_code added_start(struct added *a, const struct measure_ask *ask, nonet_err *err);
void added_free(struct added *a);

/* Among partners that are not named: pairs that work together, efficiency, share of pairs that reach each other; strategies, not named,
 * with a partner. `with`: nothing is gone. O(partners (n + m)). */
void added_count(double out[ADDED_NUMBERS], struct added *a, bool with);

measure_check judge_added;

#endif
