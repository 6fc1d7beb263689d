/* Who lies between two sides: betweenness of the pairs of which one is on the one side, the other on the other.
 *
 * Undirected, a pair of two that are on both sides is met from either end, so what such pairs give is taken off once.
 *
 * Sources: (1) P. L. Flom, S. R. Friedman, S. Strauss, A. Neaigus 2004, A new measure of linkage between two sub-networks, Connections
 * 26(1); (2) U. Brandes 2008, On variants of shortest-path betweenness centrality, doi:10.1016/j.socnet.2007.11.001. */
#include "base/memory.h"
#include "kernel/betweenness.h"
#include "measure/pass.h"
#include "measure/sides.h"

#include <math.h>
#include <stdlib.h>

typedef enum kernel_code pairs_kernel(double *node, const struct graph *g, const bool *of_from, const bool *of_onto,
                                      const struct kernel_watch *watch);

/* Who is on which side, and how many. */
struct marks {
  bool *of[2], *both;
  double count[2], on_both;
};

static bool marks_start(struct marks *m, const struct sides *s, uint32_t nodes) {
  *m = (struct marks){.count = {s->count[0], s->count[1]}};
  m->of[0] = memory_zeroed(nodes, 1);
  m->of[1] = memory_zeroed(nodes, 1);
  m->both = memory_zeroed(nodes, 1);
  if (!m->of[0] || !m->of[1] || !m->both) return false;
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; i < s->count[side]; i++)
      m->of[side][s->node[side][i]] = true;
  for (uint32_t v = 0; v < nodes; v++)
    m->on_both += m->both[v] = m->of[0][v] && m->of[1][v];
  return true;
}

static void marks_free(struct marks *m) {
  free(m->of[0]);
  free(m->of[1]);
  free(m->both);
}

/* Pairs with one on each side, without v: ordered where directed. */
static double pairs_without(const struct marks *m, uint32_t v, bool directed) {
  double one = m->count[0] - m->of[0][v], other = m->count[1] - m->of[1][v], both = m->on_both - m->both[v];
  return directed ? one * other - both : one * other - both - both * (both - 1) / 2;
}

static nonet_code count(double *out, struct marks *m, pairs_kernel *kernel, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  uint32_t nodes = ask->net->nodes;
  nonet_code code = pass_result(kernel(out, ask->simple, m->of[0], m->of[1], &watch), ask, err);
  if (code || ask->net->directed || m->on_both == 0) return code;
  double *twice = memory_array(nodes, sizeof *twice);
  code = twice ? pass_result(kernel(twice, ask->simple, m->both, m->both, &watch), ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < nodes; v++)
    out[v] -= twice[v] / 2;
  free(twice);
  return code;
}

static nonet_code between(double *out, const struct measure_ask *ask, pairs_kernel *kernel, nonet_err *err) {
  struct sides sides;
  struct marks m = {0};
  nonet_code code = sides_read(&sides, ask->net, ask->parameter_text, err);
  if (code) return code;
  if (!marks_start(&m, &sides, ask->net->nodes)) code = error_memory(err);
  if (!code) code = count(out, &m, kernel, ask, err);
  for (uint32_t v = 0; !code && ask->normalised && v < ask->net->nodes; v++) {
    double pairs = pairs_without(&m, v, ask->net->directed);
    out[v] = pairs > 0 ? out[v] / pairs : (double)NAN;
  }
  marks_free(&m);
  sides_free(&sides);
  return code;
}

static nonet_code fast(double *out, const struct measure_ask *ask, nonet_err *err) {
  return between(out, ask, betweenness_of_pairs, err);
}

static nonet_code plain(double *out, const struct measure_ask *ask, nonet_err *err) {
  return between(out, ask, betweenness_of_pairs_plain, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "betweenness-between",
              .title = "Betweenness between two sides",
              .summary = "Who lies between two layers, two kinds or two partners: how often the shortest ways from one side to the other "
                         "lead through a partner.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of others, s of side A and t of side B, of (shortest paths s-t through the node) / (shortest "
                         "paths s-t)",
              .convention = "each pair once (from A to B when directed); a node of both sides is on both; a name is a node's before it is "
                            "a layer's, a layer's before it is a kind's; simple network; --weighted: shortest by length, 1/strength; pairs "
                            "without a path add nothing",
              .undefined = "0 for an isolate; with --normalised undefined where no pair is left",
              .source =
                  "Flom, P. L. et al. (2004) A new measure of linkage between two sub-networks, Connections 26(1), 62-70; Brandes, U. "
                  "(2008), doi:10.1016/j.socnet.2007.11.001",
              .cost = "O(am), a the members of side A; weighted O(a(m + n log n))",
              .normalised = "the number of such pairs without the node (then it is the Q-measure)",
              .parameter = "A;B, two nodes, layers or kinds",
              .takes_weights = true},
     .parameter_is_text = true,
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = plain,
     .fast = fast},
};

const struct measure_rows betweenness_between_rows = {rows, sizeof rows / sizeof *rows};
