/* Components, weak and strong.
 *
 * Weak: breadth-first search along and against the arcs from each node not yet seen. Strong: Tarjan's depth-first search with an explicit
 * stack, since a path of a million nodes would exhaust the machine's. Tarjan finds a part after all parts that it reaches, so the order in
 * which parts are found, turned round, is a topological order. Parts are then renumbered by size.
 *
 * Sources: (1) R. Tarjan 1972, Depth-first search and linear graph algorithms, doi:10.1137/0201010. */
#include "kernel/component.h"

#include "base/memory.h"

#include <stdlib.h>

#define UNSEEN UINT32_MAX

/* Renumber parts: largest first, then by first node. Counting sort over sizes keeps the order of the first nodes. */
static enum kernel_code by_size(uint32_t *part, uint32_t *size, uint32_t parts, uint32_t nodes) {
  uint32_t *count = memory_zeroed((size_t)parts + 1, sizeof *count), *rank = memory_array((size_t)parts + 1, sizeof *rank);
  uint32_t *first = memory_array((size_t)parts + 1, sizeof *first);
  uint64_t *start = memory_zeroed((size_t)nodes + 2, sizeof *start);
  enum kernel_code code = KERNEL_NO_MEMORY;
  if (!count || !rank || !first || !start) goto done;
  uint32_t seen = 0;
  for (uint32_t v = 0; v < nodes; v++)
    if (count[part[v]]++ == 0) first[seen++] = part[v];
  for (uint32_t p = 0; p < parts; p++)
    start[nodes - count[p] + 1]++;
  for (uint32_t s = 1; s <= nodes; s++)
    start[s] += start[s - 1];
  for (uint32_t i = 0; i < seen; i++)
    rank[first[i]] = (uint32_t)start[nodes - count[first[i]]]++;
  for (uint32_t v = 0; v < nodes; v++)
    part[v] = rank[part[v]];
  for (uint32_t p = 0; size && p < parts; p++)
    size[rank[p]] = count[p];
  code = KERNEL_DONE;
done:
  free(count);
  free(rank);
  free(first);
  free(start);
  return code;
}

static void spread(uint32_t *part, uint32_t *queue, size_t *tail, uint32_t number, const uint32_t *to, uint64_t from, uint64_t end) {
  for (uint64_t a = from; a < end; a++) {
    if (part[to[a]] != UNSEEN) continue;
    part[to[a]] = number;
    queue[(*tail)++] = to[a];
  }
}

enum kernel_code component_weak(uint32_t *part, uint32_t *size, uint32_t *parts, const struct graph *g) {
  uint32_t *queue = memory_array(g->nodes, sizeof *queue);
  if (!queue) return KERNEL_NO_MEMORY;
  *parts = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    part[v] = UNSEEN;
  for (uint32_t root = 0; root < g->nodes; root++) {
    if (part[root] != UNSEEN) continue;
    size_t head = 0, tail = 0;
    part[root] = *parts;
    queue[tail++] = root;
    while (head < tail) {
      uint32_t v = queue[head++];
      spread(part, queue, &tail, *parts, g->to, g->first[v], g->first[v + 1]);
      if (g->directed) spread(part, queue, &tail, *parts, g->in_to, g->in_first[v], g->in_first[v + 1]);
    }
    ++*parts;
  }
  free(queue);
  return by_size(part, size, *parts, g->nodes);
}

/* Tarjan's search: `low` is the least visit number known to be reachable; `open` are nodes whose part is not closed yet; `trail` is the
 * path from the root, with the next arc of each of its nodes. */
struct tarjan {
  uint32_t *visit, *low, *open, *trail;
  uint64_t *next;
  size_t open_count, trail_count;
  uint32_t clock, found;
};

static void enter(struct tarjan *t, const struct graph *g, uint32_t v) {
  t->visit[v] = t->low[v] = t->clock++;
  t->next[v] = g->first[v];
  t->open[t->open_count++] = v;
  t->trail[t->trail_count++] = v;
}

/* All arcs of v are done: close its part if v is the first of it, and tell the node before it on the trail. */
static void leave(struct tarjan *t, uint32_t *part, uint32_t v) {
  t->trail_count--;
  if (t->low[v] == t->visit[v]) {
    uint32_t w;
    do {
      w = t->open[--t->open_count];
      part[w] = t->found;
    } while (w != v);
    t->found++;
  }
  if (t->trail_count) {
    uint32_t before = t->trail[t->trail_count - 1];
    if (t->low[v] < t->low[before]) t->low[before] = t->low[v];
  }
}

static void search(struct tarjan *t, uint32_t *part, const struct graph *g, uint32_t root) {
  enter(t, g, root);
  while (t->trail_count) {
    uint32_t v = t->trail[t->trail_count - 1];
    if (t->next[v] == g->first[v + 1]) {
      leave(t, part, v);
      continue;
    }
    uint32_t w = g->to[t->next[v]++];
    if (t->visit[w] == UNSEEN)
      enter(t, g, w);
    else if (part[w] == UNSEEN && t->visit[w] < t->low[v])
      t->low[v] = t->visit[w];
  }
}

enum kernel_code component_strong_in_order(uint32_t *part, uint32_t *parts, const struct graph *g) {
  struct tarjan t = {0};
  enum kernel_code code = KERNEL_NO_MEMORY;
  t.visit = memory_array(g->nodes, sizeof *t.visit);
  t.low = memory_array(g->nodes, sizeof *t.low);
  t.open = memory_array(g->nodes, sizeof *t.open);
  t.trail = memory_array(g->nodes, sizeof *t.trail);
  t.next = memory_array(g->nodes, sizeof *t.next);
  if (!t.visit || !t.low || !t.open || !t.trail || !t.next) goto done;
  for (uint32_t v = 0; v < g->nodes; v++)
    part[v] = t.visit[v] = UNSEEN;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (t.visit[v] == UNSEEN) search(&t, part, g, v);
  for (uint32_t v = 0; v < g->nodes; v++)
    part[v] = t.found - 1 - part[v];
  *parts = t.found;
  code = KERNEL_DONE;
done:
  free(t.visit);
  free(t.low);
  free(t.open);
  free(t.trail);
  free(t.next);
  return code;
}

enum kernel_code component_strong(uint32_t *part, uint32_t *size, uint32_t *parts, const struct graph *g) {
  enum kernel_code code = component_strong_in_order(part, parts, g);
  return code ? code : by_size(part, size, *parts, g->nodes);
}
