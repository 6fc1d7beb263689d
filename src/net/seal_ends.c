/* The ends of ties become nodes.
 *
 * An end is a key of its tie's scope; else a label that one node of the scope has; else, in the scope that all share, a key with its scope
 * in front ("Education:a"), which is how ties cross from LAYER=FILE to LAYER=FILE. What is found nowhere becomes a node where no node table
 * speaks for the scope, or when asked to add it; else the tie is refused with its place and the nearest names. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"
#include "net/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct end {
  uint32_t tie, scope, key, kind; /* words of the draft; kind as the heading gives it */
};

/* Whether a node table speaks for a scope: its own, or that of the scope that all share. */
static bool has_table(const struct seal *s, uint32_t scope) {
  if (!s->d->node_table) return false;
  return scope == 0 || s->d->node.rows == 0 || word_map_get(&s->declared_in, scope) == 1 || word_map_get(&s->declared_in, 0) == 1;
}

/* "Education:a" as key 'a' of scope Education. */
static uint32_t find_in_named_scope(const struct seal *s, uint32_t key) {
  const char *text = draft_text(s->d, key);
  for (const char *colon = strchr(text, ':'); colon; colon = strchr(colon + 1, ':')) {
    uint32_t scope = words_find(s->d->words, text, (size_t)(colon - text));
    uint32_t bare = words_find(s->d->words, colon + 1, strlen(colon + 1));
    if (scope == WORDS_NONE || scope == 0 || bare == WORDS_NONE) continue;
    uint32_t v = identity_find(&s->ids, scope, bare);
    if (v != NONET_NONE) return v;
  }
  return NONET_NONE;
}

/* The first node of the same key in another scope. */
static uint32_t find_elsewhere(const struct seal *s, const struct end *end) {
  for (uint32_t v = 0; v < s->nodes; v++)
    if (s->node[v].key == end->key && s->node[v].scope != end->scope) return v;
  return NONET_NONE;
}

static nonet_code refuse_many(const struct seal *s, const struct end *end, nonet_err *err) {
  struct buffer keys = {0};
  unsigned count = 0;
  for (uint32_t row = 0; row < s->d->node.rows; row++) {
    const struct lane *lane = s->d->node.lane;
    if (lane_word(&lane[NODE_SCOPE], row) != end->scope || lane_word(&lane[NODE_LABEL], row) != end->key) continue;
    if (count++ < 3) buffer_print(&keys, "%s'%s'", count > 1 ? ", " : "", draft_text(s->d, lane_word(&lane[NODE_KEY], row)));
  }
  nonet_code code =
      error_at(err, NONET_EINPUT, seal_tie_file(s, end->tie), seal_tie_line(s, end->tie),
               "'%s' is the label of several nodes (%s); name one by its key", draft_text(s->d, end->key), buffer_string(&keys));
  buffer_free(&keys);
  return code;
}

/* What a person may have meant: keys and labels of the end's scope. */
static void say_nearest(struct buffer *out, const struct seal *s, const struct end *end) {
  struct name_nearest near;
  if (name_nearest_start(&near, draft_text(s->d, end->key))) {
    for (uint32_t v = 0; v < s->nodes; v++) {
      if (s->node[v].scope != end->scope) continue;
      name_nearest_offer(&near, draft_text(s->d, s->node[v].key));
      if (s->node[v].label) name_nearest_offer(&near, words_text(s->words, s->node[v].label));
    }
    name_nearest_say(&near, out);
  }
  name_nearest_free(&near);
}

static nonet_code refuse_unknown(const struct seal *s, const struct end *end, nonet_err *err) {
  const char *file = seal_tie_file(s, end->tie), *key = draft_text(s->d, end->key), *scope = draft_text(s->d, end->scope);
  uint64_t line = seal_tie_line(s, end->tie);
  uint32_t v = find_elsewhere(s, end);
  if (v != NONET_NONE) {
    const char *other = draft_text(s->d, s->node[v].scope);
    uint32_t row = s->node[v].row;
    const char *at = row == NONET_NONE ? seal_tie_file(s, s->node[v].tie) : seal_node_file(s, row);
    uint64_t at_line = row == NONET_NONE ? seal_tie_line(s, s->node[v].tie) : seal_node_line(s, row);
    return error_at(err, NONET_EINPUT, file, line,
                    "tie end '%s' is in no node table%s%s%s, but '%s%s%s' is at %s:%" PRIu64 " (--same-ids makes them one)", key,
                    *scope ? " of '" : "", scope, *scope ? "'" : "", other, *other ? ":" : "", key, *at ? at : "a row", at_line);
  }
  struct buffer near = {0};
  say_nearest(&near, s, end);
  nonet_code code = error_at(err, NONET_EINPUT, file, line, "tie end '%s' is in no node table%s%s%s%s; --add-missing makes it a node", key,
                             *scope ? " of '" : "", scope, *scope ? "'" : "", buffer_string(&near));
  buffer_free(&near);
  return code;
}

static nonet_code make_node(uint32_t *out, struct seal *s, const struct end *end, nonet_err *err) {
  nonet_code code = seal_add_node(out, s, end->scope, end->key, err);
  if (code) return code;
  s->node[*out].tie = end->tie;
  if (has_table(s, end->scope)) {
    if (!s->added.count) snprintf(s->added_key, sizeof s->added_key, "%.100s", draft_text(s->d, end->key));
    seal_doubt(&s->added, seal_tie_file(s, end->tie), seal_tie_line(s, end->tie));
  }
  return NONET_OK;
}

nonet_code seal_meant(uint32_t *out, struct seal *s, uint32_t scope, uint32_t key, nonet_err *err) {
  *out = identity_find(&s->ids, scope, key);
  if (*out == NONET_NONE) *out = identity_find(&s->labels, scope, key);
  if (*out == NONET_NONE && scope == 0) *out = find_in_named_scope(s, key);
  if (*out == IDENTITY_MANY)
    *out = NONET_NONE;
  else if (*out == NONET_NONE && (!has_table(s, scope) || s->o.add_missing))
    return seal_add_node(out, s, scope, key, err);
  return NONET_OK;
}

static nonet_code find_node(uint32_t *out, struct seal *s, const struct end *end, nonet_err *err) {
  *out = identity_find(&s->ids, end->scope, end->key);
  if (*out != NONET_NONE) return NONET_OK;
  *out = identity_find(&s->labels, end->scope, end->key);
  if (*out == IDENTITY_MANY) return refuse_many(s, end, err);
  if (*out != NONET_NONE) {
    seal_doubt(&s->by_label, seal_tie_file(s, end->tie), seal_tie_line(s, end->tie));
    return NONET_OK;
  }
  if (end->scope == 0) *out = find_in_named_scope(s, end->key);
  if (*out != NONET_NONE) return NONET_OK;
  if (has_table(s, end->scope) && !s->o.add_missing) return refuse_unknown(s, end, err);
  return make_node(out, s, end, err);
}

/* The kind that a heading gives an end: for nodes whose kind no row says. */
static nonet_code give_kind(struct seal *s, uint32_t v, const struct end *end, nonet_err *err) {
  if (!end->kind) return NONET_OK;
  uint32_t kind = seal_word(s, end->kind);
  if (kind == WORDS_NONE) return error_memory(err);
  struct seal_node *node = &s->node[v];
  if (!node->kind) {
    node->kind = kind;
    node->kind_by_heading = true;
  } else if (node->kind_by_heading && node->kind != kind) {
    seal_doubt(&s->kind_twice, seal_tie_file(s, end->tie), seal_tie_line(s, end->tie));
  }
  return NONET_OK;
}

static nonet_code resolve(uint32_t *out, struct seal *s, const struct end *end, nonet_err *err) {
  nonet_code code = find_node(out, s, end, err);
  return code ? code : give_kind(s, *out, end, err);
}

/* ---- all ties ---- */

/* Ends of some ties together, so that what is looked up for one is on its way while the others are: keys to nodes, nodes to kinds. Those
 * that need more than two look-ups go the way above, in their order. */
#define TOGETHER 128u

#define ANY_KIND UINT32_MAX

/* Of each node the kind (a word of the nonet) with which an end of it needs nothing more; 0: none. */
struct kinds {
  uint32_t *at; /* owned */
  size_t room;
};

static bool know_kind(struct kinds *k, const struct seal *s, uint32_t v) {
  size_t old = k->room;
  if (v >= old) {
    if (!memory_grow(&k->at, &k->room, (size_t)v + 1, sizeof *k->at)) return false;
    memset(k->at + old, 0, (k->room - old) * sizeof *k->at);
  }
  const struct seal_node *node = &s->node[v];
  k->at[v] = node->kind && !node->kind_by_heading ? ANY_KIND : node->kind;
  return true;
}

static struct end end_of(const struct seal *s, uint32_t row, bool second) {
  const struct lane *lane = s->d->tie.lane;
  return (struct end){row, lane_word(&lane[TIE_SCOPE], row), lane_word(&lane[second ? TIE_TO : TIE_FROM], row),
                      lane_word(&lane[second ? TIE_TO_KIND : TIE_FROM_KIND], row)};
}

/* Whether nothing is left to do for an end of node `v`, as far as its kind goes. */
static bool has_kind(const struct kinds *k, const struct seal *s, uint32_t v, uint32_t kind) {
  if (!kind) return true;
  uint32_t known = v < k->room ? k->at[v] : 0;
  return known && (known == ANY_KIND || known == word_map_get(&s->word, kind));
}

/* The node of an end that was looked up as `v`. */
static nonet_code settle(uint32_t *out, uint32_t v, struct seal *s, struct kinds *kinds, uint32_t row, bool second, nonet_err *err) {
  struct end end = end_of(s, row, second);
  *out = v;
  if (v != NONET_NONE && has_kind(kinds, s, v, end.kind)) return NONET_OK;
  nonet_code code = resolve(out, s, &end, err);
  return code || know_kind(kinds, s, *out) ? code : error_memory(err);
}

static nonet_code seal_some(struct seal *s, struct kinds *kinds, uint32_t first, uint32_t end, nonet_err *err) {
  const struct lane *lane = s->d->tie.lane;
  uint32_t node[2 * TOGETHER], *v = node;
  for (uint32_t row = first; row < end; row++) {
    bool global = lane_word(&lane[TIE_SCOPE], row) == 0;
    *v++ = global ? word_map_get(&s->ids.global, lane_word(&lane[TIE_FROM], row)) : NONET_NONE;
    *v++ = global ? word_map_get(&s->ids.global, lane_word(&lane[TIE_TO], row)) : NONET_NONE;
  }
  for (uint32_t *at = node; at < v; at++)
    if (*at < kinds->room) __builtin_prefetch(&kinds->at[*at]);
  nonet_code code = NONET_OK;
  v = node;
  for (uint32_t row = first; row < end && !code; row++, v += 2) {
    code = settle(&s->n->tie_from[row], v[0], s, kinds, row, false, err);
    if (!code) code = settle(&s->n->tie_to[row], v[1], s, kinds, row, true, err);
    if (code) code = seal_reject(s, true, row, code, err);
  }
  return code;
}

/* Where all ties are of the scope that all share and have one kind at each end, as those of one table are: of each word the node of an end
 * that needs nothing more; NONET_NONE: not known. One look-up an end, then. */
struct known {
  uint32_t *of[2]; /* by side; the same array where both have the same kind */
};

static bool is_all_same(const struct lane *lane, uint64_t value) {
  return !lane->at && lane->same == value;
}

/* False: ties differ, or are few beside the words, or out of memory: no harm. */
static bool start_known(struct known *known, const struct seal *s) {
  const struct lane *lane = s->d->tie.lane;
  size_t words = words_count(s->d->words);
  *known = (struct known){{NULL, NULL}};
  if (words / 4 > s->d->tie.rows || !is_all_same(&lane[TIE_SCOPE], 0) || lane[TIE_FROM_KIND].at || lane[TIE_TO_KIND].at) return false;
  known->of[0] = memory_large(words, sizeof *known->of[0]);
  known->of[1] = lane[TIE_FROM_KIND].same == lane[TIE_TO_KIND].same ? known->of[0] : memory_large(words, sizeof *known->of[1]);
  for (unsigned side = 0; side < 2 && known->of[0] && known->of[1]; side++)
    memset(known->of[side], 0xff, words * sizeof *known->of[side]);
  return known->of[0] && known->of[1];
}

static void end_known(struct known *known) {
  if (known->of[1] != known->of[0]) free(known->of[1]);
  free(known->of[0]);
}

/* The node of an end that is not known yet; is it known now? */
static nonet_code settle_known(uint32_t *out, struct known *known, struct seal *s, struct kinds *kinds, uint32_t row, bool second,
                               nonet_err *err) {
  struct end end = end_of(s, row, second);
  uint32_t v = word_map_get(&s->ids.global, end.key);
  nonet_code code = settle(out, v, s, kinds, row, second, err);
  if (!code && word_map_get(&s->ids.global, end.key) == *out && has_kind(kinds, s, *out, end.kind)) known->of[second][end.key] = *out;
  return code;
}

/* As seal_some. */
static nonet_code seal_known(struct seal *s, struct known *known, struct kinds *kinds, uint32_t first, uint32_t end, nonet_err *err) {
  const struct lane *from = &s->d->tie.lane[TIE_FROM], *to = &s->d->tie.lane[TIE_TO];
  uint32_t *node[2] = {s->n->tie_from, s->n->tie_to}, unknown = 0;
  for (uint32_t row = first; row < end; row++) {
    node[0][row] = known->of[0][lane_word(from, row)];
    node[1][row] = known->of[1][lane_word(to, row)];
    unknown += node[0][row] == NONET_NONE || node[1][row] == NONET_NONE;
  }
  nonet_code code = NONET_OK;
  for (uint32_t row = first; unknown && row < end && !code; row++) {
    for (unsigned side = 0; side < 2 && !code; side++)
      if (node[side][row] == NONET_NONE) code = settle_known(&node[side][row], known, s, kinds, row, side, err);
    if (code) code = seal_reject(s, true, row, code, err);
  }
  return code;
}

nonet_code seal_ends(struct seal *s, nonet_err *err) {
  uint32_t rows = s->d->tie.rows;
  nonet *n = s->n;
  struct kinds kinds = {0};
  struct known known;
  bool plain = start_known(&known, s);
  n->ties = rows;
  n->tie_from = memory_large(rows, sizeof *n->tie_from);
  n->tie_to = memory_large(rows, sizeof *n->tie_to);
  nonet_code code = n->tie_from && n->tie_to ? NONET_OK : error_memory(err);
  for (uint32_t row = 0, end; row < rows && !code; row = end) {
    end = rows - row < TOGETHER ? rows : row + TOGETHER;
    code = seal_go_on(s, end - 1, err);
    if (!code) code = plain ? seal_known(s, &known, &kinds, row, end, err) : seal_some(s, &kinds, row, end, err);
  }
  end_known(&known);
  free(kinds.at);
  return code;
}
