/* Rows of a graph that stands in memory, for kernels that walk graphs which are never built: also with each arc twice and a loop at each
 * node, which such a kernel has to bear. */
#ifndef NONET_TESTS_KERNEL_ROWS_OF_H
#define NONET_TESTS_KERNEL_ROWS_OF_H

#include "kernel/built.h"
#include "kernel/rows.h"

struct graph_rows {
  const struct graph *g;
  bool untidy;
  uint32_t to[8192];
  double length[8192];
  size_t calls;
};

static inline struct row graph_row(void *context, uint32_t v, bool inward, bool lengths) {
  struct graph_rows *r = context;
  const struct graph *g = r->g;
  const uint64_t *first = inward ? g->in_first : g->first;
  const uint32_t *to = inward ? g->in_to : g->to, *edge = inward ? g->in_edge : g->edge;
  struct row row = {r->to, lengths ? r->length : NULL, 0};
  r->calls++;
  for (uint64_t a = first[v]; a < first[v + 1]; a++)
    for (int again = 0; again <= r->untidy; again++) {
      r->length[row.count] = g->length ? g->length[edge[a]] : 1;
      r->to[row.count++] = to[a];
    }
  if (r->untidy) r->length[row.count] = 1, r->to[row.count++] = v;
  return row;
}

static inline uint64_t graph_row_cost(void *context, uint32_t v) {
  const struct graph_rows *r = context;
  return 2 * (r->g->first[v + 1] - r->g->first[v] + r->g->in_first[v + 1] - r->g->in_first[v]) + 1;
}

static inline struct rows rows_of_graph(struct graph_rows *r, const struct graph *g, bool untidy) {
  r->g = g;
  r->untidy = untidy;
  r->calls = 0;
  return (struct rows){graph_row, graph_row_cost, r};
}

#endif
