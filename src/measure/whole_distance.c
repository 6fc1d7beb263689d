/* Diameter, mean distance and efficiency of the whole network.
 *
 * Unweighted, all three are read from the histogram of distances: whole numbers of pairs, so nothing rounds before the last division. The
 * diameter of a network without directions needs far fewer searches where nobody else in the call asks for all distances.
 *
 * Sources: (1) F. Harary 1969, Graph Theory; (2) M. E. J. Newman 2003, doi:10.1137/S003614450342480; (3) V. Latora, M. Marchiori 2001,
 * doi:10.1103/PhysRevLett.87.198701. */
#include "kernel/ifub.h"
#include "measure/distance_matrix.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

/* Over all ordered pairs that have a path. */
struct totals {
  double sum, inverse, longest, pairs, nodes;
};
typedef double from_totals(const struct totals *t);

static double diameter_of(const struct totals *t) {
  return t->nodes > 0 ? t->longest : (double)NAN;
}

static double mean_of(const struct totals *t) {
  return t->pairs > 0 ? t->sum / t->pairs : (double)NAN;
}

static double efficiency_of(const struct totals *t) {
  return t->nodes > 1 ? t->inverse / (t->nodes * (t->nodes - 1)) : (double)NAN;
}

static void add_histogram(struct totals *t, const struct distances *d) {
  for (uint32_t steps = 1; steps <= d->longest; steps++) {
    t->pairs += (double)d->pairs[steps];
    t->sum += (double)d->pairs[steps] * steps;
    t->inverse += (double)d->pairs[steps] / steps;
  }
  t->longest = d->longest;
}

static void add_nodes(struct totals *t, const struct distances *d, uint32_t nodes) {
  for (uint32_t v = 0; v < nodes; v++) {
    t->pairs += d->reached[v];
    t->sum += d->sum[v];
    t->inverse += d->inverse[v];
    t->longest = fmax(t->longest, d->farthest[v]);
  }
}

static nonet_code by_pass(double *out, const struct measure_ask *ask, from_totals *value, nonet_err *err) {
  struct totals t = {.nodes = ask->net->nodes};
  const struct distances *d;
  nonet_code code = pass_distances(&d, ask, err);
  if (code) return code;
  if (d->pairs)
    add_histogram(&t, d);
  else
    add_nodes(&t, d, ask->net->nodes);
  *out = value(&t);
  return NONET_OK;
}

static nonet_code by_matrix(double *out, const struct measure_ask *ask, from_totals *value, nonet_err *err) {
  size_t n = ask->net->nodes;
  struct totals t = {.nodes = (double)n};
  double *d;
  nonet_code code = distance_matrix(&d, ask, err);
  if (code) return code;
  for (size_t i = 0; i < n * n; i++) {
    if (i % (n + 1) == 0 || isinf(d[i])) continue;
    t.pairs++, t.sum += d[i], t.inverse += 1 / d[i];
    t.longest = fmax(t.longest, d[i]);
  }
  *out = value(&t);
  free(d);
  return NONET_OK;
}

static nonet_code diameter(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  uint32_t steps = 0;
  if (ask->simple->directed || ask->simple->length || ask->shared->all_distances) return by_pass(out, ask, diameter_of, err);
  nonet_code code = pass_result(ifub_diameter(&steps, ask->simple, &watch), ask, err);
  *out = ask->net->nodes ? steps : (double)NAN;
  return code;
}
static nonet_code diameter_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, ask, diameter_of, err);
}
static nonet_code mean(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_pass(out, ask, mean_of, err);
}
static nonet_code mean_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, ask, mean_of, err);
}
static nonet_code efficiency(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_pass(out, ask, efficiency_of, err);
}
static nonet_code efficiency_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, ask, efficiency_of, err);
}

#define COST "O(nm), weighted O(nm log n); one pass for all measures of distance"

static const struct measure_row rows[] = {
    {.info = {.name = "diameter",
              .title = "Diameter",
              .summary = "How many steps lie between the two partners that are farthest apart though still connected.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest distance between two nodes that have a path",
              .convention =
                  "pairs without a path are left out; along the arcs when directed; simple network; --weighted: distance by length",
              .undefined = "0 for a single node or without ties; undefined for a network without nodes",
              .source = "Harary, F. (1969) Graph Theory, Addison-Wesley",
              .cost = "O(nm), weighted O(nm log n); alone, undirected and unweighted, a few searches of O(n + m) on most networks",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = diameter_slow,
     .fast = diameter},
    {.info = {.name = "mean-distance",
              .title = "Mean distance",
              .summary = "How many steps lie between two connected partners on average.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "mean of the distance over all pairs of nodes that have a path",
              .convention =
                  "pairs without a path are left out; along the arcs when directed; simple network; --weighted: distance by length",
              .undefined = "undefined where no pair has a path: no ties, a single node",
              .source = "Newman, M. E. J. (2003) The structure and function of complex networks, doi:10.1137/S003614450342480",
              .cost = COST,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = mean_slow,
     .fast = mean,
     .seconds = pass_distances_seconds},
    {.info =
         {.name = "efficiency",
          .title = "Efficiency",
          .summary = "How easily any two partners can reach each other, from 0 (nobody) to 1 (everybody directly).",
          .scope = NONET_OF_WHOLE,
          .low = 0,
          .high = 1,
          .formula = "(sum over ordered pairs of 1/distance) / (n(n-1))",
          .convention =
              "global efficiency; a pair without a path counts 0; along the arcs when directed; simple network; --weighted: distance by "
              "length, so values above 1 can occur",
          .undefined = "0 without ties; undefined for fewer than 2 nodes",
          .source = "Latora, V., Marchiori, M. (2001) Efficient behavior of small-world networks, doi:10.1103/PhysRevLett.87.198701",
          .cost = COST,
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = efficiency_slow,
     .fast = efficiency,
     .seconds = pass_distances_seconds},
};

const struct measure_rows whole_distance_rows = {rows, sizeof rows / sizeof *rows};
