/* What rests on whom: strategies that one partner alone works on, and how many partners each has.
 *
 * Sources: (1) K. G. Provan, H. B. Milward 2001, doi:10.1111/0033-3352.00045, on the range of services as a mark of a network. */
#include "base/memory.h"
#include "measure/coverage.h"
#include "measure/partners.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- of partners and of the whole: undefined where there are no strategies ---- */

/* Strategies of which v is the only partner. */
static double rest_on(uint32_t v, const struct graph *g, const bool *strategy) {
  double alone = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t s = g->to[a], partners = 0;
    for (uint64_t b = g->first[s]; strategy[s] && b < g->first[s + 1]; b++)
      partners += !strategy[g->to[b]];
    alone += partners == 1;
  }
  return alone;
}

static nonet_code sole_strategies(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  uint32_t count;
  nonet_code code = pass_undirected(&g, ask, err);
  bool *strategy = partners_strategies(&count, ask->net);
  if (!code && !strategy) code = error_memory(err);
  for (uint32_t v = 0; !code && count && v < g->nodes; v++)
    if (!strategy[v]) out[v] = rest_on(v, g, strategy);
  free(strategy);
  return code;
}

/* Over strategies: how many have so many partners (most: exactly 0 or 1), and ties to partners in all. */
struct held {
  double strategies, by_none, by_one, ties;
};

static nonet_code count_held(struct held *h, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  uint32_t count;
  nonet_code code = pass_undirected(&g, ask, err);
  bool *strategy = partners_strategies(&count, ask->net);
  *h = (struct held){.strategies = count};
  if (!code && !strategy) code = error_memory(err);
  for (uint32_t s = 0; !code && s < g->nodes; s++) {
    double partners = 0;
    if (!strategy[s]) continue;
    for (uint64_t a = g->first[s]; a < g->first[s + 1]; a++)
      partners += !strategy[g->to[a]];
    h->by_none += partners < 1;
    h->by_one += partners >= 1 && partners < 2;
    h->ties += partners;
  }
  free(strategy);
  return code;
}

static nonet_code with_one(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct held h;
  nonet_code code = count_held(&h, ask, err);
  if (!code && h.strategies > 0) *out = h.by_one;
  return code;
}

static nonet_code with_none(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct held h;
  nonet_code code = count_held(&h, ask, err);
  if (!code && h.strategies > 0) *out = h.by_none;
  return code;
}

static nonet_code partners_each(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct held h;
  nonet_code code = count_held(&h, ask, err);
  if (!code && h.strategies > 0) *out = h.ties / h.strategies;
  return code;
}

/* ---- each strategy ---- */

static nonet_code fill(nonet_sheet *s, const struct coverage *c, const struct measure_ask *ask, nonet_err *err) {
  double *partners;
  size_t only;
  uint32_t *last = memory_array(c->elements, sizeof *last);
  nonet_code code = last ? sheet_add_numbers(&partners, s, "partners", err) : error_memory(err);
  if (!code) code = sheet_add_texts(&only, s, "only-partner", err);
  for (uint32_t i = 0; !code && i < c->sets; i++)
    for (uint64_t a = c->first[i]; a < c->first[i + 1]; a++)
      last[c->to[a]] = c->set[i];
  for (uint32_t e = 0; !code && e < c->elements; e++) {
    partners[e] = c->sets_of[e];
    code = sheet_set_text(s, e, 0, net_key(ask->net, c->element[e]), err);
    if (!code && c->sets_of[e] == 1) code = sheet_set_text(s, e, only, net_key(ask->net, last[e]), err);
  }
  free(last);
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct coverage c;
  nonet_code code = coverage_start(&c, ask, "", "strategy-coverage", err);
  if (code) return code;
  code = sheet_new(out, "strategy-coverage", "Strategies and how many hold them", NONET_BY_NODE, c.elements, err);
  if (!code) code = fill(*out, &c, ask, err);
  coverage_free(&c);
  return code;
}

#define RANGE                                                                                                                              \
  "Provan, K. G., Milward, H. B. (2001) Do networks really work? A framework for evaluating public-sector organizational networks, "       \
  "doi:10.1111/0033-3352.00045, on services that one agency alone gives; the count is nonet's own"

static const struct measure_row node_rows[] = {
    {.info = {.name = "sole-strategies",
              .title = "Strategies resting on one",
              .summary = "How many strategies would have no partner left if this one went.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "strategies tied to this partner and to no other",
              .convention = COVERAGE_SIDES,
              .undefined = "undefined for a strategy, and for all where no kind tells strategies; 0 for a partner without any",
              .source = RANGE,
              .cost = "O(nm)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = sole_strategies},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "strategies-with-one",
              .title = "Strategies with one partner",
              .summary = "How many strategies rest on a single partner: the single points of failure.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "strategies tied to exactly one partner",
              .convention = COVERAGE_SIDES,
              .undefined = "undefined where no kind tells strategies",
              .source = RANGE,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = with_one},
    {.info = {.name = "strategies-with-none",
              .title = "Strategies without partner",
              .summary = "How many strategies nobody works on.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "strategies tied to no partner",
              .convention = COVERAGE_SIDES,
              .undefined = "undefined where no kind tells strategies",
              .source = RANGE,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = with_none},
    {.info = {.name = "partners-per-strategy",
              .title = "Partners per strategy",
              .summary = "By how many partners a strategy is held on average: more than 1 is held more than once.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "ties between partners and strategies / strategies",
              .convention = COVERAGE_SIDES,
              .undefined = "undefined where no kind tells strategies",
              .source = RANGE,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = partners_each},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "strategy-coverage",
              .title = "Strategies and how many hold them",
              .summary = "How many partners each strategy has, and who it is where there is only one.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "partners: those tied to the strategy",
              .convention = COVERAGE_SIDES,
              .undefined = "refused where no kind tells strategies",
              .source = RANGE,
              .cost = "O(m log m)"},
     .reads_undirected = true,
     .table = table,
     .check = judge_strategy_coverage},
};

const struct measure_rows strategies_node_rows = {node_rows, sizeof node_rows / sizeof *node_rows};
const struct measure_rows strategies_whole_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
const struct measure_rows strategies_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
