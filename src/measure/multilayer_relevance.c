/* Which layers a node's contacts are met in: how many by a layer at all, how many by it alone; and which ties there are in every layer.
 *
 * Sources: (1) M. Berlingerio, M. Coscia, F. Giannotti, A. Monreale, D. Pedreschi 2011, Foundations of multidimensional network analysis,
 * doi:10.1109/ASONAM.2011.103; (2) F. Battiston, V. Nicosia, V. Latora 2014, doi:10.1103/PhysRevE.89.032804. */
#include "base/memory.h"
#include "measure/judge.h"
#include "measure/multilayer.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

/* Of one node: in how many of its layers each other node is its neighbour, and by which state it was seen last. */
struct contacts {
  const struct supra *s;
  uint32_t *layers, *seen; /* of each node; seen: state + 1 */
};

static bool contacts_start(struct contacts *c, const struct supra *s) {
  *c = (struct contacts){s, memory_zeroed(s->nodes, sizeof *c->layers), memory_zeroed(s->nodes, sizeof *c->seen)};
  return c->layers && c->seen;
}

static void contacts_free(struct contacts *c) {
  free(c->layers);
  free(c->seen);
}

/* The nodes tied to v in a state of it, each once: call with each of them. */
static uint32_t meet(struct contacts *c, uint32_t state, uint32_t stamp, uint32_t (*each)(struct contacts *, uint32_t w)) {
  const struct supra *s = c->s;
  uint32_t sum = 0;
  for (int side = 0; side <= s->ties.directed; side++) {
    const uint64_t *first = side ? s->ties.in_first : s->ties.first;
    const uint32_t *to = side ? s->ties.in_to : s->ties.to;
    for (uint64_t a = first[state]; a < first[state + 1]; a++) {
      uint32_t w = s->node[to[a]];
      if (c->seen[w] == stamp) continue;
      c->seen[w] = stamp;
      sum += each(c, w);
    }
  }
  return sum;
}

static uint32_t count(struct contacts *c, uint32_t w) {
  return c->layers[w]++ == 0;
}
static uint32_t one(struct contacts *c, uint32_t w) {
  return (void)c, (void)w, 1;
}
static uint32_t alone(struct contacts *c, uint32_t w) {
  return c->layers[w] == 1;
}
static uint32_t forget(struct contacts *c, uint32_t w) {
  c->layers[w] = 0;
  return 0;
}

enum { NEIGHBOURS, RELEVANCE, EXCLUSIVE, EXCLUSIVE_RELEVANCE, COLUMNS };

static bool has_ties(const struct supra *s, uint32_t state) {
  return s->ties.first[state] < s->ties.first[state + 1] || s->ties.in_first[state] < s->ties.in_first[state + 1];
}

static nonet_code fill_node(nonet_sheet *s, double *const column[COLUMNS], size_t *row, struct contacts *c, const struct multilayer *m,
                            const nonet *n, uint32_t v, nonet_err *err) {
  uint32_t first = m->supra.first[v], end = m->supra.first[v + 1], all = 0, states = m->supra.states;
  nonet_code code = NONET_OK;
  for (uint32_t i = first; i < end; i++)
    all += meet(c, i, i + 1, count);
  for (uint32_t i = first; !code && i < end; i++) {
    if (!has_ties(&m->supra, i)) continue;
    double own = meet(c, i, states + 2 * i + 1, one), only = meet(c, i, states + 2 * i + 2, alone);
    column[NEIGHBOURS][*row] = own;
    column[RELEVANCE][*row] = own / all;
    column[EXCLUSIVE][*row] = only;
    column[EXCLUSIVE_RELEVANCE][*row] = only / all;
    code = multilayer_name_row(s, (*row)++, m, n, i, err);
  }
  for (uint32_t i = first; i < end; i++)
    meet(c, i, 0, forget);
  return code;
}

static nonet_code layer_relevance(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  static const char *const name[COLUMNS] = {"neighbours", "relevance", "exclusive-neighbours", "exclusive-relevance"};
  struct multilayer m;
  struct contacts c = {0};
  double *column[COLUMNS];
  size_t rows = 0;
  *out = NULL;
  nonet_code code = multilayer_start(&m, ask, NULL, err);
  if (code) return code;
  for (uint32_t i = 0; i < m.supra.states; i++)
    rows += has_ties(&m.supra, i);
  code = contacts_start(&c, &m.supra) ? NONET_OK : error_memory(err);
  if (!code) code = sheet_new(out, "layer-relevance", "Layers in which contacts are met", NONET_BY_NODE_LAYER, rows, err);
  for (size_t k = 0; !code && k < COLUMNS; k++)
    code = sheet_add_numbers(&column[k], *out, name[k], err);
  rows = 0;
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    code = fill_node(*out, column, &rows, &c, &m, ask->net, v, err);
  contacts_free(&c);
  multilayer_free(&m);
  if (code) nonet_sheet_free(*out);
  if (code) *out = NULL;
  return code;
}

/* ---- ties that are in every layer ---- */

static nonet_code edge_overlap(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  nonet_code code = multilayer_start(&m, ask, NULL, err);
  if (code) return code;
  const struct graph *g = &m.supra.pairs;
  uint32_t *times = memory_zeroed(g->nodes, sizeof *times);
  double some = 0, every = 0;
  if (!times) code = error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++) {
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      times[g->to[a]]++;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      some += times[g->to[a]] > 0;
      every += times[g->to[a]] == m.supra.layers;
      times[g->to[a]] = 0;
    }
  }
  if (!code && some > 0) *out = every / some;
  free(times);
  multilayer_free(&m);
  return code;
}

static const struct measure_row whole_rows[] = {
    {.info = {.name = "edge-overlap",
              .title = "Ties that are in every layer",
              .summary = "Which share of the pairs that are tied at all is tied in every layer.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "pairs tied in all layers / pairs tied in any",
              .convention = "ordered pairs when directed; ties of no layer are left out; a network without layers is one layer; of two "
                            "layers at a time: 'qap'",
              .undefined = "undefined without ties of a layer",
              .source = "Battiston, F., Nicosia, V., Latora, V. (2014) Structural measures for multiplex networks, "
                        "doi:10.1103/PhysRevE.89.032804",
              .cost = "O(m log m)"},
     .layer_by_layer = true,
     .gaps = MEASURE_GAPS,
     .plain = edge_overlap},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "layer-relevance",
              .title = "Relevance of layers to nodes",
              .summary = "Which share of a partner's contacts it meets in each layer, and which share there and nowhere else.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula =
                  "relevance: neighbours in the layer / neighbours in any; exclusive: neighbours in this layer alone / neighbours in "
                  "any",
              .convention = "neighbours by ties of either direction, each once; layers in which the node has no tie have no line: 0; a "
                            "network without layers is one layer",
              .undefined = "an isolate has no line",
              .source = "Berlingerio, M., Coscia, M., Giannotti, F., Monreale, A., Pedreschi, D. (2011) Foundations of multidimensional "
                        "network analysis, doi:10.1109/ASONAM.2011.103",
              .cost = "O(m log m)"},
     .layer_by_layer = true,
     .table = layer_relevance,
     .check = judge_layer_relevance},
};

const struct measure_rows multilayer_overlap_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
const struct measure_rows multilayer_relevance_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
