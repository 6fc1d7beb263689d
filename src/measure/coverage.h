/* Who covers what: partners and the strategies that they work on, as sets and elements. */
#ifndef NONET_MEASURE_COVERAGE_H
#define NONET_MEASURE_COVERAGE_H

#include "measure/measure.h"

/* Both sides in the order of their keys (layers by name). */
struct coverage {
  uint32_t sets, elements;
  uint32_t *set, *element; /* the node of each set; the node, or layer, of each element; owned */
  uint64_t *first;         /* set -> its elements; owned */
  uint32_t *to;            /* owned */
  uint32_t *sets_of;       /* how many sets each element is in; owned */
  bool layers;             /* elements are layers */
  const char *what;        /* what elements are called */
};

/* By the word behind the colon: "" takes partners and strategies; the name of a kind its nodes (and strategies; where the kind is one of
 * strategies the partners); "layer" partners and the layers that they are in. NONET_EUSAGE, naming the measure: there is no strategy, no
 * such kind. O(m log m) */
nonet_code coverage_start(struct coverage *out, const struct measure_ask *ask, const char *kind, const char *measure, nonet_err *err);
void coverage_free(struct coverage *c);

const char *coverage_element(const struct coverage *c, const nonet *n, uint32_t element); /* key, or name of the layer */

/* "K", "K;KIND", "KIND" or nothing: how often, 1 unless given, and the rest. */
nonet_code coverage_times(uint32_t *times, const char **kind, const char *text, nonet_err *err);

measure_check judge_coverage, judge_strategy_coverage;

#define COVERAGE_SIDES                                                                                                                     \
  "nodes whose kind is a word for what people work on (strategy, plan, project, event ...; where no word tells, the second of two modes) " \
  "are strategies, all others partners; direction is left out of account; unweighted; simple network"

#endif
