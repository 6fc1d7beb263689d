/* Betweenness of nodes and ties, and how far it is gathered in one node.
 *
 * The kernel is Brandes' algorithm on our own arrays, all processors; igraph's is the second method. igraph compares lengths within 1e-10
 * and says nothing when it counts more than 1e308 paths; the kernel compares whole units exactly and refuses.
 *
 * Sources: (1) L. C. Freeman 1977, doi:10.2307/3033543; (2) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249; (3) M. Girvan,
 * M. E. J. Newman 2002, doi:10.1073/pnas.122653799. */
#include "kernel/betweenness.h"
#include "base/memory.h"
#include "measure/pass.h"
#include "measure/sampling.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

/* --normalised: by the number of pairs of others, ordered where directed. */
static void scale(double *out, const struct measure_ask *ask) {
  double n = ask->net->nodes, pairs = (n - 1) * (n - 2) / (ask->net->directed ? 1 : 2);
  for (uint32_t v = 0; ask->normalised && v < ask->net->nodes; v++)
    out[v] = n > 2 ? out[v] / pairs : (double)NAN;
}

static nonet_code by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  const double *node;
  nonet_code code = pass_betweenness(&node, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = node[v];
  if (!code) scale(out, ask);
  return code;
}

static igraph_error_t call_nodes(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  return border_betweenness(out, g, ask->net->directed, weights);
}

static nonet_code by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = through_igraph(out, ask->net->nodes, ask, false, THROUGH_LENGTHS, call_nodes, err);
  if (!code) scale(out, ask);
  return code;
}

/* Values of edges of the simple network to the ties of each; a tie that goes both ways in a directed network has both arcs' sum. */
static void to_ties(double *out, const double *edge, const struct measure_ask *ask) {
  const nonet *n = ask->net;
  double pairs = (double)n->nodes * ((double)n->nodes - 1) / (n->directed ? 1 : 2);
  for (uint32_t t = 0; t < n->ties; t++)
    out[t] = 0;
  for (uint32_t e = 0; e < ask->simple->edges; e++) {
    size_t count;
    const uint32_t *ties = net_simple_ties(n, n->directed, e, &count);
    for (size_t i = 0; i < count; i++)
      out[ties[i]] += ask->normalised ? edge[e] / pairs : edge[e];
  }
}

static nonet_code ties_by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  double *edge = memory_array(ask->simple->edges, sizeof *edge);
  enum kernel_code code = edge ? betweenness(NULL, edge, ask->simple, &watch) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE) to_ties(out, edge, ask);
  free(edge);
  return pass_result(code, ask, err);
}

static igraph_error_t call_edges(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  return border_edge_betweenness(out, g, ask->net->directed, weights);
}

static nonet_code ties_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  double *edge = memory_array(ask->simple->edges, sizeof *edge);
  if (!edge) return error_memory(err);
  nonet_code code = through_igraph(edge, ask->simple->edges, ask, false, THROUGH_LENGTHS, call_edges, err);
  if (!code) to_ties(out, edge, ask);
  free(edge);
  return code;
}

static nonet_code seconds(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(betweenness_seconds(out, ask->simple, false, &watch), ask, err);
}

static nonet_code ties_seconds(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(betweenness_seconds(out, ask->simple, true, &watch), ask, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "betweenness",
              .title = "Betweenness",
              .summary = "How often a partner is relied upon as the go-between on the shortest ways between others.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of others of (shortest paths s-t through the node) / (shortest paths s-t)",
              .convention =
                  "raw count over unordered pairs (ordered when directed); simple network; --weighted: shortest by length, 1/strength; "
                  "pairs without a path add nothing",
              .undefined = "0 for an isolate; with --normalised undefined in a network of fewer than 3 nodes",
              .source =
                  "Freeman, L. C. (1977) A set of measures of centrality based on betweenness, doi:10.2307/3033543; Brandes, U. (2001), "
                  "doi:10.1080/0022250X.2001.9990249",
              .cost = "O(nm), weighted O(nm + n^2 log n)",
              .normalised = "(n-1)(n-2)/2, or (n-1)(n-2) when directed",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = by_igraph,
     .fast = by_kernel,
     .seconds = seconds,
     .sampled = sampling_betweenness},
};

static const struct measure_row tie_rows[] = {
    {.info = {.name = "tie-betweenness",
              .title = "Tie betweenness",
              .summary = "How much of the shortest ways between all partners a single tie carries.",
              .scope = NONET_OF_TIES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of (shortest paths s-t along the tie) / (shortest paths s-t)",
              .convention =
                  "raw count over unordered pairs (ordered when directed); simple network: ties of one pair and direction all get that "
                  "pair's value; an undirected tie in a directed network gets both ways' sum; --weighted: shortest by length",
              .undefined = "0 for a loop",
              .source =
                  "Girvan, M., Newman, M. E. J. (2002) Community structure in social and biological networks, doi:10.1073/pnas.122653799",
              .cost = "O(nm), weighted O(nm + n^2 log n)",
              .normalised = "n(n-1)/2, or n(n-1) when directed",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .plain = ties_by_igraph,
     .fast = ties_by_kernel,
     .seconds = ties_seconds},
};

const struct measure_rows betweenness_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows tie_betweenness_rows = {tie_rows, sizeof tie_rows / sizeof *tie_rows};
