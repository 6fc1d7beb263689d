/* PageRank: where a visitor who follows ties, and now and then starts anew anywhere, is to be found.
 *
 * igraph's PRPACK solves it (no kernel was faster); the second method is the visit itself, step by step.
 *
 * Sources: (1) S. Brin, L. Page 1998, doi:10.1016/S0169-7552(98)00110-X; (2) D. F. Gleich et al. 2010, doi:10.1137/080727397. */
#include "base/memory.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

static double damping(const struct measure_ask *ask) {
  return isnan(ask->parameter) ? 0.85 : ask->parameter;
}

static nonet_code check(const struct measure_ask *ask, nonet_err *err) {
  double d = damping(ask);
  if (d >= 0 && d < 1) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "pagerank:%s: the damping is at least 0 and below 1", ask->parameter_text);
}

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  return border_pagerank(out, g, ask->net->directed, damping(ask), weights);
}

static nonet_code by_prpack(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = check(ask, err);
  if (code || !ask->net->nodes) return code;
  return through_igraph(out, ask->net->nodes, ask, false, THROUGH_STRENGTHS, call, err);
}

/* One step of the visit: each node hands d x its rank to those it leads to, by strength; one that leads nowhere hands it to all. */
static void visit(double *next, const double *rank, const double *total, const struct graph *g, double d) {
  double nowhere = 0, n = g->nodes;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (total[v] <= 0) nowhere += rank[v];
  for (uint32_t v = 0; v < g->nodes; v++) {
    double sum = 0;
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++) {
      uint32_t u = g->in_to[a];
      if (total[u] > 0) sum += rank[u] * (g->strength ? g->strength[g->in_edge[a]] : 1) / total[u];
    }
    next[v] = (1 - d) / n + d * (sum + nowhere / n);
  }
}

static nonet_code by_visits(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  nonet_code code = check(ask, err);
  double change = 1, *next = memory_array(g->nodes, sizeof *next), *total = memory_zeroed(g->nodes, sizeof *total);
  if (!code && (!next || !total)) code = error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++) {
    out[v] = 1.0 / g->nodes;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      total[v] += g->strength ? g->strength[g->edge[a]] : 1;
  }
  while (!code && change > 1e-14 && !(code = run_check(ask->run, err))) {
    visit(next, out, total, g, damping(ask));
    change = 0;
    for (uint32_t v = 0; v < g->nodes; v++) {
      change += fabs(next[v] - out[v]);
      out[v] = next[v];
    }
  }
  free(next);
  free(total);
  return code;
}

static const struct measure_row rows[] = {
    {.info =
         {.name = "pagerank",
          .title = "PageRank",
          .summary = "How much of everybody's attention ends at a partner when attention is passed on along ties.",
          .scope = NONET_OF_NODES,
          .low = 0,
          .high = 1,
          .formula = "x(v) = (1-d)/n + d * sum over ties u -> v of x(u) * strength / (strength of all ties from u)",
          .convention =
              "damping d 0.85; sums to 1; a node that leads nowhere hands on to all alike; an undirected tie leads both ways; simple "
              "network; --weighted: by strength",
          .undefined = "an isolate gets its share of the new starts, never 0",
          .source =
              "Brin, S., Page, L. (1998) The anatomy of a large-scale hypertextual Web search engine, doi:10.1016/S0169-7552(98)00110-X",
          .cost = "O(m) for each of some 50 rounds",
          .parameter = "D, damping from 0 to below 1 (0.85)",
          .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .plain = by_visits,
     .fast = by_prpack},
};

const struct measure_rows pagerank_rows = {rows, sizeof rows / sizeof *rows};
