/* The network that edits leave: what stays is gathered as for a view, what is new is put behind it.
 *
 * Words: a sealed network's words may not grow. Where an edit brings a text that is not among them, the words are copied first, in their
 * order, so every number in the gathered columns stays right; else they are shared. */
#include "net/edit.h"
#include "net/edit_columns.h"
#include "net/edit_said.h"
#include "net/survey.h"
#include "net/view_subset.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct build {
  const struct edit_work *w;
  struct subset_work g; /* what gathers; g.node_map has a place for new nodes too */
  struct subset s;
  nonet *v;
  struct words *words; /* NULL: all texts are known already */
  uint32_t old_nodes, old_ties;
};

/* ---- words ---- */

static bool is_known(const nonet *n, const char *text) {
  return !text || words_find(n->words, text, strlen(text)) != WORDS_NONE;
}

static bool all_known(const struct edit_work *w) {
  bool known = true;
  for (size_t i = 0; i < w->nodes; i++)
    known = known && is_known(w->n, w->node[i].key) && is_known(w->n, w->node[i].kind);
  for (size_t i = 0; i < w->ties; i++)
    known = known && is_known(w->n, w->tie[i].kind) && is_known(w->n, w->tie[i].source);
  for (size_t i = 0; i < w->layers; i++)
    known = known && is_known(w->n, w->layer[i]);
  return known && edit_said_known(w);
}

static nonet_code start(struct build *b, nonet_err *err) {
  const nonet *n = b->w->n;
  struct net_words *own = NULL;
  if (!all_known(b->w)) {
    own = net_words_new();
    b->words = own ? own->words : NULL;
    for (uint32_t word = 1; own && word < words_count(n->words); word++)
      if (words_add(own->words, words_text(n->words, word), words_length(n->words, word)) != word) {
        net_words_release(own);
        own = NULL;
      }
    if (!own) return error_memory(err);
  }
  nonet_code code = net_new(&b->v, own ? own : n->shared, err);
  net_words_release(own);
  b->g.v = b->v;
  return code;
}

/* The word of a text; 0: not said; WORDS_NONE: out of memory. */
static uint32_t word_of(const struct build *b, const char *text) {
  if (!text) return 0;
  return b->words ? words_add_text(b->words, text) : words_find(b->v->words, text, strlen(text));
}

/* ---- who stays ---- */

static nonet_code list_nodes(struct build *b, nonet_err *err) {
  const struct edit_work *w = b->w;
  uint32_t all = edit_nodes(w), next = 0;
  b->g.node = memory_array(w->n->nodes, sizeof *b->g.node);
  b->g.node_map = memory_array(all, sizeof *b->g.node_map);
  if (!b->g.node || !b->g.node_map) return error_memory(err);
  for (uint32_t v = 0; v < all; v++) {
    bool stays = w->into[v] == v;
    b->g.node_map[v] = stays ? next++ : NONET_NONE;
    if (stays && v < w->n->nodes) b->g.node[b->old_nodes++] = v;
  }
  b->v->nodes = b->old_nodes;
  return NONET_OK;
}

static nonet_code list_ties(struct build *b, nonet_err *err) {
  const struct edit_work *w = b->w;
  const nonet *n = w->n;
  uint32_t next = 0;
  b->g.tie = memory_array(n->ties, sizeof *b->g.tie);
  b->g.tie_map = memory_array((size_t)n->ties + w->ties, sizeof *b->g.tie_map);
  if (!b->g.tie || !b->g.tie_map) return error_memory(err);
  for (uint32_t t = 0; t < n->ties; t++) {
    bool stays = edit_has_tie(w, t);
    b->g.tie_map[t] = stays ? next++ : NONET_NONE;
    if (stays) b->g.tie[b->old_ties++] = t;
  }
  for (size_t i = 0; i < w->ties; i++)
    b->g.tie_map[n->ties + i] = edit_has_new_tie(w, &w->tie[i]) ? next++ : NONET_NONE;
  b->v->ties = b->old_ties;
  return NONET_OK;
}

static uint32_t now(const struct build *b, uint32_t v) {
  return b->g.node_map[b->w->into[v]];
}

/* A node that was merged has its new number from here on, so its ties find it. */
static void lead_merged(struct build *b) {
  for (uint32_t v = 0; v < edit_nodes(b->w); v++)
    if (b->w->into[v] != NONET_NONE) b->g.node_map[v] = now(b, v);
}

/* What was asked among those who stay; of a node that was merged into another it is not kept, for the other answered for itself. */
static nonet_code keep_surveys(struct build *b, nonet_err *err) {
  const nonet *n = b->w->n;
  nonet *v = b->v;
  size_t kept = 0;
  nonet_code code = subset_gather_surveys(&b->g, err);
  for (size_t i = 0; i < v->surveys && !code; i++) {
    bool gone = false;
    for (uint32_t l = 0; l < n->layers; l++)
      gone = gone || (b->w->layer_gone[l] && v->survey[i].layer == n->layer_name[l]);
    if (gone)
      net_survey_free(&v->survey[i]);
    else
      v->survey[kept++] = v->survey[i];
  }
  if (!code) v->surveys = kept;
  return code;
}

/* ---- new nodes ---- */

static nonet_code kind_of(uint32_t *out, struct build *b, const char *kind, nonet_err *err) {
  nonet *v = b->v;
  *out = NONET_NONE;
  if (!kind || nonet_find_kind(out, b->w->n, kind, NULL) == NONET_OK) return NONET_OK;
  uint32_t word = word_of(b, kind);
  if (word == WORDS_NONE) return error_memory(err);
  for (uint32_t k = 0; k < v->kinds; k++)
    if (v->kind_name[k] == word) *out = k;
  if (*out == NONET_NONE) v->kind_name[ *out = v->kinds++] = word;
  return NONET_OK;
}

/* All kinds of the network and room for new ones; those that nobody has go at the end. */
static nonet_code start_kinds(struct build *b, nonet_err *err) {
  const nonet *n = b->w->n;
  b->v->kind_name = memory_array((size_t)n->kinds + b->w->nodes, sizeof *b->v->kind_name);
  if (!b->v->kind_name) return error_memory(err);
  if (n->kinds) memcpy(b->v->kind_name, n->kind_name, n->kinds * sizeof *n->kind_name);
  b->v->kinds = n->kinds;
  return NONET_OK;
}

static nonet_code add_node(struct build *b, const struct edit_node *e, nonet_err *err) {
  nonet *v = b->v;
  uint32_t at = v->nodes, kind, key = word_of(b, e->key);
  nonet_code code = key == WORDS_NONE ? error_memory(err) : kind_of(&kind, b, e->kind, err);
  if (code) return code;
  v->node_key[at] = key;
  if (v->node_label) v->node_label[at] = key;
  if (v->node_kind) v->node_kind[at] = kind;
  v->nodes++;
  return NONET_OK;
}

static nonet_code add_nodes(struct build *b, nonet_err *err) {
  const struct edit_work *w = b->w;
  bool any_kind = false;
  for (size_t i = 0; i < w->nodes; i++)
    any_kind = any_kind || w->node[i].kind;
  nonet_code code = start_kinds(b, err);
  if (!code) code = edit_widen_nodes(b->v, b->old_nodes, (uint32_t)w->nodes, any_kind, err);
  for (uint32_t i = 0; i < w->nodes && !code; i++)
    if (w->into[w->n->nodes + i] == w->n->nodes + i) code = add_node(b, &w->node[i], err);
  if (!code) edit_close_columns(&b->v->node_columns, b->v->nodes);
  return code;
}

/* ---- new ties ---- */

/* What a new weight means: what the weights of ties of its layer do, else those of the first tie that has one. */
static uint8_t scale_of(const struct build *b, uint32_t layer) {
  const nonet *n = b->w->n;
  uint8_t scale = NONET_STRENGTH;
  bool found = false;
  for (uint32_t t = 0; n->tie_scale && n->tie_weight && t < n->ties; t++) {
    if (isnan(n->tie_weight[t])) continue;
    if (net_tie_layer(n, t) == layer) return n->tie_scale[t];
    if (!found) scale = n->tie_scale[t];
    found = true;
  }
  return scale;
}

static nonet_code add_tie(struct build *b, const struct edit_tie *e, nonet_err *err) {
  nonet *v = b->v;
  uint32_t t = v->ties, kind = word_of(b, e->kind), source = word_of(b, e->source);
  if (kind == WORDS_NONE || source == WORDS_NONE) return error_memory(err);
  v->tie_from[t] = now(b, e->from);
  v->tie_to[t] = now(b, e->to);
  if (v->tie_kind) v->tie_kind[t] = kind;
  if (v->tie_layer) v->tie_layer[t] = e->layer;
  if (v->tie_weight) v->tie_weight[t] = e->weight;
  if (v->tie_scale && !isnan(e->weight)) v->tie_scale[t] = scale_of(b, e->layer);
  if (v->tie_scale && v->tie_scale[t] == NONET_RANK && e->weight > v->rank_top) v->rank_top = e->weight;
  if (v->tie_directed) v->tie_directed[t] = e->directed;
  if (v->tie_source) v->tie_source[t] = source;
  v->directed = v->directed || e->directed;
  v->weighted = v->weighted || !isnan(e->weight);
  v->ties++;
  return NONET_OK;
}

static nonet_code add_ties(struct build *b, nonet_err *err) {
  const struct edit_work *w = b->w;
  struct edit_needs needs = {0};
  for (size_t i = 0; i < w->ties; i++) {
    needs.kind |= w->tie[i].kind != NULL;
    needs.layer |= w->tie[i].layer != NONET_NONE;
    needs.weight |= !isnan(w->tie[i].weight);
    needs.source |= w->tie[i].source != NULL;
    needs.direction |= w->tie[i].directed != w->n->directed;
  }
  nonet_code code = edit_widen_ties(b->v, b->old_ties, (uint32_t)w->ties, &needs, err);
  for (size_t i = 0; i < w->ties && !code; i++)
    if (edit_has_new_tie(w, &w->tie[i])) code = add_tie(b, &w->tie[i], err);
  if (!code && w->ties) code = edit_close_parents(b->v, b->old_ties, err);
  if (!code) edit_close_columns(&b->v->tie_columns, b->v->ties);
  return code;
}

/* ---- layers and kinds ---- */

/* Number anew what `used` flags; names move up. */
static void renumber(uint32_t *used, uint32_t *name, uint32_t *count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < *count; i++) {
    bool is_used = used[i] != 0;
    used[i] = is_used ? kept : NONET_NONE;
    if (is_used) name[kept++] = name[i];
  }
  *count = kept;
}

static nonet_code settle_kinds(struct build *b, nonet_err *err) {
  nonet *v = b->v;
  b->g.kind_map = memory_zeroed(v->kinds, sizeof *b->g.kind_map);
  if (!b->g.kind_map) return error_memory(err);
  for (uint32_t i = 0; i < v->nodes; i++)
    if (net_node_kind(v, i) != NONET_NONE) b->g.kind_map[v->node_kind[i]] = 1;
  renumber(b->g.kind_map, v->kind_name, &v->kinds);
  for (uint32_t i = 0; i < v->nodes; i++)
    if (net_node_kind(v, i) != NONET_NONE) v->node_kind[i] = b->g.kind_map[v->node_kind[i]];
  return NONET_OK;
}

/* The layers that nodes have by declaration. */
static nonet_code declare_layers(struct build *b, nonet_err *err) {
  struct edit_declared d = {0};
  nonet *v = b->v;
  uint32_t layers = edit_layers(b->w);
  b->g.layer_map = memory_zeroed(layers, sizeof *b->g.layer_map);
  v->layer_name = memory_array(layers, sizeof *v->layer_name);
  nonet_code code = b->g.layer_map && v->layer_name ? edit_declare(&d, b->w, b->g.node_map, v, err) : error_memory(err);
  b->g.declared_first = d.first;
  b->g.declared_layer = d.layer;
  for (uint32_t l = 0; l < layers && !code; l++) {
    v->layer_name[l] = l < b->w->n->layers ? b->w->n->layer_name[l] : word_of(b, b->w->layer[l - b->w->n->layers]);
    if (v->layer_name[l] == WORDS_NONE) code = error_memory(err);
  }
  v->layers = layers;
  return code;
}

static nonet_code settle_layers(struct build *b, nonet_err *err) {
  nonet *v = b->v;
  nonet_code code = declare_layers(b, err);
  if (code) return code;
  uint64_t declared = b->g.declared_first[v->nodes];
  for (uint64_t i = 0; i < declared; i++)
    b->g.layer_map[b->g.declared_layer[i]] = 1;
  for (uint32_t t = 0; t < v->ties; t++)
    if (net_tie_layer(v, t) != NONET_NONE) b->g.layer_map[v->tie_layer[t]] = 1;
  renumber(b->g.layer_map, v->layer_name, &v->layers);
  for (uint64_t i = 0; i < declared; i++)
    b->g.declared_layer[i] = b->g.layer_map[b->g.declared_layer[i]];
  for (uint32_t t = 0; t < v->ties; t++)
    if (net_tie_layer(v, t) != NONET_NONE) v->tie_layer[t] = b->g.layer_map[v->tie_layer[t]];
  return NONET_OK;
}

/* Two modes stay as long as both are there and every tie still joins one to the other. */
static void settle_modes(struct build *b) {
  const nonet *n = b->w->n;
  nonet *v = b->v;
  uint32_t a = n->two_modes ? b->g.kind_map[n->mode_kind[0]] : NONET_NONE, c = n->two_modes ? b->g.kind_map[n->mode_kind[1]] : NONET_NONE;
  bool stay = a != NONET_NONE && c != NONET_NONE;
  for (uint32_t t = 0; t < v->ties && stay; t++) {
    uint32_t x = net_node_kind(v, v->tie_from[t]), y = net_node_kind(v, v->tie_to[t]);
    stay = (x == a) != (y == a) && (x == c) != (y == c);
  }
  if (!stay) {
    net_tell_modes(v);
    return;
  }
  v->two_modes = true;
  v->mode_kind[0] = a;
  v->mode_kind[1] = c;
}

/* ---- all of it ---- */

static void build_free(struct build *b) {
  void *const owned[] = {b->g.node,     b->g.tie,       b->g.node_map,       b->g.tie_map,
                         b->g.kind_map, b->g.layer_map, b->g.declared_first, b->g.declared_layer};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
}

nonet_code edit_build(nonet **out, struct edit_map *map, const struct edit_work *w, nonet_err *err) {
  struct build b = {.w = w, .s = {.net = w->n, .only_layer = NONET_NONE, .not_layer = NONET_NONE}};
  b.g.s = &b.s;
  if (w->n->ties + (uint64_t)w->ties >= NONET_NONE) return error_set(err, NONET_ELIMIT, "more than %u ties", NONET_NONE - 1);
  nonet_code code = start(&b, err);
  if (!code) code = list_nodes(&b, err);
  if (!code) code = list_ties(&b, err);
  if (!code) code = subset_gather_nodes(&b.g, err);
  if (!code) code = keep_surveys(&b, err);
  if (!code) lead_merged(&b);
  if (!code) code = subset_gather_ties(&b.g, err);
  if (!code) code = add_nodes(&b, err);
  if (!code) code = edit_aliases(b.v, w, b.g.node_map, err);
  if (!code) code = add_ties(&b, err);
  if (!code) code = edit_say(b.v, w, b.g.node_map, b.g.tie_map, b.words, err);
  if (!code) code = settle_kinds(&b, err);
  if (!code) code = settle_layers(&b, err);
  if (!code) code = net_build_ends(b.v, err);
  if (!code) code = net_build_members(b.v, b.g.declared_first, b.g.declared_layer, err);
  if (!code) settle_modes(&b);
  if (!code) {
    *map = (struct edit_map){b.g.node_map, b.g.tie_map, edit_nodes(w), w->n->ties + (uint32_t)w->ties};
    b.g.node_map = b.g.tie_map = NULL;
    *out = b.v;
  } else {
    nonet_free(b.v);
  }
  build_free(&b);
  return code;
}
