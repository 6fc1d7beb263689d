/* SPDX-License-Identifier: MIT
 * Holds every attribute of a graph against rules.c: the root's defaults first, then each object. cgraph cannot remove
 * an attribute, so what has no rule becomes empty, which Graphviz takes for absent. An empty `splines` would mean "no
 * edges", so an unknown one becomes "line". */
#include "draw/clean.h"
#include "draw/bytes.h"
#include "draw/draw.h"
#include "draw/rules.h"
#include "draw/say.h"
#include "draw/sequence.h"
#include <stdlib.h>
#include <string.h>

struct cleaner {
  Agraph_t *root;
  bool keep_links;
  int status;
  size_t changed;
  struct bytes first; /* what was changed first, in words */
  struct bytes value;
};

static const char kinds[] = {[AGRAPH] = 'g', [AGNODE] = 'n', [AGEDGE] = 'e'};
static const char *const words[] = {[AGRAPH] = "graph", [AGNODE] = "node", [AGEDGE] = "edge"};

static const char *replacement(const struct value_rule *rule, enum value_verdict verdict, const struct bytes *value) {
  if (verdict == VALUE_CHANGED) return value->data;
  return strcmp(rule->name, "splines") == 0 ? "line" : "";
}

static void note(struct cleaner *c, const struct value_rule *rule, int kind, const char *was, const char *is) {
  bool quiet = rule->kind == VALUE_LINK || rule->kind == VALUE_TIP;
  if (quiet || c->changed++ > 0) return;
  bytes_format(&c->first, "%s attribute %s=\"%.60s\" ", words[kind], rule->name, was);
  bytes_format(&c->first, *is == '\0' ? "was left out" : "became \"%s\"", is);
}

/* The value that may be used in place of `value`; NULL for the same. */
static const char *clean_value(struct cleaner *c, const struct value_rule *rule, int kind, char *value) {
  if (value == NULL || *value == '\0') return NULL;
  if (rule == NULL) return "";
  if (rule->kind == VALUE_TEXT && aghtmlstr(value)) {
    if (c->status == DRAW_OK) say_error("an HTML-like label is not drawn (%s attribute %s)", words[kind], rule->name);
    c->status = DRAW_INPUT;
    return "";
  }
  enum value_verdict verdict = value_check(rule, value, c->keep_links, &c->value);
  if (c->value.failed) c->status = DRAW_LIMIT;
  if (verdict == VALUE_KEPT || c->status != DRAW_OK) return NULL;
  const char *better = replacement(rule, verdict, &c->value);
  note(c, rule, kind, value, better);
  return better;
}

static void clean_object(struct cleaner *c, Agsym_t *name, const struct value_rule *rule, void *object) {
  const char *better = clean_value(c, rule, (int)name->kind, agxget(object, name));
  if (better != NULL) agxset(object, name, (char *)(size_t)better);
}

static void clean_graphs(struct cleaner *c, Agsym_t *name, const struct value_rule *rule, Agraph_t *graph) {
  clean_object(c, name, rule, graph);
  for (Agraph_t *sub = agfstsubg(graph); sub != NULL; sub = agnxtsubg(sub))
    clean_graphs(c, name, rule, sub);
}

static void clean_attribute(struct cleaner *c, Agsym_t *name) {
  int kind = (int)name->kind;
  const struct value_rule *rule = rules_find(name->name, kinds[kind]);
  const char *better = clean_value(c, rule, kind, name->defval);
  if (kind == AGRAPH) clean_graphs(c, name, rule, c->root);
  for (Agnode_t *node = kind == AGRAPH ? NULL : agfstnode(c->root); node != NULL; node = agnxtnode(c->root, node)) {
    if (kind == AGNODE) clean_object(c, name, rule, node);
    for (Agedge_t *edge = kind == AGEDGE ? agfstout(c->root, node) : NULL; edge != NULL; edge = agnxtout(c->root, edge))
      clean_object(c, name, rule, edge);
  }
  if (better != NULL && kind != AGRAPH) {
    better = clean_value(c, rule, kind, name->defval);
    agattr(c->root, kind, name->name, (char *)(size_t)better);
  }
}

int clean_graph(Agraph_t *graph, bool keep_links) {
  struct cleaner c = {.root = graph, .keep_links = keep_links};
  for (int kind = AGRAPH; kind <= AGEDGE; kind++)
    for (Agsym_t *name = agnxtattr(graph, kind, NULL); name != NULL; name = agnxtattr(graph, kind, name))
      clean_attribute(&c, name);
  if (c.status == DRAW_OK && c.changed > 1)
    say_warning("%s (and %zu more like it)", c.first.data, c.changed - 1);
  else if (c.status == DRAW_OK && c.changed == 1)
    say_warning("%s", c.first.data);
  if (c.status == DRAW_LIMIT) say_error("out of memory (see --max-memory)");
  bytes_free(&c.first);
  bytes_free(&c.value);
  return c.status;
}

static void set_id(void *object, const char *prefix, char kind, size_t number, struct bytes *id) {
  const char *given = agget(object, "id");
  bytes_clear(id);
  if (given != NULL && *given != '\0')
    bytes_format(id, "%s-%s", prefix, given);
  else
    bytes_format(id, "%s-%c%zu", prefix, kind, number);
  if (!id->failed) agset(object, "id", id->data);
}

static int set_graph_ids(Agraph_t *graph, const char *prefix, size_t *number, struct bytes *id) {
  struct sequence subgraphs;
  int status = sequence_subgraphs(graph, &subgraphs);
  for (size_t i = 0; status == DRAW_OK && i < subgraphs.count; i++) {
    set_id(subgraphs.objects[i], prefix, 'c', ++*number, id);
    status = set_graph_ids(subgraphs.objects[i], prefix, number, id);
  }
  free(subgraphs.objects);
  return status;
}

int clean_ids(Agraph_t *graph, const char *prefix) {
  struct bytes id = {0};
  struct sequence edges = {0};
  size_t number = 0;
  for (int kind = AGRAPH; kind <= AGEDGE; kind++)
    if (agattr(graph, kind, "id", NULL) == NULL) agattr(graph, kind, "id", "");
  int status = set_graph_ids(graph, prefix, &number, &id);
  if (status == DRAW_OK) status = sequence_edges(graph, &edges);
  for (size_t i = 0; status == DRAW_OK && i < edges.count; i++)
    set_id(edges.objects[i], prefix, 'e', i + 1, &id);
  number = 0;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    set_id(node, prefix, 'n', ++number, &id);
  agset(graph, "id", (char *)(size_t)prefix);
  free(edges.objects);
  bytes_free(&id);
  return status;
}
