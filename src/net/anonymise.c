/* The same network without names: another sealed one, with words of its own.
 *
 *   kept: kinds, layers, kinds of ties, dates, weights, directions, who was asked and who answered
 *   gone: keys, labels, short names, aliases, evidence, further columns, files, lines, title, what reading warned of and assumed
 *
 * How: nodes are put in the order of their pseudonyms and ties in the order of their ends, for the order of rows tells of names too (tables
 * are often sorted). Every array of the first network is either copied through that order or left out: an array that is added to struct
 * nonet later stays out until somebody writes it here. The words are new, so a snapshot holds no old one. */
#include "base/memory.h"
#include "net/build.h"
#include "net/pseudonyms.h"
#include "net/survey.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct anonymising {
  const nonet *n;
  nonet *v;
  struct words *words;
  const struct pseudonyms *names;
  uint32_t *node, *tie; /* new -> old; owned */
  uint32_t *node_now;   /* old -> new; owned */
};

/* ---- the new order ---- */

struct place {
  const struct anonymising *a;
  const struct pseudonym *name;
  uint32_t at;
};

/* Kinds together, numbers ascending in each; other names behind, by their bytes. */
static int by_name(const void *left, const void *right) {
  const struct place *a = left, *b = right;
  const char *x = a->name->name, *y = b->name->name;
  bool x_plain = a->name->number == 0, y_plain = b->name->number == 0;
  if (x_plain != y_plain) return x_plain ? 1 : -1;
  if (x_plain) return strcmp(x, y);
  size_t length_x = (size_t)(strrchr(x, ' ') - x), length_y = (size_t)(strrchr(y, ' ') - y);
  int order = memcmp(x, y, length_x < length_y ? length_x : length_y);
  if (order || length_x != length_y) return order ? order : length_x < length_y ? -1 : 1;
  return a->name->number < b->name->number ? -1 : a->name->number > b->name->number;
}

static nonet_code order_nodes(struct anonymising *a, nonet_err *err) {
  uint32_t nodes = a->n->nodes;
  struct place *place = memory_array(nodes, sizeof *place);
  a->node = memory_array(nodes, sizeof *a->node);
  a->node_now = memory_array(nodes, sizeof *a->node_now);
  nonet_code code = place && a->node && a->node_now ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; v < nodes && !code; v++)
    place[v] = (struct place){a, pseudonyms_of(a->names, net_key(a->n, v)), v};
  if (!code) qsort(place, nodes, sizeof *place, by_name);
  for (uint32_t i = 0; i < nodes && !code; i++) {
    a->node[i] = place[i].at;
    a->node_now[place[i].at] = i;
  }
  free(place);
  return code;
}

static int order_of(uint64_t a, uint64_t b) {
  return a < b ? -1 : a > b;
}

static int order_words(const nonet *n, const uint32_t *column, uint32_t s, uint32_t t) {
  return column ? strcmp(net_word(n, column[s]), net_word(n, column[t])) : 0;
}

/* By ends, then by all that is kept of a tie, so that ties which stay in the order of rows cannot be told apart. */
static int by_ends(const void *left, const void *right) {
  const struct place *x = left, *y = right;
  const struct anonymising *a = x->a;
  const nonet *n = a->n;
  uint32_t s = x->at, t = y->at;
  int order = order_of(a->node_now[n->tie_from[s]], a->node_now[n->tie_from[t]]);
  if (!order) order = order_of(a->node_now[n->tie_to[s]], a->node_now[n->tie_to[t]]);
  if (!order) order = order_of(net_tie_layer(n, s), net_tie_layer(n, t));
  if (!order) order = order_words(n, n->tie_kind, s, t);
  if (!order) order = order_words(n, n->tie_since_text, s, t);
  if (!order) order = order_words(n, n->tie_until_text, s, t);
  if (!order) order = order_of(net_tie_directed(n, s), net_tie_directed(n, t));
  if (!order && n->tie_scale) order = order_of(n->tie_scale[s], n->tie_scale[t]);
  if (!order && n->tie_weight) order = order_of(isnan(n->tie_weight[s]) ? 1u : 0u, isnan(n->tie_weight[t]) ? 1u : 0u);
  if (!order && n->tie_weight && n->tie_weight[s] != n->tie_weight[t]) order = n->tie_weight[s] < n->tie_weight[t] ? -1 : 1;
  return order ? order : order_of(s, t);
}

static nonet_code order_ties(struct anonymising *a, nonet_err *err) {
  uint32_t ties = a->n->ties;
  struct place *place = memory_array(ties, sizeof *place);
  a->tie = memory_array(ties, sizeof *a->tie);
  nonet_code code = place && a->tie ? NONET_OK : error_memory(err);
  for (uint32_t t = 0; t < ties && !code; t++)
    place[t] = (struct place){a, NULL, t};
  if (!code) qsort(place, ties, sizeof *place, by_ends);
  for (uint32_t i = 0; i < ties && !code; i++)
    a->tie[i] = place[i].at;
  free(place);
  return code;
}

/* ---- columns ---- */

/* A column through an order; an absent one stays absent. */
static nonet_code carry(void *to, const void *from, size_t size, const uint32_t *old, uint32_t count, nonet_err *err) {
  if (!from) return NONET_OK;
  char *at = memory_array(count, size);
  if (!at) return error_memory(err);
  for (uint32_t i = 0; i < count; i++)
    memcpy(at + i * size, (const char *)from + old[i] * size, size);
  memcpy(to, &at, sizeof at);
  return NONET_OK;
}

static nonet_code new_word(uint32_t *out, struct anonymising *a, uint32_t word, nonet_err *err) {
  *out = word ? words_add(a->words, words_text(a->n->words, word), words_length(a->n->words, word)) : 0;
  return *out == WORDS_NONE ? error_memory(err) : NONET_OK;
}

/* A column of words, which become words of the new network. */
static nonet_code carry_words(uint32_t **to, struct anonymising *a, const uint32_t *from, const uint32_t *old, uint32_t count,
                              nonet_err *err) {
  if (!from) return NONET_OK;
  if (!(*to = memory_array(count, sizeof **to))) return error_memory(err);
  nonet_code code = NONET_OK;
  for (uint32_t i = 0; i < count && !code; i++)
    code = new_word(&(*to)[i], a, from[old ? old[i] : i], err);
  return code;
}

static nonet_code carry_members(struct anonymising *a, nonet_err *err) {
  const nonet *n = a->n;
  nonet *v = a->v;
  if (!n->member_first) return NONET_OK;
  v->member_first = memory_zeroed((size_t)n->nodes + 1, sizeof *v->member_first);
  v->member_layer = memory_array((size_t)n->member_first[n->nodes], sizeof *v->member_layer);
  if (!v->member_first || !v->member_layer) return error_memory(err);
  for (uint32_t i = 0; i < n->nodes; i++) {
    const uint32_t *layer;
    uint32_t count = net_node_layers(n, a->node[i], &layer);
    v->member_first[i + 1] = v->member_first[i] + count;
    if (count) memcpy(v->member_layer + v->member_first[i], layer, count * sizeof *layer);
  }
  return carry(&v->member_declared, n->member_declared, sizeof *v->member_declared, a->node, n->nodes, err);
}

static nonet_code carry_nodes(struct anonymising *a, nonet_err *err) {
  const nonet *n = a->n;
  nonet *v = a->v;
  v->nodes = n->nodes;
  if (!(v->node_key = memory_array(n->nodes, sizeof *v->node_key))) return error_memory(err);
  for (uint32_t i = 0; i < n->nodes; i++) {
    v->node_key[i] = words_add_text(a->words, pseudonyms_of(a->names, net_key(n, a->node[i]))->name);
    if (v->node_key[i] == WORDS_NONE) return error_memory(err);
  }
  nonet_code code = carry(&v->node_kind, n->node_kind, sizeof *v->node_kind, a->node, n->nodes, err);
  v->kinds = n->kinds;
  v->layers = n->layers;
  if (!code) code = carry_words(&v->kind_name, a, n->kind_name, NULL, n->kinds, err);
  if (!code) code = carry_words(&v->layer_name, a, n->layer_name, NULL, n->layers, err);
  return code ? code : carry_members(a, err);
}

static nonet_code carry_ties(struct anonymising *a, nonet_err *err) {
  const nonet *n = a->n;
  nonet *v = a->v;
  uint32_t ties = v->ties = n->ties;
  nonet_code code = carry(&v->tie_from, n->tie_from, 4, a->tie, ties, err);
  if (!code) code = carry(&v->tie_to, n->tie_to, 4, a->tie, ties, err);
  for (uint32_t t = 0; t < ties && !code; t++) {
    v->tie_from[t] = a->node_now[v->tie_from[t]];
    v->tie_to[t] = a->node_now[v->tie_to[t]];
  }
  if (!code) code = carry(&v->tie_layer, n->tie_layer, sizeof *n->tie_layer, a->tie, ties, err);
  if (!code) code = carry(&v->tie_weight, n->tie_weight, sizeof *n->tie_weight, a->tie, ties, err);
  if (!code) code = carry(&v->tie_scale, n->tie_scale, sizeof *n->tie_scale, a->tie, ties, err);
  if (!code) code = carry(&v->tie_directed, n->tie_directed, sizeof *n->tie_directed, a->tie, ties, err);
  if (!code) code = carry(&v->tie_since, n->tie_since, sizeof *n->tie_since, a->tie, ties, err);
  if (!code) code = carry(&v->tie_until, n->tie_until, sizeof *n->tie_until, a->tie, ties, err);
  if (!code) code = carry_words(&v->tie_kind, a, n->tie_kind, a->tie, ties, err);
  if (!code) code = carry_words(&v->tie_since_text, a, n->tie_since_text, a->tie, ties, err);
  return code ? code : carry_words(&v->tie_until_text, a, n->tie_until_text, a->tie, ties, err);
}

/* ---- surveys ---- */

static int ascending(const void *left, const void *right) {
  return order_of(*(const uint32_t *)left, *(const uint32_t *)right);
}

/* Nodes of a list by their new numbers, ascending. */
static uint32_t *carry_list(const struct anonymising *a, const uint32_t *list, uint64_t count) {
  uint32_t *made = memory_array((size_t)count, sizeof *made);
  for (uint64_t i = 0; made && i < count; i++)
    made[i] = a->node_now[list[i]];
  if (made) qsort(made, (size_t)count, sizeof *made, ascending);
  return made;
}

static nonet_code carry_survey(struct net_survey *to, struct anonymising *a, const struct net_survey *from, nonet_err *err) {
  nonet_code code = new_word(&to->layer, a, from->layer, err);
  uint32_t *old = memory_array(a->n->nodes, sizeof *old); /* new node -> the place of the respondent */
  to->respondents = from->respondents;
  to->alters = from->alters;
  to->respondent = carry_list(a, from->respondent, from->respondents);
  to->alter = carry_list(a, from->alter, from->alters);
  to->open_first = memory_zeroed((size_t)from->respondents + 1, sizeof *to->open_first);
  to->open = memory_array((size_t)from->open_first[from->respondents], sizeof *to->open);
  if (!old || !to->respondent || !to->alter || !to->open_first || !to->open) code = code ? code : error_memory(err);
  for (uint32_t r = 0; r < from->respondents && !code; r++)
    old[a->node_now[from->respondent[r]]] = r;
  for (uint32_t i = 0; i < to->respondents && !code; i++) {
    uint32_t r = old[to->respondent[i]];
    uint64_t first = to->open_first[i], count = from->open_first[r + 1] - from->open_first[r];
    for (uint64_t k = 0; k < count; k++)
      to->open[first + k] = a->node_now[from->open[from->open_first[r] + k]];
    qsort(to->open + first, (size_t)count, sizeof *to->open, ascending);
    to->open_first[i + 1] = first + count;
  }
  free(old);
  return code;
}

static nonet_code carry_surveys(struct anonymising *a, nonet_err *err) {
  const nonet *n = a->n;
  a->v->behind = n->behind;
  if (!n->surveys) return NONET_OK;
  a->v->survey = memory_zeroed(n->surveys, sizeof *a->v->survey);
  if (!a->v->survey) return error_memory(err);
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < n->surveys && !code; i++)
    code = carry_survey(&a->v->survey[a->v->surveys++], a, &n->survey[i], err);
  return code;
}

/* ---- all of it ---- */

/* What was warned of and assumed names nodes and files: how much of it there was is what can be told. */
static nonet_code carry_facts(struct anonymising *a, nonet_err *err) {
  const nonet *n = a->n;
  nonet *v = a->v;
  v->directed = n->directed;
  v->weighted = n->weighted;
  v->two_modes = n->two_modes;
  memcpy(v->mode_kind, n->mode_kind, sizeof v->mode_kind);
  memcpy(v->latest_date, n->latest_date, sizeof v->latest_date);
  v->rank_top = n->rank_top;
  v->repeats = n->repeats;
  v->title = memory_text("Anonymised network");
  if (!v->title) return error_memory(err);
  nonet_code code = NONET_OK;
  size_t warnings = n->warning.count, assumptions = n->assumption.count;
  if (warnings)
    code = notes_add(&v->warning, err, "%zu warning%s about the files %s not shown, for %s name who is in them", warnings,
                     warnings == 1 ? "" : "s", warnings == 1 ? "is" : "are", warnings == 1 ? "it may" : "they may");
  if (!code)
    code = notes_add(&v->assumption, err, "names are pseudonyms; evidence, further columns and origins are left out, and %zu assumption%s",
                     assumptions, assumptions == 1 ? "" : "s");
  return code;
}

static nonet_code anonymise(nonet **out, const nonet *n, const struct pseudonyms *names, nonet_err *err) {
  struct net_words *own = net_words_new();
  if (!own) return error_memory(err);
  struct anonymising a = {.n = n, .words = own->words, .names = names};
  nonet_code code = net_new(&a.v, own, err);
  if (!code) code = order_nodes(&a, err);
  if (!code) code = order_ties(&a, err);
  if (!code) code = carry_nodes(&a, err);
  if (!code) code = carry_ties(&a, err);
  if (!code) code = carry_surveys(&a, err);
  if (!code) code = carry_facts(&a, err);
  if (!code) code = net_build_ends(a.v, err);
  net_words_release(own);
  free(a.node);
  free(a.tie);
  free(a.node_now);
  if (code)
    nonet_free(a.v);
  else
    *out = a.v;
  return code;
}

nonet_code nonet_anonymised(nonet **out, const nonet *n, const char *key_file, nonet_err *err) {
  struct pseudonyms names;
  *out = NULL;
  if (!key_file || !*key_file) return error_set(err, NONET_EUSAGE, "a key file needs a name");
  nonet_code code = pseudonyms_open(&names, key_file, err);
  if (!code) code = pseudonyms_give(&names, n, err);
  if (!code) code = anonymise(out, n, &names, err);
  if (!code) code = pseudonyms_save(&names, err);
  pseudonyms_close(&names);
  if (code) {
    nonet_free(*out);
    *out = NULL;
  }
  return code;
}
