/* Columns of a network, gathered by a list of the rows that a view keeps. A column that is not there stays absent. */
#include "base/memory.h"
#include "net/view_subset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct field {
  void *to; /* where the new column's pointer goes */
  const void *from;
  size_t size;
};

/* Rows of a column by a list of old rows; an absent column stays absent. */
static nonet_code gather(const struct field *f, const uint32_t *old, uint32_t count, nonet_err *err) {
  if (!f->from) return NONET_OK;
  char *to = memory_array(count, f->size);
  if (!to) return error_memory(err);
  const char *from = f->from;
  for (uint32_t i = 0; i < count; i++)
    memcpy(to + i * f->size, from + old[i] * f->size, f->size);
  memcpy(f->to, &to, sizeof to);
  return NONET_OK;
}

static nonet_code gather_all(const struct field *f, size_t fields, const uint32_t *old, uint32_t count, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < fields && !code; i++)
    code = gather(&f[i], old, count, err);
  return code;
}

/* A sparse column keeps the rows that are kept, still ascending. */
static nonet_code gather_sparse(struct net_column *to, const struct net_column *from, const uint32_t *map, nonet_err *err) {
  to->row = memory_array(from->count, sizeof *to->row);
  to->value = memory_array(from->count, sizeof *to->value);
  to->number = from->number ? memory_array(from->count, sizeof *to->number) : NULL;
  if (!to->row || !to->value || (from->number && !to->number)) return error_memory(err);
  for (size_t i = 0; i < from->count; i++) {
    if (map[from->row[i]] == NONET_NONE) continue;
    to->row[to->count] = map[from->row[i]];
    to->value[to->count] = from->value[i];
    if (from->number) to->number[to->count] = from->number[i];
    to->count++;
  }
  return NONET_OK;
}

static nonet_code gather_columns(struct net_columns *to, const struct net_columns *from, const uint32_t *old, uint32_t count,
                                 const uint32_t *map, nonet_err *err) {
  to->at = memory_zeroed(from->count, sizeof *to->at);
  if (!to->at) return error_memory(err);
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < from->count && !code; i++) {
    const struct net_column *c = &from->at[i];
    struct net_column *made = &to->at[to->count++];
    made->name = c->name;
    const struct field field[] = {{&made->value, c->value, sizeof *c->value}, {&made->number, c->number, sizeof *c->number}};
    if (c->row) {
      code = gather_sparse(made, c, map, err);
    } else {
      made->count = count;
      code = gather_all(field, 2, old, count, err);
    }
  }
  return code;
}

static nonet_code gather_aliases(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  if (!n->alias_first) return NONET_OK;
  v->alias_first = memory_zeroed((size_t)v->nodes + 1, sizeof *v->alias_first);
  v->alias = memory_array((size_t)n->alias_first[n->nodes], sizeof *v->alias);
  if (!v->alias_first || !v->alias) return error_memory(err);
  uint64_t count = 0;
  for (uint32_t i = 0; i < v->nodes; i++) {
    for (uint64_t a = n->alias_first[w->node[i]]; a < n->alias_first[w->node[i] + 1]; a++)
      v->alias[count++] = n->alias[a];
    v->alias_first[i + 1] = count;
  }
  return NONET_OK;
}

nonet_code subset_gather_nodes(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  const struct field field[] = {{&v->node_key, n->node_key, 4},   {&v->node_label, n->node_label, 4}, {&v->node_short, n->node_short, 4},
                                {&v->node_kind, n->node_kind, 4}, {&v->node_file, n->node_file, 4},   {&v->node_line, n->node_line, 8}};
  nonet_code code = gather_all(field, sizeof field / sizeof *field, w->node, v->nodes, err);
  if (!code) code = gather_columns(&v->node_columns, &n->node_columns, w->node, v->nodes, w->node_map, err);
  return code ? code : gather_aliases(w, err);
}

static nonet_code gather_parents(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  struct tie_list list = {0};
  v->parent_first = n->parent_first ? memory_zeroed((size_t)v->ties + 1, sizeof *v->parent_first) : NULL;
  bool fits = !n->parent_first || v->parent_first;
  for (uint32_t t = 0; t < v->ties && fits; t++) {
    fits = tie_list_add_parents(&list, n, w->tie[t]);
    if (v->parent_first) v->parent_first[t + 1] = list.count;
  }
  v->parent = list.tie;
  return fits ? NONET_OK : error_memory(err);
}

nonet_code subset_gather_ties(struct subset_work *w, nonet_err *err) {
  const nonet *n = w->s->net;
  nonet *v = w->v;
  const struct field field[] = {{&v->tie_from, n->tie_from, 4},
                                {&v->tie_to, n->tie_to, 4},
                                {&v->tie_kind, n->tie_kind, 4},
                                {&v->tie_layer, n->tie_layer, 4},
                                {&v->tie_weight, n->tie_weight, 8},
                                {&v->tie_scale, n->tie_scale, 1},
                                {&v->tie_directed, n->tie_directed, 1},
                                {&v->tie_since, n->tie_since, 4},
                                {&v->tie_until, n->tie_until, 4},
                                {&v->tie_since_text, n->tie_since_text, 4},
                                {&v->tie_until_text, n->tie_until_text, 4},
                                {&v->tie_source, n->tie_source, 4},
                                {&v->tie_file, n->tie_file, 4},
                                {&v->tie_line, n->tie_line, 8}};
  nonet_code code = gather_all(field, sizeof field / sizeof *field, w->tie, v->ties, err);
  if (!code) code = gather_columns(&v->tie_columns, &n->tie_columns, w->tie, v->ties, w->tie_map, err);
  if (!code) code = gather_parents(w, err);
  for (uint32_t t = 0; t < v->ties && !code; t++) {
    v->tie_from[t] = w->node_map[v->tie_from[t]];
    v->tie_to[t] = w->node_map[v->tie_to[t]];
    v->weighted = v->weighted || (v->tie_weight && !isnan(v->tie_weight[t]));
  }
  v->directed = n->directed;
  v->rank_top = n->rank_top;
  return code;
}
