/* What is the same in two networks: nodes by their keys, ties by ends, layer, kind and direction.
 *
 * How: the nodes of both are sorted by key and merged, which numbers them; ties become records of those numbers and of texts, are sorted,
 * and each run of equal ones is paired: first those of equal weight, then the others from the weakest on. What is left over came or went.
 * So repeated ties are matched by their count, and nothing depends on the order of rows. */
#include "ask/changes.h"

#include "base/memory.h"
#include "net/key_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const fate_words[FATES] = {"stayed", "came", "went", "stronger", "weaker"};

const char *changes_name(const struct changes *c, int which) {
  const char *name = which == BEFORE ? c->options->before : c->options->after;
  return name ? name : which == BEFORE ? "before" : "after";
}

void changes_free(struct changes *c) {
  free(c->node);
  free(c->place[BEFORE]);
  free(c->place[AFTER]);
  free(c->tie);
  nonet_free(c->both);
}

bool changes_any(const struct changes *c) {
  const struct change_counts *k = &c->count;
  return k->node[FATE_CAME] || k->node[FATE_WENT] || k->tie[FATE_CAME] || k->tie[FATE_WENT] || k->tie[FATE_STRONGER] ||
         k->tie[FATE_WEAKER] || k->kinds || k->labels || k->documented || k->members[FATE_CAME] || k->members[FATE_WENT];
}

/* ---- nodes ---- */

static int by_key(const char *a, const char *b) {
  int order = key_order(a, b);
  return order ? order : strcmp(a, b);
}

static int by_key_of_node(const void *a, const void *b, void *net) {
  const nonet *n = net;
  return by_key(net_key(n, *(const uint32_t *)a), net_key(n, *(const uint32_t *)b));
}

static uint32_t *sorted_nodes(const nonet *n) {
  uint32_t *node = memory_array(n->nodes, sizeof *node);
  for (uint32_t v = 0; node && v < n->nodes; v++)
    node[v] = v;
  if (node && n->nodes) qsort_r(node, n->nodes, sizeof *node, by_key_of_node, (void *)(uintptr_t)n);
  return node;
}

static void merge_nodes(struct changes *c, const uint32_t *before, const uint32_t *after) {
  const nonet *x = c->net[BEFORE], *y = c->net[AFTER];
  for (uint32_t i = 0, j = 0; i < x->nodes || j < y->nodes;) {
    int order = i == x->nodes ? 1 : j == y->nodes ? -1 : by_key(net_key(x, before[i]), net_key(y, after[j]));
    uint32_t *both = c->node[c->nodes];
    both[BEFORE] = order <= 0 ? before[i++] : NONET_NONE;
    both[AFTER] = order >= 0 ? after[j++] : NONET_NONE;
    for (int k = BEFORE; k <= AFTER; k++)
      if (both[k] != NONET_NONE) c->place[k][both[k]] = c->nodes;
    c->nodes++;
  }
}

/* What is said of a node in both. */
static void compare_node(struct changes *c, const uint32_t number[2]) {
  nonet_node x, y;
  nonet_node_get(&x, c->net[BEFORE], number[BEFORE]);
  nonet_node_get(&y, c->net[AFTER], number[AFTER]);
  c->count.kinds += strcmp(x.kind, y.kind) != 0;
  c->count.labels += strcmp(x.label, y.label) != 0;
}

static nonet_code match_nodes(struct changes *c, nonet_err *err) {
  uint64_t most = (uint64_t)c->net[BEFORE]->nodes + c->net[AFTER]->nodes;
  uint32_t *before = sorted_nodes(c->net[BEFORE]), *after = sorted_nodes(c->net[AFTER]);
  c->node = memory_array((size_t)most, sizeof *c->node);
  for (int k = BEFORE; k <= AFTER; k++)
    c->place[k] = memory_array(c->net[k]->nodes, sizeof *c->place[k]);
  nonet_code code = before && after && c->node && c->place[BEFORE] && c->place[AFTER] ? NONET_OK : error_memory(err);
  if (!code && most >= NONET_NONE) code = error_set(err, NONET_ELIMIT, "more than %u nodes in both networks together", NONET_NONE - 1);
  if (!code) merge_nodes(c, before, after);
  for (uint32_t v = 0; !code && v < c->nodes; v++) {
    enum fate fate = changes_node_fate(c, v);
    c->count.node[fate]++;
    if (fate == FATE_STAYED) compare_node(c, c->node[v]);
  }
  free(before);
  free(after);
  return code;
}

/* ---- ties ---- */

/* A tie as it is compared. */
struct record {
  uint32_t u, v; /* as here; ascending where the tie has no direction */
  const char *layer, *kind;
  double close; /* more is closer, by its own scale */
  uint32_t tie;
  bool directed;
  int which;
};

static double closeness(const nonet *n, uint32_t t) {
  double weight = n->tie_weight ? n->tie_weight[t] : (double)NAN;
  bool far = n->tie_scale && n->tie_scale[t] != NONET_STRENGTH;
  return isnan(weight) ? 1 : far ? -weight : weight;
}

static struct record record_of(const struct changes *c, int which, uint32_t t) {
  const nonet *n = c->net[which];
  uint32_t u = c->place[which][n->tie_from[t]], v = c->place[which][n->tie_to[t]], layer = net_tie_layer(n, t);
  struct record r = {.u = u, .v = v, .tie = t, .which = which, .directed = net_tie_directed(n, t), .close = closeness(n, t)};
  r.layer = layer == NONET_NONE ? "" : nonet_layer_name(n, layer);
  r.kind = n->tie_kind ? net_word(n, n->tie_kind[t]) : "";
  if (!r.directed && u > v) r.u = v, r.v = u;
  return r;
}

/* The order of ties that are not the same one; 0: they are. */
static int by_what(const struct record *x, const struct record *y) {
  if (x->u != y->u) return x->u < y->u ? -1 : 1;
  if (x->v != y->v) return x->v < y->v ? -1 : 1;
  if (x->directed != y->directed) return x->directed ? 1 : -1;
  int order = strcmp(x->layer, y->layer);
  return order ? order : strcmp(x->kind, y->kind);
}

static int by_record(const void *a, const void *b) {
  const struct record *x = a, *y = b;
  int order = by_what(x, y);
  if (order) return order;
  if (x->which != y->which) return x->which - y->which;
  if (x->close != y->close) return x->close < y->close ? -1 : 1;
  return x->tie < y->tie ? -1 : x->tie > y->tie;
}

static bool is_weighted(const nonet *n, uint32_t t) {
  return n->tie_weight && !isnan(n->tie_weight[t]);
}

static nonet_scale scale_of(const nonet *n, uint32_t t) {
  return n->tie_scale ? (nonet_scale)n->tie_scale[t] : NONET_STRENGTH;
}

/* Whether dates or evidence are others. */
static bool documented_otherwise(const struct changes *c, const uint32_t tie[2]) {
  nonet_tie x, y;
  nonet_tie_get(&x, c->net[BEFORE], tie[BEFORE]);
  nonet_tie_get(&y, c->net[AFTER], tie[AFTER]);
  return strcmp(x.since, y.since) != 0 || strcmp(x.until, y.until) != 0 || strcmp(x.source, y.source) != 0;
}

/* What became of a tie that is in both. */
static nonet_code compare_tie(struct pair_of_ties *p, struct changes *c, nonet_err *err) {
  const nonet *x = c->net[BEFORE], *y = c->net[AFTER];
  uint32_t s = p->tie[BEFORE], t = p->tie[AFTER];
  bool had = is_weighted(x, s), has = is_weighted(y, t);
  nonet_scale scale = had ? scale_of(x, s) : has ? scale_of(y, t) : NONET_STRENGTH;
  if (had && has && scale != scale_of(y, t))
    return error_set(err, NONET_EUSAGE,
                     "the weights of the tie %s - %s mean different things in '%s' and '%s' (strength, length or rank): --scale reads both "
                     "alike",
                     net_key(x, x->tie_from[s]), net_key(x, x->tie_to[s]), changes_name(c, BEFORE), changes_name(c, AFTER));
  double before = had ? x->tie_weight[s] : 1, after = has ? y->tie_weight[t] : 1;
  bool closer = scale == NONET_STRENGTH ? after > before : after < before;
  p->fate = before == after ? FATE_STAYED : closer ? FATE_STRONGER : FATE_WEAKER;
  c->count.documented += documented_otherwise(c, p->tie);
  return NONET_OK;
}

static nonet_code pair(struct changes *c, uint32_t before, uint32_t after, nonet_err *err) {
  struct pair_of_ties *p = &c->tie[c->ties++];
  *p = (struct pair_of_ties){.tie = {before, after}, .fate = before == NONET_NONE ? FATE_CAME : FATE_WENT};
  nonet_code code = before != NONET_NONE && after != NONET_NONE ? compare_tie(p, c, err) : NONET_OK;
  c->count.tie[p->fate]++;
  return code;
}

/* A run of ties that are the same one: `had` of the first network, then `has` of the second, each from the weakest on. Those that are
 * paired by weight get the number NONET_NONE. */
static nonet_code pair_run(struct changes *c, struct record *r, size_t had, size_t has, nonet_err *err) {
  struct record *x = r, *y = r + had;
  nonet_code code = NONET_OK;
  for (size_t i = 0, j = 0; i < had && j < has && !code;) {
    if (x[i].close == y[j].close) {
      code = pair(c, x[i].tie, y[j].tie, err);
      x[i++].tie = y[j++].tie = NONET_NONE;
    } else if (x[i].close < y[j].close)
      i++;
    else
      j++;
  }
  for (size_t i = 0, j = 0; (i < had || j < has) && !code;) {
    if (i < had && x[i].tie == NONET_NONE)
      i++;
    else if (j < has && y[j].tie == NONET_NONE)
      j++;
    else
      code = pair(c, i < had ? x[i].tie : NONET_NONE, j < has ? y[j].tie : NONET_NONE, err), i += i < had, j += j < has;
  }
  return code;
}

static nonet_code match_ties(struct changes *c, nonet_err *err) {
  const nonet *x = c->net[BEFORE], *y = c->net[AFTER];
  uint64_t most = (uint64_t)x->ties + y->ties;
  size_t count = 0;
  if (most >= NONET_NONE) return error_set(err, NONET_ELIMIT, "more than %u ties in both networks together", NONET_NONE - 1);
  struct record *r = memory_array((size_t)most, sizeof *r);
  c->tie = memory_array((size_t)most, sizeof *c->tie);
  nonet_code code = r && c->tie ? NONET_OK : error_memory(err);
  for (int k = BEFORE; k <= AFTER && !code; k++)
    for (uint32_t t = 0; t < c->net[k]->ties; t++)
      r[count++] = record_of(c, k, t);
  if (count > 1) qsort(r, count, sizeof *r, by_record);
  for (size_t first = 0, next; first < count && !code; first = next) {
    size_t had = 0;
    for (next = first; next < count && by_what(&r[first], &r[next]) == 0; next++)
      had += r[next].which == BEFORE;
    code = pair_run(c, r + first, had, next - first - had, err);
  }
  free(r);
  return code;
}

/* ---- memberships ---- */

static const char *layer_at(const struct changes *c, int which, const uint32_t *layers, uint32_t i) {
  return nonet_layer_name(c->net[which], layers[i]);
}

static bool has_layer(const struct changes *c, uint32_t v, int which, const char *name) {
  const uint32_t *layers;
  uint32_t count = c->node[v][which] == NONET_NONE ? 0 : net_node_layers(c->net[which], c->node[v][which], &layers);
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(layer_at(c, which, layers, i), name) == 0) return true;
  return false;
}

nonet_code changes_members(struct change_member **out, size_t *count, struct changes *c, nonet_err *err) {
  size_t room = 0;
  *out = NULL;
  *count = 0;
  for (uint32_t v = 0; v < c->nodes; v++)
    for (int k = BEFORE; k <= AFTER; k++) {
      const uint32_t *layers;
      uint32_t own = c->node[v][k] == NONET_NONE ? 0 : net_node_layers(c->net[k], c->node[v][k], &layers);
      for (uint32_t i = 0; i < own; i++) {
        if (has_layer(c, v, !k, layer_at(c, k, layers, i))) continue;
        if (!memory_grow(out, &room, *count + 1, sizeof **out)) return error_memory(err);
        (*out)[(*count)++] = (struct change_member){v, layers[i], k == AFTER ? FATE_CAME : FATE_WENT};
      }
    }
  return NONET_OK;
}

static nonet_code count_members(struct changes *c, nonet_err *err) {
  struct change_member *member;
  size_t count;
  nonet_code code = changes_members(&member, &count, c, err);
  for (size_t i = 0; i < count; i++)
    c->count.members[member[i].fate]++;
  free(member);
  return code;
}

nonet_code changes_match(struct changes *c, nonet_err *err) {
  const nonet *x = c->net[BEFORE], *y = c->net[AFTER];
  if (x->directed != y->directed && x->ties && y->ties)
    return error_set(err, NONET_EUSAGE,
                     "'%s' is directed and '%s' is not, so their ties cannot be compared (--directed or --undirected reads both alike)",
                     changes_name(c, x->directed ? BEFORE : AFTER), changes_name(c, x->directed ? AFTER : BEFORE));
  nonet_code code = match_nodes(c, err);
  if (!code) code = run_check(c->run, err);
  if (!code) code = match_ties(c, err);
  return code ? code : count_members(c, err);
}
