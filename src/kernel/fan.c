/* Fans by shortest augmenting paths on the residual network.
 *
 * Each round searches breadth-first for a path of arcs with room and turns its arcs round; the search stops at the limit, because
 * connectivity asks only whether there are fewer routes than the fewest so far. Arcs that were turned are remembered and turned back, and
 * points are marked with the number of the round: a question that stays near its start costs little in a large network, where Dinic would
 * number all points.
 *
 * Sources: (1) L. R. Ford, D. R. Fulkerson 1956, Maximal flow through a network, doi:10.4153/CJM-1956-045-5. */
#include "kernel/fan.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum kernel_code fan_start(struct fan *f, const struct graph *g, bool split) {
  memset(f, 0, sizeof *f);
  f->split = split;
  enum kernel_code code = flow_net_start(&f->net, g, split, 0, NULL, 0);
  if (code) return code;
  f->came_by = memory_array(f->net.points, sizeof *f->came_by);
  f->seen = memory_zeroed(f->net.points, sizeof *f->seen);
  return f->came_by && f->seen ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

void fan_free(struct fan *f) {
  flow_net_free(&f->net);
  free(f->came_by);
  free(f->turned);
  free(f->seen);
  memset(f, 0, sizeof *f);
}

static void next_round(struct fan *f) {
  if (++f->round) return;
  memset(f->seen, 0, f->net.points * sizeof *f->seen);
  f->round = 1;
}

/* In a crowd a route ends where it leaves its last node, so that the node's one unit is used up. */
static bool is_goal(const struct fan *f, const struct fan_goal *goal, uint32_t point) {
  if (!goal->rank) return point == (f->split ? 2 * goal->to : goal->to);
  return f->split ? (point & 1) && goal->rank[point / 2] < goal->before : goal->rank[point] < goal->before;
}

/* The point at which a shortest path with room reaches the goal; UINT32_MAX: there is none. */
static uint32_t reach(struct fan *f, uint32_t from, const struct fan_goal *goal) {
  const struct flow_net *n = &f->net;
  size_t head = 0, tail = 0;
  next_round(f);
  f->seen[from] = f->round;
  n->queue[tail++] = from;
  while (head < tail) {
    uint32_t p = n->queue[head++];
    for (uint64_t i = n->first[p]; i < n->first[p + 1]; i++) {
      uint64_t a = n->arc[i];
      uint32_t q = n->to[a];
      if (!n->room[a] || f->seen[q] == f->round) continue;
      f->seen[q] = f->round;
      f->came_by[q] = a;
      if (is_goal(f, goal, q)) return q;
      n->queue[tail++] = q;
    }
  }
  return UINT32_MAX;
}

static void turn_path(struct fan *f, uint32_t from, uint32_t end) {
  for (uint32_t p = end; p != from; p = f->net.to[f->came_by[p] ^ 1]) {
    uint64_t a = f->came_by[p];
    f->failed |= !memory_grow(&f->turned, &f->turned_room, f->turned_count + 1, sizeof *f->turned);
    if (f->failed) return;
    f->turned[f->turned_count++] = a;
    f->net.room[a]--;
    f->net.room[a ^ 1]++;
  }
}

static void turn_back(struct fan *f) {
  while (f->turned_count) {
    uint64_t a = f->turned[--f->turned_count];
    f->net.room[a] = f->net.full[a];
    f->net.room[a ^ 1] = f->net.full[a ^ 1];
  }
}

uint32_t fan_routes(struct fan *f, uint32_t v, const struct fan_goal *goal, uint32_t limit) {
  uint32_t routes = 0, from = f->split ? 2 * v + 1 : v;
  for (uint32_t end; routes < limit && !f->failed && (end = reach(f, from, goal)) != UINT32_MAX; routes++)
    turn_path(f, from, end);
  turn_back(f);
  return routes;
}
