/* SPDX-License-Identifier: MIT
 * The layout of a graph in points (1/72 inch), y upwards, at most three decimals:
 *
 *   {"bb":[x0,y0,x1,y1],
 *    "label":{"x","y","width","height"},                                        where the graph has one
 *    "nodes":[{"id", "x", "y", "width", "height", "label":{...}}...],            x, y: the middle
 *    "edges":[{"tail", "head", "key":TEXT|null, "pos":TEXT|null, "label":{...}}...],
 *    "clusters":[{"name":TEXT|null, "bb":[x0,y0,x1,y1], "label":{...}}...]}
 *
 * `pos` is a spline in DOT's own words, ready for an edge's pos attribute: "e,x,y x0,y0 x1,y1 x2,y2 x3,y3". A label's
 * width and height are those of its text, so a caller can measure text by laying out nodes. Nodes and edges
 * stand in the order of the file, clusters outer before inner. Only dot, fdp, osage and nop2 place clusters. */
#include "draw/places.h"
#include "draw/draw.h"
#include "draw/json.h"
#include "draw/parse.h"
#include "draw/sequence.h"
#include <graphviz/gvc.h>
#include <stdlib.h>

static void write_box(struct json *json, boxf box) {
  json_open(json, "bb", '[');
  json_number(json, NULL, box.LL.x);
  json_number(json, NULL, box.LL.y);
  json_number(json, NULL, box.UR.x);
  json_number(json, NULL, box.UR.y);
  json_close(json, ']');
}

static void write_label(struct json *json, const textlabel_t *label, pointf middle) {
  if (label == NULL) return;
  json_open(json, "label", '{');
  json_number(json, "x", middle.x);
  json_number(json, "y", middle.y);
  json_number(json, "width", label->dimen.x);
  json_number(json, "height", label->dimen.y);
  json_close(json, '}');
}

/* ND_width and ND_height stay upright when rankdir turns the drawing; ND_lw and ND_ht do not. */
static void write_node(struct json *json, Agnode_t *node) {
  json_open(json, NULL, '{');
  json_text(json, "id", parse_name(node));
  json_number(json, "x", ND_coord(node).x);
  json_number(json, "y", ND_coord(node).y);
  json_number(json, "width", ND_width(node) * 72);
  json_number(json, "height", ND_height(node) * 72);
  write_label(json, ND_label(node), ND_coord(node));
  json_close(json, '}');
}

static void add_point(struct bytes *to, const char *before, pointf point) {
  bytes_text(to, before);
  json_points(to, point.x);
  bytes_char(to, ',');
  json_points(to, point.y);
}

static void write_spline(struct json *json, const splines *spline) {
  struct bytes text = {0};
  for (int i = 0; i < (int)spline->size; i++) {
    const bezier *b = &spline->list[i];
    if (i > 0) bytes_char(&text, ';');
    const char *between = "";
    if (b->sflag) {
      add_point(&text, "s,", b->sp);
      between = " ";
    }
    if (b->eflag) {
      bytes_text(&text, between);
      add_point(&text, "e,", b->ep);
      between = " ";
    }
    for (int j = 0; j < (int)b->size; j++) {
      add_point(&text, between, b->list[j]);
      between = " ";
    }
  }
  json->to->failed |= text.failed;
  json_text(json, "pos", text.length > 0 ? text.data : NULL);
  bytes_free(&text);
}

static void write_edge(struct json *json, Agedge_t *edge) {
  json_open(json, NULL, '{');
  json_text(json, "tail", parse_name(agtail(edge)));
  json_text(json, "head", parse_name(aghead(edge)));
  json_text(json, "key", parse_name(edge));
  if (ED_spl(edge) != NULL)
    write_spline(json, ED_spl(edge));
  else
    json_text(json, "pos", NULL);
  if (ED_label(edge) != NULL) write_label(json, ED_label(edge), ED_label(edge)->pos);
  json_close(json, '}');
}

/* GD_clust counts from 1. */
static void write_clusters(struct json *json, Agraph_t *graph) {
  for (int i = 1; i <= GD_n_cluster(graph); i++) {
    Agraph_t *cluster = GD_clust(graph)[i];
    json_open(json, NULL, '{');
    json_text(json, "name", parse_name(cluster));
    write_box(json, GD_bb(cluster));
    if (GD_label(cluster) != NULL) write_label(json, GD_label(cluster), GD_label(cluster)->pos);
    json_close(json, '}');
    write_clusters(json, cluster);
  }
}

int places_write(Agraph_t *graph, struct bytes *to) {
  struct json json = {.to = to};
  struct sequence edges = {0};
  int status = sequence_edges(graph, &edges);
  if (status != DRAW_OK) return status;
  json_open(&json, NULL, '{');
  write_box(&json, GD_bb(graph));
  if (GD_label(graph) != NULL) write_label(&json, GD_label(graph), GD_label(graph)->pos);
  json_open(&json, "nodes", '[');
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    write_node(&json, node);
  json_close(&json, ']');
  json_open(&json, "edges", '[');
  for (size_t i = 0; i < edges.count; i++)
    write_edge(&json, edges.objects[i]);
  json_close(&json, ']');
  json_open(&json, "clusters", '[');
  write_clusters(&json, graph);
  json_close(&json, ']');
  json_close(&json, '}');
  bytes_char(to, '\n');
  free(edges.objects);
  return DRAW_OK;
}
