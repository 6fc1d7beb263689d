/* Opsahl's centralities: how many ties and how strong they are, weighed against each other by alpha.
 *
 * Degree is k^(1-alpha) s^alpha; closeness and betweenness go by lengths raised to alpha: alpha 0 is the unweighted measure, 1 the
 * weighted one, between them few strong ties and many weak ones are both near, above 1 strong detours are shorter than weak direct ties.
 *
 * Sources: (1) T. Opsahl, F. Agneessens, J. Skvoretz 2010, Node centrality in weighted networks: generalizing degree and shortest paths,
 * doi:10.1016/j.socnet.2010.03.006. */
#include "base/memory.h"
#include "kernel/betweenness.h"
#include "kernel/distance.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

#define USUAL 0.5

/* The simple network with lengths of its own. */
struct tuned {
  struct graph g;
  double alpha, *length;
};

static nonet_code alpha_of(double *out, const struct measure_ask *ask, nonet_err *err) {
  *out = isnan(ask->parameter) ? USUAL : ask->parameter;
  return *out >= 0 && isfinite(*out) ? NONET_OK : error_set(err, NONET_EUSAGE, "Opsahl's alpha is a number of 0 or more");
}

static nonet_code tuned_start(struct tuned *t, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  *t = (struct tuned){0};
  nonet_code code = alpha_of(&t->alpha, ask, err);
  if (!code) code = net_simple(&g, ask->net, ask->net->directed, true, err);
  if (code) return code;
  t->g = *g;
  t->length = memory_array(g->edges, sizeof *t->length);
  if (!t->length) return error_memory(err);
  for (uint32_t e = 0; e < g->edges; e++) {
    t->length[e] = pow(g->length[e], t->alpha);
    if (!(t->length[e] > 0) || isinf(t->length[e]))
      return error_set(err, NONET_ELIMIT, "Opsahl's alpha is too great: a length to its power is beyond the range of numbers");
  }
  t->g.length = t->length;
  return NONET_OK;
}

/* Out-going ties in the simple network; undirected: all. */
static nonet_code degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  double alpha;
  nonet_code code = alpha_of(&alpha, ask, err);
  if (!code) code = net_simple(&g, ask->net, ask->net->directed, true, err);
  for (uint32_t v = 0; !code && v < g->nodes; v++) {
    double k = (double)(g->first[v + 1] - g->first[v]), s = 0;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      s += g->strength[g->edge[a]];
    out[v] = k > 0 ? k * pow(s / k, alpha) : 0;
  }
  return code;
}

static double wasserman_faust(double reached, double sum, double others) {
  return reached > 0 ? reached / others * (reached / sum) : 0;
}

static nonet_code closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct distances d;
  struct tuned t;
  nonet_code code = tuned_start(&t, ask, err);
  if (!code) code = pass_result(distances_start(&d, &t.g, &watch), ask, err);
  for (uint32_t v = 0; !code && v < t.g.nodes; v++)
    out[v] = wasserman_faust(d.reached[v], d.sum[v], (double)t.g.nodes - 1);
  if (!code) distances_free(&d);
  free(t.length);
  return code;
}

/* --normalised: by the number of pairs of others, ordered where directed. */
static void scale(double *out, const struct measure_ask *ask) {
  double n = ask->net->nodes, pairs = (n - 1) * (n - 2) / (ask->net->directed ? 1 : 2);
  for (uint32_t v = 0; ask->normalised && v < ask->net->nodes; v++)
    out[v] = n > 2 ? out[v] / pairs : (double)NAN;
}

static nonet_code between(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct tuned t;
  nonet_code code = tuned_start(&t, ask, err);
  if (!code) code = pass_result(betweenness(out, NULL, &t.g, &watch), ask, err);
  if (!code) scale(out, ask);
  free(t.length);
  return code;
}

/* ---- through igraph ---- */

static nonet_code igraph_with(double *out, const struct measure_ask *ask, through_call *call, nonet_err *err) {
  struct tuned t;
  struct measure_ask tuned = *ask;
  nonet_code code = tuned_start(&t, ask, err);
  tuned.simple = &t.g;
  if (!code) code = through_igraph(out, ask->net->nodes, &tuned, false, THROUGH_NONE, call, err);
  free(t.length);
  return code;
}

static igraph_error_t call_betweenness(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *none,
                                       const struct measure_ask *ask) {
  igraph_vector_t lengths;
  (void)none;
  igraph_vector_view(&lengths, ask->simple->length, igraph_ecount(g));
  return border_betweenness(out, g, ask->net->directed, &lengths);
}

static igraph_error_t call_closeness(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *none, const struct measure_ask *ask) {
  igraph_integer_t n = igraph_vcount(g);
  igraph_vector_t lengths;
  igraph_matrix_t d;
  (void)none;
  igraph_vector_view(&lengths, ask->simple->length, igraph_ecount(g));
  igraph_error_t code = igraph_matrix_init(&d, 0, 0);
  if (code) return code;
  code = border_distances(&d, g, &lengths, IGRAPH_OUT);
  if (!code) code = igraph_vector_resize(out, n);
  for (igraph_integer_t i = 0; !code && i < n; i++) {
    double reached = 0, sum = 0;
    for (igraph_integer_t j = 0; j < n; j++)
      if (i != j && isfinite(MATRIX(d, i, j))) reached++, sum += MATRIX(d, i, j);
    VECTOR(*out)[i] = wasserman_faust(reached, sum, (double)n - 1);
  }
  igraph_matrix_destroy(&d);
  return code;
}

static nonet_code betweenness_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = igraph_with(out, ask, call_betweenness, err);
  if (!code) scale(out, ask);
  return code;
}

static nonet_code closeness_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return igraph_with(out, ask, call_closeness, err);
}

#define OPSAHL                                                                                                                             \
  "Opsahl, T., Agneessens, F., Skvoretz, J. (2010) Node centrality in weighted networks: generalizing degree and shortest paths, "         \
  "doi:10.1016/j.socnet.2010.03.006"
#define ALPHA "ALPHA, 0 or more, 0.5 unless given: 0 sees only ties, 1 only their weights"
#define WEIGHTED "always weighted: a tie without weight has strength 1"

static const struct measure_row rows[] = {
    {.info = {.name = "opsahl-degree",
              .title = "Degree after Opsahl",
              .summary = "How many ties a partner has and how strong they are, in one number.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "k^(1-alpha) * s^alpha, k the number of neighbours, s the sum of the strengths of the ties to them",
              .convention = WEIGHTED "; out-going ties when directed; simple network, parallel ties merged as --repeats says",
              .undefined = "0 for an isolate and for a node that points to nobody",
              .source = OPSAHL,
              .cost = "O(n + m)",
              .parameter = ALPHA,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .always_weighted = true,
     .plain = degree},
    {.info = {.name = "opsahl-closeness",
              .title = "Closeness after Opsahl",
              .summary = "How near a partner is to the others when a strong tie is a short one, by degrees.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "((r-1)/(n-1)) * ((r-1)/sum of distances), a tie being 1/strength^alpha long",
              .convention = WEIGHTED "; Wasserman-Faust as 'closeness', so 1/sum times n-1 on a connected network; weights are not divided "
                                     "by their mean; outward when directed; simple network",
              .undefined = "0 for an isolate and for a node that reaches nobody",
              .source = OPSAHL,
              .cost = "O(nm log n)",
              .parameter = ALPHA,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .always_weighted = true,
     .plain = closeness_by_igraph,
     .fast = closeness},
    {.info = {.name = "opsahl-betweenness",
              .title = "Betweenness after Opsahl",
              .summary = "How often a partner is the go-between when strong ties are short ones, by degrees.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of others of (shortest paths s-t through the node) / (shortest paths s-t), a tie being "
                         "1/strength^alpha long",
              .convention = WEIGHTED "; raw count over unordered pairs (ordered when directed); simple network",
              .undefined = "0 for an isolate; with --normalised undefined in a network of fewer than 3 nodes",
              .source = OPSAHL,
              .cost = "O(nm + n^2 log n)",
              .normalised = "(n-1)(n-2)/2, or (n-1)(n-2) when directed",
              .parameter = ALPHA,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .always_weighted = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = betweenness_by_igraph,
     .fast = between},
};

const struct measure_rows opsahl_rows = {rows, sizeof rows / sizeof *rows};
