/* Who reaches what along a path of kinds, how strongly, and by which edges.
 *
 *   partner  -  strategy  -  place          step 0: the node itself; step 1: its strategies; step 2: their places
 *
 * One walk goes from step to step, to neighbours of the next kind. A way is as strong as the weakest tie on it, and a node is reached as
 * strongly as the strongest way there says: without weights, 1 by however many ways. Nobody reaches itself. One step needs no walk
 * (projection_step.c). The edges on the ways to some of what is reached are found backwards, from these over the nodes that the walk has
 * met. */
#include "base/memory.h"
#include "net/projection.h"

#include <math.h>
#include <stdlib.h>

static double strength(const struct projection *p, uint32_t edge) {
  return p->g->strength ? p->g->strength[edge] : 1;
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
        if (!projection_may_be_at(p, step, u) || (step == p->steps && u == from)) continue;
        meet(w, row, step, u, fmin(w->width[before + v], strength(p, g->edge[a])));
      }
    }
  }
}

static int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return a < b ? -1 : a > b;
}

static nonet_code add_row(struct projection *p, uint32_t i, nonet_err *err) {
  struct reach_walk *w = &p->walk;
  size_t row = p->steps * p->g->nodes, size, start = (size_t)p->out.first[i];
  walk_from(p, p->node[i]);
  size = w->size[p->steps];
  if (size > 1) qsort(w->node + row, size, sizeof *w->node, ascending);
  if (!memory_grow(&p->out.to, &p->out.to_room, start + size, sizeof *p->out.to) ||
      (p->n->weighted && !memory_grow(&p->out.strength, &p->out.strength_room, start + size, sizeof *p->out.strength)))
    return error_memory(err);
  for (size_t at = 0; at < size; at++) {
    uint32_t k = w->node[row + at];
    p->out.to[start + at] = k;
    if (p->n->weighted) p->out.strength[start + at] = w->width[row + k];
  }
  p->out.first[i + 1] = start + size;
  return run_check(p->ask->run, err);
}

nonet_code projection_walk(struct projection *p, nonet_err *err) {
  nonet_code code = net_simple(&p->g, p->n, false, p->n->weighted, err);
  if (!code) code = walk_start(p, err);
  for (uint32_t i = 0; !code && i < p->nodes; i++)
    code = add_row(p, i, err);
  return code;
}

/* ---- both ways ---- */

/* Begin the rows from the other end: where each begins, and where its first entry goes. A row has one place more than entries, if any. */
static nonet_code turn_start(struct projection *p, uint64_t **at, nonet_err *err) {
  uint32_t nodes = p->n->nodes;
  uint64_t entries = p->out.first[p->nodes];
  p->in.first = memory_zeroed((size_t)nodes + 1, sizeof *p->in.first);
  p->next = memory_large(entries, sizeof *p->next);
  *at = memory_array(nodes, sizeof **at);
  if (!p->in.first || !p->next || !*at) return error_memory(err);
  for (uint64_t a = 0; a < entries; a++)
    p->in.first[p->out.to[a] + 1]++;
  for (uint32_t v = 0; v < nodes; v++) {
    (*at)[v] = p->in.first[v];
    p->in.first[v + 1] += p->in.first[v] + (p->in.first[v + 1] > 0);
  }
  size_t places = (size_t)p->in.first[nodes];
  p->in.to = memory_large(places, sizeof *p->in.to);
  if (p->out.strength) p->in.strength = memory_array(places, sizeof *p->in.strength);
  if (p->out.layer) p->in.layer = memory_array(places, sizeof *p->in.layer);
  return p->in.to && (!p->out.strength || p->in.strength) && (!p->out.layer || p->in.layer) ? NONET_OK : error_memory(err);
}

/* The same rows from the other end: ascending, as they are met in order. */
static nonet_code turn_round(struct projection *p, nonet_err *err) {
  const struct reach_rows *out = &p->out;
  struct reach_rows *in = &p->in;
  uint64_t *at = NULL;
  nonet_code code = turn_start(p, &at, err);
  for (uint32_t i = 0; !code && i < p->nodes; i++)
    for (uint64_t a = out->first[i]; a < out->first[i + 1]; a++) {
      uint64_t place = at[out->to[a]]++;
      in->to[place] = i;
      in->to[place + 1] = PROJECTED_END; /* until the next one comes */
      p->next[a] = place + 1;
      if (in->strength) in->strength[place] = out->strength[a];
      if (in->layer) in->layer[place] = out->layer[a];
    }
  free(at);
  return code;
}

static nonet_code list_nodes(struct projection *p, nonet_err *err) {
  p->node = memory_array(p->n->nodes, sizeof *p->node);
  if (!p->node) return error_memory(err);
  for (uint32_t v = 0; v < p->n->nodes; v++)
    if (net_node_kind(p->n, v) == p->kind) p->node[p->nodes++] = v;
  p->sum = memory_zeroed(p->nodes, sizeof *p->sum);
  p->out.first = memory_zeroed((size_t)p->nodes + 1, sizeof *p->out.first);
  return p->sum && p->out.first ? NONET_OK : error_memory(err);
}

nonet_code projection_reach(struct projection *p, nonet_err *err) {
  nonet_code code = list_nodes(p, err);
  if (!code) code = p->steps == 1 ? projection_step(p, err) : projection_walk(p, err);
  for (uint32_t i = 0; !code && i < p->nodes; i++)
    for (uint64_t a = p->out.first[i]; a < p->out.first[i + 1]; a++)
      p->sum[i] += p->out.strength ? p->out.strength[a] : 1;
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
  free(rows->strength);
  free(rows->layer);
}

void projection_free(struct projection *p) {
  rows_free(&p->out);
  rows_free(&p->in);
  free(p->path);
  free(p->node);
  free(p->next);
  free(p->sum);
  free(p->tie_first);
  free(p->tie.tie);
  free(p->walk.met);
  free(p->walk.wanted);
  free(p->walk.width);
  free(p->walk.node);
  free(p->walk.size);
}
