/* SPDX-License-Identifier: MIT
 * Ids for the parts of a drawing. Graphviz numbers every drawing from node1, so two in one page would answer to the
 * same name. */
#include "draw/ids.h"
#include "draw/bytes.h"
#include "draw/draw.h"
#include "draw/say.h"
#include "draw/sequence.h"
#include <stdlib.h>

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

int ids_set(Agraph_t *graph, const char *prefix) {
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
