/* Unit flow by shortest augmenting paths.
 *
 * Each round searches breadth-first for a path of arcs with room and turns its arcs round. With unit arcs each path is one more route; the
 * search stops at a limit, because connectivity asks only whether a pair is worse than the worst one so far.
 *
 * Sources: (1) L. R. Ford, D. R. Fulkerson 1956, Maximal flow through a network, doi:10.4153/CJM-1956-045-5; (2) K. Menger 1927, Zur
 * allgemeinen Kurventheorie, doi:10.4064/fm-10-1-96-115. */
#include "kernel/flow.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Calls the same two loops twice: once to count arcs at each place, once to set them down. */
struct builder {
  struct flow_net *f;
  uint64_t *at; /* NULL while counting */
};

static void add_arc(struct builder *b, uint32_t from, uint32_t to) {
  struct flow_net *f = b->f;
  if (!b->at) {
    f->first[from + 1]++;
    f->first[to + 1]++;
    return;
  }
  uint64_t a = b->at[from]++, t = b->at[to]++;
  f->to[a] = to, f->to[t] = from;
  f->twin[a] = t, f->twin[t] = a;
  f->room[a] = 1, f->room[t] = 0;
}

static void add_all(struct builder *b, const struct graph *g, bool split) {
  for (uint32_t v = 0; v < g->nodes; v++) {
    if (split) add_arc(b, 2 * v, 2 * v + 1);
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      add_arc(b, split ? 2 * v + 1 : v, split ? 2 * g->to[a] : g->to[a]);
  }
}

bool flow_net_start(struct flow_net *f, const struct graph *g, bool split) {
  *f = (struct flow_net){0};
  if (split && g->nodes > UINT32_MAX / 2) return false;
  f->places = split ? 2 * g->nodes : g->nodes;
  f->arcs = 2 * (g->first[g->nodes] + (split ? g->nodes : 0));
  f->first = memory_zeroed((size_t)f->places + 1, sizeof *f->first);
  f->twin = memory_array(f->arcs, sizeof *f->twin);
  f->to = memory_array(f->arcs, sizeof *f->to);
  f->room = memory_array(f->arcs, sizeof *f->room);
  uint64_t *at = memory_array(f->places, sizeof *at);
  bool ready = f->first && f->twin && f->to && f->room && at;
  if (ready) {
    add_all(&(struct builder){f, NULL}, g, split);
    for (uint32_t v = 0; v < f->places; v++)
      f->first[v + 1] += f->first[v];
    memcpy(at, f->first, f->places * sizeof *at);
    add_all(&(struct builder){f, at}, g, split);
  } else {
    flow_net_free(f);
  }
  free(at);
  return ready;
}

void flow_net_free(struct flow_net *f) {
  free(f->first);
  free(f->twin);
  free(f->to);
  free(f->room);
  *f = (struct flow_net){0};
}

bool flow_scratch_start(struct flow_scratch *s, const struct flow_net *f) {
  *s = (struct flow_scratch){0};
  s->room = memory_array(f->arcs, sizeof *s->room);
  s->came_by = memory_array(f->places, sizeof *s->came_by);
  s->seen = memory_zeroed(f->places, sizeof *s->seen);
  s->queue = memory_array(f->places, sizeof *s->queue);
  return s->room && s->came_by && s->seen && s->queue;
}

void flow_scratch_free(struct flow_scratch *s) {
  free(s->room);
  free(s->came_by);
  free(s->seen);
  free(s->queue);
  *s = (struct flow_scratch){0};
}

static void next_round(struct flow_scratch *s, uint32_t places) {
  if (++s->round) return;
  memset(s->seen, 0, places * sizeof *s->seen);
  s->round = 1;
}

static bool reach(const struct flow_net *f, struct flow_scratch *s, uint32_t from, uint32_t to) {
  size_t head = 0, tail = 0;
  next_round(s, f->places);
  s->seen[from] = s->round;
  s->queue[tail++] = from;
  while (head < tail) {
    uint32_t v = s->queue[head++];
    for (uint64_t a = f->first[v]; a < f->first[v + 1]; a++) {
      uint32_t w = f->to[a];
      if (!s->room[a] || s->seen[w] == s->round) continue;
      s->seen[w] = s->round;
      s->came_by[w] = a;
      if (w == to) return true;
      s->queue[tail++] = w;
    }
  }
  return false;
}

uint32_t flow_units(const struct flow_net *f, struct flow_scratch *s, uint32_t from, uint32_t to, uint32_t limit) {
  uint32_t units = 0;
  memcpy(s->room, f->room, f->arcs);
  for (; units < limit && reach(f, s, from, to); units++)
    for (uint32_t w = to; w != from; w = f->to[f->twin[s->came_by[w]]]) {
      s->room[s->came_by[w]] = 0;
      s->room[f->twin[s->came_by[w]]] = 1;
    }
  return units;
}
