/* SPDX-License-Identifier: MIT
 * The structure of a DOT graph:
 *
 *   {"name":TEXT|null, "directed":BOOL, "strict":BOOL, "attributes":{NAME:VALUE...},
 *    "nodes":[{"id":TEXT, "line":N, "attributes":{}}...],
 *    "edges":[{"tail":ID, "head":ID, "key":TEXT|null, "line":N, "attributes":{}}...],
 *    "subgraphs":[{"name":TEXT|null, "line":N, "attributes":{}, "nodes":[ID...], "edges":[INDEX...], "subgraphs":[]}...]}
 *
 * Nodes, edges and subgraphs stand in the order in which the file makes them; a subgraph's edges are places in "edges",
 * counted from 0. A port is the attribute tailport or headport. Attributes hold the defaults that apply; those that
 * are empty, and were not emptied on purpose, are left out, as is a label that is the node's own id. An HTML-like value is {"html":TEXT}. A
 * subgraph lists all its nodes, those of its own subgraphs too; its name tells a cluster (it begins with "cluster"). */
#include "draw/structure.h"
#include "draw/draw.h"
#include "draw/json.h"
#include "draw/parse.h"
#include "draw/say.h"
#include "draw/sequence.h"
#include <stdlib.h>
#include <string.h>

static void write_value(struct json *json, const char *key, char *value) {
  if (!aghtmlstr(value)) {
    json_text(json, key, value);
    return;
  }
  json_open(json, key, '{');
  json_text(json, "html", value);
  json_close(json, '}');
}

/* The root's own default decides whether an empty value says something. */
static void write_attributes(struct json *json, Agraph_t *root, int kind, void *object) {
  json_open(json, "attributes", '{');
  for (Agsym_t *name = agnxtattr(root, kind, NULL); name != NULL; name = agnxtattr(root, kind, name)) {
    char *value = agxget(object, name);
    bool default_is_text = kind != AGRAPH && name->defval != NULL && *name->defval != '\0';
    bool own_name = kind == AGNODE && strcmp(name->name, "label") == 0 && value != NULL && strcmp(value, "\\N") == 0;
    if (value != NULL && !own_name && (*value != '\0' || default_is_text)) write_value(json, name->name, value);
  }
  json_close(json, '}');
}

static void write_node(struct json *json, Agraph_t *root, Agnode_t *node) {
  json_open(json, NULL, '{');
  json_text(json, "id", parse_name(node));
  json_count(json, "line", parse_line(node));
  write_attributes(json, root, AGNODE, node);
  json_close(json, '}');
}

static void write_edge(struct json *json, Agraph_t *root, Agedge_t *edge) {
  json_open(json, NULL, '{');
  json_text(json, "tail", parse_name(agtail(edge)));
  json_text(json, "head", parse_name(aghead(edge)));
  json_text(json, "key", parse_name(edge));
  json_count(json, "line", parse_line(edge));
  write_attributes(json, root, AGEDGE, edge);
  json_close(json, '}');
}

static int write_subgraphs(struct json *json, Agraph_t *root, Agraph_t *graph);

static int write_subgraph(struct json *json, Agraph_t *root, Agraph_t *graph) {
  struct sequence edges = {0};
  int status = sequence_edges(graph, &edges);
  if (status != DRAW_OK) return status;
  json_open(json, NULL, '{');
  json_text(json, "name", parse_name(graph));
  json_count(json, "line", parse_line(graph));
  write_attributes(json, root, AGRAPH, graph);
  json_open(json, "nodes", '[');
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    json_text(json, NULL, parse_name(node));
  json_close(json, ']');
  json_open(json, "edges", '[');
  for (size_t i = 0; i < edges.count; i++)
    json_count(json, NULL, sequence_place(edges.objects[i]));
  json_close(json, ']');
  free(edges.objects);
  status = write_subgraphs(json, root, graph);
  json_close(json, '}');
  return status;
}

static int write_subgraphs(struct json *json, Agraph_t *root, Agraph_t *graph) {
  struct sequence subgraphs = {0};
  int status = sequence_subgraphs(graph, &subgraphs);
  json_open(json, "subgraphs", '[');
  for (size_t i = 0; status == DRAW_OK && i < subgraphs.count; i++)
    status = write_subgraph(json, root, subgraphs.objects[i]);
  json_close(json, ']');
  free(subgraphs.objects);
  return status;
}

int structure_write(Agraph_t *graph, struct bytes *to) {
  struct json json = {.to = to};
  struct sequence edges = {0};
  int status = sequence_edges(graph, &edges);
  if (status != DRAW_OK) return status;
  json_open(&json, NULL, '{');
  json_text(&json, "name", parse_name(graph));
  json_bool(&json, "directed", agisdirected(graph) != 0);
  json_bool(&json, "strict", agisstrict(graph) != 0);
  write_attributes(&json, graph, AGRAPH, graph);
  json_open(&json, "nodes", '[');
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    write_node(&json, graph, node);
  json_close(&json, ']');
  json_open(&json, "edges", '[');
  for (size_t i = 0; i < edges.count; i++) {
    sequence_set_place(edges.objects[i], i);
    write_edge(&json, graph, edges.objects[i]);
  }
  json_close(&json, ']');
  free(edges.objects);
  status = write_subgraphs(&json, graph, graph);
  json_close(&json, '}');
  bytes_char(to, '\n');
  return status;
}
