/* Layers as networks by themselves: their members, their ties, and any measure of the whole on each.
 *
 * As in the view layer:NAME, the ties of a layer are those that name it; where no tie of the network names a layer, those between two of
 * its members. */
#include "measure/layers.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

int layer_arc_order(const void *x, const void *y) {
  const struct layer_arc *a = x, *b = y;
  if (a->layer != b->layer) return a->layer < b->layer ? -1 : 1;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  return a->to < b->to ? -1 : a->to > b->to;
}

bool layer_has_node(const nonet *n, uint32_t layer, uint32_t v) {
  const uint32_t *own;
  uint32_t count = net_node_layers(n, v, &own);
  for (uint32_t i = 0; i < count; i++)
    if (own[i] == layer) return true;
  return false;
}

uint32_t layers_of_tie(const uint32_t **first, uint32_t *room, const nonet *n, uint32_t t) {
  if (!n->tie_layer) return net_node_layers(n, n->tie_from[t], first);
  *room = n->tie_layer[t];
  *first = room;
  return *room != NONET_NONE;
}

/* One tie, as an arc or two, of one layer; without a place, only how many they are. */
static size_t add(struct layer_arc *arc, uint32_t layer, const nonet *n, uint32_t t) {
  uint32_t u = n->tie_from[t], v = n->tie_to[t];
  bool both = n->directed && !net_tie_directed(n, t);
  if (u == v || (!n->tie_layer && !layer_has_node(n, layer, v))) return 0;
  if (!arc) return 1 + (size_t)both;
  arc[0] = n->directed || u < v ? (struct layer_arc){layer, u, v} : (struct layer_arc){layer, v, u};
  if (both) arc[1] = (struct layer_arc){layer, v, u};
  return 1 + (size_t)both;
}

static size_t add_all(struct layer_arc *arc, const nonet *n) {
  size_t count = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    const uint32_t *layer;
    uint32_t room, layers = layers_of_tie(&layer, &room, n, t);
    for (uint32_t i = 0; i < layers; i++)
      count += add(arc ? arc + count : NULL, layer[i], n, t);
  }
  return count;
}

nonet_code layer_arcs(struct layer_arc **out, size_t *count, const nonet *n, nonet_err *err) {
  size_t all = add_all(NULL, n), kept = 0;
  struct layer_arc *arc = memory_array(all, sizeof *arc);
  *out = arc;
  if (!arc) return error_memory(err);
  add_all(arc, n);
  if (all) qsort(arc, all, sizeof *arc, layer_arc_order);
  for (size_t i = 0; i < all; i++)
    if (!kept || layer_arc_order(&arc[kept - 1], &arc[i]) != 0) arc[kept++] = arc[i];
  *count = kept;
  return NONET_OK;
}

void layer_members(double *out, const nonet *n, bool only_here) {
  const uint32_t *layer;
  for (uint32_t l = 0; l < n->layers; l++)
    out[l] = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    uint32_t count = net_node_layers(n, v, &layer);
    for (uint32_t i = 0; i < count; i++)
      out[layer[i]] += !only_here || count == 1;
  }
}

/* A measure of the whole network, of the layer by itself. */
static nonet_code of_one(double *out, const char *measure, uint32_t layer, bool normalised, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_row *row = measure_row_find(measure, strlen(measure));
  struct buffer view = {0};
  nonet *n = NULL;
  struct measure_shared shared = {0};
  struct measure_ask inner = *ask;
  buffer_print(&view, "layer:%s", net_word(ask->net, ask->net->layer_name[layer]));
  nonet_code code = view.failed ? error_memory(err) : nonet_view(&n, ask->net, buffer_string(&view), ask->run->asked, err);
  inner.net = n;
  inner.shared = &shared;
  inner.normalised = normalised;
  if (!code) code = net_simple(&inner.simple, n, n->directed, false, err);
  if (!code) code = (row->fast ? row->fast : row->plain)(out, &inner, err);
  pass_free(&shared);
  nonet_free(n);
  buffer_free(&view);
  return code;
}

nonet_code layer_by_view(double *out, const char *measure, bool normalised, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t l = 0; !code && l < ask->net->layers; l++) {
    code = of_one(&out[l], measure, l, normalised, ask, err);
    if (!code) code = run_check(ask->run, err);
  }
  return code;
}
