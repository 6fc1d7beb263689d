/* SPDX-License-Identifier: MIT
 * Copies a graph through the sieve of rules.c. A copy, because cgraph cannot remove an attribute, and an empty one is
 * not the same as none: an empty `layout` names no engine, an empty `layers` hides everything, an empty `splines` hides the
 * edges. Nodes, edges and subgraphs keep their order. A name that begins with % survives here, as it does not in agread. */
#include "draw/clean.h"
#include "draw/bytes.h"
#include "draw/draw.h"
#include "draw/parse.h"
#include "draw/rules.h"
#include "draw/say.h"
#include "draw/sequence.h"
#include <stdlib.h>
#include <string.h>

#define RECORD "nonet_copy"

enum { KINDS = AGEDGE + 1 };

/* Stands beside each node and edge of the old graph. */
struct copy_record {
  Agrec_t header;
  void *copy;
};

/* An attribute in both graphs. */
struct column {
  const struct value_rule *rule;
  Agsym_t *from, *to; /* to is NULL until declared */
  bool root_only;
};

struct cleaner {
  Agraph_t *from, *to;
  struct column *columns[KINDS];
  size_t counts[KINDS];
  bool keep_links;
  int status;
  size_t changed;
  struct bytes first; /* what was changed first, in words */
  struct bytes value;
};

static const char *const words[] = {[AGRAPH] = "graph", [AGNODE] = "node", [AGEDGE] = "edge"};

static void fail_memory(struct cleaner *c) {
  if (c->status == DRAW_OK) say_error("out of memory (see --max-memory)");
  c->status = DRAW_LIMIT;
}

static void note(struct cleaner *c, const struct value_rule *rule, int kind, const char *was, const char *is) {
  bool quiet = rule->kind == VALUE_LINK || rule->kind == VALUE_TIP;
  if (quiet || c->changed++ > 0) return;
  bytes_format(&c->first, "%s attribute %s=\"%.60s\" ", words[kind], rule->name, was);
  bytes_format(&c->first, *is == '\0' ? "was left out" : "became \"%s\"", is);
}

/* The value to use: `value` itself, a better one (borrowed until the next call), or the empty one. */
static const char *clean_value(struct cleaner *c, const struct value_rule *rule, int kind, char *value) {
  if (value == NULL || *value == '\0') return "";
  if (rule->kind == VALUE_TEXT && aghtmlstr(value)) {
    if (c->status == DRAW_OK) say_error("an HTML-like label is not drawn (%s attribute %s)", words[kind], rule->name);
    c->status = DRAW_INPUT;
    return "";
  }
  enum value_verdict verdict = value_check(rule, value, c->keep_links, &c->value);
  if (verdict == VALUE_KEPT) return value;
  const char *better = verdict == VALUE_CHANGED && !c->value.failed ? c->value.data : "";
  note(c, rule, kind, value, better);
  return better;
}

/* Sets an attribute of the copy; it is declared when it first has a value. */
static void copy_value(struct cleaner *c, int kind, struct column *column, void *from, void *to) {
  const char *value = clean_value(c, column->rule, kind, agxget(from, column->from));
  if (column->to == NULL && *value != '\0') column->to = agattr(c->to, kind, column->from->name, "");
  if (column->to != NULL && strcmp(agxget(to, column->to), value) != 0) agxset(to, column->to, (char *)(size_t)value);
}

static void copy_values(struct cleaner *c, int kind, void *from, void *to) {
  for (size_t i = 0; i < c->counts[kind]; i++)
    if (!c->columns[kind][i].root_only) copy_value(c, kind, &c->columns[kind][i], from, to);
}

/* Chooses the columns of one kind, with their defaults; for a graph the default is the root's own value. */
static void choose_columns(struct cleaner *c, int kind) {
  static const char letters[] = {[AGRAPH] = 'g', [AGNODE] = 'n', [AGEDGE] = 'e'};
  size_t most = 0;
  for (Agsym_t *name = agnxtattr(c->from, kind, NULL); name != NULL; name = agnxtattr(c->from, kind, name))
    most++;
  c->columns[kind] = calloc(most + 1, sizeof **c->columns);
  if (c->columns[kind] == NULL) {
    fail_memory(c);
    return;
  }
  for (Agsym_t *name = agnxtattr(c->from, kind, NULL); name != NULL; name = agnxtattr(c->from, kind, name)) {
    const struct value_rule *rule = rules_find(name->name, letters[kind]);
    if (rule == NULL) continue;
    struct column *column = &c->columns[kind][c->counts[kind]++];
    *column = (struct column){.rule = rule, .from = name, .root_only = strchr(rule->kinds, 'r') != NULL};
    char *value = kind == AGRAPH ? agxget(c->from, name) : name->defval;
    const char *clean = clean_value(c, rule, kind, value);
    if (*clean != '\0') column->to = agattr(c->to, kind, name->name, (char *)(size_t)clean);
  }
}

static void *copy_of(void *object) {
  const struct copy_record *record = (const struct copy_record *)aggetrec(object, RECORD, FALSE);
  return record == NULL ? NULL : record->copy;
}

static void remember(struct cleaner *c, void *object, void *copy) {
  struct copy_record *record = copy == NULL ? NULL : agbindrec(object, RECORD, sizeof *record, FALSE);
  if (record == NULL)
    fail_memory(c);
  else
    record->copy = copy;
}

static void copy_nodes(struct cleaner *c) {
  for (Agnode_t *node = agfstnode(c->from); node != NULL && c->status == DRAW_OK; node = agnxtnode(c->from, node)) {
    Agnode_t *copy = agnode(c->to, (char *)(size_t)parse_name(node), TRUE);
    remember(c, node, copy);
    if (c->status == DRAW_OK) copy_values(c, AGNODE, node, copy);
  }
}

static void copy_edges(struct cleaner *c) {
  struct sequence edges = {0};
  c->status = sequence_edges(c->from, &edges);
  for (size_t i = 0; i < edges.count && c->status == DRAW_OK; i++) {
    Agedge_t *edge = edges.objects[i];
    Agedge_t *copy = agedge(c->to, copy_of(agtail(edge)), copy_of(aghead(edge)), (char *)(size_t)parse_name(edge), TRUE);
    remember(c, edge, copy);
    if (c->status == DRAW_OK) copy_values(c, AGEDGE, edge, copy);
  }
  free(edges.objects);
}

static void copy_subgraphs(struct cleaner *c, Agraph_t *from, Agraph_t *to);

static void copy_subgraph(struct cleaner *c, Agraph_t *from, Agraph_t *parent) {
  Agraph_t *to = agsubg(parent, (char *)(size_t)parse_name(from), TRUE);
  if (to == NULL) {
    fail_memory(c);
    return;
  }
  copy_values(c, AGRAPH, from, to);
  for (Agnode_t *node = agfstnode(from); node != NULL; node = agnxtnode(from, node)) {
    agsubnode(to, copy_of(node), TRUE);
    for (Agedge_t *edge = agfstout(from, node); edge != NULL; edge = agnxtout(from, edge))
      agsubedge(to, copy_of(edge), TRUE);
  }
  copy_subgraphs(c, from, to);
}

static void copy_subgraphs(struct cleaner *c, Agraph_t *from, Agraph_t *to) {
  struct sequence subgraphs = {0};
  if (c->status == DRAW_OK) c->status = sequence_subgraphs(from, &subgraphs);
  for (size_t i = 0; i < subgraphs.count && c->status == DRAW_OK; i++)
    copy_subgraph(c, subgraphs.objects[i], to);
  free(subgraphs.objects);
}

static void say_changes(const struct cleaner *c) {
  if (c->changed > 1)
    say_warning("%s (and %zu more like it)", c->first.data, c->changed - 1);
  else if (c->changed == 1)
    say_warning("%s", c->first.data);
}

int clean_copy(Agraph_t *from, bool keep_links, Agraph_t **out) {
  struct cleaner c = {.from = from, .keep_links = keep_links};
  c.to = agopen((char *)(size_t)parse_name(from), from->desc, NULL);
  if (c.to == NULL) fail_memory(&c);
  for (int kind = AGRAPH; kind < KINDS && c.status == DRAW_OK; kind++)
    choose_columns(&c, kind);
  if (c.status == DRAW_OK) copy_nodes(&c);
  if (c.status == DRAW_OK) copy_edges(&c);
  copy_subgraphs(&c, from, c.to);
  if (c.value.failed || c.first.failed) fail_memory(&c);
  if (c.status == DRAW_OK) say_changes(&c);
  for (int kind = AGRAPH; kind < KINDS; kind++)
    free(c.columns[kind]);
  bytes_free(&c.first);
  bytes_free(&c.value);
  *out = c.to;
  return c.status;
}
