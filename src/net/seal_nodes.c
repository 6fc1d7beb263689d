/* Rows of nodes become nodes; a node is what (scope, key) says.
 *
 * A key that comes again is the same node. In one file the rows must then say the same, unless one of them says nothing but the key; rows
 * of two files fill each other's gaps and may not contradict. Layers and aliases of two files are united. With --merge-nodes what was said
 * first stays, and the rows are counted. Ids of JSON and of graph formats may not come again at all. */
#include "base/buffer.h"
#include "base/memory.h"
#include "net/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node_row {
  uint32_t row, file, scope, key;
  uint32_t label, short_name, kind, layers, aliases; /* words of the nonet */
};

nonet_code seal_add_node(uint32_t *out, struct seal *s, uint32_t scope, uint32_t key, nonet_err *err) {
  uint64_t most = s->run.asked->max_nodes;
  if (most && s->nodes >= most) return error_set(err, NONET_ELIMIT, "more than %" PRIu64 " nodes, the limit", most);
  if (s->nodes >= IDENTITY_MANY - 1) return error_set(err, NONET_ELIMIT, "more than %u nodes", s->nodes);
  if (!memory_grow(&s->node, &s->node_room, (size_t)s->nodes + 1, sizeof *s->node)) return error_memory(err);
  if (!identity_set(&s->ids, scope, key, s->nodes)) return error_memory(err);
  s->node[s->nodes] = (struct seal_node){.key = key, .scope = scope, .row = NONET_NONE, .tie = NONET_NONE};
  *out = s->nodes++;
  return NONET_OK;
}

static nonet_code read_row(struct node_row *out, struct seal *s, uint32_t row, nonet_err *err) {
  const struct lane *lane = s->d->node.lane;
  *out = (struct node_row){.row = row,
                           .file = lane_word(&lane[NODE_FILE], row),
                           .scope = lane_word(&lane[NODE_SCOPE], row),
                           .key = lane_word(&lane[NODE_KEY], row),
                           .label = seal_word(s, lane_word(&lane[NODE_LABEL], row)),
                           .short_name = seal_word(s, lane_word(&lane[NODE_SHORT], row)),
                           .kind = seal_word(s, lane_word(&lane[NODE_KIND], row)),
                           .layers = seal_word(s, lane_word(&lane[NODE_LAYERS], row)),
                           .aliases = seal_word(s, lane_word(&lane[NODE_ALIASES], row))};
  bool failed = out->label == WORDS_NONE || out->short_name == WORDS_NONE || out->kind == WORDS_NONE || out->layers == WORDS_NONE ||
                out->aliases == WORDS_NONE;
  return failed ? error_memory(err) : NONET_OK;
}

/* "FILE:LINE" of a row. */
static void print_place(char *out, size_t room, const struct seal *s, uint32_t row) {
  const char *file = seal_node_file(s, row);
  uint64_t line = seal_node_line(s, row);
  if (*file && line)
    snprintf(out, room, "%s:%" PRIu64, file, line);
  else
    snprintf(out, room, "%s", *file ? file : "another row");
}

/* A row that declares a node again, met with what was said before. */
struct meeting {
  struct seal *s;
  struct seal_node *node;
  const struct node_row *r;
  bool strict; /* a gap is a difference too */
  bool differs;
};

static nonet_code conflict(const struct meeting *m, const char *field, uint32_t was, uint32_t now, nonet_err *err) {
  const struct seal *s = m->s;
  char place[512];
  print_place(place, sizeof place, s, m->node->row);
  return error_at(err, NONET_EINPUT, seal_node_file(s, m->r->row), seal_node_line(s, m->r->row),
                  "node '%s' was declared at %s with %s '%s', now '%s' (--merge-nodes keeps the first)", draft_text(s->d, m->r->key), place,
                  field, words_text(s->words, was), words_text(s->words, now));
}

static nonet_code meet(struct meeting *m, uint32_t *field, uint32_t now, const char *name, nonet_err *err) {
  if (*field == now) return NONET_OK;
  bool differs = m->strict || (*field && now);
  if (differs && !m->s->o.merge_nodes) return conflict(m, name, *field, now, err);
  m->differs = m->differs || differs;
  if (!*field) *field = now;
  return NONET_OK;
}

/* Two lists as one: "A;B" and "C" give "A;B;C"; who splits it leaves out what comes again. */
static nonet_code meet_list(struct meeting *m, uint32_t *list, uint32_t now, const char *name, nonet_err *err) {
  if (*list == now) return NONET_OK;
  if (m->strict && !m->s->o.merge_nodes) return conflict(m, name, *list, now, err);
  m->differs = m->differs || m->strict;
  if (!*list || !now) {
    *list = *list ? *list : now;
    return NONET_OK;
  }
  struct words *words = m->s->words;
  struct buffer both = {0};
  buffer_print(&both, "%s;%s", words_text(words, *list), words_text(words, now));
  uint32_t word = both.failed ? WORDS_NONE : words_add(words, buffer_string(&both), both.size);
  buffer_free(&both);
  if (word == WORDS_NONE) return error_memory(err);
  *list = word;
  return NONET_OK;
}

/* A node that was declared before. */
static nonet_code declare_again(struct seal *s, struct seal_node *node, const struct node_row *r, nonet_err *err) {
  bool same_file = lane_word(&s->d->node.lane[NODE_FILE], node->row) == r->file;
  if (same_file && r->file < s->d->files && s->d->file[r->file].strict_ids) {
    char place[512];
    print_place(place, sizeof place, s, node->row);
    return error_at(err, NONET_EINPUT, seal_node_file(s, r->row), seal_node_line(s, r->row), "node '%s' was declared before, at %s",
                    draft_text(s->d, r->key), place);
  }
  bool bare = !r->label && !r->short_name && !r->layers && !r->aliases && (!r->kind || r->kind == node->kind);
  struct meeting m = {.s = s, .node = node, .r = r, .strict = same_file && !bare};
  nonet_code code = meet(&m, &node->kind, r->kind, "kind", err);
  if (!code) code = meet(&m, &node->label, r->label, "label", err);
  if (!code) code = meet(&m, &node->short_name, r->short_name, "short name", err);
  if (!code) code = meet_list(&m, &node->layers, r->layers, "layers", err);
  if (!code) code = meet_list(&m, &node->aliases, r->aliases, "aliases", err);
  if (!code && m.differs) seal_doubt(&s->merged, seal_node_file(s, r->row), seal_node_line(s, r->row));
  return code;
}

static nonet_code declare(struct seal *s, const struct node_row *r, nonet_err *err) {
  uint32_t v = identity_find(&s->ids, r->scope, r->key);
  nonet_code code = NONET_OK;
  if (v != NONET_NONE) {
    struct seal_node was = s->node[v];
    code = declare_again(s, &s->node[v], r, err);
    if (code) s->node[v] = was; /* a row that may be left out has filled no gap */
  } else {
    code = seal_add_node(&v, s, r->scope, r->key, err);
    if (code) return code;
    struct seal_node *node = &s->node[v];
    node->row = r->row;
    node->label = r->label;
    node->short_name = r->short_name;
    node->kind = r->kind;
    node->layers = r->layers;
    node->aliases = r->aliases;
    if (!word_map_set(&s->declared_in, r->scope, 1)) return error_memory(err);
  }
  s->node_of_row[r->row] = v;
  uint32_t label = lane_word(&s->d->node.lane[NODE_LABEL], r->row);
  if (!code && label && !identity_offer(&s->labels, r->scope, label, v)) code = error_memory(err);
  return code;
}

/* Room for as many nodes as there can be, where there is some, so that it need not grow: not more than rows and ends of ties, nor, of one
 * scope, than words. */
static void room_for_nodes(struct seal *s) {
  uint64_t ends = (uint64_t)s->d->node.rows + 2 * (uint64_t)s->d->tie.rows, words = words_count(s->d->words);
  size_t most = (size_t)(ends < words ? ends : words);
  s->node = memory_large(most, sizeof *s->node);
  s->node_room = s->node ? most : 0;
  (void)words_reserve(s->words, most);
}

nonet_code seal_nodes(struct seal *s, nonet_err *err) {
  uint32_t rows = s->d->node.rows;
  s->node_of_row = memory_array(rows, sizeof *s->node_of_row);
  if (!s->node_of_row) return error_memory(err);
  room_for_nodes(s);
  nonet_code code = NONET_OK;
  for (uint32_t row = 0; row < rows && !code; row++) {
    struct node_row r;
    code = seal_go_on(s, row, err);
    if (!code) code = read_row(&r, s, row, err);
    if (!code) code = seal_reject(s, false, row, declare(s, &r, err), err);
  }
  return code;
}
