/* All shortest paths from one node, or from the nearest of several: how far, how many, in which order. */
#ifndef NONET_KERNEL_SHORTEST_H
#define NONET_KERNEL_SHORTEST_H

#include "kernel/heap.h"
#include "kernel/length.h"

#include <stddef.h>

/* The arcs at each node in one direction, as in struct graph. */
struct shortest_arcs {
  const uint64_t *first;
  const uint32_t *to, *edge;
};

/* Room for one search after another; distances of nodes that the last one did not reach are INFINITY, their counts mean nothing. Arrays
 * of n entries, owned; the graph and its lengths are borrowed. */
struct shortest {
  const struct graph *g;
  const struct lengths *lengths;
  struct shortest_arcs on, back; /* along the search, and against it */
  double *distance, *count;      /* in steps, or units of the lengths; of shortest paths, infinite beyond the range of double */
  uint32_t *order;               /* nodes as they were settled, the nearest first */
  size_t settled;
  struct heap heap;
};

/* Along the arcs, or (backward) against them: then distance[v] is from v to where the search starts. */
bool shortest_start(struct shortest *s, const struct graph *g, const struct lengths *lengths, bool backward);
void shortest_free(struct shortest *s);

/* Forget the last search, and search from `count` different nodes. O(n + m), with lengths O(m log n). */
void shortest_from(struct shortest *s, const uint32_t *sources, size_t count);

/* Is an arc v - w, met in the direction of the search, on a shortest path? Both ends were reached. */
static inline bool shortest_on_path(const struct shortest *s, uint32_t v, uint32_t w, uint32_t edge) {
  if (!(s->distance[v] < s->distance[w])) return false;
  return lengths_equal(s->lengths, s->distance[v] + (s->lengths->of_edge ? s->lengths->of_edge[edge] : 1), s->distance[w]);
}

#endif
