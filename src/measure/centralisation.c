/* Centralisation: how far a network is gathered round one node, after Freeman: the sum of all gaps to the greatest value, over the greatest
 * sum that any network of its size can have. For degree, closeness and betweenness a star has it (for closeness in a directed network the
 * star whose arcs go outward: its leaves reach nobody). For eigenvectors two nodes tied to each other alone among n have it: where the
 * greatest value is 1, the neighbours it comes from add up to lambda, 1 or more, so all values add up to 2 or more, and n - 2 is the most.
 *
 * Sources: (1) L. C. Freeman 1978/79, doi:10.1016/0378-8733(78)90021-7. */
#include "base/memory.h"
#include "measure/distance_matrix.h"
#include "measure/leading.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* Of Wasserman and Faust's closeness. */
static double of_closeness(const double *node, const struct measure_ask *ask) {
  double n = ask->net->nodes, most = ask->net->directed ? n - 1 : (n - 1) * (n - 2) / (2 * n - 3);
  return n > 2 ? gaps(node, ask->net->nodes) / most : (double)NAN;
}

static nonet_code closeness_by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct distances *d;
  double others = (double)ask->net->nodes - 1, *node = memory_array(ask->net->nodes, sizeof *node);
  nonet_code code = node ? pass_distances(&d, ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    node[v] = d->reached[v] ? d->reached[v] / others * (d->reached[v] / d->sum[v]) : 0;
  if (!code) *out = of_closeness(node, ask);
  free(node);
  return code;
}

static nonet_code closeness_by_matrix(double *out, const struct measure_ask *ask, nonet_err *err) {
  size_t n = ask->net->nodes;
  double *d = NULL, *node = memory_array(n, sizeof *node);
  nonet_code code = node ? distance_matrix(&d, ask, err) : error_memory(err);
  for (size_t v = 0; !code && v < n; v++) {
    double reached = 0, sum = 0;
    for (size_t w = 0; w < n; w++)
      if (w != v && isfinite(d[v * n + w])) reached++, sum += d[v * n + w];
    node[v] = reached > 0 ? reached * reached / (sum * ((double)n - 1)) : 0;
  }
  if (!code) *out = of_closeness(node, ask);
  free(d);
  free(node);
  return code;
}

/* By either way to the vector; "star" behind the colon compares with a star, not with the greatest sum. */
static nonet_code eigenvector(double *out, bool slow, const struct measure_ask *ask, nonet_err *err) {
  double n = ask->net->nodes, most = n - 2, *x = memory_array(ask->net->nodes, sizeof *x);
  bool star = !strcmp(ask->parameter_text, "star");
  nonet_code code = x ? NONET_OK : error_memory(err);
  if (!code && *ask->parameter_text && !star)
    code = error_set(err, NONET_EUSAGE, "behind the colon of 'centralisation-eigenvector' stands nothing but 'star'");
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    x[v] = NAN;
  if (!code) code = slow ? leading_by_adding(x, ask->simple, ask->run, err) : leading_vector(x, NULL, ask->simple, ask->run, err);
  if (star) most = n - 1 - sqrt(n - 1);
  if (!code && n > 2 && !isnan(x[0])) *out = gaps(x, ask->net->nodes) / most;
  free(x);
  return code;
}

static nonet_code eigenvector_by_parts(double *out, const struct measure_ask *ask, nonet_err *err) {
  return eigenvector(out, false, ask, err);
}
static nonet_code eigenvector_by_adding(double *out, const struct measure_ask *ask, nonet_err *err) {
  return eigenvector(out, true, ask, err);
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
    {.info = {.name = "centralisation-closeness",
              .title = "Closeness centralisation",
              .summary = "How far one partner alone is near to all the others, from 0 (all are alike) to 1 (a star).",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "sum over nodes of (greatest c - c) / ((n-1)(n-2)/(2n-3)), c the closeness",
              .convention =
                  "closeness of Wasserman and Faust, which is Freeman's on a connected network; outward when directed, divided by "
                  "n-1, which the star has whose arcs go outward; simple network; never weighted",
              .undefined = "undefined for fewer than 3 nodes",
              .source = FREEMAN,
              .cost = "O(nm)"},
     .gaps = MEASURE_GAPS,
     .plain = closeness_by_matrix,
     .fast = closeness_by_kernel,
     .seconds = pass_distances_seconds},
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
    {.info = {.name = "centralisation-eigenvector",
              .title = "Eigenvector centralisation",
              .summary = "How far well-tied partners are few: 1 where two have all there is, 0 where all are alike.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "sum over nodes of (1 - x) / (n-2), x the eigenvector centrality with maximum 1",
              .convention =
                  "divided by the greatest sum that any network can have, n-2, that of one tie among n nodes; with 'star' by that "
                  "of a star, n-1-sqrt(n-1), which other networks can exceed; by in-ties when directed; simple network; never "
                  "weighted",
              .undefined = "undefined for fewer than 3 nodes and where 'eigenvector' is",
              .source = FREEMAN "; Bonacich, P. (1972), doi:10.1080/0022250X.1972.9989806",
              .cost = "O(m) for each step of ARPACK",
              .parameter = "star, to divide by the sum of a star; the greatest of any network unless given"},
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = eigenvector_by_adding,
     .fast = eigenvector_by_parts},
};

const struct measure_rows centralisation_rows = {rows, sizeof rows / sizeof *rows};
