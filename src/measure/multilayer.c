/* The graph of states from the sealed network.
 *
 * How: the ends of a node stand together by the other node, so its ties are gathered node by node, sorted by layer and other node, and
 * those of one layer to one node are merged as the network merges repeats. The ties of a layer are those that name it; where no tie of the
 * network names a layer, those between two of its members (as in the view layer:NAME). In a directed network an undirected tie is two arcs.
 * The positions of layers are in the order of their names, which a successive coupling goes by: no result depends on the order of rows.
 *
 * Sources: (1) M. Kivela et al. 2014, Multilayer networks, doi:10.1093/comnet/cnu016. */
#include "measure/multilayer.h"

#include "base/memory.h"
#include "base/number.h"
#include "measure/layers.h"
#include "measure/pass.h"
#include "net/key_order.h"
#include "net/merged.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- what stands behind the colon ---- */

nonet_code coupling_read(struct coupling *out, const char *measure, const struct measure_ask *ask, nonet_err *err) {
  const char *text = ask->parameter_text, *end = strchr(text, ';');
  size_t length = end ? (size_t)(end - text) : strlen(text);
  *out = (struct coupling){.omega = 1};
  bool named = !end && strcmp(text, "ordinal") == 0, good = !end || strcmp(end + 1, "ordinal") == 0;
  out->successive = named || (end && good);
  if (good && *text && !named) good = number_parse(&out->omega, text, length, '.') == NUMBER_OK && out->omega > 0;
  if (good) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "%s:%s: give a coupling above 0, as in %s:0.1 or %s:0.1;ordinal", measure, text, measure, measure);
}

/* ---- the ties of a node ---- */

/* A tie of a node in one layer; order: its place among the node's ends, which repeats go by. */
struct tie_in {
  uint32_t layer, other, tie;
};

static int by_layer_and_other(const void *x, const void *y) {
  const struct tie_in *a = x, *b = y;
  if (a->layer != b->layer) return a->layer < b->layer ? -1 : 1;
  if (a->other != b->other) return a->other < b->other ? -1 : 1;
  return (a->tie > b->tie) - (a->tie < b->tie);
}

/* What grows while the arcs are gathered. */
struct gathering {
  const nonet *net;
  bool weighted, directed;
  uint32_t *position; /* of each layer */
  struct tie_in *tie;
  struct supra_arc *arc;
  struct supra_place *place;
  size_t ties, tie_room, arcs, arc_room, places, place_room;
};

static bool add_tie(struct gathering *g, uint32_t layer, uint32_t other, uint32_t t) {
  if (!memory_grow(&g->tie, &g->tie_room, g->ties + 1, sizeof *g->tie)) return false;
  g->tie[g->ties++] = (struct tie_in){layer, other, t};
  return true;
}

/* The ties that lead out of v, one entry for each layer that they are of. */
static bool gather_ties(struct gathering *g, uint32_t v) {
  const nonet *n = g->net;
  g->ties = 0;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    uint32_t t = n->end_tie[e], other = n->end_other[e], room, layers;
    const uint32_t *layer;
    if (other == v || (g->directed && n->tie_from[t] != v && net_tie_directed(n, t))) continue;
    if (!n->layers && !add_tie(g, 0, other, t)) return false;
    layers = n->layers ? layers_of_tie(&layer, &room, n, t) : 0;
    for (uint32_t i = 0; i < layers; i++)
      if ((n->tie_layer || layer_has_node(n, layer[i], n->tie_to[t])) && !add_tie(g, g->position[layer[i]], other, t)) return false;
  }
  return true;
}

static bool merge_ties(struct gathering *g, uint32_t v) {
  if (g->ties) qsort(g->tie, g->ties, sizeof *g->tie, by_layer_and_other);
  for (size_t i = 0, next; i < g->ties; i = next) {
    struct net_merged m = {0};
    struct supra_arc arc = {v, g->tie[i].layer, g->tie[i].other, 1, 1};
    for (next = i; next < g->ties && g->tie[next].layer == arc.layer && g->tie[next].other == arc.to; next++)
      if (g->weighted) net_merge_tie(&m, g->net, g->tie[next].tie);
    if (g->weighted) net_merge_end(&arc.strength, &arc.length, &m, g->net->repeats);
    if (!memory_grow(&g->arc, &g->arc_room, g->arcs + 1, sizeof *g->arc)) return false;
    g->arc[g->arcs++] = arc;
  }
  return true;
}

static bool gather_places(struct gathering *g, uint32_t v) {
  const uint32_t *layer;
  uint32_t count = g->net->layers ? net_node_layers(g->net, v, &layer) : 1;
  if (!memory_grow(&g->place, &g->place_room, g->places + count, sizeof *g->place)) return false;
  for (uint32_t i = 0; i < count; i++)
    g->place[g->places++] = (struct supra_place){v, g->net->layers ? g->position[layer[i]] : 0};
  return true;
}

/* ---- layers by name ---- */

struct named {
  const char *name;
  uint32_t layer;
};

static int by_name(const void *x, const void *y) {
  const struct named *a = x, *b = y;
  int order = key_order(a->name, b->name);
  return order ? order : (a->layer > b->layer) - (a->layer < b->layer);
}

static bool order_layers(uint32_t *at, uint32_t *position, const nonet *n) {
  struct named *named = memory_array(n->layers, sizeof *named);
  for (uint32_t l = 0; named && l < n->layers; l++)
    named[l] = (struct named){net_word(n, n->layer_name[l]), l};
  if (named && n->layers) qsort(named, n->layers, sizeof *named, by_name);
  for (uint32_t i = 0; named && i < n->layers; i++)
    position[at[i] = named[i].layer] = i;
  bool done = named != NULL;
  free(named);
  return done;
}

/* ---- together ---- */

nonet_code multilayer_start(struct multilayer *out, const struct measure_ask *ask, const struct coupling *c, nonet_err *err) {
  const nonet *n = ask->net;
  struct gathering g = {.net = n,
                        .weighted = ask->weighted,
                        .directed = n->directed && !(c && c->undirected),
                        .position = memory_array(n->layers, sizeof *g.position)};
  *out = (struct multilayer){.layer = memory_zeroed((size_t)n->layers + 1, sizeof *out->layer), .omega = c ? c->omega : 1};
  bool fits = out->layer && g.position && order_layers(out->layer, g.position, n);
  bool members = ask->options->replicas == NONET_REPLICAS_MEMBERS;
  for (uint32_t v = 0; fits && v < n->nodes; v++)
    fits = gather_ties(&g, v) && merge_ties(&g, v) && (!members || gather_places(&g, v));
  struct supra_plan plan = {.nodes = n->nodes,
                            .layers = n->layers ? n->layers : 1,
                            .directed = g.directed,
                            .everywhere = !members,
                            .successive = c && c->successive,
                            .arc = g.arc,
                            .arcs = g.arcs,
                            .place = g.place,
                            .places = g.places};
  nonet_code code = fits ? pass_result(supra_start(&out->supra, &plan), ask, err) : error_memory(err);
  free(g.position);
  free(g.tie);
  free(g.arc);
  free(g.place);
  if (code) multilayer_free(out);
  return code;
}

void multilayer_free(struct multilayer *m) {
  supra_free(&m->supra);
  free(m->layer);
  *m = (struct multilayer){0};
}

nonet_code multilayer_name_row(nonet_sheet *s, size_t row, const struct multilayer *m, const nonet *n, uint32_t state, nonet_err *err) {
  bool named = n->layers && m->supra.layer[state] != SUPRA_REST;
  const char *layer = named ? net_word(n, n->layer_name[m->layer[m->supra.layer[state]]]) : "";
  nonet_code code = sheet_set_text(s, row, 0, net_key(n, m->supra.node[state]), err);
  return code ? code : sheet_set_text(s, row, 1, layer, err);
}
