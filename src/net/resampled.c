/* The bootstrap over nodes: a network of the same size whose nodes are drawn from those that are there, with replacement.
 *
 * Two copies of one node have no tie to go by, as no node has one to itself: for them the ties of two nodes that are drawn at random [1].
 * In two modes each mode is drawn from itself, and copies of one node are not tied.
 *
 * Sources: (1) T. A. B. Snijders, S. P. Borgatti 1999, Non-parametric standard errors and tests for network statistics, Connections 22. */
#include "net/resampled.h"

#include "base/memory.h"
#include "net/drawn.h"
#include "net/key_order.h"
#include "net/view_subset.h"

#include <stdlib.h>
#include <string.h>

/* ---- order ---- */

struct named {
  const char *key;
  uint32_t node;
};

static int by_key(const void *a, const void *b) {
  return key_order(((const struct named *)a)->key, ((const struct named *)b)->key);
}

uint32_t *resampled_order(const nonet *n) {
  struct named *named = memory_array(n->nodes, sizeof *named);
  uint32_t *order = memory_array(n->nodes, sizeof *order);
  for (uint32_t v = 0; named && v < n->nodes; v++)
    named[v] = (struct named){net_key(n, v), v};
  if (named && n->nodes) qsort(named, n->nodes, sizeof *named, by_key);
  for (uint32_t i = 0; named && order && i < n->nodes; i++)
    order[i] = named[i].node;
  if (!named) free(order), order = NULL;
  free(named);
  return order;
}

/* ---- which nodes, which ties ---- */

struct resample {
  const nonet *n;
  const uint32_t *order;
  uint32_t *old;             /* of each new node */
  uint32_t *first, *next;    /* new nodes of each old one, as a list; NONET_NONE ends it */
  uint32_t *tie, *from, *to; /* new ties: what they copy, and their ends */
  size_t ties, tie_room, from_room, to_room;
};

static void resample_free(struct resample *r) {
  void *const owned[] = {r->old, r->first, r->next, r->tie, r->from, r->to};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
}

/* Members of one mode, in order: of[0 .. count). */
static uint32_t list_mode(uint32_t *of, const struct resample *r, uint32_t kind) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < r->n->nodes; i++)
    if (!r->n->two_modes || net_node_kind(r->n, r->order[i]) == kind) of[count++] = r->order[i];
  return count;
}

static bool draw_nodes(struct resample *r, struct chance *c) {
  uint32_t n = r->n->nodes, made = 0, *of = memory_array(n, sizeof *of);
  r->old = memory_array(n, sizeof *r->old);
  r->first = memory_array(n, sizeof *r->first);
  r->next = memory_array(n, sizeof *r->next);
  if (!of || !r->old || !r->first || !r->next) return free(of), false;
  uint32_t lead = n ? net_node_kind(r->n, r->order[0]) : 0; /* the mode of the first by key is drawn first */
  for (int mode = 0; mode < (r->n->two_modes ? 2 : 1); mode++) {
    uint32_t kind = mode == 0 ? lead : r->n->mode_kind[0] == lead ? r->n->mode_kind[1] : r->n->mode_kind[0];
    uint32_t count = list_mode(of, r, kind);
    for (uint32_t i = 0; i < count; i++)
      r->old[made++] = of[chance_below(c, count)];
  }
  for (uint32_t v = 0; v < n; v++)
    r->first[v] = NONET_NONE;
  for (uint32_t i = n; i-- > 0;) {
    r->next[i] = r->first[r->old[i]];
    r->first[r->old[i]] = i;
  }
  free(of);
  return true;
}

static bool add_tie(struct resample *r, uint32_t tie, uint32_t from, uint32_t to) {
  size_t need = r->ties + 1;
  if (!memory_grow(&r->tie, &r->tie_room, need, sizeof *r->tie) || !memory_grow(&r->from, &r->from_room, need, sizeof *r->from) ||
      !memory_grow(&r->to, &r->to_room, need, sizeof *r->to))
    return false;
  r->tie[r->ties] = tie, r->from[r->ties] = from, r->to[r->ties++] = to;
  return true;
}

static bool copy_ties(struct resample *r) {
  const nonet *n = r->n;
  bool fits = true;
  for (uint32_t t = 0; fits && t < n->ties; t++) {
    bool loop = n->tie_from[t] == n->tie_to[t];
    for (uint32_t i = r->first[n->tie_from[t]]; fits && i != NONET_NONE; i = r->next[i])
      for (uint32_t k = loop ? i : r->first[n->tie_to[t]]; fits && k != NONET_NONE; k = loop ? NONET_NONE : r->next[k])
        fits = add_tie(r, t, i, k);
  }
  return fits;
}

/* The ties of two nodes that are drawn, for new nodes a and b. */
static bool tie_copies(struct resample *r, uint32_t a, uint32_t b, struct chance *c) {
  const nonet *n = r->n;
  uint32_t i = (uint32_t)chance_below(c, n->nodes), k = (uint32_t)chance_below(c, n->nodes - 1);
  uint32_t x = r->order[i], y = r->order[k + (k >= i)];
  for (uint64_t e = n->end_first[x]; e < n->end_first[x + 1]; e++) {
    uint32_t t = n->end_tie[e];
    bool outward = n->tie_from[t] == x;
    if (n->end_other[e] == y && !add_tie(r, t, outward ? a : b, outward ? b : a)) return false;
  }
  return true;
}

static bool tie_all_copies(struct resample *r, struct chance *c) {
  bool fits = true;
  for (uint32_t a = 0; fits && !r->n->two_modes && a < r->n->nodes; a++)
    for (uint32_t b = r->next[a]; fits && b != NONET_NONE; b = r->next[b])
      fits = tie_copies(r, a, b, c);
  return fits;
}

/* ---- the network ---- */

static void *pick(const void *from, size_t size, const uint32_t *old, uint32_t count) {
  char *to = from ? memory_array(count, size) : NULL;
  for (uint32_t i = 0; to && i < count; i++)
    memcpy(to + i * size, (const char *)from + old[i] * size, size);
  return to;
}

/* A further column, of which rows may come again; sparse where it was. */
static bool copy_column(struct net_column *to, const struct net_column *from, const uint32_t *old, uint32_t count) {
  *to = (struct net_column){.name = from->name};
  to->value = memory_array(count, sizeof *to->value);
  if (from->row) to->row = memory_array(count, sizeof *to->row);
  if (from->number) to->number = memory_array(count, sizeof *to->number);
  if (!to->value || (from->row && !to->row) || (from->number && !to->number)) return false;
  for (uint32_t i = 0; i < count; i++) {
    size_t at = net_column_at(from, old[i]);
    if (at == SIZE_MAX) continue;
    if (to->row) to->row[to->count] = i;
    if (to->number) to->number[to->count] = from->number[at];
    to->value[to->count++] = from->value[at];
  }
  return true;
}

static bool copy_nodes(nonet *v, const struct resample *r) {
  const nonet *n = r->n;
  v->nodes = n->nodes, v->layers = n->layers, v->kinds = n->kinds;
  v->node_key = pick(n->node_key, sizeof *n->node_key, r->old, n->nodes);
  v->node_label = pick(n->node_label, sizeof *n->node_label, r->old, n->nodes);
  v->node_short = pick(n->node_short, sizeof *n->node_short, r->old, n->nodes);
  v->node_kind = pick(n->node_kind, sizeof *n->node_kind, r->old, n->nodes);
  v->node_file = pick(n->node_file, sizeof *n->node_file, r->old, n->nodes);
  v->node_line = pick(n->node_line, sizeof *n->node_line, r->old, n->nodes);
  v->layer_name = memory_copy(n->layer_name, n->layers, sizeof *v->layer_name);
  v->kind_name = memory_copy(n->kind_name, n->kinds, sizeof *v->kind_name);
  v->node_columns.at = memory_zeroed(n->node_columns.count, sizeof *v->node_columns.at);
  if (!v->node_key || !v->layer_name || !v->kind_name || !v->node_columns.at || (n->node_label && !v->node_label) ||
      (n->node_short && !v->node_short) || (n->node_kind && !v->node_kind) || (n->node_file && !v->node_file) ||
      (n->node_line && !v->node_line))
    return false;
  bool fits = true;
  for (size_t i = 0; fits && i < n->node_columns.count; i++)
    fits = copy_column(&v->node_columns.at[v->node_columns.count++], &n->node_columns.at[i], r->old, n->nodes);
  return fits;
}

/* Layers that the nodes were declared in; the others follow from ties. */
static nonet_code copy_members(nonet *v, const struct resample *r, nonet_err *err) {
  const nonet *n = r->n;
  uint64_t count = 0;
  for (uint32_t i = 0; n->member_first && i < n->nodes; i++)
    count += n->member_declared[r->old[i]];
  uint64_t *first = memory_zeroed((size_t)n->nodes + 1, sizeof *first);
  uint32_t *declared = memory_array((size_t)count, sizeof *declared);
  for (uint32_t i = 0; first && declared && i < n->nodes; i++) {
    uint32_t own = n->member_first ? n->member_declared[r->old[i]] : 0;
    if (own) memcpy(declared + first[i], n->member_layer + n->member_first[r->old[i]], own * sizeof *declared);
    first[i + 1] = first[i] + own;
  }
  nonet_code code = first && declared ? net_build_members(v, first, declared, err) : error_memory(err);
  free(first);
  free(declared);
  return code;
}

static nonet_code copy_all_ties(nonet *v, const struct resample *r, nonet_err *err) {
  const nonet *n = r->n;
  struct subset s = {.net = n, .only_layer = NONET_NONE, .not_layer = NONET_NONE};
  struct subset_work w = {.s = &s, .v = v, .tie = r->tie, .node_map = memory_zeroed(n->nodes, sizeof *w.node_map)};
  w.tie_map = memory_array(n->ties, sizeof *w.tie_map);
  if (r->ties >= NONET_NONE) return error_set(err, NONET_ELIMIT, "a resampled network has too many ties");
  v->ties = (uint32_t)r->ties;
  for (uint32_t t = 0; w.tie_map && t < n->ties; t++)
    w.tie_map[t] = NONET_NONE;
  for (uint32_t i = v->ties; w.tie_map && i-- > 0;)
    w.tie_map[r->tie[i]] = i;
  nonet_code code = w.node_map && w.tie_map ? subset_gather_ties(&w, err) : error_memory(err);
  free(w.node_map);
  free(w.tie_map);
  if (code) return code;
  if (v->ties) memcpy(v->tie_from, r->from, v->ties * sizeof *r->from);
  if (v->ties) memcpy(v->tie_to, r->to, v->ties * sizeof *r->to);
  return NONET_OK;
}

static nonet_code build(nonet **out, const struct resample *r, nonet_err *err) {
  const nonet *n = r->n;
  nonet *v = NULL;
  nonet_code code = net_new(&v, n->shared, err);
  if (!code && !copy_nodes(v, r)) code = error_memory(err);
  if (!code) code = copy_all_ties(v, r, err);
  if (!code) code = net_build_ends(v, err);
  if (!code && n->layers) code = copy_members(v, r, err);
  if (!code) v->two_modes = n->two_modes, memcpy(v->mode_kind, n->mode_kind, sizeof v->mode_kind);
  if (!code) code = drawn_take_over(v, n, "resampled", err);
  if (code)
    nonet_free(v);
  else
    *out = v;
  return code;
}

nonet_code resampled_make(nonet **out, const nonet *n, const uint32_t *order, struct chance *c, nonet_err *err) {
  struct resample r = {.n = n, .order = order};
  *out = NULL;
  bool ready = draw_nodes(&r, c) && copy_ties(&r) && tie_all_copies(&r, c);
  /* without any tie the lists were never made */
  ready = ready && memory_grow(&r.tie, &r.tie_room, 1, sizeof *r.tie);
  nonet_code code = ready ? build(out, &r, err) : error_memory(err);
  resample_free(&r);
  return code;
}

nonet_code resampled_without(nonet **out, const nonet *n, uint32_t node, nonet_err *err) {
  struct subset s;
  nonet *v = NULL;
  nonet_code code = subset_start(&s, n, true, true, err);
  if (!code) s.node[node] = 0;
  if (!code) code = subset_build(&v, &s, err);
  subset_free(&s);
  if (!code) code = drawn_take_over(v, n, "without one", err);
  if (code)
    nonet_free(v);
  else
    *out = v;
  return code;
}
