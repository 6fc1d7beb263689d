/* Centrality where there are two modes: degree, closeness, betweenness, each against the most that a node of its mode could have.
 *
 * In a network of two modes a node can be tied to the other mode only, so the yardsticks of one-mode networks are out of reach: a woman
 * who went to every event has 14 ties of 31, and the others of her own mode are two steps away at best. Borgatti and Everett give the
 * reachable maxima. They ask for a connected network; elsewhere a node's closeness is taken within what it reaches, times the share of
 * nodes that it reaches, as the one-mode measure does it. Betweenness is greatest where a node is the only link of all others: then its s
 * (and for t of the other mode s + 1) fellows hang on each node of the other mode.
 *
 * Sources: (1) S. P. Borgatti, M. G. Everett 1997, doi:10.1016/S0378-8733(96)00301-2; (2) S. P. Borgatti, D. S. Halgin 2011, Analyzing
 * affiliation networks, doi:10.4135/9781446294413.n28. */
#include "base/memory.h"
#include "kernel/betweenness.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"
#include "measure/two_modes.h"

#include <math.h>
#include <stdlib.h>

static nonet_code degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-degree", err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    if (mode_of(&m, v) < 2 && m.size[1 - mode_of(&m, v)] > 0) out[v] = two_modes_ties_of(&m, v) / m.size[1 - mode_of(&m, v)];
  return code;
}

/* ---- closeness ---- */

/* own, other: the nodes of each mode that v reaches, itself left out; sum: of the distances to them. */
static double closeness_of(const struct two_modes *m, double own, double other, double sum) {
  double others = m->size[0] + m->size[1] - 1;
  return sum > 0 ? (other + 2 * own) / sum * ((own + other) / others) : 0;
}

/* How many nodes of each mode are in each component: count[2 * component + mode]. */
static nonet_code count_modes(double **out, const struct two_modes *m, const struct measure_shared *s, nonet_err *err) {
  double *count = memory_zeroed((size_t)s->components * 2, sizeof *count);
  if (!count) return error_memory(err);
  for (uint32_t v = 0; v < m->net->nodes; v++)
    if (mode_of(m, v) < 2) count[2 * (size_t)s->component[v] + mode_of(m, v)]++;
  *out = count;
  return NONET_OK;
}

static nonet_code closeness_by_pass(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  struct measure_shared own = {0}; /* a directed network is measured as undirected: its passes are others' no longer */
  const struct measure_shared *parts;
  const struct distances *d;
  double *count = NULL;
  nonet_code code = two_modes_start(&m, ask, "two-mode-closeness", err);
  struct measure_ask undirected = *ask;
  if (ask->net->directed) undirected.shared = &own;
  if (!code) undirected.simple = m.g;
  if (!code) code = pass_distances(&d, &undirected, err);
  if (!code) code = pass_components(&parts, &undirected, err);
  if (!code) code = count_modes(&count, &m, parts, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++) {
    unsigned mode = mode_of(&m, v);
    if (mode == 2) continue;
    const double *here = count + 2 * (size_t)parts->component[v];
    out[v] = closeness_of(&m, here[mode] - 1, here[1 - mode], d->sum[v]);
  }
  free(count);
  pass_free(&own);
  return code;
}

/* One search from v; queue and steps have n entries. */
static double closeness_from(uint32_t v, const struct two_modes *m, uint32_t *queue, uint32_t *steps) {
  const struct graph *g = m->g;
  double reached[3] = {0, 0}, sum = 0;
  uint32_t count = 1;
  for (uint32_t w = 0; w < g->nodes; w++)
    steps[w] = UINT32_MAX;
  queue[0] = v;
  steps[v] = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t u = queue[i];
    if (u != v) reached[mode_of(m, u)]++;
    sum += steps[u];
    for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++) {
      if (steps[g->to[a]] != UINT32_MAX) continue;
      steps[g->to[a]] = steps[u] + 1;
      queue[count++] = g->to[a];
    }
  }
  unsigned mode = mode_of(m, v);
  return mode < 2 ? closeness_of(m, reached[mode], reached[1 - mode], sum) : (double)NAN;
}

static nonet_code closeness_by_search(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-closeness", err);
  if (code) return code;
  uint32_t *queue = memory_array(ask->net->nodes, sizeof *queue), *steps = memory_array(ask->net->nodes, sizeof *steps);
  if (!queue || !steps) code = error_memory(err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++) {
    code = run_check(ask->run, err);
    if (mode_of(&m, v) < 2) out[v] = closeness_from(v, &m, queue, steps);
  }
  free(queue);
  free(steps);
  return code;
}

/* ---- betweenness ---- */

static double greatest_betweenness(double own, double other) {
  if (!(own > 0 && other > 0)) return 0;
  double s = floor((own - 1) / other), t = own - 1 - s * other;
  return (other * other * (s + 1) * (s + 1) + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

/* raw betweenness in out -> its share. */
static void against_greatest(double *out, const struct two_modes *m) {
  double most[2] = {greatest_betweenness(m->size[0], m->size[1]), greatest_betweenness(m->size[1], m->size[0])};
  for (uint32_t v = 0; v < m->net->nodes; v++) {
    unsigned mode = mode_of(m, v);
    out[v] = mode < 2 && most[mode] > 0 ? out[v] / most[mode] : (double)NAN;
  }
}

static nonet_code betweenness_by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  struct measure_shared own = {0};
  const double *raw;
  nonet_code code = two_modes_start(&m, ask, "two-mode-betweenness", err);
  struct measure_ask undirected = *ask;
  if (ask->net->directed) undirected.shared = &own;
  if (!code) undirected.simple = m.g;
  if (!code) code = pass_betweenness(&raw, &undirected, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = raw[v];
  if (!code) against_greatest(out, &m);
  pass_free(&own);
  return code;
}

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  (void)ask;
  return border_betweenness(out, g, false, weights);
}

static nonet_code betweenness_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-betweenness", err);
  if (!code) code = through_igraph(out, ask->net->nodes, ask, true, THROUGH_NONE, call, err);
  if (!code) against_greatest(out, &m);
  return code;
}

#define BORGATTI_EVERETT                                                                                                                   \
  "Borgatti, S. P., Everett, M. G. (1997) Network analysis of 2-mode data, Social Networks 19, 243-269, doi:10.1016/S0378-8733(96)00301-2"

static const struct measure_row rows[] = {
    {.info = {.name = "two-mode-degree",
              .title = "Degree in two modes",
              .summary =
                  "Which share of all strategies a partner has a part in, and which share of all partners a strategy brings together.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "ties / nodes of the other kind",
              .convention = TWO_MODES_READ "; always this share: 'degree' is the raw number; " TWO_MODES_ONLY,
              .undefined = "0 for an isolate; undefined where there is no node of the other kind, and for a node of neither kind",
              .source = BORGATTI_EVERETT,
              .cost = "O(n)",
              .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = degree},
    {.info =
         {.name = "two-mode-closeness",
          .title = "Closeness in two modes",
          .summary = "How near a partner is to all others and all strategies, against the nearest that anyone of its kind could be.",
          .scope = NONET_OF_NODES,
          .low = 0,
          .high = 1,
          .formula = "(q + 2p) / sum of distances * (p + q)/(n - 1), p other nodes of its own kind and q of the other kind that it reaches",
          .convention = TWO_MODES_READ
          "; on a connected network the second factor is 1 and it is Borgatti and Everett's; elsewhere that value within the part that is "
          "reached, times the share of nodes reached; " TWO_MODES_ONLY,
          .undefined = "0 for an isolate; undefined for a node of neither kind",
          .source = BORGATTI_EVERETT,
          .cost = "O(nm); one pass for all measures of distance",
          .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = closeness_by_search,
     .fast = closeness_by_pass},
    {.info = {.name = "two-mode-betweenness",
              .title = "Betweenness in two modes",
              .summary = "How often a partner is relied upon as the go-between, against the most that anyone of its kind could be.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "betweenness / ((q^2 (s+1)^2 + q (s+1)(2t-s-1) - t (2s-t+3)) / 2), p nodes of its own kind, q of the other, "
                         "s = (p-1) div q, t = (p-1) mod q",
              .convention = TWO_MODES_READ
              "; over pairs of all nodes, of both kinds; always this share: 'betweenness' is the raw number; " TWO_MODES_ONLY,
              .undefined = "0 for an isolate; undefined where no node of its kind can be between others, and for a node of neither kind",
              .source = BORGATTI_EVERETT "; Freeman, L. C. (1977), doi:10.2307/3033543",
              .cost = "O(nm); one pass with betweenness",
              .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = betweenness_by_igraph,
     .fast = betweenness_by_kernel},
};

const struct measure_rows two_mode_centrality_rows = {rows, sizeof rows / sizeof *rows};
