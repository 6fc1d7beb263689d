/* Coreness: how deep in the densely tied part of the network a node lies.
 *
 * Sources: (1) S. B. Seidman 1983, doi:10.1016/0378-8733(83)90028-X; (2) V. Batagelj, M. Zaversnik 2011, doi:10.1007/s11634-010-0079-y. */
#include "base/memory.h"
#include "kernel/core.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

static nonet_code by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  nonet_code code = pass_undirected(&g, ask, err);
  if (code) return code;
  uint32_t *core = memory_array(g->nodes, sizeof *core);
  enum kernel_code done = core ? coreness(core, g) : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; done == KERNEL_DONE && v < g->nodes; v++)
    out[v] = core[v];
  free(core);
  return pass_result(done, ask, err);
}

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_vector_int_t cores;
  (void)weights, (void)ask;
  igraph_error_t code = igraph_vector_int_init(&cores, 0);
  if (code) return code;
  code = igraph_coreness(g, &cores, IGRAPH_ALL);
  if (!code) code = through_whole(out, &cores);
  igraph_vector_int_destroy(&cores);
  return code;
}

static nonet_code by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, ask->net->nodes, ask, true, THROUGH_NONE, call, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "coreness",
              .title = "Coreness",
              .summary = "How deep a partner sits in the part of the network where everybody works with several others.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest k such that the node is in a set whose members each have k neighbours inside",
              .convention = "direction is left out of account; simple network; never weighted",
              .undefined = "0 for an isolate",
              .source = "Seidman, S. B. (1983) Network structure and minimum degree, doi:10.1016/0378-8733(83)90028-X",
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = by_igraph,
     .fast = by_kernel},
};

const struct measure_rows coreness_rows = {rows, sizeof rows / sizeof *rows};
