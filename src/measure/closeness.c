/* Closeness, harmonic closeness and eccentricity: how near a node is to all that it reaches.
 *
 * All three come from one pass over all distances. Closeness follows Wasserman and Faust: the share of others that are reached times the
 * inverse of their mean distance, so that a member of a small island does not look central; on a connected network it is Freeman's.
 *
 * Sources: (1) S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478, p. 201; (2) Y. Rochat 2009, Closeness centrality extended to
 * unconnected graphs; (3) P. Boldi, S. Vigna 2014, doi:10.1080/15427951.2013.865686; (4) P. Hage, F. Harary 1995,
 * doi:10.1016/0378-8733(94)00248-9. */
#include "measure/distance_matrix.h"
#include "measure/pass.h"
#include "measure/sampling.h"

#include <math.h>
#include <stdlib.h>

/* What a node sees of the others. */
struct outlook {
  double sum, inverse, farthest, reached, others;
};
typedef double from_outlook(const struct outlook *o);

static double closeness_of(const struct outlook *o) {
  return o->reached > 0 ? o->reached / o->others * (o->reached / o->sum) : 0;
}

static double harmonic_of(const struct outlook *o) {
  return o->others > 0 ? o->inverse / o->others : 0;
}

static double eccentricity_of(const struct outlook *o) {
  return o->farthest;
}

static nonet_code by_pass(double *out, const struct measure_ask *ask, from_outlook *value, nonet_err *err) {
  const struct distances *d;
  nonet_code code = pass_distances(&d, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = value(&(struct outlook){d->sum[v], d->inverse[v], d->farthest[v], d->reached[v], (double)ask->net->nodes - 1});
  return code;
}

static nonet_code by_matrix(double *out, const struct measure_ask *ask, from_outlook *value, nonet_err *err) {
  size_t n = ask->net->nodes;
  double *d;
  nonet_code code = distance_matrix(&d, ask, err);
  for (size_t v = 0; !code && v < n; v++) {
    struct outlook o = {.others = (double)n - 1};
    for (size_t w = 0; w < n; w++) {
      double x = d[v * n + w];
      if (w == v || isinf(x)) continue;
      o.sum += x, o.inverse += 1 / x, o.reached++;
      o.farthest = fmax(o.farthest, x);
    }
    out[v] = value(&o);
  }
  if (!code) free(d);
  return code;
}

static nonet_code closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_pass(out, ask, closeness_of, err);
}
static nonet_code closeness_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, ask, closeness_of, err);
}
static nonet_code harmonic(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_pass(out, ask, harmonic_of, err);
}
static nonet_code harmonic_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, ask, harmonic_of, err);
}
static nonet_code eccentricity(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_pass(out, ask, eccentricity_of, err);
}
static nonet_code eccentricity_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, ask, eccentricity_of, err);
}

#define COST "O(nm), weighted O(nm log n); one pass for all measures of distance"

static const struct measure_row rows[] = {
    {.info =
         {.name = "closeness",
          .title = "Closeness",
          .summary = "How few steps a partner needs to reach the others, and how many of them it reaches at all.",
          .scope = NONET_OF_NODES,
          .low = 0,
          .high = 1,
          .formula = "((r-1)/(n-1)) * ((r-1)/sum of distances), r the nodes reached, the node itself included",
          .convention = "Wasserman-Faust, which is Freeman's on a connected network; outward when directed; simple network; --weighted: "
                        "distance by length, 1/strength",
          .undefined = "0 for an isolate and for a node that reaches nobody",
          .source =
              "Wasserman, S., Faust, K. (1994) Social Network Analysis, p. 201, doi:10.1017/CBO9780511815478; Freeman, L. C. (1978/79), "
              "doi:10.1016/0378-8733(78)90021-7",
          .cost = COST,
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .plain = closeness_slow,
     .fast = closeness,
     .seconds = pass_distances_seconds,
     .sampled = sampling_closeness},
    {.info =
         {.name = "harmonic",
          .title = "Harmonic closeness",
          .summary = "How near a partner is to everybody, counting those it cannot reach as infinitely far.",
          .scope = NONET_OF_NODES,
          .low = 0,
          .high = 1,
          .formula = "(sum over others of 1/distance) / (n-1)",
          .convention =
              "divided by n-1; a pair without a path adds 0; outward when directed; simple network; --weighted: distance by length, "
              "1/strength",
          .undefined = "0 for an isolate and for a single node",
          .source =
              "Rochat, Y. (2009) Closeness centrality extended to unconnected graphs; Boldi, P., Vigna, S. (2014) Axioms for centrality, "
              "doi:10.1080/15427951.2013.865686",
          .cost = COST,
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .plain = harmonic_slow,
     .fast = harmonic,
     .seconds = pass_distances_seconds,
     .sampled = sampling_harmonic},
};

static const struct measure_row eccentricity_row[] = {
    {.info = {.name = "eccentricity",
              .title = "Eccentricity",
              .summary = "How many steps it takes a partner to reach the one that is farthest from it.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest distance to a node that is reached",
              .convention =
                  "over nodes that are reached only; outward when directed; simple network; --weighted: distance by length, 1/strength",
              .undefined = "0 for an isolate and for a node that reaches nobody",
              .source = "Hage, P., Harary, F. (1995) Eccentricity and centrality in networks, doi:10.1016/0378-8733(94)00248-9",
              .cost = COST,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .plain = eccentricity_slow,
     .fast = eccentricity,
     .seconds = pass_distances_seconds},
};

const struct measure_rows closeness_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows eccentricity_rows = {eccentricity_row, 1};
