/* Centralisation: how far a network is gathered round one node, after Freeman: the sum of all gaps to the greatest value, over the greatest
 * sum that any network of its size can have (a star's).
 *
 * Sources: (1) L. C. Freeman 1978/79, doi:10.1016/0378-8733(78)90021-7. */
#include "base/memory.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

static double gaps(const double *value, uint32_t count) {
  double greatest = 0, sum = 0;
  for (uint32_t v = 0; v < count; v++)
    greatest = fmax(greatest, value[v]);
  for (uint32_t v = 0; v < count; v++)
    sum += greatest - value[v];
  return sum;
}

static nonet_code degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  double n = g->nodes, *value = memory_array(g->nodes, sizeof *value);
  if (!value) return error_memory(err);
  for (uint32_t v = 0; v < g->nodes; v++)
    value[v] = (double)(g->first[v + 1] - g->first[v] + (g->directed ? g->in_first[v + 1] - g->in_first[v] : 0));
  if (n > 2) *out = gaps(value, g->nodes) / ((n - 1) * (n - 2) * (g->directed ? 2 : 1));
  free(value);
  return NONET_OK;
}

/* A star's centre stands between all pairs of the n - 1 others, everybody else between none. */
static double of_betweenness(const double *node, const struct measure_ask *ask) {
  double n = ask->net->nodes, pairs = (n - 1) * (n - 2) / (ask->net->directed ? 1 : 2);
  return n > 2 ? gaps(node, ask->net->nodes) / (pairs * (n - 1)) : (double)NAN;
}

static nonet_code betweenness_by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  const double *node;
  nonet_code code = pass_betweenness(&node, ask, err);
  if (!code) *out = of_betweenness(node, ask);
  return code;
}

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  return border_betweenness(out, g, ask->net->directed, weights);
}

static nonet_code betweenness_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  double *node = memory_array(ask->net->nodes, sizeof *node);
  nonet_code code = node ? through_igraph(node, ask->net->nodes, ask, false, THROUGH_LENGTHS, call, err) : error_memory(err);
  if (!code) *out = of_betweenness(node, ask);
  free(node);
  return code;
}

#define FREEMAN "Freeman, L. C. (1978/79) Centrality in social networks: conceptual clarification, doi:10.1016/0378-8733(78)90021-7"

static const struct measure_row rows[] = {
    {.info = {.name = "centralisation-degree",
              .title = "Degree centralisation",
              .summary = "How far the ties are gathered at one partner, from 0 (all have the same) to 1 (a star).",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "sum over nodes of (greatest degree - degree) / ((n-1)(n-2))",
              .convention = "degree in the simple network; when directed, ties in and out together, divided by 2(n-1)(n-2)",
              .undefined = "undefined for fewer than 3 nodes",
              .source = FREEMAN,
              .cost = "O(n + m)"},
     .gaps = MEASURE_GAPS,
     .plain = degree},
    {.info = {.name = "centralisation-betweenness",
              .title = "Betweenness centralisation",
              .summary = "How far one partner is relied upon as the go-between of all, from 0 (none is) to 1 (a star).",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "sum over nodes of (greatest b - b) / (n-1), b the normalised betweenness",
              .convention = "as 'betweenness': simple network, ordered pairs when directed, --weighted by length",
              .undefined = "undefined for fewer than 3 nodes",
              .source = FREEMAN,
              .cost = "O(nm), weighted O(nm + n^2 log n)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = betweenness_by_igraph,
     .fast = betweenness_by_kernel},
};

const struct measure_rows centralisation_rows = {rows, sizeof rows / sizeof *rows};
