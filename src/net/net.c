/* The sealed network: its life, and the public functions that read it.
 *
 * How: columns that nothing was said for are NULL, and the functions here give the default, so an absent column costs nothing and no
 * caller needs to know. */
#include "net/net.h"

#include "base/memory.h"
#include "net/build.h"
#include "net/lazy.h"
#include "net/snapshot.h"
#include "net/survey.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct net_words *net_words_new(void) {
  struct net_words *shared = memory_zeroed(1, sizeof *shared);
  if (!shared) return NULL;
  shared->words = words_new();
  shared->holders = 1;
  if (shared->words) return shared;
  free(shared);
  return NULL;
}

struct net_words *net_words_hold(struct net_words *shared) {
  __atomic_add_fetch(&shared->holders, 1, __ATOMIC_RELAXED);
  return shared;
}

void net_words_release(struct net_words *shared) {
  if (!shared || __atomic_sub_fetch(&shared->holders, 1, __ATOMIC_ACQ_REL) > 0) return;
  words_free(shared->words);
  snapshot_trust_free(shared->trust);
  mapping_close(&shared->file);
  free(shared);
}

nonet_code net_new(nonet **out, struct net_words *shared, nonet_err *err) {
  *out = NULL;
  nonet *n = memory_zeroed(1, sizeof *n);
  struct net_lazy *lazy = memory_zeroed(1, sizeof *lazy);
  if (!n || !lazy || pthread_mutex_init(&lazy->lock, NULL) != 0) {
    free(n);
    free(lazy);
    return error_memory(err);
  }
  n->lazy = lazy;
  n->shared = net_words_hold(shared);
  n->words = shared->words;
  *out = n;
  return NONET_OK;
}

static void lazy_free(struct net_lazy *lazy) {
  if (!lazy) return;
  index_free(lazy->index);
  simple_free(lazy->simple[0]);
  simple_free(lazy->simple[1]);
  border_graphs_free(lazy->graphs);
  evidence_free(lazy->evidence);
  pthread_mutex_destroy(&lazy->lock);
  free(lazy);
}

void nonet_free(nonet *n) {
  if (!n) return;
  lazy_free(n->lazy);
  snapshot_let_go(n);
  void *const owned[] = {n->title,        n->node_key,     n->node_label,   n->node_short,      n->node_kind,      n->node_file,
                         n->node_line,    n->member_first, n->member_layer, n->member_declared, n->alias_first,    n->alias,
                         n->tie_from,     n->tie_to,       n->tie_kind,     n->tie_layer,       n->tie_weight,     n->tie_scale,
                         n->tie_directed, n->tie_since,    n->tie_until,    n->tie_since_text,  n->tie_until_text, n->tie_source,
                         n->tie_file,     n->tie_line,     n->parent,       n->parent_first,    n->layer_name,     n->kind_name,
                         n->source,       n->end_first,    n->end_other,    n->end_tie};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  net_surveys_free(n);
  net_columns_free(&n->node_columns);
  net_columns_free(&n->tie_columns);
  notes_free(&n->warning);
  notes_free(&n->assumption);
  net_words_release(n->shared);
  free(n);
}

uint32_t nonet_nodes(const nonet *n) {
  return n->nodes;
}

uint32_t nonet_ties(const nonet *n) {
  return n->ties;
}

uint32_t nonet_layers(const nonet *n) {
  return n->layers;
}

uint32_t nonet_kinds(const nonet *n) {
  return n->kinds;
}

const char *nonet_layer_name(const nonet *n, uint32_t layer) {
  return layer < n->layers ? net_word(n, n->layer_name[layer]) : "";
}

const char *nonet_kind_name(const nonet *n, uint32_t kind) {
  return kind < n->kinds ? net_word(n, n->kind_name[kind]) : "";
}

bool nonet_is_directed(const nonet *n) {
  return n->directed;
}

bool nonet_is_weighted(const nonet *n) {
  return n->weighted;
}

bool nonet_two_modes(const nonet *n, uint32_t *kind_a, uint32_t *kind_b) {
  if (kind_a) *kind_a = n->two_modes ? n->mode_kind[0] : NONET_NONE;
  if (kind_b) *kind_b = n->two_modes ? n->mode_kind[1] : NONET_NONE;
  return n->two_modes;
}

const char *nonet_title(const nonet *n) {
  return n->title ? n->title : "";
}

const char *nonet_latest_date(const nonet *n) {
  return n->latest_date;
}

bool net_days(struct date_period *out, const nonet *n) {
  *out = (struct date_period){INT32_MAX, INT32_MIN};
  for (uint32_t t = 0; t < n->ties; t++) {
    const int32_t days[] = {n->tie_since ? n->tie_since[t] : DATE_NONE, n->tie_until ? n->tie_until[t] : DATE_NONE};
    for (int k = 0; k < 2; k++) {
      if (days[k] == DATE_NONE) continue;
      out->first = days[k] < out->first ? days[k] : out->first;
      out->last = days[k] > out->last ? days[k] : out->last;
    }
  }
  return out->first <= out->last;
}

const char *nonet_source_path(const nonet *n, size_t i) {
  return i < n->sources ? net_word(n, n->source[i]) : NULL;
}

const char *nonet_warning(const nonet *n, size_t i) {
  return i < n->warning.count ? n->warning.at[i] : NULL;
}

const char *nonet_assumption(const nonet *n, size_t i) {
  return i < n->assumption.count ? n->assumption.at[i] : NULL;
}

uint32_t net_node_layers(const nonet *n, uint32_t v, const uint32_t **layers) {
  if (!n->member_first) {
    *layers = NULL;
    return 0;
  }
  *layers = NULL;
  if (!net_holds(n, &n->member_first[v], 2 * sizeof *n->member_first)) return 0;
  size_t count = (size_t)(n->member_first[v + 1] - n->member_first[v]);
  *layers = n->member_layer + n->member_first[v];
  return net_holds(n, *layers, count * sizeof **layers) ? (uint32_t)count : 0;
}

/* A word of an optional column: 0 ("not said") where there is none. */
static const char *said(const nonet *n, const uint32_t *column, uint32_t row) {
  return column && net_holds(n, &column[row], sizeof *column) ? net_word(n, column[row]) : "";
}

void nonet_node_get(nonet_node *out, const nonet *n, uint32_t node) {
  *out = (nonet_node){.key = "", .label = "", .short_name = "", .kind = "", .file = ""};
  if (node >= n->nodes) return;
  out->key = net_key(n, node);
  out->label = n->node_label ? said(n, n->node_label, node) : out->key;
  out->short_name = said(n, n->node_short, node);
  out->kind = nonet_kind_name(n, net_node_kind(n, node));
  out->layer_count = net_node_layers(n, node, &out->layers);
  out->file = said(n, n->node_file, node);
  out->line = n->node_line && NET_HAS(n, node_line, node) ? n->node_line[node] : 0;
}

const char *net_tie_file(const nonet *n, uint32_t t) {
  return said(n, n->tie_file, t);
}

uint64_t net_tie_line(const nonet *n, uint32_t t) {
  return n->tie_line && NET_HAS(n, tie_line, t) ? n->tie_line[t] : 0;
}

void nonet_tie_get(nonet_tie *out, const nonet *n, uint32_t tie) {
  *out = (nonet_tie){
      .from = NONET_NONE, .to = NONET_NONE, .layer = NONET_NONE, .kind = "", .since = "", .until = "", .source = "", .file = ""};
  if (tie >= n->ties || !NET_HAS(n, tie_from, tie) || !NET_HAS(n, tie_to, tie)) return;
  out->from = n->tie_from[tie];
  out->to = n->tie_to[tie];
  out->kind = said(n, n->tie_kind, tie);
  out->layer = net_tie_layer(n, tie);
  out->has_weight = n->tie_weight && NET_HAS(n, tie_weight, tie) && !isnan(n->tie_weight[tie]);
  out->weight = out->has_weight ? n->tie_weight[tie] : 1;
  out->strength = net_tie_strength(n, tie);
  out->length = net_tie_length(n, tie);
  out->directed = net_tie_directed(n, tie);
  out->since = said(n, n->tie_since_text, tie);
  out->until = said(n, n->tie_until_text, tie);
  out->source = said(n, n->tie_source, tie);
  out->file = net_tie_file(n, tie);
  out->line = net_tie_line(n, tie);
}

const uint32_t *nonet_tie_parents(const nonet *n, uint32_t tie, size_t *count) {
  if (count) *count = 0;
  if (tie >= n->ties || !n->parent) return NULL;
  evidence_tell(n);
  uint64_t first = n->parent_first ? n->parent_first[tie] : tie, last = n->parent_first ? n->parent_first[tie + 1] : (uint64_t)tie + 1;
  if (count) *count = (size_t)(last - first);
  return last > first ? n->parent + first : NULL;
}
