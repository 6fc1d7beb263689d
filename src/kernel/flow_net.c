/* The residual network that routes and cuts are found in.
 *
 * Dinic: number the points by steps from the source along arcs with room left, then send flow along arcs that go one step on, each point
 * keeping its place in its row, until no such path is left; then number anew. Where every path meets an arc of room 1 (each edge, or each
 * node split in two) a pass costs O(m) and there are few passes.
 *
 * Sources: (1) E. A. Dinic 1970, Soviet Math. Doklady 11, 1277-1280; (2) S. Even, R. E. Tarjan 1975, Network flow and testing graph
 * connectivity, doi:10.1137/0204043. */
#include "base/memory.h"
#include "kernel/flow.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

static uint64_t add_pair(struct flow_net *f, uint64_t at, const struct flow_extra *x, uint32_t back_room, uint32_t edge) {
  f->to[at] = x->to;
  f->to[at + 1] = x->from;
  f->full[at] = x->room;
  f->full[at + 1] = back_room;
  f->edge[at / 2] = edge;
  return at + 2;
}

static uint64_t add_edges(struct flow_net *f, uint64_t at, const struct graph *g, bool split) {
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t u = g->tail[e], v = g->head[e];
    if (split) {
      at = add_pair(f, at, &(struct flow_extra){2 * u + 1, 2 * v, FLOW_WIDE}, 0, e);
      if (!g->directed) at = add_pair(f, at, &(struct flow_extra){2 * v + 1, 2 * u, FLOW_WIDE}, 0, e);
    } else {
      at = add_pair(f, at, &(struct flow_extra){u, v, 1}, g->directed ? 0 : 1, e);
    }
  }
  return at;
}

/* Rows of arcs by the point that they leave, in the order of arcs. */
static void make_rows(struct flow_net *f) {
  for (uint64_t a = 0; a < f->arcs; a++)
    f->first[f->to[a ^ 1] + 1]++;
  for (uint32_t p = 0; p < f->points; p++)
    f->first[p + 1] += f->first[p];
  memcpy(f->next, f->first, f->points * sizeof *f->next);
  for (uint64_t a = 0; a < f->arcs; a++)
    f->arc[f->next[f->to[a ^ 1]]++] = a;
}

enum kernel_code flow_net_start(struct flow_net *f, const struct graph *g, bool split, uint32_t spare, const struct flow_extra *extra,
                                size_t extras) {
  memset(f, 0, sizeof *f);
  if (g->nodes > (UINT32_MAX - spare) / 2) return KERNEL_NO_MEMORY;
  f->points = (split ? 2 * g->nodes : g->nodes) + spare;
  f->arcs = 2 * ((uint64_t)g->edges * (split && !g->directed ? 2 : 1) + (split ? g->nodes : 0) + extras);
  f->first = memory_zeroed((size_t)f->points + 1, sizeof *f->first);
  f->next = memory_array((size_t)f->points + 1, sizeof *f->next);
  f->level = memory_array(f->points, sizeof *f->level);
  f->queue = memory_array(f->points, sizeof *f->queue);
  f->trail = memory_array(f->points, sizeof *f->trail);
  f->arc = memory_array(f->arcs, sizeof *f->arc);
  f->to = memory_array(f->arcs, sizeof *f->to);
  f->room = memory_array(f->arcs, sizeof *f->room);
  f->full = memory_array(f->arcs, sizeof *f->full);
  f->edge = memory_array(f->arcs / 2, sizeof *f->edge);
  if (!f->first || !f->next || !f->level || !f->queue || !f->trail || !f->arc || !f->to || !f->room || !f->full || !f->edge) {
    flow_net_free(f);
    return KERNEL_NO_MEMORY;
  }
  uint64_t at = 0;
  for (uint32_t v = 0; split && v < g->nodes; v++)
    at = add_pair(f, at, &(struct flow_extra){2 * v, 2 * v + 1, 1}, 0, FLOW_NO_EDGE);
  at = add_edges(f, at, g, split);
  for (size_t i = 0; i < extras; i++)
    at = add_pair(f, at, &extra[i], 0, FLOW_NO_EDGE);
  make_rows(f);
  flow_net_reset(f);
  return KERNEL_DONE;
}

void flow_net_free(struct flow_net *f) {
  free(f->first);
  free(f->next);
  free(f->level);
  free(f->queue);
  free(f->trail);
  free(f->arc);
  free(f->to);
  free(f->room);
  free(f->full);
  free(f->edge);
  memset(f, 0, sizeof *f);
}

void flow_net_reset(struct flow_net *f) {
  if (f->arcs) memcpy(f->room, f->full, f->arcs * sizeof *f->room);
}

/* Steps from `from` to every point; is `to` reached? */
static bool number_steps(struct flow_net *f, uint32_t from, uint32_t to) {
  size_t head = 0, tail = 0;
  for (uint32_t p = 0; p < f->points; p++)
    f->level[p] = FLOW_UNREACHED;
  f->level[from] = 0;
  f->queue[tail++] = from;
  while (head < tail) {
    uint32_t p = f->queue[head++];
    for (uint64_t i = f->first[p]; i < f->first[p + 1]; i++) {
      uint64_t a = f->arc[i];
      if (!f->room[a] || f->level[f->to[a]] != FLOW_UNREACHED) continue;
      f->level[f->to[a]] = f->level[p] + 1;
      f->queue[tail++] = f->to[a];
    }
  }
  return f->level[to] != FLOW_UNREACHED;
}

/* One unit along arcs that go one step on; false when there is no such path left. */
static bool one_unit(struct flow_net *f, uint32_t from, uint32_t to) {
  size_t length = 0;
  uint32_t p = from;
  while (p != to) {
    uint64_t i = f->next[p];
    if (i < f->first[p + 1]) {
      uint64_t a = f->arc[i];
      if (f->room[a] && f->level[f->to[a]] == f->level[p] + 1) {
        f->trail[length++] = a;
        p = f->to[a];
      } else {
        f->next[p]++;
      }
    } else {
      if (length == 0) return false;
      p = f->to[f->trail[--length] ^ 1];
      f->next[p]++;
    }
  }
  for (size_t i = 0; i < length; i++) {
    f->room[f->trail[i]]--;
    f->room[f->trail[i] ^ 1]++;
  }
  return true;
}

enum kernel_code flow_net_push(uint32_t *pushed, struct flow_net *f, uint32_t from, uint32_t to, uint32_t limit,
                               const struct kernel_watch *watch) {
  *pushed = 0;
  while (*pushed < limit && number_steps(f, from, to)) {
    if (!watch_says_go(watch)) return KERNEL_STOPPED;
    memcpy(f->next, f->first, f->points * sizeof *f->next);
    while (*pushed < limit && one_unit(f, from, to))
      ++*pushed;
  }
  return KERNEL_DONE;
}
