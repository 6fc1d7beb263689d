/* Connectivity of the whole network: how many partners, or ties between pairs, must fail before it falls apart.
 *
 * Routes from each node to earlier ones, shared out between workers; igraph, which tries all pairs, is the second method.
 *
 * Sources: (1) K. Menger 1927, doi:10.4064/fm-10-1-96-115; (2) H. Whitney 1932, doi:10.2307/2371086; (3) S. Even
 * 1975, doi:10.1137/0204034. */
#include "kernel/connectivity.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>

typedef enum kernel_code connectivity_kernel(uint32_t *out, const struct graph *g, const struct kernel_watch *watch);

static nonet_code by_kernel(double *out, connectivity_kernel *kernel, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  uint32_t value = 0;
  if (!ask->net->nodes) return NONET_OK;
  nonet_code code = pass_result(kernel(&value, ask->simple, &watch), ask, err);
  if (!code) *out = value;
  return code;
}

static nonet_code nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, node_connectivity, ask, err);
}

static nonet_code ties(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, edge_connectivity, ask, err);
}

static igraph_error_t call_nodes(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_integer_t value = 0;
  (void)weights, (void)ask;
  igraph_error_t code = igraph_vertex_connectivity(g, &value, true);
  if (!code) code = igraph_vector_resize(out, 1);
  if (!code) VECTOR(*out)[0] = (double)value;
  return code;
}

static igraph_error_t call_ties(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_integer_t value = 0;
  (void)weights, (void)ask;
  igraph_error_t code = igraph_edge_connectivity(g, &value, true);
  if (!code) code = igraph_vector_resize(out, 1);
  if (!code) VECTOR(*out)[0] = (double)value;
  return code;
}

static nonet_code by_igraph(double *out, through_call *call, const struct measure_ask *ask, nonet_err *err) {
  if (!ask->net->nodes) return NONET_OK;
  if (ask->net->nodes > 1) return through_igraph(out, 1, ask, false, THROUGH_NONE, call, err);
  *out = 0;
  return NONET_OK;
}

static nonet_code nodes_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_igraph(out, call_nodes, ask, err);
}

static nonet_code ties_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_igraph(out, call_ties, ask, err);
}

#define GAP "0 for a network that is not connected (strongly, when directed) and for a single node; undefined for a network without nodes"

static const struct measure_row rows[] = {
    {.info = {.name = "node-connectivity",
              .title = "Node connectivity",
              .summary = "How many partners must leave before the others can no longer all reach each other.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "least number of nodes whose loss disconnects the network; n-1 where all are tied to all",
              .convention = "directed networks: strongly, along the arcs; simple network; never weighted",
              .undefined = GAP,
              .source = "Whitney, H. (1932) Congruent graphs and the connectivity of graphs, doi:10.2307/2371086; Menger, K. (1927), "
                        "doi:10.4064/fm-10-1-96-115",
              .cost = "O(n + m) where a cut node or a least degree of 2 settles it, else up to O((n + k^2) k m), k the least degree; "
                      "mostly near O(m)"},
     .gaps = MEASURE_GAPS,
     .plain = nodes_by_igraph,
     .fast = nodes},
    {.info = {.name = "tie-connectivity",
              .title = "Tie connectivity",
              .summary = "How many pairs of partners must end their contact before some can no longer reach others.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "least number of pairs of tied nodes whose loss disconnects the network",
              .convention = "pairs, however many ties they carry; directed networks: strongly, along the arcs; never weighted",
              .undefined = GAP,
              .source = "Whitney, H. (1932) Congruent graphs and the connectivity of graphs, doi:10.2307/2371086",
              .cost =
                  "O(n + m) where a bridge or a least degree of 2 settles it, else up to O(n k m), k the least degree; mostly near O(m)"},
     .gaps = MEASURE_GAPS,
     .plain = ties_by_igraph,
     .fast = ties},
};

const struct measure_rows connectivity_rows = {rows, sizeof rows / sizeof *rows};
