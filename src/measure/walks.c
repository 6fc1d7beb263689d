/* Katz's status and Bonacich's power: sums over walks of any length, each step counting less.
 *
 * Both solve x = b + c A x (Katz with A', b = 1; Bonacich with b = A 1). The sum over walks is taken as it stands, step by step: it settles
 * because |c| is below 1 / lambda1, and where it is not, the sum does not exist and the solution of the equations means nothing, so it is
 * refused. The second method solves the equations by elimination.
 *
 * Sources: (1) L. Katz 1953, A new status index derived from sociometric analysis, doi:10.1007/BF02289026; (2) P. Bonacich 1987, Power and
 * centrality: a family of measures, doi:10.1086/228631. */
#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/dense.h"
#include "measure/leading.h"
#include "measure/pass.h"
#include "measure/square.h"

#include <math.h>
#include <stdlib.h>

#define USUAL 0.85    /* of 1 / lambda1, where nothing is said */
#define SETTLED 1e-13 /* change of a round, of the greatest value */
#define TINY 1e-17    /* what is left out of the sum, of the greatest value */
#define TOUCHES 1e12  /* of memory: where a sum is given up before it is begun */

struct walks {
  const char *name, *letter;
  const struct graph *g;
  bool inward; /* a node draws from those that point to it, not from those it points to */
  double c;    /* NaN: not given, and no cycle to take it from */
  double rate; /* |c| * lambda1, below 1 */
};

/* What all v draw from x: with c, what x adds to itself in one more step. */
static double drawn(const struct walks *w, const double *x, uint32_t v) {
  const struct graph *g = w->g;
  const uint64_t *first = w->inward ? g->in_first : g->first;
  const uint32_t *to = w->inward ? g->in_to : g->to, *edge = w->inward ? g->in_edge : g->edge;
  double sum = 0;
  for (uint64_t a = first[v]; a < first[v + 1]; a++)
    sum += x[to[a]] * (g->strength ? g->strength[edge[a]] : 1);
  return sum;
}

static nonet_code too_great(const struct walks *w, double radius, nonet_err *err) {
  struct buffer line = {0};
  buffer_print(&line, "'%s': %s ", w->name, w->letter);
  buffer_number(&line, w->c);
  buffer_text(&line, " is not within 1/lambda1 = ");
  buffer_number(&line, 1 / radius);
  buffer_text(&line, " of this network, so the sum over walks has no end");
  nonet_code code = line.failed ? error_memory(err) : error_set(err, NONET_EUSAGE, "%s", buffer_string(&line));
  buffer_free(&line);
  return code;
}

static nonet_code walks_start(struct walks *w, const struct measure_ask *ask, nonet_err *err) {
  double radius;
  nonet_code code = leading_value(&radius, ask->simple, ask->run, err);
  if (code) return code;
  w->g = ask->simple;
  w->c = isnan(ask->parameter) ? (radius > 0 ? USUAL / radius : (double)NAN) : ask->parameter;
  w->rate = fabs(w->c) * radius;
  if (isinf(w->c)) return error_set(err, NONET_EUSAGE, "'%s': %s is a finite number", w->name, w->letter);
  return w->rate >= 1 ? too_great(w, radius, err) : NONET_OK;
}

/* x starts as b and is added to until it settles. */
static nonet_code add_up(double *x, const double *b, const struct walks *w, const struct run *run, nonet_err *err) {
  double fewest = w->rate > 0 ? log(TINY * (1 - w->rate)) / log(w->rate) : 0;
  if (fewest * ((double)w->g->nodes + (double)w->g->first[w->g->nodes]) > TOUCHES)
    return error_set(err, NONET_ELIMIT, "'%s': %s is so near to 1/lambda1 that the sum over walks takes too long", w->name, w->letter);
  double change = 1, most = 0, *next = memory_array(w->g->nodes, sizeof *next);
  nonet_code code = next ? NONET_OK : error_memory(err);
  for (double round = 0; !code && (round < fewest || change > SETTLED * most); round++) {
    code = run_check(run, err);
    change = most = 0;
    for (uint32_t v = 0; v < w->g->nodes; v++) {
      next[v] = b[v] + w->c * drawn(w, x, v);
      change = fmax(change, fabs(next[v] - x[v]));
      most = fmax(most, fabs(next[v]));
    }
    for (uint32_t v = 0; v < w->g->nodes; v++)
      x[v] = next[v];
    if (change == 0) break;
  }
  free(next);
  return code;
}

/* (I - c A) x = b, x in the place of b. */
static nonet_code eliminate(double *x, const struct walks *w, const struct measure_ask *ask, nonet_err *err) {
  size_t n = w->g->nodes;
  struct kernel_watch watch = pass_watch(ask);
  double *a;
  bool regular = true;
  nonet_code code = square_zeros(&a, 2, w->g, w->name, err);
  if (code) return code;
  square_add_arcs(a + n * n, w->g, -w->c);
  for (size_t r = 0; r < n; r++)
    for (size_t k = 0; k < n; k++)
      a[r * n + k] = (r == k) + (w->inward ? a[n * n + k * n + r] : a[n * n + r * n + k]);
  code = pass_result(dense_solve(&regular, a, x, n, 1, &watch), ask, err);
  free(a);
  return code || regular ? code : error_set(err, NONET_EINTERNAL, "the second method for '%s' met a singular matrix", w->name);
}

/* out = b + c A b + c^2 A^2 b + ... */
static nonet_code solve(double *out, const double *b, const struct walks *w, bool slow, const struct measure_ask *ask, nonet_err *err) {
  for (uint32_t v = 0; v < w->g->nodes; v++)
    out[v] = b[v];
  return slow ? eliminate(out, w, ask, err) : add_up(out, b, w, ask->run, err);
}

static nonet_code katz(double *out, bool slow, const struct measure_ask *ask, nonet_err *err) {
  struct walks w = {.name = "katz", .letter = "alpha", .inward = true};
  if (ask->parameter < 0) return error_set(err, NONET_EUSAGE, "'katz': alpha is 0 or more");
  nonet_code code = walks_start(&w, ask, err);
  if (code || isnan(w.c)) return code;
  double *b = memory_array(w.g->nodes, sizeof *b);
  if (!b) return error_memory(err);
  for (uint32_t v = 0; v < w.g->nodes; v++)
    b[v] = 1;
  code = solve(out, b, &w, slow, ask, err);
  if (!code && ask->normalised) leading_unit_length(out, w.g->nodes);
  free(b);
  return code;
}

static nonet_code bonacich(double *out, bool slow, const struct measure_ask *ask, nonet_err *err) {
  struct walks w = {.name = "bonacich-power", .letter = "beta"};
  nonet_code code = walks_start(&w, ask, err);
  if (code || isnan(w.c)) return code;
  double any = 0, *b = memory_array(w.g->nodes, sizeof *b), *x = memory_array(w.g->nodes, sizeof *x);
  if (!b || !x) code = error_memory(err);
  for (uint32_t v = 0; !code && v < w.g->nodes; v++)
    b[v] = 1;
  for (uint32_t v = 0; !code && v < w.g->nodes; v++)
    any = fmax(any, x[v] = drawn(&w, b, v));
  if (!code && any > 0) code = solve(out, x, &w, slow, ask, err);
  if (!code && any > 0) leading_unit_length(out, w.g->nodes);
  for (uint32_t v = 0; !code && v < w.g->nodes; v++)
    out[v] *= sqrt(w.g->nodes);
  free(b);
  free(x);
  return code;
}

static nonet_code katz_by_walks(double *out, const struct measure_ask *ask, nonet_err *err) {
  return katz(out, false, ask, err);
}
static nonet_code katz_by_elimination(double *out, const struct measure_ask *ask, nonet_err *err) {
  return katz(out, true, ask, err);
}
static nonet_code bonacich_by_walks(double *out, const struct measure_ask *ask, nonet_err *err) {
  return bonacich(out, false, ask, err);
}
static nonet_code bonacich_by_elimination(double *out, const struct measure_ask *ask, nonet_err *err) {
  return bonacich(out, true, ask, err);
}

#define COST "O(n + m) for each step of the walks, about 250 by default"

static const struct measure_row rows[] = {
    {.info = {.name = "katz",
              .title = "Katz status",
              .summary = "How many ways of any length lead to a partner, near ones counting more than far ones.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "x(v) = 1 + alpha * sum over arcs u -> v of strength * x(u), that is (I - alpha A')^-1 1",
              .convention = "alpha is 0.85/lambda1 unless given, lambda1 the leading eigenvalue; raw, so an isolate has 1; by in-ties when "
                            "directed; simple network; --weighted: by strength",
              .undefined = "1 for an isolate and for a node that nobody points to; undefined where no alpha is given and there is no "
                           "lambda1: without ties, or directed without a cycle",
              .source = "Katz, L. (1953) A new status index derived from sociometric analysis, doi:10.1007/BF02289026",
              .cost = COST,
              .normalised = "the length of the vector: the squares then add up to 1 (L2)",
              .parameter = "ALPHA, 0 or more and below 1/lambda1",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = katz_by_elimination,
     .fast = katz_by_walks},
    {.info = {.name = "bonacich-power",
              .title = "Bonacich power",
              .summary = "How much a partner gains from partners that are themselves well tied (beta above 0), or depend on it (below 0).",
              .scope = NONET_OF_NODES,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "c(v) = sum over arcs v -> w of strength * (alpha + beta * c(w)), that is alpha (I - beta A)^-1 A 1",
              .convention = "alpha scales the squares to a sum of n; beta is 0.85/lambda1 unless given, below 0 for bargaining, 0 gives "
                            "degree; by out-ties when directed; simple network; --weighted: by strength",
              .undefined = "0 for an isolate; undefined without ties, and where no beta is given and a directed network has no cycle",
              .source = "Bonacich, P. (1987) Power and centrality: a family of measures, doi:10.1086/228631",
              .cost = COST,
              .parameter = "BETA, between -1/lambda1 and 1/lambda1",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = bonacich_by_elimination,
     .fast = bonacich_by_walks},
};

const struct measure_rows walks_rows = {rows, sizeof rows / sizeof *rows};
