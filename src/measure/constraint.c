/* Burt's constraint: how far a node's contacts know each other anyway.
 *
 * Sources: (1) R. S. Burt 1992, Structural Holes, Harvard University Press; (2) R. S. Burt 2004, doi:10.1086/421787. */
#include "kernel/constraint.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>

static nonet_code by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(constraint(out, ask->simple, &watch), ask, err);
}

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  (void)ask;
  return igraph_constraint(g, out, igraph_vss_all(), weights);
}

static nonet_code by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, ask->net->nodes, ask, false, THROUGH_STRENGTHS, call, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "constraint",
              .title = "Burt's constraint",
              .summary = "How far a partner's contacts are tied to each other, so that it brings them little they do not have already.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 2,
              .formula =
                  "sum over neighbours j of (p_ij + sum over neighbours q of p_iq * p_qj)^2, p_ij the share of i's strength that goes to j",
              .convention =
                  "j and q are direct neighbours; when directed, strengths both ways are added (p_ij from a_ij + a_ji); simple network; "
                  "--weighted: by strength, else each arc 1",
              .undefined = "undefined for an isolate, and with --weighted where all strengths at the node are 0",
              .source =
                  "Burt, R. S. (1992) Structural Holes, Harvard University Press; Burt, R. S. (2004) Structural holes and good ideas, "
                  "doi:10.1086/421787",
              .cost = "O(sum over nodes of the degrees of their neighbours)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .gaps = MEASURE_GAPS,
     .plain = by_igraph,
     .fast = by_kernel},
};

const struct measure_rows constraint_rows = {rows, sizeof rows / sizeof *rows};
