/* A two-mode network as a whole: how much of what could be is there, how far threes close to fours, how many pairs can be made.
 *
 * Sources: (1) S. P. Borgatti, M. G. Everett 1997, doi:10.1016/S0378-8733(96)00301-2; (2) G. Robins, M. Alexander 2004,
 * doi:10.1023/B:CMOT.0000032580.12184.c0; (3) J. E. Hopcroft, R. M. Karp 1973, doi:10.1137/0202019. */
#include "base/memory.h"
#include "kernel/matching.h"
#include "kernel/sharing.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"
#include "measure/two_modes.h"

#include <math.h>
#include <stdlib.h>

static nonet_code density(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-density", err);
  if (!code && m.size[0] > 0 && m.size[1] > 0) *out = m.g->edges / (m.size[0] * m.size[1]);
  return code;
}

/* ---- clustering ---- */

/* Paths of three ties: their ends are of different modes, so none is a triangle. */
static double three_paths(const struct two_modes *m) {
  double paths = 0;
  for (uint32_t e = 0; e < m->g->edges; e++)
    paths += (two_modes_ties_of(m, m->g->tail[e]) - 1) * (two_modes_ties_of(m, m->g->head[e]) - 1);
  return paths;
}

static nonet_code clustering(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = two_modes_start(&m, ask, "two-mode-clustering", err);
  if (code) return code;
  double paths = three_paths(&m), corners = 0, *cycles = memory_array(m.g->nodes, sizeof *cycles);
  if (!cycles) return error_memory(err);
  code = pass_result(sharing_cycles(cycles, m.g, &watch), ask, err);
  for (uint32_t v = 0; !code && v < m.g->nodes; v++)
    corners += cycles[v]; /* each cycle has four */
  if (!code && paths > 0) *out = corners / paths;
  free(cycles);
  return code;
}

static bool are_tied(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

/* Each path a - tail - head - b by itself: is a tied to b? Every cycle is met four times. */
static nonet_code clustering_by_paths(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  double paths = 0, closed = 0;
  nonet_code code = two_modes_start(&m, ask, "two-mode-clustering", err);
  const struct graph *g = m.g;
  for (uint32_t e = 0; !code && e < g->edges; e++) {
    uint32_t tail = g->tail[e], head = g->head[e];
    for (uint64_t a = g->first[tail]; a < g->first[tail + 1]; a++)
      for (uint64_t b = g->first[head]; b < g->first[head + 1]; b++) {
        if (g->to[a] == head || g->to[b] == tail) continue;
        paths++;
        closed += are_tied(g, g->to[a], g->to[b]);
      }
    code = run_check(ask->run, err);
  }
  if (!code && paths > 0) *out = closed / paths;
  return code;
}

/* ---- matching ---- */

static nonet_code matching_number(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  uint32_t pairs;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = two_modes_start(&m, ask, "matching-number", err);
  if (code) return code;
  bool *left = memory_array(m.g->nodes, sizeof *left);
  uint32_t *mate = memory_array(m.g->nodes, sizeof *mate);
  code = left && mate ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < m.g->nodes; v++)
    left[v] = mode_of(&m, v) == 0;
  if (!code) code = pass_result(matching(mate, &pairs, m.g, left, &watch), ask, err);
  if (!code) *out = pairs;
  free(left);
  free(mate);
  return code;
}

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  struct two_modes m = {.net = ask->net};
  igraph_vector_bool_t first;
  igraph_integer_t pairs = 0;
  (void)weights;
  igraph_error_t code = igraph_vector_bool_init(&first, igraph_vcount(g));
  if (code) return code;
  for (uint32_t v = 0; v < ask->net->nodes; v++)
    VECTOR(first)[v] = mode_of(&m, v) == 0;
  code = igraph_maximum_bipartite_matching(g, &first, &pairs, NULL, NULL, NULL, 0);
  igraph_vector_bool_destroy(&first);
  if (!code) code = igraph_vector_resize(out, 1);
  if (!code) VECTOR(*out)[0] = (double)pairs;
  return code;
}

static nonet_code matching_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "matching-number", err);
  return code ? code : through_igraph(out, 1, ask, true, THROUGH_NONE, call, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "two-mode-density",
              .title = "Density in two modes",
              .summary = "Which share of all possible ties between partners and strategies is there.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "m / (n1 n2), n1 and n2 the nodes of the two kinds",
              .convention = TWO_MODES_READ "; 'density' divides by all pairs of nodes instead; " TWO_MODES_ONLY,
              .undefined = "undefined where one of the two kinds has no node",
              .source = "Borgatti, S. P., Everett, M. G. (1997) Network analysis of 2-mode data, doi:10.1016/S0378-8733(96)00301-2",
              .cost = "O(n)",
              .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = density},
    {.info = {.name = "two-mode-clustering",
              .title = "Clustering in two modes",
              .summary = "How often two partners that share a strategy share a second one.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "4 * cycles of four ties / paths of three ties",
              .convention = TWO_MODES_READ "; Robins and Alexander's; " TWO_MODES_ONLY,
              .undefined = "undefined where no path has three ties",
              .source = "Robins, G., Alexander, M. (2004) Small worlds among interlocking directors: network structure and distance in "
                        "bipartite graphs, doi:10.1023/B:CMOT.0000032580.12184.c0",
              .cost = "O(walks of two steps)",
              .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = clustering_by_paths,
     .fast = clustering},
    {.info = {.name = "matching-number",
              .title = "Matching number",
              .summary = "How many strategies could each have a partner of their own, that has no other.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest number of ties of which no two meet",
              .convention = TWO_MODES_READ "; by Koenig's theorem also the fewest nodes that touch every tie; " TWO_MODES_ONLY,
              .undefined = "0 without ties",
              .source = "Hopcroft, J. E., Karp, R. M. (1973) An n^5/2 algorithm for maximum matchings in bipartite graphs, "
                        "doi:10.1137/0202019",
              .cost = "O(m sqrt n)",
              .needs_two_modes = true},
     .reads_undirected = true,
     .plain = matching_by_igraph,
     .fast = matching_number},
};

const struct measure_rows two_mode_whole_rows = {rows, sizeof rows / sizeof *rows};
