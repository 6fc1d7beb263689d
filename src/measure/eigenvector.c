/* Eigenvector centrality: a node counts for as much as those that are tied to it. What is done where the network is apart: see leading.c.
 *
 * Sources: (1) P. Bonacich 1972, doi:10.1080/0022250X.1972.9989806. */
#include "measure/leading.h"

static nonet_code by_parts(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = leading_vector(out, NULL, ask->simple, ask->run, err);
  if (!code && ask->normalised) leading_unit_length(out, ask->simple->nodes);
  return code;
}

static nonet_code by_adding(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = leading_by_adding(out, ask->simple, ask->run, err);
  if (!code && ask->normalised) leading_unit_length(out, ask->simple->nodes);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "eigenvector",
              .title = "Eigenvector centrality",
              .summary = "How well a partner is tied to partners that are themselves well tied.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "x with lambda x(v) = sum over ties u - v of strength * x(u), lambda greatest",
              .convention =
                  "maximum 1; by in-ties when directed; simple network; components with a smaller lambda get 0, components that share the "
                  "greatest are in proportion to the sum of their vectors; --weighted: by strength",
              .undefined =
                  "0 for an isolate; undefined without ties, and in a directed network where no single strong component leads (one without "
                  "cycles, or several with the same lambda)",
              .source = "Bonacich, P. (1972) Factoring and weighting approaches to status scores and clique identification, "
                        "doi:10.1080/0022250X.1972.9989806",
              .cost = "O(m) for each step of ARPACK",
              .normalised = "the length of the vector: the squares then add up to 1 (L2)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = by_adding,
     .fast = by_parts},
};

const struct measure_rows eigenvector_rows = {rows, sizeof rows / sizeof *rows};
