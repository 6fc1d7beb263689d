/* What changed, as edits that lead from one network to the other.
 *
 * How: first what goes (ties, memberships, nodes), then what comes (layers, nodes, memberships, ties), so that a name is free before it is
 * given again. Ties are taken away as an edit can name them, which is by pair, layer and kind: where that takes more than it should, or a
 * tie without a layer cannot be named alone, what went too far is added again. A node whose kind changed leaves and comes in anew, and so
 * does a tie with other dates, evidence or values in further columns. Aliases, files and lines are not carried. */
#include "ask/changes.h"

#include "base/memory.h"
#include "base/name.h"

#include <stdlib.h>
#include <string.h>

struct edits {
  const struct changes *c;
  nonet_edit *at; /* owned until given away */
  size_t count, room;
  uint8_t *anew;     /* of nodes in both: they leave and come in again */
  uint8_t *gone;     /* of ties here: the edits so far took them away */
  uint32_t *by_pair; /* ties here, those between two nodes beside each other */
  nonet_said *said;  /* owned until it is given away, of all edits; until then an edit's `said` is the number of its first */
  size_t saids, said_room;
  bool failed;
};

static void add(struct edits *e, nonet_edit edit) {
  if (memory_grow(&e->at, &e->room, e->count + 1, sizeof *e->at))
    e->at[e->count++] = edit;
  else
    e->failed = true;
}

/* ---- further columns ---- */

typedef const char *value_of(const nonet *n, size_t column, uint32_t row, double *number);

/* A network's further columns: of nodes, or of ties. */
struct columns {
  const char *(*name)(const nonet *n, size_t column, bool *is_number);
  value_of *value;
};
static const struct columns of_nodes = {nonet_node_column, nonet_node_value}, of_ties = {nonet_tie_column, nonet_tie_value};

/* What a network says of a row in the column of a name; "": nothing. */
static const char *said_in(const nonet *n, const struct columns *c, const char *name, uint32_t row) {
  for (size_t i = 0; c->name(n, i, NULL); i++)
    if (strcmp(c->name(n, i, NULL), name) == 0) return c->value(n, i, row, NULL);
  return "";
}

static void say(struct edits *e, nonet_edit *edit, const char *column, const char *value) {
  if (!memory_grow(&e->said, &e->said_room, e->saids + 1, sizeof *e->said)) {
    e->failed = true;
    return;
  }
  if (edit->said_count++ == 0) edit->said = (const nonet_said *)(uintptr_t)e->saids;
  e->said[e->saids++] = (nonet_said){column, value};
}

/* All that the second network says of a row. */
static void say_all(struct edits *e, nonet_edit *edit, const struct columns *c, uint32_t row) {
  const nonet *n = e->c->net[AFTER];
  for (size_t i = 0; c->name(n, i, NULL); i++)
    if (*c->value(n, i, row, NULL)) say(e, edit, c->name(n, i, NULL), c->value(n, i, row, NULL));
}

/* Whether both say the same of a row in all further columns; where `edit` is given, it is told what differs. */
static bool same_columns(struct edits *e, nonet_edit *edit, const struct columns *c, const uint32_t row[2]) {
  const nonet *x = e->c->net[BEFORE], *y = e->c->net[AFTER];
  bool same = true;
  for (size_t i = 0; c->name(y, i, NULL); i++) {
    const char *name = c->name(y, i, NULL), *now = c->value(y, i, row[AFTER], NULL);
    if (strcmp(said_in(x, c, name, row[BEFORE]), now) == 0) continue;
    same = false;
    if (edit) say(e, edit, name, now);
  }
  for (size_t i = 0; c->name(x, i, NULL); i++) {
    const char *name = c->name(x, i, NULL);
    if (!*c->value(x, i, row[BEFORE], NULL) || *said_in(y, c, name, row[AFTER])) continue;
    bool listed = false; /* a column of both was told above */
    for (size_t k = 0; c->name(y, k, NULL); k++)
      listed = listed || strcmp(c->name(y, k, NULL), name) == 0;
    same = false;
    if (edit && !listed) say(e, edit, name, "");
  }
  return same;
}

static const char *key_of(const struct changes *c, uint32_t v) {
  int k = changes_shown(c->node[v]);
  return net_key(c->net[k], c->node[v][k]);
}

/* ---- ties, as edits see them ---- */

struct seen_tie {
  uint32_t u, v;            /* ascending */
  const char *layer, *kind; /* NULL: none */
};

static struct seen_tie see(const struct changes *c, int which, uint32_t t) {
  const nonet *n = c->net[which];
  uint32_t u = c->place[which][n->tie_from[t]], v = c->place[which][n->tie_to[t]], layer = net_tie_layer(n, t);
  return (struct seen_tie){u < v ? u : v, u < v ? v : u, layer == NONET_NONE ? NULL : nonet_layer_name(n, layer),
                           n->tie_kind ? net_word(n, n->tie_kind[t]) : ""};
}

static struct seen_tie see_either(const struct changes *c, uint32_t t) {
  int k = changes_shown(c->tie[t].tie);
  return see(c, k, c->tie[t].tie[k]);
}

static int by_pair(const void *a, const void *b, void *changes) {
  uint32_t s = *(const uint32_t *)a, t = *(const uint32_t *)b;
  struct seen_tie x = see_either(changes, s), y = see_either(changes, t);
  if (x.u != y.u) return x.u < y.u ? -1 : 1;
  if (x.v != y.v) return x.v < y.v ? -1 : 1;
  return s < t ? -1 : s > t;
}

static bool same_name(const char *a, const char *b) {
  struct buffer x = {0}, y = {0};
  bool same = name_fold(&x, a) && name_fold(&y, b) && strcmp(buffer_string(&x), buffer_string(&y)) == 0;
  buffer_free(&x);
  buffer_free(&y);
  return same;
}

/* Whether the edit that takes away x takes y of the same pair too. */
static bool takes(const struct seen_tie *x, const struct seen_tie *y) {
  return (!x->layer || (y->layer && same_name(x->layer, y->layer))) && same_name(x->kind, y->kind);
}

/* Whether a tie cannot stay as it is. */
static bool has_to_go(struct edits *e, const struct pair_of_ties *p) {
  nonet_tie x, y;
  if (p->tie[BEFORE] == NONET_NONE || p->fate != FATE_STAYED) return p->tie[BEFORE] != NONET_NONE;
  nonet_tie_get(&x, e->c->net[BEFORE], p->tie[BEFORE]);
  nonet_tie_get(&y, e->c->net[AFTER], p->tie[AFTER]);
  return strcmp(x.since, y.since) != 0 || strcmp(x.until, y.until) != 0 || strcmp(x.source, y.source) != 0 ||
         x.has_weight != y.has_weight || !same_columns(e, NULL, &of_ties, p->tie);
}

/* Ties of one pair: [first, next) of by_pair. */
static void take_ties(struct edits *e, size_t first, size_t next) {
  const struct changes *c = e->c;
  for (size_t i = first; i < next; i++) {
    uint32_t t = e->by_pair[i];
    if (e->gone[t] || !has_to_go(e, &c->tie[t])) continue;
    struct seen_tie x = see(c, BEFORE, c->tie[t].tie[BEFORE]);
    for (size_t j = first; j < next; j++) {
      uint32_t other = e->by_pair[j];
      if (c->tie[other].tie[BEFORE] == NONET_NONE) continue;
      struct seen_tie y = see(c, BEFORE, c->tie[other].tie[BEFORE]);
      if (takes(&x, &y)) e->gone[other] = 1;
    }
    add(e, (nonet_edit){.kind = NONET_REMOVE_TIES, .a = key_of(c, x.u), .b = key_of(c, x.v), .layer = x.layer, .what = x.kind});
  }
}

/* Ties of nodes that leave go with them. */
static void take_all_ties(struct edits *e) {
  const struct changes *c = e->c;
  for (size_t first = 0, next; first < c->ties; first = next) {
    struct seen_tie x = see_either(c, e->by_pair[first]);
    for (next = first; next < c->ties; next++) {
      struct seen_tie y = see_either(c, e->by_pair[next]);
      if (y.u != x.u || y.v != x.v) break;
    }
    bool leaves = e->anew[x.u] || e->anew[x.v];
    if (!leaves)
      take_ties(e, first, next);
    else
      for (size_t i = first; i < next; i++)
        e->gone[e->by_pair[i]] = 1;
  }
}

static void give_ties(struct edits *e) {
  const struct changes *c = e->c;
  const nonet *n = c->net[AFTER];
  for (uint32_t t = 0; t < c->ties; t++) {
    uint32_t now = c->tie[t].tie[AFTER];
    nonet_tie tie;
    if (now == NONET_NONE || (c->tie[t].tie[BEFORE] != NONET_NONE && !e->gone[t])) continue;
    nonet_tie_get(&tie, n, now);
    nonet_edit edit = {.kind = NONET_ADD_TIE,
                       .a = net_key(n, tie.from),
                       .b = net_key(n, tie.to),
                       .layer = tie.layer == NONET_NONE ? NULL : nonet_layer_name(n, tie.layer),
                       .what = tie.kind,
                       .source = tie.source,
                       .weight = tie.weight,
                       .has_weight = tie.has_weight,
                       .since = tie.since,
                       .until = tie.until,
                       .direction = tie.directed ? NONET_DIRECTED : NONET_UNDIRECTED};
    say_all(e, &edit, &of_ties, now);
    add(e, edit);
  }
}

/* ---- nodes, layers, memberships ---- */

/* How many of a node's layers were declared for it: they stand first. */
static uint32_t declared(const nonet *n, uint32_t v, const uint32_t **layers) {
  return net_node_layers(n, v, layers) ? n->member_declared[v] : 0;
}

static bool is_declared(const struct changes *c, int which, uint32_t v, const char *layer) {
  const uint32_t *layers;
  uint32_t count = c->node[v][which] == NONET_NONE ? 0 : declared(c->net[which], c->node[v][which], &layers);
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(nonet_layer_name(c->net[which], layers[i]), layer) == 0) return true;
  return false;
}

static bool is_in(const struct changes *c, int which, uint32_t v, const char *layer) {
  const uint32_t *layers;
  uint32_t count = c->node[v][which] == NONET_NONE ? 0 : net_node_layers(c->net[which], c->node[v][which], &layers);
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(nonet_layer_name(c->net[which], layers[i]), layer) == 0) return true;
  return false;
}

static bool has_tie_of(const nonet *n, uint32_t v, uint32_t layer) {
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++)
    if (net_tie_layer(n, n->end_tie[e]) == layer) return true;
  return false;
}

static void leave_layers(struct edits *e) {
  const struct changes *c = e->c;
  const nonet *n = c->net[BEFORE];
  for (uint32_t v = 0; v < c->nodes; v++) {
    const uint32_t *layers;
    if (changes_node_fate(c, v) != FATE_STAYED || e->anew[v]) continue;
    uint32_t count = declared(n, c->node[v][BEFORE], &layers);
    for (uint32_t i = 0; i < count; i++) {
      const char *layer = nonet_layer_name(n, layers[i]);
      if (!is_in(c, AFTER, v, layer)) add(e, (nonet_edit){.kind = NONET_REMOVE_MEMBER, .a = key_of(c, v), .layer = layer});
    }
  }
}

static void leave(struct edits *e) {
  const struct changes *c = e->c;
  for (uint32_t v = 0; v < c->nodes; v++)
    if (changes_node_fate(c, v) == FATE_WENT || e->anew[v]) add(e, (nonet_edit){.kind = NONET_REMOVE_NODE, .a = key_of(c, v)});
}

static void make_layers(struct edits *e) {
  const nonet *x = e->c->net[BEFORE], *y = e->c->net[AFTER];
  for (uint32_t i = 0; i < y->layers; i++) {
    bool known = false;
    for (uint32_t k = 0; k < x->layers && !known; k++)
      known = strcmp(nonet_layer_name(x, k), nonet_layer_name(y, i)) == 0;
    if (!known) add(e, (nonet_edit){.kind = NONET_ADD_LAYER, .layer = nonet_layer_name(y, i)});
  }
}

static void come(struct edits *e, uint32_t v) {
  const struct changes *c = e->c;
  const nonet *n = c->net[AFTER];
  const uint32_t *layers;
  nonet_node node;
  uint32_t count = declared(n, c->node[v][AFTER], &layers);
  nonet_node_get(&node, n, c->node[v][AFTER]);
  nonet_edit edit = {.kind = NONET_ADD_NODE, .a = node.key, .what = node.kind, .layer = count ? nonet_layer_name(n, layers[0]) : NULL};
  if (strcmp(node.label, node.key) != 0) edit.label = node.label;
  if (*node.short_name) edit.short_name = node.short_name;
  say_all(e, &edit, &of_nodes, c->node[v][AFTER]);
  add(e, edit);
  for (uint32_t i = 1; i < count; i++)
    add(e, (nonet_edit){.kind = NONET_ADD_MEMBER, .a = node.key, .layer = nonet_layer_name(n, layers[i])});
}

/* What is said of a node that stays. */
static void tell_anew(struct edits *e, uint32_t v) {
  const struct changes *c = e->c;
  nonet_edit edit = {.kind = NONET_SET_NODE, .a = key_of(c, v)};
  nonet_node x, y;
  nonet_node_get(&x, c->net[BEFORE], c->node[v][BEFORE]);
  nonet_node_get(&y, c->net[AFTER], c->node[v][AFTER]);
  if (strcmp(x.label, y.label) != 0) edit.label = y.label;
  if (strcmp(x.short_name, y.short_name) != 0) edit.short_name = y.short_name;
  if (!same_columns(e, &edit, &of_nodes, c->node[v]) || edit.label || edit.short_name) add(e, edit);
}

/* Layers that a node is in by declaration, and would not be in by its ties. */
static void join_layers(struct edits *e, uint32_t v) {
  const struct changes *c = e->c;
  const nonet *n = c->net[AFTER];
  const uint32_t *layers;
  uint32_t count = declared(n, c->node[v][AFTER], &layers);
  for (uint32_t i = 0; i < count; i++) {
    const char *layer = nonet_layer_name(n, layers[i]);
    if (is_declared(c, BEFORE, v, layer) || has_tie_of(n, c->node[v][AFTER], layers[i])) continue;
    add(e, (nonet_edit){.kind = NONET_ADD_MEMBER, .a = key_of(c, v), .layer = layer});
  }
}

static nonet_code start(struct edits *e, nonet_err *err) {
  const struct changes *c = e->c;
  e->anew = memory_zeroed(c->nodes, 1);
  e->gone = memory_zeroed(c->ties, 1);
  e->by_pair = memory_array(c->ties, sizeof *e->by_pair);
  e->at = memory_array(1, sizeof *e->at);
  e->room = 1;
  if (!e->anew || !e->gone || !e->by_pair || !e->at) return error_memory(err);
  for (uint32_t t = 0; t < c->ties; t++)
    e->by_pair[t] = t;
  if (c->ties > 1) qsort_r(e->by_pair, c->ties, sizeof *e->by_pair, by_pair, (void *)(uintptr_t)c);
  for (uint32_t v = 0; v < c->nodes; v++) {
    nonet_node x, y;
    if (changes_node_fate(c, v) != FATE_STAYED) continue;
    nonet_node_get(&x, c->net[BEFORE], c->node[v][BEFORE]);
    nonet_node_get(&y, c->net[AFTER], c->node[v][AFTER]);
    e->anew[v] = strcmp(x.kind, y.kind) != 0;
  }
  return NONET_OK;
}

static void list(struct edits *e) {
  const struct changes *c = e->c;
  take_all_ties(e);
  leave_layers(e);
  leave(e);
  make_layers(e);
  for (uint32_t v = 0; v < c->nodes; v++)
    if (changes_node_fate(c, v) == FATE_CAME || e->anew[v])
      come(e, v);
    else if (changes_node_fate(c, v) == FATE_STAYED) {
      join_layers(e, v);
      tell_anew(e, v);
    }
  give_ties(e);
}

/* The edits and behind them what they say, in one block. */
static nonet_edit *together(const struct edits *e) {
  size_t size = e->count * sizeof *e->at;
  char *block = malloc(size + e->saids * sizeof *e->said + 1);
  if (!block) return NULL;
  nonet_edit *at = (nonet_edit *)(void *)block;
  nonet_said *said = (nonet_said *)(void *)(block + size);
  if (e->count) memcpy(at, e->at, size);
  if (e->saids) memcpy(said, e->said, e->saids * sizeof *e->said);
  for (size_t i = 0; i < e->count; i++)
    at[i].said = at[i].said_count ? said + (uintptr_t)at[i].said : NULL;
  return at;
}

nonet_code nonet_changes_edits(nonet_edit **edits, size_t *count, const nonet *before, const nonet *after, nonet_err *err) {
  static const nonet_changes_options none = {0};
  struct run run;
  struct changes c = {.net = {before, after}, .options = &none, .run = &run};
  struct edits e = {.c = &c};
  *edits = NULL;
  run_start(&run, NULL);
  nonet_code code = changes_match(&c, err);
  if (!code) code = start(&e, err);
  if (!code) list(&e);
  if (!code && e.failed) code = error_memory(err);
  if (!code) *edits = together(&e);
  if (!code && !*edits) code = error_memory(err);
  free(e.anew);
  free(e.gone);
  free(e.by_pair);
  free(e.at);
  free(e.said);
  changes_free(&c);
  if (!code) *count = e.count;
  return code;
}

void nonet_edits_free(nonet_edit *edits) {
  free(edits);
}
