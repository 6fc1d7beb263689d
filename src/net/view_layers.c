/* Views by layer: one layer as a network, and the network of the layers themselves.
 *
 * layer:NAME keeps the members of the layer and the ties of that layer. Where no tie of the whole network names a layer (layers are only
 * declared by nodes), the ties among its members are kept.
 * layers: each layer is a node. Two are tied by the nodes they share (`shared`) and by the ties of no layer that join a member of one to a
 * member of the other (`crossing`), unless both ends have a layer in common; the weight is the sum. A tie of a layer never crosses: both of
 * its ends are members of that layer, and count there as shared. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "net/survey.h"
#include "net/view.h"

#include <math.h>
#include <stdlib.h>

/* ---- one layer ---- */

static bool is_member(const nonet *n, uint32_t v, uint32_t layer) {
  const uint32_t *own;
  uint32_t count = net_node_layers(n, v, &own);
  for (uint32_t i = 0; i < count; i++)
    if (own[i] == layer) return true;
  return false;
}

static nonet_code make_layer(nonet **out, const struct view_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t layer;
  nonet_code code = nonet_find_layer(&layer, n, ask->argument, err);
  if (code) return code;
  struct subset s;
  code = subset_start(&s, n, false, !n->tie_layer, err);
  s.only_layer = layer;
  for (uint32_t v = 0; v < n->nodes && !code; v++)
    s.node[v] = is_member(n, v, layer);
  for (uint32_t t = 0; t < n->ties && !code && n->tie_layer; t++)
    s.tie[t] = n->tie_layer[t] == layer;
  if (!code) code = subset_build(out, &s, err);
  subset_free(&s);
  return code;
}

/* ---- the network of layers ---- */

/* Something that ties two layers, a < b: a member that both have (tie NONET_NONE), or a tie. */
struct link {
  uint32_t a, b, tie;
};

struct links {
  struct link *at; /* owned */
  size_t count, room;
};

static bool add_link(struct links *links, uint32_t a, uint32_t b, uint32_t tie) {
  if (!memory_grow(&links->at, &links->room, links->count + 1, sizeof *links->at)) return false;
  links->at[links->count++] = (struct link){a < b ? a : b, a < b ? b : a, tie};
  return true;
}

static bool add_shared(struct links *links, const nonet *n, uint32_t v) {
  const uint32_t *own;
  uint32_t count = net_node_layers(n, v, &own);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t j = i + 1; j < count; j++)
      if (!add_link(links, own[i], own[j], NONET_NONE)) return false;
  return true;
}

static bool add_crossing(struct links *links, const nonet *n, uint32_t t) {
  if (net_tie_layer(n, t) != NONET_NONE) return true;
  const uint32_t *from, *to;
  uint32_t from_count = net_node_layers(n, n->tie_from[t], &from), to_count = net_node_layers(n, n->tie_to[t], &to);
  for (uint32_t i = 0; i < from_count; i++)
    if (is_member(n, n->tie_to[t], from[i])) return true;
  for (uint32_t i = 0; i < from_count; i++)
    for (uint32_t j = 0; j < to_count; j++)
      if (!add_link(links, from[i], to[j], t)) return false;
  return true;
}

static int by_pair_and_tie(const void *left, const void *right) {
  const struct link *a = left, *b = right;
  if (a->a != b->a) return a->a < b->a ? -1 : 1;
  if (a->b != b->b) return a->b < b->b ? -1 : 1;
  return a->tie < b->tie ? -1 : a->tie > b->tie;
}

static nonet_code find_links(struct links *links, const struct view_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  bool fits = true;
  for (uint32_t v = 0; v < n->nodes && fits; v++)
    fits = add_shared(links, n, v);
  for (uint32_t t = 0; t < n->ties && fits; t++)
    fits = add_crossing(links, n, t);
  if (!fits) return error_memory(err);
  if (links->count) qsort(links->at, links->count, sizeof *links->at, by_pair_and_tie);
  return run_check(ask->run, err);
}

/* A column of whole numbers. */
static nonet_code start_counts(struct net_column *c, struct words *words, const char *name, size_t count, nonet_err *err) {
  c->name = words_add_text(words, name);
  c->value = memory_zeroed(count, sizeof *c->value);
  c->number = memory_zeroed(count, sizeof *c->number);
  c->count = count;
  return c->name != WORDS_NONE && c->value && c->number ? NONET_OK : error_memory(err);
}

static nonet_code set_count(struct net_column *c, struct words *words, size_t row, uint64_t count, nonet_err *err) {
  char text[NUMBER_ROOM];
  c->number[row] = (double)count;
  c->value[row] = words_add(words, text, number_print(text, (double)count));
  return c->value[row] == WORDS_NONE ? error_memory(err) : NONET_OK;
}

/* Each layer is a node under its name, with how many members it has. */
static nonet_code add_layer_nodes(nonet *v, const nonet *n, struct words *words, nonet_err *err) {
  uint64_t *members = memory_zeroed(n->layers, sizeof *members);
  v->node_key = memory_array(n->layers, sizeof *v->node_key);
  v->node_columns.at = memory_zeroed(1, sizeof *v->node_columns.at);
  nonet_code code = members && v->node_key && v->node_columns.at ? NONET_OK : error_memory(err);
  if (!code) {
    v->node_columns.count = 1;
    code = start_counts(&v->node_columns.at[0], words, "members", n->layers, err);
  }
  const uint32_t *layers;
  for (uint32_t node = 0; !code && node < n->nodes; node++)
    for (uint32_t i = 0, count = net_node_layers(n, node, &layers); i < count; i++)
      members[layers[i]]++;
  for (uint32_t l = 0; !code && l < n->layers; l++) {
    v->node_key[l] = words_add_text(words, nonet_layer_name(n, l));
    code = v->node_key[l] == WORDS_NONE ? error_memory(err) : set_count(&v->node_columns.at[0], words, l, members[l], err);
    v->nodes += !code;
  }
  free(members);
  return code;
}

static nonet_code start_ties(nonet *v, struct words *words, size_t pairs, nonet_err *err) {
  v->tie_from = memory_array(pairs, sizeof *v->tie_from);
  v->tie_to = memory_array(pairs, sizeof *v->tie_to);
  v->tie_weight = memory_array(pairs, sizeof *v->tie_weight);
  v->parent_first = memory_zeroed(pairs + 1, sizeof *v->parent_first);
  v->tie_columns.at = memory_zeroed(2, sizeof *v->tie_columns.at);
  if (!v->tie_from || !v->tie_to || !v->tie_weight || !v->parent_first || !v->tie_columns.at) return error_memory(err);
  v->tie_columns.count = 2;
  nonet_code code = start_counts(&v->tie_columns.at[0], words, "shared", pairs, err);
  return code ? code : start_counts(&v->tie_columns.at[1], words, "crossing", pairs, err);
}

/* One tie for the links [first, last) of one pair. */
static nonet_code add_tie(nonet *v, const nonet *n, struct words *words, struct tie_list *parents, const struct link *first,
                          const struct link *last, nonet_err *err) {
  uint32_t t = v->ties;
  uint64_t shared = 0, crossing = 0;
  size_t start = parents->count;
  for (const struct link *l = first; l < last; l++) {
    shared += l->tie == NONET_NONE;
    if (l->tie == NONET_NONE || (l > first && l[-1].tie == l->tie)) continue;
    crossing++;
    if (!tie_list_add_parents(parents, n, l->tie)) return error_memory(err);
  }
  tie_list_settle(parents, start);
  v->tie_from[t] = first->a;
  v->tie_to[t] = first->b;
  v->tie_weight[t] = (double)(shared + crossing);
  v->parent_first[t + 1] = parents->count;
  v->ties++;
  nonet_code code = set_count(&v->tie_columns.at[0], words, t, shared, err);
  return code ? code : set_count(&v->tie_columns.at[1], words, t, crossing, err);
}

static nonet_code add_layer_ties(nonet *v, const nonet *n, struct words *words, const struct links *links, nonet_err *err) {
  size_t pairs = 0;
  for (size_t i = 0; i < links->count; i++)
    pairs += i == 0 || links->at[i].a != links->at[i - 1].a || links->at[i].b != links->at[i - 1].b;
  nonet_code code = start_ties(v, words, pairs, err);
  struct tie_list parents = {0};
  for (size_t i = 0, stop; i < links->count && !code; i = stop) {
    for (stop = i + 1; stop < links->count && links->at[stop].a == links->at[i].a && links->at[stop].b == links->at[i].b;)
      stop++;
    code = add_tie(v, n, words, &parents, links->at + i, links->at + stop, err);
  }
  v->parent = parents.tie;
  v->weighted = pairs > 0;
  return code;
}

static nonet_code make_layers(nonet **out, const struct view_ask *ask, nonet_err *err) {
  struct links links = {0};
  nonet *v = NULL;
  struct net_words *shared = net_words_new(); /* counts are new words, and words in use by others may not grow */
  nonet_code code = shared ? net_new(&v, shared, err) : error_memory(err);
  if (!code) code = add_layer_nodes(v, ask->net, shared->words, err);
  if (!code) code = find_links(&links, ask, err);
  if (!code) code = add_layer_ties(v, ask->net, shared->words, &links, err);
  if (!code) code = net_build_ends(v, err);
  if (!code) net_survey_leave(v, ask->net);
  free(links.at);
  net_words_release(shared);
  if (code)
    nonet_free(v);
  else
    *out = v;
  return code;
}

static const struct view_row rows[] = {
    {{"layers", "the network of the layers, tied by shared members and by ties between them"}, "layers", false, make_layers},
    {{"layer:NAME", "the members and ties of one layer"}, "layer", true, make_layer},
};
const struct view_rows view_layer_rows = {rows, sizeof rows / sizeof *rows};
