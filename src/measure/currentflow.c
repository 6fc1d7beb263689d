/* Current-flow betweenness and closeness: ties as wires, so that all ways between two nodes count, short and strong ones more.
 *
 * The kernel solves with the Laplacian taken apart; the second method inverts L + J, where J has 1/size within each component: that has
 * the currents and resistances of L, and G(s,s) + G(t,t) - 2 G(s,t) is the resistance between s and t.
 *
 * Sources: (1) M. E. J. Newman 2005, doi:10.1016/j.socnet.2004.11.009; (2) U. Brandes, D. Fleischer 2005, Centrality measures based on
 * current flow, doi:10.1007/978-3-540-31856-9_44; (3) K. Stephenson, M. Zelen 1989, doi:10.1016/0378-8733(89)90016-6. */
#include "kernel/currentflow.h"
#include "base/memory.h"
#include "kernel/dense.h"
#include "measure/pass.h"
#include "measure/square.h"

#include <math.h>
#include <stdlib.h>

/* --normalised: by the number of pairs of others. */
static void by_pairs(double *out, const struct measure_ask *ask) {
  double n = ask->net->nodes;
  for (uint32_t v = 0; ask->normalised && v < ask->net->nodes; v++)
    out[v] = n > 2 ? out[v] / ((n - 1) * (n - 2) / 2) : (double)NAN;
}

/* Sums of resistances become closeness. */
static nonet_code by_reach(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  nonet_code code = pass_components(&s, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++) {
    double reached = (double)s->component_size[s->component[v]] - 1;
    out[v] = reached > 0 ? reached / ((double)ask->net->nodes - 1) * (reached / out[v]) : 0;
  }
  return code;
}

static nonet_code undirected(const struct graph **out, const struct measure_ask *ask, nonet_err *err) {
  return net_simple(out, ask->net, false, ask->weighted, err);
}

static nonet_code betweenness(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  const struct graph *g;
  nonet_code code = undirected(&g, ask, err);
  if (!code) code = pass_result(currentflow(out, NULL, g, &watch), ask, err);
  if (!code) by_pairs(out, ask);
  return code;
}

static nonet_code closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  const struct graph *g;
  nonet_code code = undirected(&g, ask, err);
  if (!code) code = pass_result(currentflow(NULL, out, g, &watch), ask, err);
  return code ? code : by_reach(out, ask, err);
}

/* ---- the second method ---- */

/* The inverse of L + J, row after row (it is symmetric). */
static nonet_code invert(double **out, const struct graph *g, const char *name, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  struct kernel_watch watch = pass_watch(ask);
  size_t n = g->nodes;
  double *a, *inverse = NULL;
  bool regular = true;
  nonet_code code = square_zeros(&a, 1, g, name, err);
  if (!code) code = square_zeros(&inverse, 1, g, name, err);
  if (!code) code = pass_components(&s, ask, err);
  if (!code) square_add_arcs(a, g, -1);
  for (size_t v = 0; !code && v < n; v++) {
    double sum = 0;
    for (size_t w = 0; w < n; w++)
      sum -= a[v * n + w];
    a[v * n + v] = sum;
    for (size_t w = 0; w < n; w++)
      if (s->component[v] == s->component[w]) a[v * n + w] += 1 / (double)s->component_size[s->component[v]];
    inverse[v * n + v] = 1;
  }
  if (!code) code = pass_result(dense_solve(&regular, a, inverse, n, n, &watch), ask, err);
  if (!code && !regular) code = error_set(err, NONET_EINTERNAL, "the second method for '%s' met a singular matrix", name);
  free(a);
  if (code) free(inverse);
  *out = code ? NULL : inverse;
  return code;
}

/* What v passes on of a unit that goes in at s and out at t. */
static double passed(const double *inverse, const struct graph *g, size_t v, size_t s, size_t t) {
  size_t n = g->nodes;
  double sum = 0, here = inverse[v * n + s] - inverse[v * n + t];
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    size_t w = g->to[a];
    sum += (g->strength ? g->strength[g->edge[a]] : 1) * fabs(here - inverse[w * n + s] + inverse[w * n + t]);
  }
  return sum / 2;
}

static nonet_code betweenness_by_inverse(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  double *inverse = NULL;
  nonet_code code = undirected(&g, ask, err);
  if (!code) code = invert(&inverse, g, "current-flow-betweenness", ask, err);
  for (size_t v = 0; !code && v < g->nodes; v++) {
    out[v] = 0;
    for (size_t s = 0; s < g->nodes; s++)
      for (size_t t = 0; t < s; t++)
        if (s != v && t != v && ask->shared->component[s] == ask->shared->component[t]) out[v] += passed(inverse, g, v, s, t);
    code = run_check(ask->run, err);
  }
  if (!code) by_pairs(out, ask);
  free(inverse);
  return code;
}

static nonet_code closeness_by_inverse(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  double *inverse = NULL;
  nonet_code code = undirected(&g, ask, err);
  if (!code) code = invert(&inverse, g, "current-flow-closeness", ask, err);
  for (size_t v = 0; !code && v < g->nodes; v++) {
    size_t n = g->nodes;
    out[v] = 0;
    for (size_t w = 0; w < n; w++)
      if (ask->shared->component[v] == ask->shared->component[w])
        out[v] += inverse[v * n + v] + inverse[w * n + w] - 2 * inverse[v * n + w];
  }
  free(inverse);
  return code ? code : by_reach(out, ask, err);
}

#define FLEISCHER "Brandes, U., Fleischer, D. (2005) Centrality measures based on current flow, doi:10.1007/978-3-540-31856-9_44"

static const struct measure_row rows[] = {
    {.info = {.name = "current-flow-betweenness",
              .title = "Current-flow betweenness",
              .summary = "How much of what passes between others goes through a partner when every way is used, not only the shortest.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of others of the current through the node when a unit goes in at s and out at t",
              .convention = "raw sum over unordered pairs, the ends of a pair left out; each component by itself; a current has no "
                            "direction: a directed network is read as undirected; simple network; --weighted: a tie conducts its strength",
              .undefined = "0 for an isolate; with --normalised undefined in a network of fewer than 3 nodes",
              .source = "Newman, M. E. J. (2005) A measure of betweenness centrality based on random walks, "
                        "doi:10.1016/j.socnet.2004.11.009; " FLEISCHER,
              .cost = "O(m (f + n log n)), f the fill of the Laplacian taken apart, at most n^2/2",
              .normalised = "(n-1)(n-2)/2",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .reads_undirected = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = betweenness_by_inverse,
     .fast = betweenness},
    {.info = {.name = "current-flow-closeness",
              .title = "Current-flow closeness",
              .summary = "How near a partner is to the others when many ways to somebody make them nearer.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "((r-1)/(n-1)) * ((r-1)/sum of resistances to the r-1 other nodes of the component)",
              .convention = "as 'closeness', with resistance in place of distance; on a connected network it is (n-1)/sum, and information "
                            "centrality, n/sum, is n/(n-1) times that; a directed network is read as undirected; simple network; "
                            "--weighted: a tie conducts its strength",
              .undefined = "0 for an isolate",
              .source = FLEISCHER "; Stephenson, K., Zelen, M. (1989) Rethinking centrality, doi:10.1016/0378-8733(89)90016-6",
              .cost = "O(n f), f the fill of the Laplacian taken apart, at most n^2/2",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .reads_undirected = true,
     .plain = closeness_by_inverse,
     .fast = closeness},
};

const struct measure_rows currentflow_rows = {rows, sizeof rows / sizeof *rows};
