/* Routes that share nothing, and the smallest cut, between two nodes or two sets (Menger's theorem).
 *
 * A source point is joined to all sources, all targets to a target point, by wide arcs, and as many units as possible are pushed from one
 * to the other. Where nodes count, each node is two points joined by an arc of room 1 and edges are wide, so that a cut is of nodes; only
 * an edge straight from a source to a target, which no node can close, has room 1. The cut: arcs from points that the source still reaches
 * to points that it does not. Routes: follow units from the source; a node met twice cuts off the round trip; a further source begins the
 * route anew.
 *
 * Sources: (1) K. Menger 1927, Zur allgemeinen Kurventheorie, doi:10.4064/fm-10-1-96-115; (2) L. R. Ford, D. R. Fulkerson 1956,
 * doi:10.4153/CJM-1956-045-5; (3) S. Even, R. E. Tarjan 1975, doi:10.1137/0204043. */
#include "kernel/flow.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define NOWHERE UINT64_MAX

struct walk {
  struct flow_net net;
  const struct flow_question *q;
  uint8_t *is_source, *is_target; /* by node */
  uint64_t *place;                /* of a node in the route that is being followed, or NOWHERE */
  uint32_t from, to;              /* points */
  bool split;
};

static bool mark(uint8_t *is, const uint32_t *nodes, uint32_t count, const uint8_t *not_these) {
  bool apart = true;
  for (uint32_t i = 0; i < count; i++) {
    is[nodes[i]] = 1;
    if (not_these && not_these[nodes[i]]) apart = false;
  }
  return apart;
}

/* Wide arcs that join all sources to one point and all targets to another. */
static enum kernel_code join_ends(struct walk *w, const struct graph *g) {
  const struct flow_question *q = w->q;
  size_t count = (size_t)q->sources + q->targets, at = 0;
  struct flow_extra *extra = memory_array(count, sizeof *extra);
  if (!extra) return KERNEL_NO_MEMORY;
  w->from = w->split ? 2 * g->nodes : g->nodes;
  w->to = w->from + 1;
  for (uint32_t i = 0; i < q->sources; i++) {
    uint32_t v = q->source[i];
    extra[at++] = (struct flow_extra){w->from, w->split ? 2 * v + (q->apart == FLOW_BETWEEN) : v, FLOW_WIDE};
  }
  for (uint32_t i = 0; i < q->targets; i++) {
    uint32_t v = q->target[i];
    extra[at++] = (struct flow_extra){w->split ? 2 * v + (q->apart == FLOW_NODES) : v, w->to, FLOW_WIDE};
  }
  enum kernel_code code = flow_net_start(&w->net, g, w->split, 2, extra, count);
  free(extra);
  return code;
}

/* No node closes an edge from a source to a target. */
static void narrow_direct(struct walk *w) {
  for (uint64_t a = 0; a < w->net.arcs; a += 2) {
    if (w->net.edge[a / 2] == FLOW_NO_EDGE) continue;
    if (w->is_source[w->net.to[a + 1] / 2] && w->is_target[w->net.to[a] / 2]) w->net.full[a] = 1;
  }
  flow_net_reset(&w->net);
}

static bool crosses(const struct flow_net *f, uint64_t a) {
  return f->level[f->to[a ^ 1]] != FLOW_UNREACHED && f->level[f->to[a]] == FLOW_UNREACHED;
}

static enum kernel_code read_cut(struct flow_answer *out, const struct walk *w, const struct graph *g) {
  const struct flow_net *f = &w->net;
  out->cut_node = memory_array(out->routes, sizeof *out->cut_node);
  out->cut_edge = memory_array(out->routes, sizeof *out->cut_edge);
  if (!out->cut_node || !out->cut_edge) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; w->split && v < g->nodes; v++)
    if (f->level[2 * v] != FLOW_UNREACHED && f->level[2 * v + 1] == FLOW_UNREACHED) out->cut_node[out->cut_nodes++] = v;
  for (uint64_t a = 0; a < f->arcs; a++)
    if (f->edge[a / 2] != FLOW_NO_EDGE && f->full[a] == 1 && crosses(f, a)) out->cut_edge[out->cut_edges++] = f->edge[a / 2];
  return KERNEL_DONE;
}

/* Take one unit off an arc out of p that carries flow; the point it leads to. */
static uint32_t take_unit(struct flow_net *f, uint32_t p) {
  for (uint64_t i = f->next[p]; i < f->first[p + 1]; f->next[p] = ++i) {
    uint64_t a = f->arc[i];
    if (f->room[a] >= f->full[a]) continue;
    f->room[a]++;
    f->room[a ^ 1]--;
    return f->to[a];
  }
  return p; /* flow is kept at every point but the two ends, so this is not met */
}

/* Follow one unit to the first target; the nodes of its route, from `start` in *node. */
static bool one_route(struct walk *w, uint32_t **node, size_t *room, size_t *length) {
  size_t start = *length;
  uint32_t p = take_unit(&w->net, w->from);
  for (;;) {
    uint32_t v = w->split ? p / 2 : p;
    size_t keep = w->is_source[v] ? start : w->place[v] != NOWHERE ? (size_t)w->place[v] : *length;
    while (*length > keep)
      w->place[(*node)[--*length]] = NOWHERE;
    if (!memory_grow(node, room, *length + 1, sizeof **node)) return false;
    w->place[v] = *length;
    (*node)[(*length)++] = v;
    if (w->is_target[v]) break;
    p = take_unit(&w->net, p);
  }
  for (size_t i = start; i < *length; i++)
    w->place[(*node)[i]] = NOWHERE;
  return true;
}

static enum kernel_code read_routes(struct flow_answer *out, struct walk *w, const struct graph *g) {
  size_t room = 0, length = 0;
  out->route_first = memory_zeroed((size_t)out->routes + 1, sizeof *out->route_first);
  if (!out->route_first || !memory_grow(&out->route_node, &room, 1, sizeof *out->route_node)) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < g->nodes; v++)
    w->place[v] = NOWHERE;
  memcpy(w->net.next, w->net.first, w->net.points * sizeof *w->net.next);
  for (uint32_t r = 0; r < out->routes; r++) {
    if (!one_route(w, &out->route_node, &room, &length)) return KERNEL_NO_MEMORY;
    out->route_first[r + 1] = length;
  }
  return KERNEL_DONE;
}

enum kernel_code flow_between(struct flow_answer *out, const struct graph *g, const struct flow_question *q,
                              const struct kernel_watch *watch) {
  struct walk w = {.q = q, .split = q->apart != FLOW_EDGES};
  enum kernel_code code = KERNEL_NO_MEMORY;
  memset(out, 0, sizeof *out);
  w.is_source = memory_zeroed(g->nodes, 1);
  w.is_target = memory_zeroed(g->nodes, 1);
  w.place = memory_array(g->nodes, sizeof *w.place);
  if (!w.is_source || !w.is_target || !w.place) goto done;
  mark(w.is_source, q->source, q->sources, NULL);
  if (!mark(w.is_target, q->target, q->targets, w.is_source) && q->apart != FLOW_NODES) {
    out->routes = FLOW_ENDLESS;
    code = KERNEL_DONE;
    goto done;
  }
  code = join_ends(&w, g);
  if (code) goto done;
  if (q->apart == FLOW_BETWEEN) narrow_direct(&w);
  code = flow_net_push(&out->routes, &w.net, w.from, w.to, UINT32_MAX, watch);
  if (!code) code = read_cut(out, &w, g);
  if (!code) code = read_routes(out, &w, g);
done:
  flow_net_free(&w.net);
  free(w.is_source);
  free(w.is_target);
  free(w.place);
  if (code) flow_answer_free(out);
  return code;
}

void flow_answer_free(struct flow_answer *f) {
  free(f->route_first);
  free(f->route_node);
  free(f->cut_node);
  free(f->cut_edge);
  memset(f, 0, sizeof *f);
}
