/* A binary heap with a place index: the queue of Dijkstra's algorithm.
 *
 * Why binary: networks of partnerships have few ties for each node, so that lowering keys is rare and a flat array beats pointers. */
#include "kernel/heap.h"

#include "base/memory.h"

#include <stdlib.h>

bool heap_start(struct heap *h, uint32_t nodes, const double *key) {
  *h = (struct heap){memory_array(nodes, sizeof *h->node), memory_array(nodes, sizeof *h->place), 0, key};
  if (!h->node || !h->place) return false;
  for (uint32_t v = 0; v < nodes; v++)
    h->place[v] = HEAP_OUT;
  return true;
}

void heap_free(struct heap *h) {
  free(h->node);
  free(h->place);
  *h = (struct heap){0};
}

static void set(struct heap *h, size_t at, uint32_t v) {
  h->node[at] = v;
  h->place[v] = (uint32_t)at;
}

void heap_raise(struct heap *h, uint32_t v) {
  size_t at = h->place[v] == HEAP_OUT ? h->count++ : h->place[v];
  for (size_t above; at > 0; at = above) {
    above = (at - 1) / 2;
    if (h->key[h->node[above]] <= h->key[v]) break;
    set(h, at, h->node[above]);
  }
  set(h, at, v);
}

uint32_t heap_take(struct heap *h) {
  uint32_t top = h->node[0], v = h->node[--h->count];
  h->place[top] = HEAP_OUT;
  if (!h->count) return top;
  size_t at = 0;
  for (size_t below; (below = 2 * at + 1) < h->count; at = below) {
    if (below + 1 < h->count && h->key[h->node[below + 1]] < h->key[h->node[below]]) below++;
    if (h->key[v] <= h->key[h->node[below]]) break;
    set(h, at, h->node[below]);
  }
  set(h, at, v);
  return top;
}
