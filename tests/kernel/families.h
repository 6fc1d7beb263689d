/* Graphs of many sorts, a few hundred nodes each, for kernels that treat some sorts apart: trees, two-mode networks with pendant and twin
 * nodes, stars, cliques hung together, grids, islands, directed ones. Drawn from a seed, built in O(m log m). */
#ifndef NONET_TESTS_KERNEL_FAMILIES_H
#define NONET_TESTS_KERNEL_FAMILIES_H

#include "kernel/built.h"

#include <math.h>
#include <string.h>

#define FAMILY_MOST 40000u /* pairs */

enum family { FAMILY_SPARSE, FAMILY_DENSE, FAMILY_TREE, FAMILY_TWO_MODE, FAMILY_STAR, FAMILY_CLIQUES, FAMILY_GRID, FAMILY_BARE, FAMILIES };

struct family_pairs {
  uint32_t pair[FAMILY_MOST][2], count;
};

static inline void family_add(struct family_pairs *p, uint32_t v, uint32_t w) {
  if (v == w || p->count == FAMILY_MOST) return;
  p->pair[p->count][0] = v, p->pair[p->count++][1] = w;
}

static inline int family_order(const void *left, const void *right) {
  const uint32_t *a = left, *b = right;
  if (a[0] != b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1];
}

/* Rows by two counting passes: pairs sorted by tail and head fill each row in ascending order when tails come before heads. */
static inline void family_rows(uint64_t *first, uint32_t *to, uint32_t *edge, const struct built *b, bool out, bool in) {
  uint32_t n = b->g.nodes, m = b->g.edges;
  uint64_t *at = memory_zeroed((size_t)n + 2, sizeof *at);
  for (uint32_t e = 0; e < m; e++)
    at[b->tail[e] + 1] += out, at[b->head[e] + 1] += in;
  for (uint32_t v = 0; v < n; v++)
    at[v + 1] += at[v];
  memcpy(first, at, ((size_t)n + 1) * sizeof *first);
  for (uint32_t e = 0; e < m && in; e++)
    to[at[b->head[e]]] = b->tail[e], edge[at[b->head[e]]++] = e;
  for (uint32_t e = 0; e < m && out; e++)
    to[at[b->tail[e]]] = b->head[e], edge[at[b->tail[e]]++] = e;
  free(at);
}

/* Any pairs; loops are left out, repeats merged. */
static inline struct built family_build(struct family_pairs *p, uint32_t n, bool directed) {
  for (uint32_t e = 0; e < p->count; e++) {
    uint32_t v = p->pair[e][0], w = p->pair[e][1];
    if (!directed && v > w) p->pair[e][0] = w, p->pair[e][1] = v;
  }
  qsort(p->pair, p->count, sizeof *p->pair, family_order);
  struct built b = {.g = {.nodes = n, .directed = directed}};
  b.tail = memory_array(p->count, sizeof *b.tail), b.head = memory_array(p->count, sizeof *b.head);
  for (uint32_t e = 0; e < p->count; e++)
    if (!e || family_order(p->pair[e], p->pair[e - 1])) b.tail[b.g.edges] = p->pair[e][0], b.head[b.g.edges++] = p->pair[e][1];
  size_t arcs = (size_t)b.g.edges * 2;
  b.first = memory_array((size_t)n + 1, sizeof *b.first), b.in_first = memory_array((size_t)n + 1, sizeof *b.first);
  b.to = memory_array(arcs, sizeof *b.to), b.in_to = memory_array(arcs, sizeof *b.to);
  b.edge = memory_array(arcs, sizeof *b.edge), b.in_edge = memory_array(arcs, sizeof *b.edge);
  family_rows(b.first, b.to, b.edge, &b, true, !directed);
  family_rows(b.in_first, b.in_to, b.in_edge, &b, !directed, true);
  b.g.first = b.first, b.g.to = b.to, b.g.edge = b.edge;
  b.g.in_first = b.in_first, b.g.in_to = b.in_to, b.g.in_edge = b.in_edge;
  b.g.tail = b.tail, b.g.head = b.head;
  return b;
}

static inline void family_random(struct family_pairs *p, struct chance *c, uint32_t n, double degree) {
  for (uint32_t e = 0; e < (uint32_t)(n * degree / 2); e++)
    family_add(p, (uint32_t)chance_below(c, n), (uint32_t)chance_below(c, n));
}

/* Two thirds are partners; many have one strategy only, and strategies draw the same few partners. */
static inline void family_two_mode(struct family_pairs *p, struct chance *c, uint32_t n) {
  uint32_t partners = n * 2 / 3;
  for (uint32_t v = 0; v < partners; v++)
    for (uint32_t k = 1 + (uint32_t)(chance_share(c) * chance_share(c) * 4); k > 0; k--)
      family_add(p, v, partners + (uint32_t)(chance_share(c) * chance_share(c) * (n - partners)));
}

/* Cliques of 2 to 7 in a row, some sharing a node with the one before, some tied by a bridge, some apart. */
static inline void family_cliques(struct family_pairs *p, struct chance *c, uint32_t n) {
  for (uint32_t from = 0; from + 7 < n;) {
    uint32_t size = 2 + (uint32_t)chance_below(c, 6);
    for (uint32_t v = from; v < from + size; v++)
      for (uint32_t w = v + 1; w < from + size; w++)
        family_add(p, v, w);
    uint64_t how = chance_below(c, 5);
    if (how == 0) family_add(p, from + size - 1, from + size);
    from += how < 2 ? size : size - 1;
  }
}

static inline struct built family_make(struct chance *c, enum family kind, uint32_t n, bool directed) {
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  uint32_t wide = 1 + (uint32_t)sqrt(n);
  if (kind == FAMILY_SPARSE) family_random(p, c, n, 1 + 2 * chance_share(c));
  if (kind == FAMILY_DENSE) family_random(p, c, n, 6 + 6 * chance_share(c));
  if (kind == FAMILY_TWO_MODE) family_two_mode(p, c, n);
  if (kind == FAMILY_CLIQUES) family_cliques(p, c, n);
  for (uint32_t v = 1; v < n && kind == FAMILY_TREE; v++)
    family_add(p, (uint32_t)chance_below(c, v), v);
  for (uint32_t v = 1; v < n && kind == FAMILY_STAR; v++)
    family_add(p, v % 3 ? 0 : n / 2, v);
  for (uint32_t v = 0; v < n && kind == FAMILY_GRID; v++) {
    if ((v + 1) % wide && v + 1 < n) family_add(p, v, v + 1);
    if (v + wide < n) family_add(p, v, v + wide);
  }
  for (uint32_t e = 0; directed && e < p->count; e++) { /* each way, or against, or both */
    uint32_t v = p->pair[e][0], w = p->pair[e][1];
    uint64_t way = chance_below(c, 3);
    if (way) p->pair[e][0] = w, p->pair[e][1] = v;
    if (way == 2 && p->count < FAMILY_MOST && e % 2) family_add(p, v, w);
  }
  struct built b = family_build(p, n, directed);
  free(p);
  return b;
}

#endif
