/* Partners and what they work on: who works with whom directly or through a strategy. What every measure of the partnership itself reads.
 */
#ifndef NONET_MEASURE_PARTNERS_H
#define NONET_MEASURE_PARTNERS_H

#include "measure/measure.h"

/* Partners in the order of their keys, so that what is drawn by chance does not depend on the order of rows. Two are tied where a tie joins
 * them or both are tied to a strategy. Where the kinds of nodes tell no strategies everybody is a partner. */
struct partners {
  uint32_t count, strategies;
  uint32_t *node;     /* of each partner, in the network; owned */
  uint32_t *place;    /* of each node of the network, among the partners; NONET_NONE: a strategy; owned */
  struct graph graph; /* of the partners: simple, undirected, unweighted; its arrays are owned here */
};

/* `everybody`: nobody is a strategy, whatever the kinds. `measure` is named where strategies have so many partners that they cannot be tied
 * to each other: NONET_ELIMIT. O(sum of squares of the partners of each strategy, + m log m). */
nonet_code partners_start(struct partners *out, const struct measure_ask *ask, bool everybody, const char *measure, nonet_err *err);
void partners_free(struct partners *p);

/* Whether each node of the network is a strategy, owned by the caller; *count of them. NULL: no memory. */
bool *partners_strategies(uint32_t *count, const nonet *n);

/* Judges of the partnership's own tables: see judge.h. */
measure_check judge_governance;

/* What rows say of who is a partner. */
#define PARTNERS_TIED                                                                                                                      \
  "nodes whose kind is a word for what people work on (strategy, plan, project, event ...) are strategies, all others partners; partners " \
  "that share a strategy count as tied"
#define PARTNERS_OF_MODES "; where no word tells, the second of two modes are the strategies"

#endif
