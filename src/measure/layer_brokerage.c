/* Which layer brokers between which: the layers as a network of their own, and who stands between those that do not meet.
 *
 * It is the network of the view `layers`: two layers are tied by the nodes they share and by ties of no layer between their members. A pair
 * of layers that is not tied is brokered by each layer that is tied to both, all of them alike.
 *
 * Sources: (1) L. C. Freeman 1980, The gatekeeper, pair-dependency and structural centrality, doi:10.1007/BF00184720. */
#include "base/memory.h"
#include "measure/judge.h"
#include "net/key_order.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The network of the layers. */
struct quotient {
  nonet *net; /* owned */
  const struct graph *g;
  uint32_t *ways; /* of each layer: how many broker between it and the one at hand */
  bool *tied;     /* to the one at hand */
};

static void quotient_free(struct quotient *q) {
  nonet_free(q->net);
  free(q->ways);
  free(q->tied);
}

static nonet_code quotient_start(struct quotient *q, const struct measure_ask *ask, nonet_err *err) {
  *q = (struct quotient){0};
  nonet_code code = nonet_view(&q->net, ask->net, "layers", ask->run->asked, err);
  if (!code) code = net_simple(&q->g, q->net, false, true, err);
  if (code) return code;
  q->ways = memory_zeroed(q->g->nodes, sizeof *q->ways);
  q->tied = memory_zeroed(q->g->nodes, sizeof *q->tied);
  return q->ways && q->tied ? NONET_OK : error_memory(err);
}

/* A pair of layers that are not tied and one that is tied to both, by its arcs: from a to the broker, from there on to b. */
typedef nonet_code on_broker(void *context, const struct quotient *q, uint32_t a, uint64_t to_broker, uint64_t on, nonet_err *err);

static nonet_code each_broker(struct quotient *q, on_broker *each, void *context, nonet_err *err) {
  const struct graph *g = q->g;
  nonet_code code = NONET_OK;
  for (uint32_t a = 0; !code && a < g->nodes; a++) {
    q->tied[a] = true;
    for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++) {
      q->tied[g->to[i]] = true;
      for (uint64_t j = g->first[g->to[i]]; j < g->first[g->to[i] + 1]; j++)
        q->ways[g->to[j]]++;
    }
    for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
      for (uint64_t j = g->first[g->to[i]]; !code && j < g->first[g->to[i] + 1]; j++)
        if (g->to[j] > a && !q->tied[g->to[j]]) code = each(context, q, a, i, j, err);
    memset(q->ways, 0, g->nodes * sizeof *q->ways);
    memset(q->tied, 0, g->nodes * sizeof *q->tied);
  }
  return code;
}

/* ---- of each layer ---- */

static nonet_code add_share(void *context, const struct quotient *q, uint32_t a, uint64_t to_broker, uint64_t on, nonet_err *err) {
  double *share = context;
  (void)a, (void)err;
  share[q->g->to[to_broker]] += 1.0 / q->ways[q->g->to[on]];
  return NONET_OK;
}

/* The node of the quotient that is a layer. */
static uint32_t node_of_layer(const struct quotient *q, const nonet *n, uint32_t layer) {
  uint32_t v = 0;
  while (v < q->g->nodes && strcmp(net_key(q->net, v), net_word(n, n->layer_name[layer])) != 0)
    v++;
  return v;
}

static nonet_code of_layers(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct quotient q;
  if (!ask->net->layers) return NONET_OK;
  nonet_code code = quotient_start(&q, ask, err);
  double *share = code ? NULL : memory_zeroed(q.g->nodes, sizeof *share);
  if (!code && !share) code = error_memory(err);
  if (!code) code = each_broker(&q, add_share, share, err);
  for (uint32_t l = 0; !code && l < ask->net->layers; l++) {
    uint32_t v = node_of_layer(&q, ask->net, l);
    if (v < q.g->nodes) out[l] = share[v];
  }
  free(share);
  quotient_free(&q);
  return code;
}

/* ---- pair by pair ---- */

struct filling {
  nonet_sheet *sheet; /* NULL: rows are counted */
  size_t rows, broker;
  double *share, *links;
};

static nonet_code add_row(void *context, const struct quotient *q, uint32_t a, uint64_t to_broker, uint64_t on, nonet_err *err) {
  struct filling *f = context;
  uint32_t broker = q->g->to[to_broker], b = q->g->to[on];
  bool turn = key_before(q->net, b, a);
  size_t row = f->rows++;
  if (!f->sheet) return NONET_OK;
  f->share[row] = 1.0 / q->ways[b];
  f->links[row] = fmin(q->g->strength[q->g->edge[to_broker]], q->g->strength[q->g->edge[on]]);
  nonet_code code = sheet_set_text(f->sheet, row, 0, net_key(q->net, turn ? b : a), err);
  if (!code) code = sheet_set_text(f->sheet, row, 1, net_key(q->net, turn ? a : b), err);
  return code ? code : sheet_set_text(f->sheet, row, f->broker, net_key(q->net, broker), err);
}

/* Pairs that are tied themselves, without broker. */
static nonet_code add_tied(struct filling *f, const struct quotient *q, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t e = 0; !code && q->net && e < q->g->edges; e++) {
    uint32_t a = q->g->tail[e], b = q->g->head[e];
    bool turn = key_before(q->net, b, a);
    f->share[e] = 1;
    f->links[e] = q->g->strength[e];
    code = sheet_set_text(f->sheet, e, 0, net_key(q->net, turn ? b : a), err);
    if (!code) code = sheet_set_text(f->sheet, e, 1, net_key(q->net, turn ? a : b), err);
  }
  return code;
}

static nonet_code fill(struct filling *f, struct quotient *q, nonet_err *err) {
  size_t tied = f->rows = q->net ? q->g->edges : 0;
  nonet_code code = q->net ? each_broker(q, add_row, f, err) : NONET_OK;
  if (!code) code = sheet_new(&f->sheet, "layer-brokers", "Layers between layers", NONET_BY_PAIR, f->rows, err);
  if (!code) code = sheet_add_texts(&f->broker, f->sheet, "broker", err);
  if (!code) code = sheet_add_numbers(&f->share, f->sheet, "share", err);
  if (!code) code = sheet_add_numbers(&f->links, f->sheet, "links", err);
  if (!code) code = add_tied(f, q, err);
  f->rows = tied;
  return code || !q->net ? code : each_broker(q, add_row, f, err);
}

static nonet_code of_pairs(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct quotient q = {0};
  struct filling f = {0};
  nonet_code code = ask->net->layers ? quotient_start(&q, ask, err) : NONET_OK;
  if (!code) code = fill(&f, &q, err);
  if (code) nonet_sheet_free(f.sheet);
  *out = code ? NULL : f.sheet;
  quotient_free(&q);
  return code;
}

#define FREEMAN "Freeman, L. C. (1980) The gatekeeper, pair-dependency and structural centrality, doi:10.1007/BF00184720"
#define QUOTIENT                                                                                                                           \
  "on the network of the layers, as in the view 'layers': two are tied by the nodes they share and by ties of no layer between their "     \
  "members; never weighted"

static const struct measure_row rows[] = {
    {.info = {.name = "layer-brokerage",
              .title = "Brokerage of a layer",
              .summary = "Between how many pairs of layers without a common member or tie a layer stands, as the one where both are met.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs of other layers that are not tied, but both to this one, of 1/(layers that are tied to both)",
              .convention = QUOTIENT,
              .undefined = "0 where it stands between none",
              .source = FREEMAN,
              .cost = "O(layers^3)"},
     .layer_by_layer = true,
     .reads_undirected = true,
     .plain = of_layers},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "layer-brokers",
              .title = "Layers between layers",
              .summary = "Which layers meet, and which layer stands between two that have no common member or tie.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula =
                  "share: 1/(layers that are tied to both); links: the lesser of what ties the broker to each, nodes shared and ties",
              .convention = QUOTIENT "; two that are tied have a line without broker: share 1, links what ties them",
              .undefined = "no line of two that are neither tied nor brokered",
              .source = FREEMAN,
              .cost = "O(layers^3)"},
     .layer_by_layer = true,
     .reads_undirected = true,
     .table = of_pairs,
     .check = judge_layer_brokers},
};

const struct measure_rows layer_brokerage_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows layer_brokers_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
