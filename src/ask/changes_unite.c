/* Two networks in one: every node and tie of either, each once, in the order of keys, for the picture of what changed.
 *
 * How: as rows of a draft that is sealed like any other, so nothing of it is built by another way. What is in both is taken as the later
 * network has it. Why not the first network with edits: what is new may be called as something that is there, and dates would be lost. */
#include "ask/changes.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct unite {
  struct changes *c;
  nonet_draft *draft;
  const char **path; /* owned; of the files, in the order of their numbers; borrowed texts */
  size_t paths, room;
};

/* The file of a row: each is named once. */
static nonet_code origin(nonet_origin *out, struct unite *u, const char *file, uint64_t line, nonet_err *err) {
  size_t i = 0;
  *out = (nonet_origin){NONET_NONE, 0};
  if (!*file) return NONET_OK;
  while (i < u->paths && strcmp(u->path[i], file) != 0)
    i++;
  *out = (nonet_origin){(uint32_t)i, line};
  if (i < u->paths) return NONET_OK;
  if (!memory_grow(&u->path, &u->room, u->paths + 1, sizeof *u->path)) return error_memory(err);
  u->path[u->paths++] = file;
  return nonet_draft_file(&out->file, u->draft, file, err);
}

/* Layers of a node in either network, as a cell. A name that holds a separator follows from its ties. */
static void layers_of(struct buffer *out, const struct changes *c, uint32_t v) {
  for (int k = AFTER; k >= BEFORE; k--) {
    const uint32_t *layers;
    uint32_t count = c->node[v][k] == NONET_NONE ? 0 : net_node_layers(c->net[k], c->node[v][k], &layers);
    for (uint32_t i = 0; i < count; i++) {
      const char *name = nonet_layer_name(c->net[k], layers[i]);
      if (!strpbrk(name, ";|")) buffer_print(out, "%s%s", out->size ? ";" : "", name);
    }
  }
}

static nonet_code add_node(struct unite *u, uint32_t v, struct buffer *layers, nonet_err *err) {
  const struct changes *c = u->c;
  int k = changes_shown(c->node[v]);
  nonet_node node;
  nonet_origin from;
  nonet_node_get(&node, c->net[k], c->node[v][k]);
  nonet_code code = origin(&from, u, node.file, node.line, err);
  buffer_clear(layers);
  layers_of(layers, c, v);
  if (!code && layers->failed) code = error_memory(err);
  nonet_node_row row = {.key = node.key, .label = node.label, .short_name = node.short_name, .kind = node.kind, .origin = from};
  row.layers = buffer_string(layers);
  return code ? code : nonet_draft_node(NULL, u->draft, &row, err);
}

static nonet_code add_tie(struct unite *u, const struct pair_of_ties *p, nonet_err *err) {
  const struct changes *c = u->c;
  int k = changes_shown(p->tie);
  const nonet *n = c->net[k];
  uint32_t t = p->tie[k];
  nonet_tie tie;
  nonet_origin from;
  nonet_tie_get(&tie, n, t);
  nonet_code code = origin(&from, u, tie.file, tie.line, err);
  nonet_tie_row row = {.from = net_key(n, tie.from),
                       .to = net_key(n, tie.to),
                       .kind = tie.kind,
                       .layer = tie.layer == NONET_NONE ? NULL : nonet_layer_name(n, tie.layer),
                       .since = tie.since,
                       .until = tie.until,
                       .source = tie.source,
                       .weight = tie.weight,
                       .has_weight = tie.has_weight,
                       .scale = n->tie_scale ? (nonet_scale)n->tie_scale[t] : NONET_STRENGTH,
                       .direction = tie.directed ? NONET_DIRECTED : NONET_UNDIRECTED,
                       .origin = from};
  return code ? code : nonet_draft_tie(NULL, u->draft, &row, err);
}

/* Rows have to come out as they went in, for marks go by number. */
static bool is_in_order(const struct changes *c, const nonet *both) {
  bool same = both->nodes == c->nodes && both->ties == c->ties;
  for (uint32_t v = 0; same && v < c->nodes; v++) {
    int k = changes_shown(c->node[v]);
    same = strcmp(net_key(both, v), net_key(c->net[k], c->node[v][k])) == 0;
  }
  for (uint32_t t = 0; same && t < c->ties; t++) {
    int k = changes_shown(c->tie[t].tie);
    uint32_t tie = c->tie[t].tie[k];
    same = both->tie_from[t] == c->place[k][c->net[k]->tie_from[tie]] && both->tie_to[t] == c->place[k][c->net[k]->tie_to[tie]];
  }
  return same;
}

/* How much of the titles is of both: all where they are one, and of views of one network ("city (at:2023)", "city (at:2024)") its own. */
static size_t of_both(const char *before, const char *after) {
  const char *view = strstr(after, " (at:");
  if (strcmp(before, after) == 0) return strlen(after);
  size_t length = view ? (size_t)(view - after) : 0;
  return strncmp(before, after, length) == 0 ? length : 0;
}

static nonet_code seal(struct unite *u, nonet_err *err) {
  struct changes *c = u->c;
  struct buffer title = {0};
  nonet_run quiet = c->asked ? *c->asked : (nonet_run){0};
  quiet.warn = NULL; /* what is odd in these rows was said when they were read */
  buffer_add(&title, nonet_title(c->net[AFTER]), of_both(nonet_title(c->net[BEFORE]), nonet_title(c->net[AFTER])));
  buffer_print(&title, "%s%s to %s", title.size ? ": " : "", changes_name(c, BEFORE), changes_name(c, AFTER));
  nonet_seal_options how = {.title = buffer_string(&title), .repeats = c->net[AFTER]->repeats};
  nonet_code code = title.failed ? error_memory(err) : nonet_seal(&c->both, u->draft, &how, &quiet, err);
  buffer_free(&title);
  if (!code && !is_in_order(c, c->both)) code = error_set(err, NONET_EINTERNAL, "two networks were not put together in their order");
  return code;
}

nonet_code changes_unite(struct changes *c, nonet_err *err) {
  struct unite u = {.c = c};
  struct buffer layers = {0};
  nonet_code code = nonet_draft_new(&u.draft, err);
  for (uint32_t v = 0; v < c->nodes && !code; v++)
    code = add_node(&u, v, &layers, err);
  for (uint32_t t = 0; t < c->ties && !code; t++)
    code = add_tie(&u, &c->tie[t], err);
  if (!code) code = seal(&u, err);
  nonet_draft_free(u.draft);
  free(u.path);
  buffer_free(&layers);
  return code;
}

nonet_code changes_mark(nonet_answer *a, struct changes *c, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; v < c->nodes && !code; v++)
    code = answer_mark_node(a, v, fate_words[changes_node_fate(c, v)], err);
  for (uint32_t t = 0; t < c->ties && !code; t++)
    code = answer_mark_tie(a, t, fate_words[c->tie[t].fate], err);
  answer_network(a, c->both);
  c->both = NULL;
  return code;
}
