/* Some of a network's nodes and ties as a network: the common ground of most views.
 *
 * How: kept rows are listed in their order, and every column is gathered by that list; kinds and layers are numbered anew by those that
 * are still used; ends and memberships are built as in sealing. O(n + m + what the columns hold). */
#include "net/view_subset.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

nonet_code subset_start(struct subset *s, const nonet *n, bool nodes, bool ties, nonet_err *err) {
  *s = (struct subset){.net = n, .only_layer = NONET_NONE, .not_layer = NONET_NONE};
  s->node = memory_zeroed(n->nodes, 1);
  s->tie = memory_zeroed(n->ties, 1);
  if (!s->node || !s->tie) return error_memory(err);
  memset(s->node, nodes, n->nodes);
  memset(s->tie, ties, n->ties);
  return NONET_OK;
}

void subset_free(struct subset *s) {
  free(s->node);
  free(s->tie);
}

static void work_free(struct subset_work *w) {
  void *const owned[] = {w->node, w->tie, w->node_map, w->tie_map, w->kind_map, w->layer_map, w->declared_first, w->declared_layer};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
}

static nonet_code list_nodes(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  w->node = memory_array(n->nodes, sizeof *w->node);
  w->node_map = memory_array(n->nodes, sizeof *w->node_map);
  if (!w->node || !w->node_map) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++) {
    w->node_map[v] = w->s->node[v] ? w->v->nodes : NONET_NONE;
    if (w->s->node[v]) w->node[w->v->nodes++] = v;
  }
  return NONET_OK;
}

static nonet_code list_ties(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  w->tie = memory_array(n->ties, sizeof *w->tie);
  w->tie_map = memory_array(n->ties, sizeof *w->tie_map);
  if (!w->tie || !w->tie_map) return error_memory(err);
  for (uint32_t t = 0; t < n->ties; t++) {
    bool kept = w->s->tie[t] && w->s->node[n->tie_from[t]] && w->s->node[n->tie_to[t]];
    w->tie_map[t] = kept ? w->v->ties : NONET_NONE;
    if (kept) w->tie[w->v->ties++] = t;
  }
  return NONET_OK;
}

/* ---- kinds and layers, numbered anew ---- */

/* Number what `used` flags (as 1 in map) in its order: names go to *out, numbers into map. */
static nonet_code renumber(uint32_t **out, uint32_t *count, uint32_t *map, const uint32_t *name, uint32_t names, nonet_err *err) {
  *out = memory_array(names, sizeof **out);
  if (!*out) return error_memory(err);
  for (uint32_t i = 0; i < names; i++) {
    bool used = map[i] != 0;
    map[i] = used ? *count : NONET_NONE;
    if (used) (*out)[(*count)++] = name[i];
  }
  return NONET_OK;
}

static nonet_code map_kinds(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  w->kind_map = memory_zeroed(n->kinds, sizeof *w->kind_map);
  if (!w->kind_map) return error_memory(err);
  for (uint32_t i = 0; i < v->nodes; i++)
    if (net_node_kind(v, i) != NONET_NONE) w->kind_map[v->node_kind[i]] = 1;
  nonet_code code = renumber(&v->kind_name, &v->kinds, w->kind_map, n->kind_name, n->kinds, err);
  for (uint32_t i = 0; i < v->nodes && !code; i++)
    if (net_node_kind(v, i) != NONET_NONE) v->node_kind[i] = w->kind_map[v->node_kind[i]];
  return code;
}

/* Whether a node's i-th layer stays by itself, without ties. */
static bool stays_in(const struct subset_work *w, uint32_t old, uint32_t i, uint32_t layer, bool all) {
  if (w->s->only_layer != NONET_NONE) return layer == w->s->only_layer;
  return layer != w->s->not_layer && (all || i < w->s->net->member_declared[old]);
}

/* The layers that new nodes have by themselves, in old numbers. */
static nonet_code list_declared(struct subset_work *w, bool all, nonet_err *err) {
  const nonet *n = w->s->net;
  uint64_t count = 0, most = n->member_first ? n->member_first[n->nodes] : 0;
  w->declared_first = memory_zeroed((size_t)w->v->nodes + 1, sizeof *w->declared_first);
  w->declared_layer = memory_array((size_t)most, sizeof *w->declared_layer);
  if (!w->declared_first || !w->declared_layer) return error_memory(err);
  for (uint32_t v = 0; v < w->v->nodes; v++) {
    const uint32_t *layer;
    uint32_t layers = net_node_layers(n, w->node[v], &layer);
    for (uint32_t i = 0; i < layers; i++)
      if (stays_in(w, w->node[v], i, layer[i], all)) w->declared_layer[count++] = layer[i];
    w->declared_first[v + 1] = count;
  }
  return NONET_OK;
}

static nonet_code map_layers(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  uint64_t declared = w->declared_first[v->nodes];
  w->layer_map = memory_zeroed(n->layers, sizeof *w->layer_map);
  if (!w->layer_map) return error_memory(err);
  for (uint64_t i = 0; i < declared; i++)
    w->layer_map[w->declared_layer[i]] = 1;
  for (uint32_t t = 0; t < v->ties; t++)
    if (net_tie_layer(v, t) != NONET_NONE) w->layer_map[v->tie_layer[t]] = 1;
  nonet_code code = renumber(&v->layer_name, &v->layers, w->layer_map, n->layer_name, n->layers, err);
  for (uint64_t i = 0; i < declared && !code; i++)
    w->declared_layer[i] = w->layer_map[w->declared_layer[i]];
  for (uint32_t t = 0; t < v->ties && !code; t++)
    if (net_tie_layer(v, t) != NONET_NONE) v->tie_layer[t] = w->layer_map[v->tie_layer[t]];
  return code;
}

/* Kinds that split a network still do when some of it is gone, as long as both are there. */
static void keep_modes(struct subset_work *w) {
  const nonet *n = w->s->net;
  uint32_t a = n->two_modes ? w->kind_map[n->mode_kind[0]] : NONET_NONE, b = n->two_modes ? w->kind_map[n->mode_kind[1]] : NONET_NONE;
  if (a == NONET_NONE || b == NONET_NONE) {
    net_tell_modes(w->v);
    return;
  }
  w->v->two_modes = true;
  w->v->mode_kind[0] = a;
  w->v->mode_kind[1] = b;
}

/* ---- building ---- */

nonet_code subset_build(nonet **out, const struct subset *s, nonet_err *err) {
  struct subset_work w = {.s = s};
  nonet_code code = net_new(&w.v, s->net->shared, err);
  if (!code) code = list_nodes(&w, err);
  if (!code) code = list_ties(&w, err);
  if (!code) code = subset_gather_nodes(&w, err);
  if (!code) code = subset_gather_ties(&w, err);
  if (!code) code = subset_gather_surveys(&w, err);
  if (!code) code = map_kinds(&w, err);
  if (!code) code = list_declared(&w, false, err);
  if (!code) code = map_layers(&w, err);
  if (!code) code = net_build_ends(w.v, err);
  if (!code) code = net_build_members(w.v, w.declared_first, w.declared_layer, err);
  if (!code) keep_modes(&w);
  work_free(&w);
  if (code)
    nonet_free(w.v);
  else
    *out = w.v;
  return code;
}

nonet_code subset_build_nodes(nonet **out, uint32_t **map, const struct subset *s, nonet_err *err) {
  struct subset_work w = {.s = s};
  nonet_code code = net_new(&w.v, s->net->shared, err);
  if (!code) code = list_nodes(&w, err);
  if (!code) code = subset_gather_nodes(&w, err);
  if (!code) code = map_kinds(&w, err);
  if (!code) code = list_declared(&w, true, err);
  if (!code) code = map_layers(&w, err);
  /* Without ties yet, every layer is declared; whoever adds ties builds ends and keeps these. */
  if (!code && !(w.v->end_first = memory_zeroed((size_t)w.v->nodes + 1, sizeof *w.v->end_first))) code = error_memory(err);
  if (!code) code = net_build_members(w.v, w.declared_first, w.declared_layer, err);
  if (!code) {
    free(w.v->end_first);
    w.v->end_first = NULL;
    *out = w.v;
    *map = w.node_map;
    w.node_map = NULL;
  } else {
    nonet_free(w.v);
  }
  work_free(&w);
  return code;
}
