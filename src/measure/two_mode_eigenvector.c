/* The leading singular pair of a two-mode network: partners count for what their strategies count, strategies for what their partners do.
 *
 * B has a row for each node of the first kind and a column for each of the second. B y = sigma x and B' x = sigma y for its greatest
 * singular value sigma is the leading eigenvector (x, y) of the whole network: found as that one (leading.h, islands included), with each
 * kind then scaled to length 1 for itself. The second method adds over and over.
 *
 * Sources: (1) P. Bonacich 1991, Simultaneous group and individual centralities, doi:10.1016/0378-8733(91)90018-O; (2) S. P. Borgatti,
 * M. G. Everett 1997, doi:10.1016/S0378-8733(96)00301-2. */
#include "base/memory.h"
#include "measure/leading.h"
#include "measure/two_modes.h"

#include <math.h>
#include <stdlib.h>

/* The squares of each kind add up to 1; a node of neither is left undefined. */
static void scale_each(double *x, const struct two_modes *m) {
  double squares[3] = {0, 0, 0};
  for (uint32_t v = 0; v < m->g->nodes; v++)
    squares[mode_of(m, v)] += x[v] * x[v];
  for (uint32_t v = 0; v < m->g->nodes; v++)
    x[v] = mode_of(m, v) < 2 ? x[v] / sqrt(squares[mode_of(m, v)]) : (double)NAN;
}

static nonet_code vector(double *out, const struct measure_ask *ask, bool by_parts, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-eigenvector", err);
  if (code || m.g->edges == 0) return code;
  code = by_parts ? leading_vector(out, NULL, m.g, ask->run, err) : leading_by_adding(out, m.g, ask->run, err);
  if (!code) scale_each(out, &m);
  return code;
}

static nonet_code vector_by_parts(double *out, const struct measure_ask *ask, nonet_err *err) {
  return vector(out, ask, true, err);
}
static nonet_code vector_by_adding(double *out, const struct measure_ask *ask, nonet_err *err) {
  return vector(out, ask, false, err);
}

static nonet_code value_by_parts(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-singular-value", err);
  return code ? code : leading_value(out, m.g, ask->run, err);
}

/* x' A x / x' x of the vector found by adding. */
static nonet_code value_by_adding(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-singular-value", err);
  if (code) return code;
  *out = 0;
  if (m.g->edges == 0) return NONET_OK;
  double up = 0, down = 0, *x = memory_array(m.g->nodes, sizeof *x);
  code = x ? leading_by_adding(x, m.g, ask->run, err) : error_memory(err);
  for (uint32_t e = 0; !code && e < m.g->edges; e++)
    up += 2 * x[m.g->tail[e]] * x[m.g->head[e]] * (m.g->strength ? m.g->strength[e] : 1);
  for (uint32_t v = 0; !code && v < m.g->nodes; v++)
    down += x[v] * x[v];
  if (!code) *out = up / down;
  free(x);
  return code;
}

#define BONACICH                                                                                                                           \
  "Bonacich, P. (1991) Simultaneous group and individual centralities, Social Networks 13, 155-168, doi:10.1016/0378-8733(91)90018-O; "    \
  "Borgatti, S. P., Everett, M. G. (1997), doi:10.1016/S0378-8733(96)00301-2"

static const struct measure_row rows[] = {
    {.info =
         {.name = "two-mode-eigenvector",
          .title = "Eigenvector centrality in two modes",
          .summary = "How well a partner is tied to strategies that have well-tied partners, and the same of strategies.",
          .scope = NONET_OF_NODES,
          .low = 0,
          .high = 1,
          .formula = "x, y with B y = sigma x and B' x = sigma y, sigma the greatest singular value of the table B of ties",
          .convention = TWO_MODES_READ
          "; the squares of each kind add up to 1 (L2), so values compare within a kind; islands with a smaller sigma get 0; --weighted: "
          "by strength; " TWO_MODES_ONLY,
          .undefined = "0 for an isolate; undefined without ties, and for a node of neither kind",
          .source = BONACICH,
          .cost = "O(m) for each step of ARPACK",
          .takes_weights = true,
          .needs_two_modes = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = vector_by_adding,
     .fast = vector_by_parts},
};

static const struct measure_row value_row[] = {
    {.info = {.name = "two-mode-singular-value",
              .title = "Greatest singular value",
              .summary = "How strongly the best-tied partners and the best-tied strategies hold each other up.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "sigma, the greatest singular value of the table of ties: the factor of two-mode-eigenvector",
              .convention = TWO_MODES_READ "; --weighted: by strength; " TWO_MODES_ONLY,
              .undefined = "0 without ties",
              .source = BONACICH,
              .cost = "O(m) for each step of ARPACK",
              .takes_weights = true,
              .needs_two_modes = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .reads_undirected = true,
     .plain = value_by_adding,
     .fast = value_by_parts},
};

const struct measure_rows two_mode_eigenvector_rows = {rows, 1};
const struct measure_rows two_mode_value_rows = {value_row, 1};
