/* See edit_columns.h. */
#include "net/edit_columns.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct lane_of {
  void *column; /* where the pointer of the column stands */
  size_t size;
  const void *fill; /* "not said" */
  bool due;         /* made where it is absent */
};

/* Room for more values; they, and all of a column that was absent, say nothing. */
static bool widen(const struct lane_of *l, uint32_t old, uint32_t more) {
  char *at;
  memcpy(&at, l->column, sizeof at);
  uint32_t from = at ? old : 0;
  if (!at && !l->due) return true;
  at = realloc(at, ((size_t)old + more) * l->size + 1);
  if (!at) return false;
  memcpy(l->column, &at, sizeof at);
  for (size_t i = from; i < (size_t)old + more; i++)
    memcpy(at + i * l->size, l->fill, l->size);
  return true;
}

static bool widen_all(const struct lane_of *l, size_t count, uint32_t old, uint32_t more) {
  bool fits = true;
  for (size_t i = 0; i < count && fits; i++)
    fits = widen(&l[i], old, more);
  return fits;
}

/* A column with a place for every row; one that lists its rows needs none. */
static bool widen_further(struct net_columns *c, uint32_t old, uint32_t more) {
  static const uint32_t empty = 0;
  static const double undefined = NAN;
  bool fits = true;
  for (size_t i = 0; i < c->count && fits; i++) {
    if (c->at[i].row) continue;
    const struct lane_of lane[] = {{&c->at[i].value, sizeof empty, &empty, true}, {&c->at[i].number, sizeof undefined, &undefined, false}};
    fits = widen_all(lane, 2, old, more);
  }
  return fits;
}

nonet_code edit_widen_nodes(nonet *v, uint32_t old, uint32_t more, bool kinds, nonet_err *err) {
  static const uint32_t empty = 0, none = NONET_NONE;
  static const uint64_t no_line = 0;
  if (more == 0) return NONET_OK;
  const struct lane_of lane[] = {{&v->node_key, 4, &empty, true},  {&v->node_label, 4, &empty, false}, {&v->node_short, 4, &empty, false},
                                 {&v->node_kind, 4, &none, kinds}, {&v->node_file, 4, &empty, false},  {&v->node_line, 8, &no_line, false}};
  bool fits = widen_all(lane, sizeof lane / sizeof *lane, old, more) && widen_further(&v->node_columns, old, more);
  return fits ? NONET_OK : error_memory(err);
}

nonet_code edit_widen_ties(nonet *v, uint32_t old, uint32_t more, const struct edit_needs *needs, nonet_err *err) {
  static const uint32_t empty = 0, none = NONET_NONE;
  static const int32_t open = DATE_NONE;
  static const uint64_t no_line = 0;
  static const double undefined = NAN;
  static const uint8_t strength = NONET_STRENGTH;
  uint8_t directed = v->directed;
  if (more == 0) return NONET_OK;
  const struct lane_of lane[] = {{&v->tie_from, 4, &none, true},
                                 {&v->tie_to, 4, &none, true},
                                 {&v->tie_kind, 4, &empty, needs->kind},
                                 {&v->tie_layer, 4, &none, needs->layer},
                                 {&v->tie_weight, 8, &undefined, needs->weight},
                                 {&v->tie_scale, 1, &strength, false},
                                 {&v->tie_directed, 1, &directed, needs->direction},
                                 {&v->tie_since, 4, &open, false},
                                 {&v->tie_until, 4, &open, false},
                                 {&v->tie_since_text, 4, &empty, false},
                                 {&v->tie_until_text, 4, &empty, false},
                                 {&v->tie_source, 4, &empty, needs->source},
                                 {&v->tie_file, 4, &empty, false},
                                 {&v->tie_line, 8, &no_line, false}};
  bool fits = widen_all(lane, sizeof lane / sizeof *lane, old, more) && widen_further(&v->tie_columns, old, more);
  return fits ? NONET_OK : error_memory(err);
}

void edit_close_columns(struct net_columns *c, uint32_t rows) {
  for (size_t i = 0; i < c->count; i++)
    if (!c->at[i].row) c->at[i].count = rows;
}

nonet_code edit_close_parents(nonet *v, uint32_t old, nonet_err *err) {
  uint64_t *first = realloc(v->parent_first, ((size_t)v->ties + 1) * sizeof *first);
  if (!first) return error_memory(err);
  for (uint32_t t = 0; !v->parent_first && t <= old; t++)
    first[t] = t;
  for (uint32_t t = old; t < v->ties; t++)
    first[t + 1] = first[old];
  v->parent_first = first;
  return NONET_OK;
}

/* ---- aliases ---- */

struct names {
  uint64_t *first;
  uint32_t *word;
  uint64_t count;
  size_t room;
};

static bool add_name(struct names *names, uint32_t word, uint64_t from) {
  for (uint64_t i = from; i < names->count; i++)
    if (names->word[i] == word) return true;
  if (!memory_grow(&names->word, &names->room, names->count + 1, sizeof *names->word)) return false;
  names->word[names->count++] = word;
  return true;
}

/* The aliases of a node, and, where it was merged into another, its other names. */
static bool add_names(struct names *names, const nonet *n, uint32_t v, bool merged, uint64_t from) {
  bool fits = true;
  if (merged) fits = add_name(names, n->node_key[v], from);
  if (fits && merged && n->node_label && n->node_label[v]) fits = add_name(names, n->node_label[v], from);
  if (fits && merged && n->node_short && n->node_short[v]) fits = add_name(names, n->node_short[v], from);
  for (uint64_t i = n->alias_first ? n->alias_first[v] : 0; fits && n->alias_first && i < n->alias_first[v + 1]; i++)
    fits = add_name(names, n->alias[i], from);
  return fits;
}

/* Nodes of the network in the order of the nodes that they are now, each node's own first: by counting. *first has nodes + 1 numbers. */
static nonet_code constituents(uint64_t **first, uint32_t **node, const struct edit_work *w, const uint32_t *map, uint32_t nodes,
                               nonet_err *err) {
  *first = memory_zeroed((size_t)nodes + 2, sizeof **first);
  *node = memory_array(w->n->nodes, sizeof **node);
  if (!*first || !*node) return error_memory(err);
  for (uint32_t x = 0; x < w->n->nodes; x++)
    if (map[x] != NONET_NONE) (*first)[map[x] + 2]++;
  for (uint32_t v = 0; v < nodes; v++)
    (*first)[v + 2] += (*first)[v + 1];
  for (int own = 1; own >= 0; own--)
    for (uint32_t x = 0; x < w->n->nodes; x++)
      if (map[x] != NONET_NONE && (w->into[x] == x) == own) (*node)[(*first)[map[x] + 1]++] = x;
  return NONET_OK;
}

nonet_code edit_aliases(nonet *v, const struct edit_work *w, const uint32_t *map, nonet_err *err) {
  uint64_t *first = NULL;
  uint32_t *node = NULL;
  struct names names = {0};
  if (!w->n->alias_first && !w->merged) return NONET_OK;
  nonet_code code = constituents(&first, &node, w, map, v->nodes, err);
  if (!code && !(names.first = memory_zeroed((size_t)v->nodes + 1, sizeof *names.first))) code = error_memory(err);
  for (uint32_t i = 0; i < v->nodes && !code; i++) {
    for (uint64_t k = first[i]; k < first[i + 1] && !code; k++)
      if (!add_names(&names, w->n, node[k], w->into[node[k]] != node[k], names.first[i])) code = error_memory(err);
    names.first[i + 1] = names.count;
  }
  if (!code && !names.word && !(names.word = memory_zeroed(1, sizeof *names.word))) code = error_memory(err);
  free(first);
  free(node);
  if (code) {
    free(names.first);
    free(names.word);
    return code;
  }
  free(v->alias_first);
  free(v->alias);
  v->alias_first = names.first;
  v->alias = names.word;
  return NONET_OK;
}

/* ---- layers ---- */

static bool add_layer(struct edit_declared *d, uint32_t layer, uint64_t from) {
  for (uint64_t i = from; i < d->count; i++)
    if (d->layer[i] == layer) return true;
  if (!memory_grow(&d->layer, &d->room, d->count + 1, sizeof *d->layer)) return false;
  d->layer[d->count++] = layer;
  return true;
}

static bool was_taken_back(const struct edit_work *w, uint32_t node, uint32_t layer) {
  for (size_t i = 0; i < w->outs; i++)
    if (w->out[i].node == node && w->out[i].layer == layer) return true;
  return w->layer_gone[layer];
}

/* The layers that stay declared for a node of the network. */
static bool add_declared(struct edit_declared *d, const struct edit_work *w, uint32_t x, uint64_t from) {
  const uint32_t *own;
  bool fits = true;
  if (net_node_layers(w->n, x, &own) == 0) return true;
  for (uint32_t i = 0; i < w->n->member_declared[x] && fits; i++)
    if (!was_taken_back(w, x, own[i])) fits = add_layer(d, own[i], from);
  return fits;
}

/* A node whose main layer follows from its ties keeps it when it is declared in another: where it still has such a tie, the main layer is
 * declared first. */
static bool keep_main(struct edit_declared *d, const struct edit_work *w, uint32_t x, uint64_t from) {
  const nonet *n = w->n;
  const uint32_t *own;
  if (d->count > from || net_node_layers(n, x, &own) == 0 || n->member_declared[x] || !n->tie_layer) return true;
  for (uint64_t e = n->end_first[x]; e < n->end_first[x + 1]; e++)
    if (n->tie_layer[n->end_tie[e]] == own[0] && edit_has_tie(w, n->end_tie[e])) return add_layer(d, own[0], from);
  return true;
}

nonet_code edit_declare(struct edit_declared *d, const struct edit_work *w, const uint32_t *map, const nonet *v, nonet_err *err) {
  uint64_t *first = NULL;
  uint32_t *node = NULL;
  nonet_code code = constituents(&first, &node, w, map, v->nodes, err);
  if (!code && !(d->first = memory_zeroed((size_t)v->nodes + 1, sizeof *d->first))) code = error_memory(err);
  for (uint32_t i = 0; i < v->nodes && !code; i++) {
    uint64_t from = d->first[i];
    bool fits = true;
    for (uint64_t k = first[i]; k < first[i + 1] && fits; k++)
      fits = add_declared(d, w, node[k], from);
    for (size_t k = 0; k < w->ins && fits; k++) {
      if (map[w->in[k].node] != i || w->layer_gone[w->in[k].layer]) continue;
      if (first[i] < first[i + 1]) fits = keep_main(d, w, node[first[i]], from);
      if (fits) fits = add_layer(d, w->in[k].layer, from);
    }
    if (!fits) code = error_memory(err);
    d->first[i + 1] = d->count;
  }
  free(first);
  free(node);
  return code;
}
