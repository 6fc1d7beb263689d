/* Networks drawn by chance: nodes stay what they are, with their kinds, columns and layers; the ties of each layer get other ends.
 *
 * How: a layer's ties between the same two, that point the same way, are one bundle, which moves as a whole and keeps its weights, kinds,
 * dates and evidence. Bundles stand in the order of their ends' keys, layers in that of their names, so that the order of rows changes no
 * draw; kernel/rewire.c exchanges them. An undirected tie stays undirected and a directed one directed, each kind exchanged among itself.
 * What cannot be moved stays: loops, and pairs that a layer ties both with a direction and without one.
 *
 * Sources: see kernel/rewire.c; for nodes that change places: (1) D. Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4. */
#include "net/drawn.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/rewire.h"
#include "net/key_order.h"
#include "net/view.h"

#include <stdlib.h>
#include <string.h>

/* One tie, by the places of its ends in the order of keys. */
struct laid {
  uint32_t layer; /* in the order of names; ties of none come last */
  uint32_t low, high, tail, head, tie;
  bool directed;
};

struct drawn {
  const nonet *net;
  enum drawn_keeps keeps;
  uint32_t *place, *node; /* of each node in the order of keys, and the other way round */
  uint32_t *layer;        /* layers in the order of their names */
  struct laid *at;        /* ties by bundle */
  uint32_t *bundle;       /* of each entry of `at` */
  /* bundles, those of a layer together */
  uint32_t bundles, *tail, *head;
  uint8_t *kind, *mode; /* mode: of each place; NULL: one */
  uint32_t *first;      /* of each layer's bundles; layers + 2 numbers, the last run is of ties without layer */
};

static const nonet_null nulls[] = {
    {"degrees", "each node keeps its contacts in each layer, in number and by direction; with whom they are is chance"},
    {"ties", "each layer keeps its number of ties; all pairs of its members are as likely to have one"},
    {"nodes", "each layer keeps its ties as they are; which of its members stands where is chance"},
};

const nonet_null *nonet_null_at(size_t i) {
  return i < sizeof nulls / sizeof *nulls ? &nulls[i] : NULL;
}

nonet_code drawn_read(enum drawn_keeps *out, const char *name, nonet_err *err) {
  for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
    if (!name || !strcmp(name, nulls[i].name)) {
      *out = (enum drawn_keeps)i;
      return NONET_OK;
    }
  return error_set(err, NONET_EUSAGE, "chance keeps 'degrees', 'ties' or the places of 'nodes', not '%s'", name);
}

/* ---- orders by name ---- */

struct named {
  const char *name;
  uint32_t number;
};

static int by_name(const void *a, const void *b) {
  return key_order(((const struct named *)a)->name, ((const struct named *)b)->name);
}

/* order[i]: the i-th by name; rank (may be NULL): the other way round. */
static bool sort_names(uint32_t *order, uint32_t *rank, struct named *named, uint32_t count) {
  if (!order || !named) return false;
  if (count) qsort(named, count, sizeof *named, by_name);
  for (uint32_t i = 0; i < count; i++) {
    order[i] = named[i].number;
    if (rank) rank[named[i].number] = i;
  }
  return true;
}

static bool sort_nodes(struct drawn *d) {
  const nonet *n = d->net;
  struct named *named = memory_array(n->nodes, sizeof *named);
  d->place = memory_array(n->nodes, sizeof *d->place);
  d->node = memory_array(n->nodes, sizeof *d->node);
  for (uint32_t v = 0; named && v < n->nodes; v++)
    named[v] = (struct named){net_key(n, v), v};
  bool done = d->place && sort_names(d->node, d->place, named, n->nodes);
  free(named);
  return done;
}

/* rank: of each layer. */
static bool sort_layers(struct drawn *d, uint32_t *rank) {
  const nonet *n = d->net;
  struct named *named = memory_array(n->layers, sizeof *named);
  d->layer = memory_array(n->layers, sizeof *d->layer);
  for (uint32_t l = 0; named && l < n->layers; l++)
    named[l] = (struct named){net_word(n, n->layer_name[l]), l};
  bool done = rank && sort_names(d->layer, rank, named, n->layers);
  free(named);
  return done;
}

/* ---- bundles ---- */

static int by_bundle(const void *a, const void *b) {
  const struct laid *x = a, *y = b;
  const uint32_t p[] = {x->layer, x->low, x->high, x->directed, x->tail, x->tie},
                 q[] = {y->layer, y->low, y->high, y->directed, y->tail, y->tie};
  for (size_t i = 0; i < sizeof p / sizeof *p; i++)
    if (p[i] != q[i]) return p[i] < q[i] ? -1 : 1;
  return 0;
}

static bool is_same_pair(const struct laid *a, const struct laid *b) {
  return a->layer == b->layer && a->low == b->low && a->high == b->high;
}

static bool is_same_bundle(const struct laid *a, const struct laid *b) {
  return is_same_pair(a, b) && a->directed == b->directed && a->tail == b->tail;
}

/* An undirected tie leads from the first mode to the second, of one mode from the lesser place. */
static struct laid lay(const struct drawn *d, uint32_t t, const uint32_t *rank) {
  const nonet *n = d->net;
  uint32_t u = d->place[n->tie_from[t]], v = d->place[n->tie_to[t]], layer = net_tie_layer(n, t);
  struct laid l = {.layer = layer == NONET_NONE ? n->layers : rank[layer], .tail = u, .head = v, .tie = t};
  l.directed = n->directed && net_tie_directed(n, t);
  l.low = u < v ? u : v, l.high = u < v ? v : u;
  bool turn = !l.directed && (d->mode ? d->mode[u] > d->mode[v] : u > v);
  if (turn) l.tail = v, l.head = u;
  return l;
}

static uint8_t kind_of(const struct drawn *d, const struct laid *l) {
  if (l->tail == l->head) return REWIRE_STAYS;
  if (!d->mode) return l->directed ? REWIRE_ARC : REWIRE_PAIR;
  if (!l->directed) return REWIRE_ACROSS;
  return d->mode[l->tail] ? REWIRE_ARC_BACK : REWIRE_ARC_OUT;
}

/* Both with a direction and without: neither is moved. */
static void hold_mixed_pairs(struct drawn *d) {
  for (uint32_t i = 0, end; i < d->net->ties; i = end) {
    bool directed = false, undirected = false;
    for (end = i; end < d->net->ties && is_same_pair(&d->at[i], &d->at[end]); end++)
      directed |= d->at[end].directed, undirected |= !d->at[end].directed;
    for (uint32_t k = i; directed && undirected && k < end; k++)
      d->kind[d->bundle[k]] = REWIRE_STAYS;
  }
}

static bool lay_all(struct drawn *d, const uint32_t *rank) {
  const nonet *n = d->net;
  d->at = memory_array(n->ties, sizeof *d->at);
  d->bundle = memory_array(n->ties, sizeof *d->bundle);
  d->tail = memory_array(n->ties, sizeof *d->tail);
  d->head = memory_array(n->ties, sizeof *d->head);
  d->kind = memory_array(n->ties, sizeof *d->kind);
  d->first = memory_zeroed((size_t)n->layers + 2, sizeof *d->first);
  if (!d->at || !d->bundle || !d->tail || !d->head || !d->kind || !d->first) return false;
  for (uint32_t t = 0; t < n->ties; t++)
    d->at[t] = lay(d, t, rank);
  if (n->ties) qsort(d->at, n->ties, sizeof *d->at, by_bundle);
  for (uint32_t i = 0; i < n->ties; i++) {
    const struct laid *l = &d->at[i];
    if (!i || !is_same_bundle(l, l - 1)) {
      d->tail[d->bundles] = l->tail, d->head[d->bundles] = l->head;
      d->kind[d->bundles++] = kind_of(d, l);
      d->first[l->layer + 1]++;
    }
    d->bundle[i] = d->bundles - 1;
  }
  for (uint32_t l = 0; l <= n->layers; l++)
    d->first[l + 1] += d->first[l];
  hold_mixed_pairs(d);
  return true;
}

/* The first mode is that of the node that comes first by key. */
static bool lay_modes(struct drawn *d) {
  const nonet *n = d->net;
  if (!n->two_modes || !n->nodes) return true;
  d->mode = memory_array(n->nodes, sizeof *d->mode);
  for (uint32_t i = 0; d->mode && i < n->nodes; i++)
    d->mode[i] = net_node_kind(n, d->node[i]) != net_node_kind(n, d->node[0]);
  return d->mode != NULL;
}

nonet_code drawn_start(struct drawn **out, const nonet *n, enum drawn_keeps keeps, nonet_err *err) {
  struct drawn *d = *out = memory_zeroed(1, sizeof *d);
  uint32_t *rank = memory_array(n->layers, sizeof *rank);
  bool ready = d && rank;
  if (ready) d->net = n, d->keeps = keeps;
  ready = ready && sort_nodes(d) && sort_layers(d, rank) && lay_modes(d) && lay_all(d, rank);
  free(rank);
  if (ready) return NONET_OK;
  drawn_free(d);
  *out = NULL;
  return error_memory(err);
}

void drawn_free(struct drawn *d) {
  if (!d) return;
  void *const owned[] = {d->place, d->node, d->layer, d->at, d->bundle, d->tail, d->head, d->kind, d->mode, d->first};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  free(d);
}

/* ---- one draw ---- */

/* Nodes of a layer by their places; those of ties without a layer are all. */
static uint8_t *members(const struct drawn *d, uint32_t rank) {
  uint8_t *member = memory_zeroed(d->net->nodes, 1);
  for (uint32_t i = 0; member && i < d->net->nodes; i++) {
    const uint32_t *layer;
    uint32_t count = net_node_layers(d->net, d->node[i], &layer);
    member[i] = rank == d->net->layers;
    for (uint32_t k = 0; k < count && !member[i]; k++)
      member[i] = layer[k] == d->layer[rank];
  }
  return member;
}

/* Members of a layer change places with those of their own mode, and edges go with them. */
static bool deal_places(struct rewire *r, struct chance *c) {
  uint32_t *name = memory_array(r->nodes, sizeof *name), *dealt = memory_array(r->nodes, sizeof *dealt);
  for (unsigned mode = 0; name && dealt && mode < 2; mode++) {
    uint32_t count = 0;
    for (uint32_t v = 0; v < r->nodes; v++)
      if (r->member[v] && (r->mode ? r->mode[v] : 0) == mode) dealt[count++] = v;
    for (uint32_t i = count; i > 1; i--) {
      uint32_t j = (uint32_t)chance_below(c, i), kept = dealt[i - 1];
      dealt[i - 1] = dealt[j], dealt[j] = kept;
    }
    for (uint32_t v = 0, i = 0; v < r->nodes; v++)
      if (r->member[v] && (r->mode ? r->mode[v] : 0) == mode) name[v] = dealt[i++];
  }
  for (uint32_t e = 0; name && dealt && e < r->edges; e++)
    r->tail[e] = name[r->tail[e]], r->head[e] = name[r->head[e]];
  free(dealt);
  free(name);
  return name && dealt;
}

static bool draw_layer(const struct drawn *d, uint32_t rank, uint32_t *tail, uint32_t *head, struct chance *c) {
  uint32_t first = d->first[rank];
  struct rewire r = {.nodes = d->net->nodes,
                     .edges = d->first[rank + 1] - first,
                     .tail = tail + first,
                     .head = head + first,
                     .kind = d->kind + first,
                     .mode = d->mode};
  if (!r.edges) return true;
  if (d->keeps == DRAWN_DEGREES) return rewire_degrees(&r, c) == KERNEL_DONE;
  uint8_t *member = members(d, rank);
  r.member = member;
  bool done = member && (d->keeps == DRAWN_TIES ? rewire_ties(&r, c) == KERNEL_DONE : deal_places(&r, c));
  free(member);
  return done;
}

nonet_code drawn_take_over(nonet *v, const nonet *n, const char *how, nonet_err *err) {
  struct buffer title = {0};
  buffer_print(&title, "%s (%s)", nonet_title(n), how);
  v->title = title.failed ? NULL : memory_text(buffer_string(&title));
  buffer_free(&title);
  v->source = memory_copy(n->source, n->sources, sizeof *v->source);
  if (!v->title || !v->source) return error_memory(err);
  v->sources = n->sources;
  memcpy(v->latest_date, n->latest_date, sizeof v->latest_date);
  v->repeats = n->repeats;
  v->is_view = true;
  nonet_code code = notes_copy(&v->warning, &n->warning, err);
  return code ? code : notes_copy(&v->assumption, &n->assumption, err);
}

/* The same nodes and ties with other ends; memberships are those that were. */
static nonet_code with_ends(nonet **out, const nonet *n, const uint32_t *from, const uint32_t *to, nonet_err *err) {
  struct subset all;
  nonet *v = NULL;
  nonet_code code = subset_start(&all, n, true, true, err);
  if (!code) code = subset_build(&v, &all, err);
  subset_free(&all);
  if (code) return code;
  memcpy(v->tie_from, from, n->ties * sizeof *from);
  memcpy(v->tie_to, to, n->ties * sizeof *to);
  free(v->end_first);
  free(v->end_other);
  free(v->end_tie);
  v->end_first = NULL, v->end_other = v->end_tie = NULL;
  code = net_build_ends(v, err);
  if (!code) code = drawn_take_over(v, n, "drawn by chance", err);
  if (code)
    nonet_free(v);
  else
    *out = v;
  return code;
}

/* The ends of each tie, from those of its bundle. */
static void name_ends(const struct drawn *d, uint32_t *from, uint32_t *to, const uint32_t *tail, const uint32_t *head) {
  for (uint32_t i = 0; i < d->net->ties; i++) {
    uint32_t t = d->at[i].tie, b = d->bundle[i], u = d->node[tail[b]], v = d->node[head[b]];
    bool as_laid = d->place[d->net->tie_from[t]] == d->at[i].tail;
    from[t] = as_laid ? u : v;
    to[t] = as_laid ? v : u;
  }
}

nonet_code drawn_make(nonet **out, const struct drawn *d, uint64_t seed, uint64_t number, nonet_err *err) {
  const nonet *n = d->net;
  uint32_t *tail = memory_copy(d->tail, d->bundles, sizeof *tail), *head = memory_copy(d->head, d->bundles, sizeof *head);
  uint32_t *from = memory_array(n->ties, sizeof *from), *to = memory_array(n->ties, sizeof *to);
  bool ready = tail && head && from && to;
  for (uint32_t rank = 0; ready && rank <= n->layers; rank++) {
    struct chance c;
    chance_start(&c, seed ^ 0x64726177, number * ((uint64_t)n->layers + 1) + rank);
    ready = draw_layer(d, rank, tail, head, &c);
  }
  if (ready) name_ends(d, from, to, tail, head);
  *out = NULL;
  nonet_code code = ready ? with_ends(out, n, from, to, err) : error_memory(err);
  free(tail);
  free(head);
  free(from);
  free(to);
  return code;
}

nonet_code nonet_drawn(nonet **out, const nonet *n, const char *null, uint64_t number, const nonet_run *run, nonet_err *err) {
  enum drawn_keeps keeps = DRAWN_DEGREES;
  struct drawn *d = NULL;
  *out = NULL;
  nonet_code code = drawn_read(&keeps, null, err);
  if (!code) code = drawn_start(&d, n, keeps, err);
  if (!code) code = drawn_make(out, d, run ? run->seed : 0, number, err);
  drawn_free(d);
  return code;
}
