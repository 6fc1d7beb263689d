/* Subgraph centrality: the diagonal of the exponential of the adjacency matrix.
 *
 * The kernel sums the series node by node. The second method is the whole matrix by scaling and squaring: exp(A) = exp(A / 2^s)^(2^s), the
 * small exponential by its series.
 *
 * Sources: (1) E. Estrada, J. A. Rodriguez-Velazquez 2005, doi:10.1103/PhysRevE.71.056103; (2) E. Estrada, N. Hatano 2008, Communicability
 * in complex networks, doi:10.1103/PhysRevE.77.036111 (directed). */
#include "base/memory.h"
#include "kernel/closedwalks.h"
#include "measure/pass.h"
#include "measure/square.h"

#include <math.h>
#include <stdlib.h>

#define TERMS 24 /* of the series of a matrix whose rows add up to 1 at most: 1/24! is below 1e-23 */

static nonet_code by_series(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(closed_walks(out, ask->simple, &watch), ask, err);
}

static double greatest_row(const struct graph *g) {
  double most = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    double sum = 0;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      sum += g->strength ? g->strength[g->edge[a]] : 1;
    most = fmax(most, sum);
  }
  return most;
}

/* to = I + scale A from / by: one step of exp(X) = I + X (I + X/2 (I + X/3 ...)). */
static void horner(double *to, const double *from, const struct graph *g, double scale) {
  size_t n = g->nodes;
  for (size_t v = 0; v < n; v++) {
    double *row = to + v * n;
    for (size_t k = 0; k < n; k++)
      row[k] = k == v;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      const double *other = from + (size_t)g->to[a] * n;
      double x = scale * (g->strength ? g->strength[g->edge[a]] : 1);
      for (size_t k = 0; k < n; k++)
        row[k] += x * other[k];
    }
  }
}

static void square(double *to, const double *from, size_t n) {
  for (size_t r = 0; r < n; r++) {
    double *row = to + r * n;
    for (size_t k = 0; k < n; k++)
      row[k] = 0;
    for (size_t i = 0; i < n; i++) {
      double x = from[r * n + i];
      for (size_t k = 0; x > 0 && k < n; k++)
        row[k] += x * from[i * n + k];
    }
  }
}

static nonet_code by_squaring(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  size_t n = g->nodes, cells = n * n;
  int squarings = (int)ceil(log2(fmax(greatest_row(g), 1)));
  double *room;
  nonet_code code = square_zeros(&room, 2, g, "subgraph-centrality", err);
  if (code) return code;
  double *now = room, *next = room + cells;
  for (size_t v = 0; v < n; v++)
    now[v * n + v] = 1;
  for (int k = TERMS + squarings; !code && k > 0; k--) {
    if (k > squarings)
      horner(next, now, g, ldexp(1, -squarings) / (k - squarings));
    else
      square(next, now, n);
    double *kept = now;
    now = next;
    next = kept;
    code = run_check(ask->run, err);
  }
  for (size_t v = 0; !code && v < n; v++)
    out[v] = now[v * n + v];
  free(room);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "subgraph-centrality",
              .title = "Subgraph centrality",
              .summary = "In how many rounds of contacts that lead back to it a partner takes part, small rounds counting most.",
              .scope = NONET_OF_NODES,
              .low = 1,
              .high = INFINITY,
              .formula = "sum over k of (closed walks of k steps at the node) / k!, the diagonal of exp(A)",
              .convention = "raw; walks follow the arcs when directed; simple network; --weighted: a walk counts the product of its "
                            "strengths; beyond the range of numbers (lambda1 above about 709) it is refused",
              .undefined = "1 for an isolate",
              .source = "Estrada, E., Rodriguez-Velazquez, J. A. (2005) Subgraph centrality in complex networks, "
                        "doi:10.1103/PhysRevE.71.056103; directed: Estrada, E., Hatano, N. (2008), doi:10.1103/PhysRevE.77.036111",
              .cost = "O(k n (n + m)), k about 3 lambda1 + 50: seconds for some thousand nodes",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .plain = by_squaring,
     .fast = by_series},
};

const struct measure_rows subgraph_rows = {rows, sizeof rows / sizeof *rows};
