/* Spanning trees and algebraic connectivity: how many ways the network hangs together, and how firmly.
 *
 * Sources: (1) M. Fiedler 1973, Algebraic connectivity of graphs, Czechoslovak Mathematical Journal 23; (2) G. Kirchhoff 1847,
 * doi:10.1002/andp.18471481202. */
#include "kernel/spanning.h"
#include "measure/pass.h"

#include <math.h>

static nonet_code algebraic(double *out, const struct measure_ask *ask, uint32_t dense, nonet_err *err) {
  const struct graph *g;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = net_simple(&g, ask->net, false, ask->weighted, err);
  return code ? code : pass_result(spanning_algebraic_connectivity(out, g, dense, &watch), ask, err);
}

static nonet_code algebraic_connectivity(double *out, const struct measure_ask *ask, nonet_err *err) {
  return algebraic(out, ask, 0, err);
}

/* The second method: all eigenvalues. */
static nonet_code algebraic_connectivity_dense(double *out, const struct measure_ask *ask, nonet_err *err) {
  return algebraic(out, ask, UINT32_MAX, err);
}

static nonet_code trees(struct spanning *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = net_simple(&g, ask->net, false, ask->weighted, err);
  return code ? code : pass_result(spanning_trees(s, g, &watch), ask, err);
}

static nonet_code spanning_tree_count(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct spanning s;
  nonet_code code = trees(&s, ask, err);
  if (code) return code;
  *out = s.trees;
  if (!isinf(s.trees)) return NONET_OK;
  return error_set(err, NONET_ELIMIT, "the number of spanning trees is beyond 1e308: log-spanning-trees gives its logarithm");
}

static nonet_code log_spanning_trees(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct spanning s;
  nonet_code code = trees(&s, ask, err);
  if (!code) *out = isinf(s.log_trees) ? (double)NAN : s.log_trees;
  return code;
}

#define KIRCHHOFF                                                                                                                          \
  "Kirchhoff, G. (1847) Ueber die Aufloesung der Gleichungen, auf welche man bei der Untersuchung der linearen Vertheilung galvanischer "  \
  "Stroeme gefuehrt wird, doi:10.1002/andp.18471481202"

static const struct measure_row rows[] = {
    {.info =
         {.name = "algebraic-connectivity",
          .title = "Algebraic connectivity",
          .summary = "How firmly the whole hangs together: 0 where it is apart, small where a few ties hold two halves.",
          .scope = NONET_OF_WHOLE,
          .low = 0,
          .high = INFINITY,
          .formula = "second least eigenvalue of the Laplacian (degrees less adjacency)",
          .convention =
              "of the combinatorial Laplacian, not normalised; direction is left out of account; simple network; --weighted: by strength",
          .undefined = "0 where the network is disconnected; undefined below 2 nodes",
          .source = "Fiedler, M. (1973) Algebraic connectivity of graphs, doi:10.21136/CMJ.1973.101168",
          .cost = "O(n^3) up to 200 nodes, then the cost of a sparse factorisation",
          .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = algebraic_connectivity_dense,
     .fast = algebraic_connectivity},
    {.info =
         {.name = "spanning-trees",
          .title = "Spanning trees",
          .summary = "In how many ways the network could be thinned out to just enough ties to keep everybody connected.",
          .scope = NONET_OF_WHOLE,
          .low = 0,
          .high = INFINITY,
          .formula = "any cofactor of the Laplacian",
          .convention =
              "direction is left out of account; simple network; --weighted: the sum over trees of the product of strengths; beyond 1e308 "
              "it is refused and log-spanning-trees serves",
          .undefined = "1 for a single node, 0 where the network is disconnected; undefined for a network without nodes",
          .source = KIRCHHOFF,
          .cost = "O(n^3) at worst, sparse networks far less",
          .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = spanning_tree_count},
    {.info = {.name = "log-spanning-trees",
              .title = "Logarithm of the spanning trees",
              .summary = "In how many ways the network could be thinned out and stay connected, as a logarithm, for networks of any size.",
              .scope = NONET_OF_WHOLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "natural logarithm of spanning-trees",
              .convention = "direction is left out of account; simple network; --weighted: by strength",
              .undefined = "0 for a single node; undefined where the network is disconnected or has no nodes",
              .source = KIRCHHOFF,
              .cost = "O(n^3) at worst, sparse networks far less",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = log_spanning_trees},
};

const struct measure_rows laplacian_rows = {rows, sizeof rows / sizeof *rows};
