/* Graphs for kernel tests, built from pairs: "0-1 1-2", each edge once. And random ones. Header only: a test is one source. */
#ifndef NONET_TESTS_KERNEL_BUILT_H
#define NONET_TESTS_KERNEL_BUILT_H

#include "base/memory.h"
#include "base/run.h"
#include "kernel/graph.h"

#include <stdlib.h>

struct built {
  struct graph g;
  uint64_t *first, *in_first;
  uint32_t *to, *in_to, *edge, *in_edge, *tail, *head;
  double *length, *strength;
};

/* Arcs of one side in compressed rows, ascending; edges come sorted by (tail, head), so two passes keep the order. */
static inline void built_rows(uint64_t *first, uint32_t *to, uint32_t *edge, const struct built *b, bool out, bool in) {
  uint32_t n = b->g.nodes, m = b->g.edges;
  uint64_t at = 0;
  for (uint32_t v = 0; v < n; v++) {
    first[v] = at;
    for (uint32_t w = 0; w < n; w++)
      for (uint32_t e = 0; e < m; e++)
        if ((out && b->tail[e] == v && b->head[e] == w) || (in && b->head[e] == v && b->tail[e] == w)) to[at] = w, edge[at++] = e;
  }
  first[n] = at;
}

/* Take the m pairs as they are: no loops, no repeats; undirected ones are turned so that tail < head. Small graphs only: O(n^2 m). */
static inline struct built built_from(uint32_t n, uint32_t m, const uint32_t (*pairs)[2], bool directed) {
  struct built b = {.g = {.nodes = n, .edges = m, .directed = directed}};
  b.tail = memory_array(m, sizeof *b.tail), b.head = memory_array(m, sizeof *b.head);
  for (uint32_t e = 0; e < m; e++) {
    bool turn = !directed && pairs[e][0] > pairs[e][1];
    b.tail[e] = pairs[e][turn], b.head[e] = pairs[e][!turn];
  }
  b.first = memory_array((size_t)n + 1, sizeof *b.first), b.in_first = memory_array((size_t)n + 1, sizeof *b.first);
  b.to = memory_array((size_t)m * 2, sizeof *b.to), b.in_to = memory_array((size_t)m * 2, sizeof *b.to);
  b.edge = memory_array((size_t)m * 2, sizeof *b.to), b.in_edge = memory_array((size_t)m * 2, sizeof *b.to);
  built_rows(b.first, b.to, b.edge, &b, true, !directed);
  built_rows(b.in_first, b.in_to, b.in_edge, &b, !directed, true);
  b.g.first = b.first, b.g.to = b.to, b.g.edge = b.edge;
  b.g.in_first = b.in_first, b.g.in_to = b.in_to, b.g.in_edge = b.in_edge;
  b.g.tail = b.tail, b.g.head = b.head;
  return b;
}

static inline void built_free(struct built *b) {
  void *all[] = {b->first, b->in_first, b->to, b->in_to, b->edge, b->in_edge, b->tail, b->head, b->length, b->strength};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    free(all[i]);
  *b = (struct built){0};
}

/* "5: 0-1 1-2": five nodes, two edges. */
static inline struct built built_text(const char *text, bool directed) {
  uint32_t pairs[200][2], m = 0;
  char *at;
  uint32_t n = (uint32_t)strtoul(text, &at, 10);
  for (at++; *at; m++) {
    pairs[m][0] = (uint32_t)strtoul(at, &at, 10);
    pairs[m][1] = (uint32_t)strtoul(at + 1, &at, 10);
  }
  return built_from(n, m, (const uint32_t(*)[2])pairs, directed);
}

/* Each pair tied with the given chance. Lengths (if wished) are drawn from 1 .. most, divided by `per`. */
static inline struct built built_random(struct chance *c, uint32_t n, double density, bool directed, uint32_t most, double per) {
  uint32_t(*pairs)[2] = memory_array((size_t)n * n + 1, sizeof *pairs), m = 0;
  for (uint32_t v = 0; v < n; v++)
    for (uint32_t w = directed ? 0 : v + 1; w < n; w++)
      if (v != w && chance_share(c) < density) pairs[m][0] = v, pairs[m++][1] = w;
  struct built b = built_from(n, m, (const uint32_t(*)[2])pairs, directed);
  free(pairs);
  if (!most) return b;
  b.length = memory_array(m, sizeof *b.length), b.strength = memory_array(m, sizeof *b.strength);
  for (uint32_t e = 0; e < m; e++) {
    b.length[e] = (double)(1 + chance_below(c, most)) / per;
    b.strength[e] = 1 / b.length[e];
  }
  b.g.length = b.length, b.g.strength = b.strength;
  return b;
}

#endif
