/* See terrain.h. Ways out of a node stand ascending, so arcs do; a point stands behind all nodes and ends every row that leads to it. */
#include "ask/terrain.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* ---- arcs ---- */

static bool is_open(const struct ways *w, uint32_t v) {
  return !w->closed_node || !w->closed_node[v];
}

/* The number of a node of the network here; NONET_NONE: it is not among the few. O(log) */
static uint32_t number_of(const struct terrain *t, uint32_t v) {
  uint32_t low = 0, high = t->nodes;
  if (!t->node) return v;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (t->node[middle] < v)
      low = middle + 1;
    else
      high = middle;
  }
  return low < t->nodes && t->node[low] == v ? low : NONET_NONE;
}

static bool is_crowd(const struct terrain *t, int side) {
  return t->point[side] >= t->nodes;
}

/* Whether an arc runs between a node and the point of a side: from the first side's point to its members, from members to the second's. */
static bool joins(const struct terrain *t, uint32_t v, int side) {
  return is_crowd(t, side) && t->side[side].flag[v] && is_open(t->ways, terrain_node(t, v));
}

static void put(struct terrain *t, uint64_t *arcs, uint32_t to, uint64_t at, uint64_t stop) {
  if (t->to) {
    t->to[*arcs] = to;
    t->at[*arcs] = at;
    t->stop[*arcs] = stop;
  }
  (*arcs)++;
}

/* Go over all arcs out of every node, and write them where there is room already; how many there are. */
static uint64_t list_arcs(struct terrain *t) {
  const struct ways *w = t->ways;
  uint64_t arcs = 0;
  for (uint32_t v = 0; v < t->nodes; v++) {
    uint32_t node = terrain_node(t, v);
    t->first[v] = arcs;
    if (!is_open(w, node)) continue;
    for (struct way way = ways_begin(w, node); ways_next(&way, w, node);) {
      uint32_t to = number_of(t, way.to);
      if (to != NONET_NONE) put(t, &arcs, to, way.at, way.stop);
    }
    if (joins(t, v, 0) && !t->graph.directed) put(t, &arcs, t->point[0], 0, 0);
    if (joins(t, v, 1)) put(t, &arcs, t->point[1], 0, 0);
  }
  for (int side = 0; side < 2; side++) {
    if (!is_crowd(t, side)) continue;
    t->first[t->point[side]] = arcs;
    for (uint32_t v = 0; v < t->nodes; v++)
      if (joins(t, v, side) && (side == 0 || !t->graph.directed)) put(t, &arcs, v, 0, 0);
  }
  t->first[t->graph.nodes] = arcs;
  return arcs;
}

/* ---- edges ---- */

static void add_edge(struct terrain *t, uint32_t v, uint64_t arc) {
  const struct ways *w = t->ways;
  uint32_t e = t->graph.edges++;
  t->tail[e] = v;
  t->head[e] = t->to[arc];
  t->edge[arc] = e;
  struct way way = {.at = t->at[arc], .stop = t->stop[arc]};
  if (!t->length) return;
  t->length[e] = way.at == way.stop ? 1 : w->length.of_edge ? w->length.of_edge[way.at] : ways_length(w, &way, terrain_node(t, v));
}

static nonet_code contradiction(nonet_err *err) {
  return error_set(err, NONET_EINPUT, "the two ends of a tie contradict each other");
}

/* Number edges by their lower end. The arcs back from a node to lower ones are met in ascending order, and all of them are met, unless the
 * network came from a file that was made to mislead. */
static nonet_code pair_arcs(struct terrain *t, nonet_err *err) {
  uint32_t nodes = t->graph.nodes;
  uint64_t *back = memory_copy(t->first, nodes, sizeof *back);
  nonet_code code = back ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < nodes; v++)
    for (uint64_t a = t->first[v]; !code && a < t->first[v + 1]; a++) {
      uint32_t to = t->to[a];
      bool met = to < v ? a < back[v] : back[to] < t->first[to + 1] && t->to[back[to]] == v;
      if (!met) code = contradiction(err);
      if (to < v || code) continue;
      add_edge(t, v, a);
      t->edge[back[to]++] = t->edge[a];
    }
  free(back);
  return code;
}

/* Each arc is an edge; the arcs into each node, by where they come from. */
static nonet_code turn_arcs(struct terrain *t, uint64_t arcs, nonet_err *err) {
  uint32_t nodes = t->graph.nodes;
  t->in_first = memory_zeroed((size_t)nodes + 2, sizeof *t->in_first);
  t->in_to = memory_array((size_t)arcs, sizeof *t->in_to);
  t->in_edge = memory_array((size_t)arcs, sizeof *t->in_edge);
  if (!t->in_first || !t->in_to || !t->in_edge) return error_memory(err);
  for (uint64_t a = 0; a < arcs; a++)
    t->in_first[t->to[a] + 2]++;
  for (uint32_t v = 0; v < nodes; v++)
    t->in_first[v + 2] += t->in_first[v + 1];
  for (uint32_t v = 0; v < nodes; v++)
    for (uint64_t a = t->first[v]; a < t->first[v + 1]; a++) {
      add_edge(t, v, a);
      uint64_t place = t->in_first[t->to[a] + 1]++;
      t->in_to[place] = v;
      t->in_edge[place] = t->edge[a];
    }
  return NONET_OK;
}

static void fill_graph(struct terrain *t) {
  bool directed = t->graph.directed;
  t->graph.first = t->first;
  t->graph.to = t->to;
  t->graph.edge = t->edge;
  t->graph.in_first = directed ? t->in_first : t->first;
  t->graph.in_to = directed ? t->in_to : t->to;
  t->graph.in_edge = directed ? t->in_edge : t->edge;
  t->graph.tail = t->tail;
  t->graph.head = t->head;
  t->graph.length = t->length;
}

/* ---- all ---- */

static nonet_code make_arcs(struct terrain *t, nonet_err *err) {
  t->first = memory_zeroed((size_t)t->graph.nodes + 1, sizeof *t->first);
  if (!t->first) return error_memory(err);
  uint64_t arcs = list_arcs(t);
  if (arcs > UINT32_MAX) return error_set(err, NONET_ELIMIT, "too many ties for a question about routes");
  t->to = memory_array((size_t)arcs, sizeof *t->to);
  t->edge = memory_array((size_t)arcs, sizeof *t->edge);
  t->tail = memory_array((size_t)arcs, sizeof *t->tail);
  t->head = memory_array((size_t)arcs, sizeof *t->head);
  t->at = memory_array((size_t)arcs, sizeof *t->at);
  t->stop = memory_array((size_t)arcs, sizeof *t->stop);
  if (t->ways->weighted) t->length = memory_array((size_t)arcs, sizeof *t->length);
  bool lengths = !t->ways->weighted || t->length;
  if (!t->to || !t->edge || !t->tail || !t->head || !t->at || !t->stop || !lengths) return error_memory(err);
  list_arcs(t);
  nonet_code code = t->graph.directed ? turn_arcs(t, arcs, err) : pair_arcs(t, err);
  if (!code) fill_graph(t);
  return code;
}

static nonet_code make(struct terrain *t, nonet_err *err) {
  t->graph.nodes = t->nodes;
  for (int i = 0; i < 2; i++)
    t->point[i] = t->side[i].count == 1 ? t->side[i].only : t->graph.nodes++;
  t->graph.directed = t->ways->directed;
  nonet_code code = make_arcs(t, err);
  if (!code && lengths_start(&t->lengths, &t->graph) != KERNEL_DONE) code = error_memory(err);
  if (code) terrain_free(t);
  return code;
}

nonet_code terrain_start(struct terrain *out, const struct ways *w, const struct side side[2], nonet_err *err) {
  *out = (struct terrain){.ways = w, .nodes = w->net->nodes, .side = {side[0], side[1]}, .lengths = {.units = 1, .exact = true}};
  if (out->nodes > UINT32_MAX - 3) return error_set(err, NONET_ELIMIT, "too many nodes for a question about routes");
  return make(out, err);
}

nonet_code terrain_start_among(struct terrain *out, const struct ways *w, const uint32_t *node, uint32_t count, const uint32_t ends[2],
                               nonet_err *err) {
  *out = (struct terrain){.ways = w, .nodes = count, .lengths = {.units = 1, .exact = true}};
  out->node = memory_copy(node, count, sizeof *node);
  for (int i = 0; i < 2; i++)
    if (!(out->one[i] = memory_zeroed(count, 1)) || !out->node) {
      terrain_free(out);
      return error_memory(err);
    }
  for (int i = 0; i < 2; i++) {
    uint32_t only = number_of(out, ends[i]);
    if (only == NONET_NONE) {
      terrain_free(out);
      return contradiction(err);
    }
    out->one[i][only] = 1;
    out->side[i] = (struct side){.flag = out->one[i], .count = 1, .only = only};
  }
  return make(out, err);
}

void terrain_free(struct terrain *t) {
  void *const owned[] = {t->first, t->in_first, t->to,   t->edge,   t->in_to, t->in_edge, t->tail,
                         t->head,  t->at,       t->stop, t->length, t->node,  t->one[0],  t->one[1]};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  lengths_free(&t->lengths);
  *t = (struct terrain){0};
}

uint64_t terrain_arc(const struct terrain *t, uint32_t from, uint32_t to) {
  uint64_t low = t->first[from], high = t->first[from + 1];
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (t->to[middle] < to)
      low = middle + 1;
    else
      high = middle;
  }
  return low < t->first[from + 1] && t->to[low] == to ? low : UINT64_MAX;
}
