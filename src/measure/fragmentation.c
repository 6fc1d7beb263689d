/* How much of the network hangs together: connectedness, fragmentation, compactness.
 *
 * Sources: (1) D. Krackhardt 1994, Graph theoretical dimensions of informal organizations; (2) S. P. Borgatti 2006,
 * doi:10.1007/s10588-006-7084-x. */
#include "measure/pass.h"

#include <math.h>

/* Pairs in one component, of all pairs. */
static nonet_code connectedness(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  double n = ask->net->nodes, together = 0;
  if (n < 2) return NONET_OK;
  nonet_code code = pass_components(&s, ask, err);
  for (uint32_t p = 0; !code && p < s->components; p++)
    together += (double)s->component_size[p] * (s->component_size[p] - 1.0);
  if (!code) *out = together / (n * (n - 1));
  return code;
}

static nonet_code fragmentation(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = connectedness(out, ask, err);
  if (!code) *out = 1 - *out;
  return code;
}

/* The second method: who is reached, from the distances. */
static nonet_code connectedness_by_reach(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct distances d;
  struct kernel_watch watch = pass_watch(ask);
  double n = ask->net->nodes, together = 0;
  if (n < 2) return NONET_OK;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = pass_result(distances_start(&d, g, &watch), ask, err);
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++)
    together += d.reached[v];
  distances_free(&d);
  *out = together / (n * (n - 1));
  return NONET_OK;
}

static nonet_code fragmentation_by_reach(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = connectedness_by_reach(out, ask, err);
  if (!code) *out = 1 - *out;
  return code;
}

static nonet_code compactness(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct distances *d;
  double n = ask->net->nodes, sum = 0;
  if (n < 2) return NONET_OK;
  nonet_code code = pass_distances(&d, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    sum += d->inverse[v];
  if (!code) *out = sum / (n * (n - 1));
  return code;
}

#define BORGATTI "Borgatti, S. P. (2006) Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x"

static const struct measure_row rows[] = {
    {.info = {.name = "connectedness",
              .title = "Connectedness",
              .summary = "What share of all pairs of partners can reach each other at all.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "sum over components of s(s-1), divided by n(n-1)",
              .convention = "direction is left out of account",
              .undefined = "undefined below 2 nodes",
              .source = "Krackhardt, D. (1994) Graph theoretical dimensions of informal organizations, in Computational Organization "
                        "Theory, doi:10.4324/9781315806648",
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = connectedness_by_reach,
     .fast = connectedness},
    {.info = {.name = "fragmentation",
              .title = "Fragmentation",
              .summary = "What share of all pairs of partners cannot reach each other at all.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "1 - (sum over components of s(s-1)) / (n(n-1))",
              .convention = "Borgatti's F of the whole network; direction is left out of account",
              .undefined = "undefined below 2 nodes",
              .source = BORGATTI,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = fragmentation_by_reach,
     .fast = fragmentation},
    {.info =
         {.name = "compactness",
          .title = "Compactness",
          .summary = "How near partners are to each other, from 0 (nobody reaches anybody) to 1 (everybody is tied to everybody).",
          .scope = NONET_OF_WHOLE,
          .low = 0,
          .high = 1,
          .formula = "mean over all ordered pairs of 1/distance",
          .convention =
              "1 less Borgatti's distance-weighted fragmentation, and the same number as efficiency; a pair without a path counts 0; along "
              "the arcs when directed; --weighted: distance by length, so values above 1 can occur",
          .undefined = "undefined below 2 nodes",
          .source = BORGATTI,
          .cost = "O(nm)",
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = compactness,
     .seconds = pass_distances_seconds},
};

const struct measure_rows fragmentation_rows = {rows, sizeof rows / sizeof *rows};
