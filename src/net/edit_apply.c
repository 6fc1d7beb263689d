/* One edit after the other on what is left of a network: names are found among what is there now, and what cannot be done is refused with
 * the name. A tie counts at the nodes that its ends are now, so edits after a merging see one node. */
#include "net/edit.h"

#include "base/memory.h"
#include "base/name.h"

#include <math.h>
#include <string.h>

/* ---- names ---- */

/* Whether two names are one, without case, accents and repeated spaces. */
static bool same_name(const char *a, const char *b) {
  struct buffer x = {0}, y = {0};
  bool same = name_fold(&x, a) && name_fold(&y, b) && strcmp(buffer_string(&x), buffer_string(&y)) == 0;
  buffer_free(&x);
  buffer_free(&y);
  return same;
}

/* The new node of a name, the latest first; NONET_NONE: none. */
static uint32_t find_new(const struct edit_work *w, const char *name, bool exact) {
  for (size_t i = w->nodes; i-- > 0;)
    if (exact ? strcmp(w->node[i].key, name) == 0 : same_name(w->node[i].key, name)) return w->n->nodes + (uint32_t)i;
  return NONET_NONE;
}

/* The node that a name means now. */
static nonet_code find_node(uint32_t *out, const struct edit_work *w, const char *name, nonet_err *err) {
  nonet_code code = NONET_OK;
  if (!name) return error_set(err, NONET_EUSAGE, "a change does not name its node");
  uint32_t v = find_new(w, name, true);
  if (v == NONET_NONE) code = nonet_find_node(&v, w->n, name, err);
  if (code == NONET_EUSAGE && find_new(w, name, false) != NONET_NONE) v = find_new(w, name, false), code = NONET_OK;
  if (code) return code;
  *out = w->into[v];
  return *out == NONET_NONE ? error_set(err, NONET_EUSAGE, "'%s' has left by an earlier change", name) : NONET_OK;
}

static const char *layer_name(const struct edit_work *w, uint32_t layer) {
  return layer < w->n->layers ? nonet_layer_name(w->n, layer) : w->layer[layer - w->n->layers];
}

static nonet_code find_layer(uint32_t *out, const struct edit_work *w, const char *name, nonet_err *err) {
  if (!name) return error_set(err, NONET_EUSAGE, "a change does not name its layer");
  for (size_t i = w->layers; i-- > 0;)
    if (same_name(w->layer[i], name) && !w->layer_gone[w->n->layers + i]) {
      *out = w->n->layers + (uint32_t)i;
      return NONET_OK;
    }
  nonet_code code = nonet_find_layer(out, w->n, name, err);
  if (!code && w->layer_gone[*out]) return error_set(err, NONET_EUSAGE, "layer '%s' was removed by an earlier change", name);
  return code;
}

/* A layer where one is named, else NONET_NONE. */
static nonet_code find_layer_if(uint32_t *out, const struct edit_work *w, const char *name, nonet_err *err) {
  *out = NONET_NONE;
  return name ? find_layer(out, w, name, err) : NONET_OK;
}

static const char *key_of(const struct edit_work *w, uint32_t v) {
  return v < w->n->nodes ? net_key(w->n, v) : w->node[v - w->n->nodes].key;
}

/* ---- nodes ---- */

static nonet_code declare_in(struct edit_work *w, uint32_t node, uint32_t layer, nonet_err *err) {
  if (!memory_grow(&w->in, &w->in_room, w->ins + 1, sizeof *w->in)) return error_memory(err);
  w->in[w->ins++] = (struct edit_member){node, layer};
  return NONET_OK;
}

/* What an edit says of a node besides. */
static nonet_code tell_of(struct edit_work *w, uint32_t node, const nonet_edit *e, nonet_err *err) {
  if (!e->label && !e->short_name && e->said_count == 0) return NONET_OK;
  if (!memory_grow(&w->told, &w->told_room, w->tolds + 1, sizeof *w->told)) return error_memory(err);
  w->told[w->tolds++] = (struct edit_told){node, e->label, e->short_name, e->said, e->said_count};
  return NONET_OK;
}

static nonet_code set_node(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t v;
  nonet_code code = find_node(&v, w, e->a, err);
  return code ? code : tell_of(w, v, e, err);
}

/* All that are `from` now become `to` (NONET_NONE: they leave). */
static void turn_into(struct edit_work *w, uint32_t from, uint32_t to) {
  for (uint32_t v = 0; v < edit_nodes(w); v++)
    if (w->into[v] == from) w->into[v] = to;
}

static nonet_code remove_node(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t v;
  nonet_code code = find_node(&v, w, e->a, err);
  if (!code) turn_into(w, v, NONET_NONE);
  return code;
}

static nonet_code add_node(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t v, layer;
  if (!e->a || !*e->a) return error_set(err, NONET_EUSAGE, "a new node needs a name");
  if (find_node(&v, w, e->a, NULL) == NONET_OK) return error_set(err, NONET_EUSAGE, "there is a node '%s' already", e->a);
  nonet_code code = find_layer_if(&layer, w, e->layer, err);
  if (code) return code;
  v = edit_nodes(w);
  if (!memory_grow(&w->into, &w->into_room, (size_t)v + 1, sizeof *w->into)) return error_memory(err);
  if (!memory_grow(&w->node, &w->node_room, w->nodes + 1, sizeof *w->node)) return error_memory(err);
  w->into[v] = v;
  w->node[w->nodes++] = (struct edit_node){.key = e->a, .kind = e->what && *e->what ? e->what : NULL};
  code = tell_of(w, v, e, err);
  return code || layer == NONET_NONE ? code : declare_in(w, v, layer, err);
}

static bool joins(const struct edit_work *w, uint32_t from, uint32_t to, uint32_t a, uint32_t b) {
  uint32_t x = w->into[from], y = w->into[to];
  return (x == a && y == b) || (x == b && y == a);
}

static nonet_code merge_nodes(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t a, b;
  nonet_code code = find_node(&a, w, e->a, err);
  if (!code) code = find_node(&b, w, e->b, err);
  if (code) return code;
  if (a == b) return error_set(err, NONET_EUSAGE, "'%s' and '%s' are one node already", e->a, e->b);
  for (uint32_t t = 0; t < w->n->ties; t++)
    if (edit_has_tie(w, t) && joins(w, w->n->tie_from[t], w->n->tie_to[t], a, b)) w->tie_gone[t] = 1;
  for (size_t i = 0; i < w->ties; i++)
    if (edit_has_new_tie(w, &w->tie[i]) && joins(w, w->tie[i].from, w->tie[i].to, a, b)) w->tie[i].gone = true;
  turn_into(w, b, a);
  w->merged = true;
  return NONET_OK;
}

/* ---- ties ---- */

static bool is_wanted(uint32_t layer, const char *kind, uint32_t only_layer, const char *only_kind) {
  return (only_layer == NONET_NONE || layer == only_layer) && (!only_kind || same_name(kind ? kind : "", only_kind));
}

static nonet_code remove_ties(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  const nonet *n = w->n;
  uint32_t a, b, layer;
  size_t found = 0;
  nonet_code code = find_node(&a, w, e->a, err);
  if (!code) code = find_node(&b, w, e->b, err);
  if (!code) code = find_layer_if(&layer, w, e->layer, err);
  if (code) return code;
  for (uint32_t t = 0; t < n->ties; t++) {
    if (!edit_has_tie(w, t) || !joins(w, n->tie_from[t], n->tie_to[t], a, b)) continue;
    if (!is_wanted(net_tie_layer(n, t), n->tie_kind ? net_word(n, n->tie_kind[t]) : NULL, layer, e->what)) continue;
    found += w->tie_gone[t] = 1;
  }
  for (size_t i = 0; i < w->ties; i++) {
    struct edit_tie *t = &w->tie[i];
    if (!edit_has_new_tie(w, t) || !joins(w, t->from, t->to, a, b) || !is_wanted(t->layer, t->kind, layer, e->what)) continue;
    found += t->gone = true;
  }
  if (found) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "there is no tie%s%s%s%s between '%s' and '%s'", e->what ? " of kind " : "", e->what ? e->what : "",
                   layer != NONET_NONE ? " in layer " : "", layer != NONET_NONE ? layer_name(w, layer) : "", key_of(w, a), key_of(w, b));
}

static nonet_code add_tie(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  struct edit_tie t = {.kind = e->what && *e->what ? e->what : NULL,
                       .source = e->source && *e->source ? e->source : NULL,
                       .since = e->since && *e->since ? e->since : NULL,
                       .until = e->until && *e->until ? e->until : NULL,
                       .said = e->said,
                       .count = e->said_count,
                       .weight = e->has_weight ? e->weight : (double)NAN,
                       .directed = e->direction == NONET_DIRECTED || (e->direction == NONET_AS_INPUT && w->n->directed)};
  nonet_code code = find_node(&t.from, w, e->a, err);
  if (!code) code = find_node(&t.to, w, e->b, err);
  if (!code) code = find_layer_if(&t.layer, w, e->layer, err);
  if (code) return code;
  if (e->has_weight && isnan(e->weight)) return error_set(err, NONET_EUSAGE, "the weight of a new tie is not a number");
  if (!memory_grow(&w->tie, &w->tie_room, w->ties + 1, sizeof *w->tie)) return error_memory(err);
  w->tie[w->ties++] = t;
  return NONET_OK;
}

/* ---- layers ---- */

static nonet_code remove_layer(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t layer;
  nonet_code code = find_layer(&layer, w, e->layer, err);
  if (code) return code;
  w->layer_gone[layer] = 1;
  for (uint32_t t = 0; t < w->n->ties; t++)
    if (net_tie_layer(w->n, t) == layer) w->tie_gone[t] = 1;
  for (size_t i = 0; i < w->ties; i++)
    w->tie[i].gone = w->tie[i].gone || w->tie[i].layer == layer;
  return NONET_OK;
}

static nonet_code add_layer(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t layer;
  if (!e->layer || !*e->layer) return error_set(err, NONET_EUSAGE, "a new layer needs a name");
  if (find_layer(&layer, w, e->layer, NULL) == NONET_OK) return error_set(err, NONET_EUSAGE, "there is a layer '%s' already", e->layer);
  if (!memory_grow(&w->layer_gone, &w->layer_gone_room, (size_t)edit_layers(w) + 1, 1)) return error_memory(err);
  if (!memory_grow(&w->layer, &w->layer_room, w->layers + 1, sizeof *w->layer)) return error_memory(err);
  w->layer_gone[edit_layers(w)] = 0;
  w->layer[w->layers++] = e->layer;
  return NONET_OK;
}

static bool is_out(const struct edit_work *w, uint32_t node, uint32_t layer) {
  for (size_t i = 0; i < w->outs; i++)
    if (w->out[i].node == node && w->out[i].layer == layer) return true;
  return false;
}

/* Whether what `v` is now is in a layer by declaration. */
static bool is_declared(const struct edit_work *w, uint32_t v, uint32_t layer) {
  const nonet *n = w->n;
  for (size_t i = 0; i < w->ins; i++)
    if (w->into[w->in[i].node] == v && w->in[i].layer == layer) return true;
  for (uint32_t x = 0; x < n->nodes; x++) {
    const uint32_t *own;
    if (w->into[x] != v || net_node_layers(n, x, &own) == 0) continue;
    for (uint32_t i = 0; i < n->member_declared[x]; i++)
      if (own[i] == layer && !is_out(w, x, layer)) return true;
  }
  return false;
}

/* Ties of a layer at a node; they go where `take` says so. */
static size_t layer_ties(struct edit_work *w, uint32_t v, uint32_t layer, bool take) {
  const nonet *n = w->n;
  size_t found = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    if (net_tie_layer(n, t) != layer || !edit_has_tie(w, t) || (w->into[n->tie_from[t]] != v && w->into[n->tie_to[t]] != v)) continue;
    found++;
    if (take) w->tie_gone[t] = 1;
  }
  for (size_t i = 0; i < w->ties; i++) {
    struct edit_tie *t = &w->tie[i];
    if (t->layer != layer || !edit_has_new_tie(w, t) || (w->into[t->from] != v && w->into[t->to] != v)) continue;
    found++;
    if (take) t->gone = true;
  }
  return found;
}

static nonet_code add_member(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t v, layer;
  nonet_code code = find_node(&v, w, e->a, err);
  if (!code) code = find_layer(&layer, w, e->layer, err);
  if (code) return code;
  if (is_declared(w, v, layer) || layer_ties(w, v, layer, false))
    return error_set(err, NONET_EUSAGE, "'%s' is in layer '%s' already", key_of(w, v), layer_name(w, layer));
  return declare_in(w, v, layer, err);
}

static nonet_code remove_member(struct edit_work *w, const nonet_edit *e, nonet_err *err) {
  uint32_t v, layer;
  nonet_code code = find_node(&v, w, e->a, err);
  if (!code) code = find_layer(&layer, w, e->layer, err);
  if (code) return code;
  bool declared = is_declared(w, v, layer);
  if (!layer_ties(w, v, layer, true) && !declared)
    return error_set(err, NONET_EUSAGE, "'%s' is not in layer '%s'", key_of(w, v), layer_name(w, layer));
  size_t kept = 0;
  for (size_t i = 0; i < w->ins; i++)
    if (w->into[w->in[i].node] != v || w->in[i].layer != layer) w->in[kept++] = w->in[i];
  w->ins = kept;
  for (uint32_t x = 0; x < w->n->nodes && declared; x++) {
    if (w->into[x] != v) continue;
    if (!memory_grow(&w->out, &w->out_room, w->outs + 1, sizeof *w->out)) return error_memory(err);
    w->out[w->outs++] = (struct edit_member){x, layer};
  }
  return NONET_OK;
}

nonet_code edit_apply(struct edit_work *w, const nonet_edit *edit, nonet_err *err) {
  switch (edit->kind) {
  case NONET_REMOVE_NODE:
    return remove_node(w, edit, err);
  case NONET_ADD_NODE:
    return add_node(w, edit, err);
  case NONET_REMOVE_TIES:
    return remove_ties(w, edit, err);
  case NONET_ADD_TIE:
    return add_tie(w, edit, err);
  case NONET_REMOVE_LAYER:
    return remove_layer(w, edit, err);
  case NONET_ADD_LAYER:
    return add_layer(w, edit, err);
  case NONET_ADD_MEMBER:
    return add_member(w, edit, err);
  case NONET_REMOVE_MEMBER:
    return remove_member(w, edit, err);
  case NONET_MERGE_NODES:
    return merge_nodes(w, edit, err);
  case NONET_SET_NODE:
    return set_node(w, edit, err);
  }
  return error_set(err, NONET_EUSAGE, "there is no change of kind %d", (int)edit->kind);
}
