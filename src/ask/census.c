/* See census.h. Tie kinds are few (leads, funds ...), so pairs of layer and kind are kept in a small table of words that a hash finds. */
#include "ask/census.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static nonet_code prepare(struct census *c, const nonet *n, nonet_err *err) {
  *c = (struct census){.first_day = DATE_NONE, .last_day = DATE_NONE};
  c->nodes_of_kind = memory_zeroed((size_t)n->kinds + 1, sizeof *c->nodes_of_kind);
  c->nodes_of_layer = memory_zeroed((size_t)n->layers + 1, sizeof *c->nodes_of_layer);
  c->only_in_layer = memory_zeroed((size_t)n->layers + 1, sizeof *c->only_in_layer);
  c->ties_of_layer = memory_zeroed((size_t)n->layers + 1, sizeof *c->ties_of_layer);
  bool fits = c->nodes_of_kind && c->nodes_of_layer && c->only_in_layer && c->ties_of_layer;
  return fits ? NONET_OK : error_memory(err);
}

static void count_nodes(struct census *c, const nonet *n) {
  for (uint32_t v = 0; v < n->nodes; v++) {
    const uint32_t *layers;
    uint32_t count = net_node_layers(n, v, &layers), kind = net_node_kind(n, v);
    c->nodes_of_kind[kind == NONET_NONE ? n->kinds : kind]++;
    c->isolates += n->end_first[v] == n->end_first[v + 1];
    c->in_several_layers += count > 1;
    c->in_no_layer += count == 0;
    for (uint32_t i = 0; i < count; i++)
      c->nodes_of_layer[layers[i]]++;
    if (count == 1) c->only_in_layer[layers[0]]++;
  }
}

static void count_days(struct census *c, const nonet *n, uint32_t t) {
  int32_t since = n->tie_since ? n->tie_since[t] : DATE_NONE, until = n->tie_until ? n->tie_until[t] : DATE_NONE;
  if (since == DATE_NONE && until == DATE_NONE) return;
  c->dated++;
  int32_t first = since != DATE_NONE ? since : until, last = until != DATE_NONE ? until : since;
  if (c->first_day == DATE_NONE || first < c->first_day) c->first_day = first;
  if (c->last_day == DATE_NONE || last > c->last_day) c->last_day = last;
}

static void count_ties(struct census *c, const nonet *n) {
  for (uint32_t t = 0; t < n->ties; t++) {
    uint32_t layer = net_tie_layer(n, t);
    c->ties_of_layer[layer == NONET_NONE ? n->layers : layer]++;
    c->loops += n->tie_from[t] == n->tie_to[t];
    c->one_way += n->directed && net_tie_directed(n, t);
    c->with_source += n->tie_source && n->tie_source[t] != 0;
    if (n->tie_weight && !isnan(n->tie_weight[t])) {
      c->weighted++;
      c->by_scale[n->tie_scale ? n->tie_scale[t] : NONET_STRENGTH]++;
    }
    count_days(c, n, t);
  }
}

/* ---- kinds of ties ---- */

/* Open addressing: slot -> index in `kind` + 1. */
struct slots {
  uint32_t *at;
  size_t size;
};

static size_t slot_of(const struct slots *s, const struct census *c, uint32_t layer, uint32_t kind) {
  size_t i = (size_t)((((uint64_t)layer << 32 | kind) * 0x9e3779b97f4a7c15u) >> 20) & (s->size - 1);
  while (s->at[i] && (c->kind[s->at[i] - 1].layer != layer || c->kind[s->at[i] - 1].kind != kind))
    i = (i + 1) & (s->size - 1);
  return i;
}

static bool widen(struct slots *s, const struct census *c) {
  struct slots wider = {.size = s->size ? 2 * s->size : 64};
  wider.at = memory_zeroed(wider.size, sizeof *wider.at);
  if (!wider.at) return false;
  for (size_t i = 0; i < c->kinds; i++)
    wider.at[slot_of(&wider, c, c->kind[i].layer, c->kind[i].kind)] = (uint32_t)i + 1;
  free(s->at);
  *s = wider;
  return true;
}

static int compare_kinds(const void *a, const void *b) {
  const struct census_tie_kind *x = a, *y = b;
  if (x->layer != y->layer) return x->layer < y->layer ? -1 : 1;
  if (x->ties != y->ties) return x->ties > y->ties ? -1 : 1;
  return x->kind < y->kind ? -1 : x->kind > y->kind;
}

static nonet_code count_kinds(struct census *c, const nonet *n, nonet_err *err) {
  struct slots slots = {0};
  bool fits = true;
  for (uint32_t t = 0; t < n->ties && fits; t++) {
    uint32_t layer = net_tie_layer(n, t), kind = n->tie_kind ? n->tie_kind[t] : 0;
    if (2 * c->kinds >= slots.size) fits = widen(&slots, c);
    if (!fits) break;
    size_t slot = slot_of(&slots, c, layer, kind);
    if (!slots.at[slot]) {
      fits = memory_grow(&c->kind, &c->room, c->kinds + 1, sizeof *c->kind);
      if (!fits) break;
      c->kind[c->kinds] = (struct census_tie_kind){.layer = layer, .kind = kind};
      slots.at[slot] = (uint32_t)++c->kinds;
    }
    c->kind[slots.at[slot] - 1].ties++;
  }
  free(slots.at);
  if (c->kinds > 1) qsort(c->kind, c->kinds, sizeof *c->kind, compare_kinds);
  return fits ? NONET_OK : error_memory(err);
}

nonet_code census_start(struct census *out, const nonet *n, nonet_err *err) {
  nonet_code code = prepare(out, n, err);
  if (!code) {
    count_nodes(out, n);
    count_ties(out, n);
    code = count_kinds(out, n, err);
  }
  if (code) census_free(out);
  return code;
}

void census_free(struct census *c) {
  free(c->nodes_of_kind);
  free(c->nodes_of_layer);
  free(c->only_in_layer);
  free(c->ties_of_layer);
  free(c->kind);
  *c = (struct census){0};
}
