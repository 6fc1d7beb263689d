/* The fields of nodes as columns, once all nodes are known: keys, labels, short names, kinds, origins.
 *
 * The sealed key of a node in a scope is "SCOPE:key", so that keys stay one of a kind; its label is the bare key unless it has one. */
#include "base/buffer.h"
#include "base/memory.h"
#include "net/seal.h"

/* The sealed key: "SCOPE:key" where the scope is not the one that all share. */
static uint32_t sealed_key(struct seal *s, const struct seal_node *node) {
  if (!node->scope) return seal_word(s, node->key);
  struct buffer both = {0};
  buffer_text(&both, draft_text(s->d, node->scope));
  buffer_char(&both, ':');
  buffer_text(&both, draft_text(s->d, node->key));
  uint32_t word = both.failed ? WORDS_NONE : words_add(s->words, buffer_string(&both), both.size);
  buffer_free(&both);
  return word;
}

/* Keys of the scope that all share: no two are alike. They are taken over some at once, for there are as many as nodes. */
static nonet_code take_keys(struct seal *s, nonet_err *err) {
  enum { TOGETHER = 256 };
  uint32_t word[TOGETHER];
  for (uint32_t v = 0, count; v < s->nodes; v += count) {
    count = s->nodes - v < TOGETHER ? s->nodes - v : TOGETHER;
    for (uint32_t i = 0; i < count; i++)
      word[i] = s->node[v + i].key;
    if (!words_take_many(s->words, s->d->words, word, s->n->node_key + v, count)) return error_memory(err);
  }
  for (uint32_t v = 0; v < s->nodes; v++)
    if (!word_map_set(&s->word, s->node[v].key, s->n->node_key[v])) return error_memory(err);
  return NONET_OK;
}

/* A key "A:b" of the scope that all share may meet the key 'b' of scope A. */
static nonet_code set_scoped_keys(struct seal *s, nonet_err *err) {
  struct word_map seen = {0};
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; v < s->nodes && !code; v++) {
    uint32_t key = sealed_key(s, &s->node[v]);
    if (key == WORDS_NONE) code = error_memory(err);
    if (!code && word_map_get(&seen, key) != UINT32_MAX)
      code = error_set(err, NONET_EINPUT, "two nodes have the key '%s': one is '%s' in '%s'", words_text(s->words, key),
                       draft_text(s->d, s->node[v].scope ? s->node[v].key : s->node[word_map_get(&seen, key)].key),
                       draft_text(s->d, s->node[v].scope ? s->node[v].scope : s->node[word_map_get(&seen, key)].scope));
    if (!code && !word_map_set(&seen, key, v)) code = error_memory(err);
    s->n->node_key[v] = key;
  }
  word_map_free(&seen);
  if (!code)
    code = notes_add(&s->n->assumption, err,
                     "each LAYER=FILE has ids of its own: node 'x' of layer A has the key 'A:x' (--same-ids makes equal ids one node)");
  return code;
}

static nonet_code set_keys(struct seal *s, nonet_err *err) {
  for (uint32_t v = 0; v < s->nodes; v++)
    if (s->node[v].scope) return set_scoped_keys(s, err);
  return take_keys(s, err);
}

static nonet_code set_names(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  bool has_label = false, has_short = false;
  for (uint32_t v = 0; v < s->nodes; v++) {
    has_label = has_label || s->node[v].label || s->node[v].scope;
    has_short = has_short || s->node[v].short_name;
  }
  if (has_label && !(n->node_label = memory_array(s->nodes, sizeof *n->node_label))) return error_memory(err);
  if (has_short && !(n->node_short = memory_array(s->nodes, sizeof *n->node_short))) return error_memory(err);
  for (uint32_t v = 0; v < s->nodes && (has_label || has_short); v++) {
    /* Without a label the bare key is it, also where the sealed key carries its scope. */
    uint32_t label = s->node[v].label ? s->node[v].label : seal_word(s, s->node[v].key);
    if (label == WORDS_NONE) return error_memory(err);
    if (has_label) n->node_label[v] = label;
    if (has_short) n->node_short[v] = s->node[v].short_name;
  }
  return NONET_OK;
}

static nonet_code set_kinds(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  bool has_kind = false;
  for (uint32_t v = 0; v < s->nodes && !has_kind; v++)
    has_kind = s->node[v].kind != 0;
  if (!has_kind) return NONET_OK;
  if (!(n->node_kind = memory_array(s->nodes, sizeof *n->node_kind))) return error_memory(err);
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; v < s->nodes && !code; v++)
    code = seal_kind(&n->node_kind[v], s, s->node[v].kind, err);
  return code;
}

/* Where each node was declared, or the tie that made it; one that was only asked about has no place. */
static nonet_code set_origins(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  if (s->d->files && !(n->node_file = memory_zeroed(s->nodes, sizeof *n->node_file))) return error_memory(err);
  if (!(n->node_line = memory_large(s->nodes, sizeof *n->node_line))) return error_memory(err);
  for (uint32_t v = 0; v < s->nodes; v++) {
    const struct seal_node *node = &s->node[v];
    bool by_row = node->row != NONET_NONE;
    n->node_line[v] = 0;
    if (!by_row && node->tie == NONET_NONE) continue;
    n->node_line[v] = by_row ? seal_node_line(s, node->row) : seal_tie_line(s, node->tie);
    if (!n->node_file) continue;
    uint32_t file = by_row ? lane_word(&s->d->node.lane[NODE_FILE], node->row) : lane_word(&s->d->tie.lane[TIE_FILE], node->tie);
    n->node_file[v] = file < n->sources ? n->source[file] : 0;
  }
  return NONET_OK;
}

nonet_code seal_node_fields(struct seal *s, nonet_err *err) {
  s->n->nodes = s->nodes;
  if (!(s->n->node_key = memory_array(s->nodes, sizeof *s->n->node_key))) return error_memory(err);
  nonet_code code = set_keys(s, err);
  if (!code) code = set_names(s, err);
  if (!code) code = set_kinds(s, err);
  if (!code) code = set_origins(s, err);
  return code;
}
