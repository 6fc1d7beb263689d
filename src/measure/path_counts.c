/* Shortest paths between all pairs, counted from a matrix of distances: the paths from s to t are those from s to each node before t. */
#include "measure/path_counts.h"

#include "base/memory.h"
#include "measure/distance_matrix.h"

#include <stdlib.h>

/* Nodes by their distance from s; those that are not reached come last. */
struct placed {
  double distance;
  uint32_t node;
};

static int nearest_first(const void *a, const void *b) {
  const struct placed *x = a, *y = b;
  if (x->distance < y->distance || x->distance > y->distance) return x->distance < y->distance ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

static void count_from(struct path_counts *p, size_t s, struct placed *order, const struct graph *g, const bool *avoided) {
  double *count = p->count + s * p->nodes;
  for (uint32_t v = 0; v < g->nodes; v++)
    order[v] = (struct placed){p->distance[s * p->nodes + v], v};
  qsort(order, p->nodes, sizeof *order, nearest_first);
  count[s] = !avoided || !avoided[s];
  for (size_t i = 0; i < p->nodes && isfinite(order[i].distance); i++) {
    uint32_t v = order[i].node;
    if (avoided && avoided[v]) continue;
    for (uint64_t a = g->in_first[v]; v != s && a < g->in_first[v + 1]; a++) {
      double length = g->length ? g->length[g->in_edge[a]] : 1;
      if (path_counts_equal(p, s, v, p->distance[s * p->nodes + g->in_to[a]] + length)) count[v] += count[g->in_to[a]];
    }
  }
}

nonet_code path_counts(struct path_counts *out, const struct measure_ask *ask, const bool *avoided, nonet_err *err) {
  const struct graph *g = ask->simple;
  *out = (struct path_counts){.nodes = g->nodes};
  struct placed *order = memory_array(g->nodes, sizeof *order);
  nonet_code code = order ? distance_matrix(&out->distance, ask, err) : error_memory(err);
  if (!code && !(out->count = memory_zeroed((size_t)g->nodes * g->nodes, sizeof *out->count))) code = error_memory(err);
  for (size_t s = 0; !code && s < g->nodes; s++) {
    count_from(out, s, order, g, avoided);
    code = run_check(ask->run, err);
  }
  free(order);
  return code;
}

void path_counts_free(struct path_counts *p) {
  free(p->distance);
  free(p->count);
}
