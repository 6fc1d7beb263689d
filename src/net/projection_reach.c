/* Who reaches what along a path of kinds, how strongly, and by which edges.
 *
 *   partner  -  strategy  -  place          step 0: the node itself; step 1: its strategies; step 2: their places
 *
 * One walk goes from step to step, to neighbours of the next kind. A way is as strong as the weakest tie on it, and a node is reached as
 * strongly as the strongest way there says: without weights, 1 by however many ways. Nobody reaches itself. For one step this is the row of
 * neighbours. The edges on the ways to some of what is reached are found backwards, from these over the nodes that the walk has met. */
#include "base/memory.h"
#include "net/projection.h"

#include <math.h>
#include <stdlib.h>

static double strength(const struct projection *p, uint32_t edge) {
  return p->g->strength ? p->g->strength[edge] : 1;
}

static bool may_be_at(const struct projection *p, size_t step, uint32_t v) {
  uint32_t kind = net_node_kind(p->n, v), due = p->path[step - 1];
  return due == NONET_NONE ? kind != p->kind : kind == due;
}

static nonet_code walk_start(struct projection *p, nonet_err *err) {
  struct reach_walk *w = &p->walk;
  size_t rows = p->steps + 1, nodes = p->g->nodes;
  if (nodes && rows > SIZE_MAX / nodes) return error_memory(err);
  w->met = memory_zeroed(rows * nodes, sizeof *w->met);
  w->wanted = memory_zeroed(rows * nodes, sizeof *w->wanted);
  w->width = memory_array(rows * nodes, sizeof *w->width);
  w->node = memory_array(rows * nodes, sizeof *w->node);
  w->size = memory_zeroed(rows, sizeof *w->size);
  return w->met && w->wanted && w->width && w->node && w->size ? NONET_OK : error_memory(err);
}

/* A way to v of so much width. */
static void meet(struct reach_walk *w, size_t row, size_t step, uint32_t v, double width) {
  if (w->met[row + v] == w->round) {
    w->width[row + v] = fmax(w->width[row + v], width);
    return;
  }
  w->met[row + v] = w->round;
  w->width[row + v] = width;
  w->node[row + w->size[step]++] = v;
}

static void walk_from(struct projection *p, uint32_t from) {
  struct reach_walk *w = &p->walk;
  const struct graph *g = p->g;
  w->round++;
  for (size_t step = 0; step <= p->steps; step++)
    w->size[step] = 0;
  meet(w, 0, 0, from, INFINITY);
  for (size_t step = 1; step <= p->steps; step++) {
    size_t row = step * g->nodes, before = row - g->nodes;
    for (uint32_t i = 0; i < w->size[step - 1]; i++) {
      uint32_t v = w->node[before + i];
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
        uint32_t u = g->to[a];
        if (!may_be_at(p, step, u) || (step == p->steps && u == from)) continue;
        meet(w, row, step, u, fmin(w->width[before + v], strength(p, g->edge[a])));
      }
    }
  }
}

static int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return a < b ? -1 : a > b;
}

/* The edges to some neighbours, both ascending. */
static bool add_edges(struct projection *p, uint32_t from, const uint32_t *to, size_t count) {
  uint64_t a = p->g->first[from];
  if (!memory_grow(&p->out.edge, &p->out.edge_room, p->out.count + count, sizeof *p->out.edge)) return false;
  for (size_t i = 0; i < count; i++) {
    while (p->g->to[a] != to[i])
      a++;
    p->out.edge[p->out.count + i] = p->g->edge[a];
  }
  return true;
}

static nonet_code add_row(struct projection *p, uint32_t from, nonet_err *err) {
  struct reach_walk *w = &p->walk;
  size_t row = p->steps * p->g->nodes, size;
  walk_from(p, from);
  size = w->size[p->steps];
  if (size > 1) qsort(w->node + row, size, sizeof *w->node, ascending);
  if (!memory_grow(&p->out.to, &p->out.to_room, p->out.count + size, sizeof *p->out.to) ||
      !memory_grow(&p->out.strength, &p->out.strength_room, p->out.count + size, sizeof *p->out.strength))
    return error_memory(err);
  if (p->steps == 1 && !add_edges(p, from, w->node + row, size)) return error_memory(err);
  for (size_t i = 0; i < size; i++) {
    uint32_t k = w->node[row + i];
    p->out.to[p->out.count] = k;
    p->out.strength[p->out.count++] = w->width[row + k];
    p->sum[from] += w->width[row + k];
  }
  return run_check(p->ask->run, err);
}

/* The same rows from the other end: ascending, as they are met in order. */
static nonet_code turn_round(struct projection *p, nonet_err *err) {
  uint32_t nodes = p->g->nodes;
  p->in.first = memory_zeroed((size_t)nodes + 1, sizeof *p->in.first);
  p->in.to = memory_array(p->out.count, sizeof *p->in.to);
  p->in.edge = memory_array(p->out.count, sizeof *p->in.edge);
  p->in.strength = memory_array(p->out.count, sizeof *p->in.strength);
  uint64_t *next = memory_array((size_t)nodes + 1, sizeof *next);
  nonet_code code = p->in.first && p->in.to && p->in.edge && p->in.strength && next ? NONET_OK : error_memory(err);
  for (size_t i = 0; !code && i < p->out.count; i++)
    p->in.first[p->out.to[i] + 1]++;
  for (uint32_t v = 0; !code && v < nodes; v++) {
    next[v] = p->in.first[v];
    p->in.first[v + 1] += p->in.first[v];
  }
  for (uint32_t v = 0; !code && v < nodes; v++)
    for (uint64_t i = p->out.first[v]; i < p->out.first[v + 1]; i++) {
      uint64_t at = next[p->out.to[i]]++;
      p->in.to[at] = v;
      if (p->out.edge) p->in.edge[at] = p->out.edge[i];
      p->in.strength[at] = p->out.strength[i];
    }
  p->in.count = p->out.count;
  free(next);
  return code;
}

nonet_code projection_reach(struct projection *p, nonet_err *err) {
  uint32_t nodes = p->g->nodes;
  p->sum = memory_zeroed(nodes, sizeof *p->sum);
  p->out.first = memory_zeroed((size_t)nodes + 1, sizeof *p->out.first);
  nonet_code code = p->sum && p->out.first ? walk_start(p, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < nodes; v++) {
    if (projection_is_of(p, v)) code = add_row(p, v, err);
    p->out.first[v + 1] = p->out.count;
  }
  return code ? code : turn_round(p, err);
}

/* ---- the ways ---- */

static bool add(struct tie_list *list, uint32_t edge) {
  if (!memory_grow(&list->tie, &list->room, list->count + 1, sizeof *list->tie)) return false;
  list->tie[list->count++] = edge;
  return true;
}

/* The wanted nodes of a step stand in its row of node[], which the walk does not need any more. */
static void want(struct reach_walk *w, size_t row, size_t step, uint32_t v) {
  if (w->wanted[row + v] == w->round) return;
  w->wanted[row + v] = w->round;
  w->node[row + w->size[step]++] = v;
}

nonet_code projection_ways(struct tie_list *edges, struct projection *p, uint32_t from, const uint32_t *to, size_t count, nonet_err *err) {
  struct reach_walk *w = &p->walk;
  const struct graph *g = p->g;
  walk_from(p, from);
  for (size_t step = 0; step <= p->steps; step++)
    w->size[step] = 0;
  for (size_t i = 0; i < count; i++)
    want(w, p->steps * g->nodes, p->steps, to[i]);
  for (size_t step = p->steps; step > 0; step--) {
    size_t row = step * g->nodes, before = row - g->nodes;
    for (uint32_t i = 0; i < w->size[step]; i++)
      for (uint64_t a = g->first[w->node[row + i]]; a < g->first[w->node[row + i] + 1]; a++) {
        if (w->met[before + g->to[a]] != w->round) continue;
        if (!add(edges, g->edge[a])) return error_memory(err);
        want(w, before, step - 1, g->to[a]);
      }
  }
  return NONET_OK;
}

static void rows_free(struct reach_rows *rows) {
  free(rows->first);
  free(rows->to);
  free(rows->edge);
  free(rows->strength);
}

void projection_free(struct projection *p) {
  rows_free(&p->out);
  rows_free(&p->in);
  free(p->path);
  free(p->sum);
  free(p->walk.met);
  free(p->walk.wanted);
  free(p->walk.width);
  free(p->walk.node);
  free(p->walk.size);
}
