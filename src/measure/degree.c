/* Degree, in all its forms: how many ties, in and out, how many others, how strong together.
 *
 * These see every tie as it was given, parallel ones and loops too; `neighbours` alone counts others once.
 *
 * Sources: (1) L. C. Freeman 1978/79, doi:10.1016/0378-8733(78)90021-7; (2) A. Barrat et al. 2004, doi:10.1073/pnas.0400087101. */
#include "measure/pass.h"

#include <math.h>

/* --normalised: by the n - 1 others. */
static void scale(double *out, const struct measure_ask *ask) {
  double others = (double)ask->net->nodes - 1;
  for (uint32_t v = 0; ask->normalised && v < ask->net->nodes; v++)
    out[v] = others > 0 ? out[v] / others : (double)NAN;
}

/* Add 1 (or the strength) for each tie end that counts: `in` and `out` ends; an undirected tie's ends are both. */
static nonet_code add_ends(double *values, const struct measure_ask *ask, bool in, bool out, bool strengths) {
  const nonet *n = ask->net;
  for (uint32_t v = 0; v < n->nodes; v++)
    values[v] = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    double x = strengths ? net_tie_strength(n, t) : 1;
    bool both = !net_tie_directed(n, t);
    if (out || both) values[n->tie_from[t]] += x;
    if (in || both) values[n->tie_to[t]] += x;
  }
  scale(values, ask);
  return NONET_OK;
}

static nonet_code degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  return add_ends(out, ask, true, true, false);
}

static nonet_code in_degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  return add_ends(out, ask, true, false, false);
}

static nonet_code out_degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  return add_ends(out, ask, false, true, false);
}

static nonet_code strength(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  return add_ends(out, ask, true, true, true);
}

static nonet_code neighbours(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  nonet_code code = pass_undirected(&g, ask, err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    out[v] = (double)(g->first[v + 1] - g->first[v]);
  if (!code) scale(out, ask);
  return code;
}

#define FREEMAN "Freeman, L. C. (1978/79) Centrality in social networks: conceptual clarification, doi:10.1016/0378-8733(78)90021-7"
#define BY_OTHERS "n - 1"
#define DEGREE_GAP "0 for an isolate; with --normalised undefined for a network of a single node"

static const struct measure_row rows[] = {
    {.info = {.name = "degree",
              .title = "Degree",
              .summary = "How many working ties a partner has, each counted as it was given.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of ties at the node",
              .convention = "counts every tie: parallel ties each, a loop twice; direction is left out of account",
              .undefined = DEGREE_GAP,
              .source = FREEMAN,
              .cost = "O(n + m)",
              .normalised = BY_OTHERS " (above 1 where ties are repeated)"},
     .sees_all_ties = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = degree},
    {.info = {.name = "in-degree",
              .title = "In-degree",
              .summary = "How many ties point to a partner: how often others say they come to it.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of ties that end at the node",
              .convention =
                  "counts every tie, a directed loop once; an undirected tie counts at both ends, so undirected networks have the degree",
              .undefined = DEGREE_GAP,
              .source = FREEMAN,
              .cost = "O(n + m)",
              .normalised = BY_OTHERS " (above 1 where ties are repeated)"},
     .sees_all_ties = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = in_degree},
    {.info = {.name = "out-degree",
              .title = "Out-degree",
              .summary = "How many ties start from a partner: how often it says that it goes to others.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of ties that start at the node",
              .convention =
                  "counts every tie, a directed loop once; an undirected tie counts at both ends, so undirected networks have the degree",
              .undefined = DEGREE_GAP,
              .source = FREEMAN,
              .cost = "O(n + m)",
              .normalised = BY_OTHERS " (above 1 where ties are repeated)"},
     .sees_all_ties = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = out_degree},
    {.info = {.name = "neighbours",
              .title = "Neighbours",
              .summary = "With how many different others a partner is in direct contact.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of other nodes that a tie joins to the node",
              .convention = "each other once, however many ties; direction is left out of account",
              .undefined = DEGREE_GAP,
              .source = FREEMAN,
              .cost = "O(n + m)",
              .normalised = BY_OTHERS},
     .reads_undirected = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = neighbours},
    {.info = {.name = "strength",
              .title = "Strength",
              .summary = "How much a partner's ties amount to together, by their weights.",
              .scope = NONET_OF_NODES,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "sum of the strengths of the ties at the node",
              .convention =
                  "always weighted: a tie without weight has strength 1, a length l has 1/l; every tie counts, a loop twice; direction is "
                  "left out of account",
              .undefined = DEGREE_GAP,
              .source = "Barrat, A. et al. (2004) The architecture of complex weighted networks, doi:10.1073/pnas.0400087101",
              .cost = "O(n + m)",
              .normalised = BY_OTHERS,
              .takes_weights = true},
     .needs = NET_WEIGHTS_ANY,
     .always_weighted = true,
     .sees_all_ties = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = strength},
};

const struct measure_rows degree_rows = {rows, sizeof rows / sizeof *rows};
