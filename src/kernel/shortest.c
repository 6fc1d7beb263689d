/* All shortest paths from a node: breadth first, or Dijkstra with a heap where edges have lengths; counts of paths are added up on the way.
 *
 * A node is settled when no way to it can be shorter; then the count of its shortest paths is full and is passed on. Distances stay in the
 * whole units of struct lengths, so that equal sums compare as equal.
 *
 * Sources: (1) E. W. Dijkstra 1959, doi:10.1007/BF01386390; (2) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249. */
#include "kernel/shortest.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

bool shortest_start(struct shortest *s, const struct graph *g, const struct lengths *lengths, bool backward) {
  struct shortest_arcs out = {g->first, g->to, g->edge}, in = {g->in_first, g->in_to, g->in_edge};
  *s = (struct shortest){.g = g, .lengths = lengths, .on = backward ? in : out, .back = backward ? out : in};
  s->distance = memory_array(g->nodes, sizeof *s->distance);
  s->count = memory_array(g->nodes, sizeof *s->count);
  s->order = memory_array(g->nodes, sizeof *s->order);
  if (!s->distance || !s->count || !s->order) return false;
  for (uint32_t v = 0; v < g->nodes; v++)
    s->distance[v] = INFINITY;
  return !lengths->of_edge || heap_start(&s->heap, g->nodes, s->distance);
}

void shortest_free(struct shortest *s) {
  free(s->distance);
  free(s->count);
  free(s->order);
  heap_free(&s->heap);
}

static void by_steps(struct shortest *s) {
  for (size_t head = 0; head < s->settled; head++) {
    uint32_t v = s->order[head];
    double next = s->distance[v] + 1;
    for (uint64_t a = s->on.first[v]; a < s->on.first[v + 1]; a++) {
      uint32_t w = s->on.to[a];
      if (s->distance[w] > next) {
        s->distance[w] = next;
        s->count[w] = 0;
        s->order[s->settled++] = w;
      }
      if (s->distance[w] >= next) s->count[w] += s->count[v];
    }
  }
}

/* The way to w through v is `d` long. */
static void offer(struct shortest *s, uint32_t v, uint32_t w, double d) {
  double known = s->distance[w];
  if (known < INFINITY && lengths_equal(s->lengths, d, known)) {
    if (s->distance[v] < known) s->count[w] += s->count[v];
  } else if (d < known) {
    s->distance[w] = d;
    s->count[w] = s->count[v];
    heap_raise(&s->heap, w);
  }
}

static void by_length(struct shortest *s) {
  while (s->heap.count) {
    uint32_t v = heap_take(&s->heap);
    s->order[s->settled++] = v;
    for (uint64_t a = s->on.first[v]; a < s->on.first[v + 1]; a++)
      offer(s, v, s->on.to[a], s->distance[v] + s->lengths->of_edge[s->on.edge[a]]);
  }
}

void shortest_from(struct shortest *s, const uint32_t *sources, size_t count) {
  bool lengths = s->lengths->of_edge != NULL;
  for (size_t i = 0; i < s->settled; i++)
    s->distance[s->order[i]] = INFINITY;
  for (size_t i = 0; i < count; i++) {
    s->distance[sources[i]] = 0;
    s->count[sources[i]] = 1;
    if (lengths)
      heap_raise(&s->heap, sources[i]);
    else
      s->order[i] = sources[i];
  }
  s->settled = lengths ? 0 : count;
  (lengths ? by_length : by_steps)(s);
}
