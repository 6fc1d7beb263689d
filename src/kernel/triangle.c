/* Triangles by the forward algorithm on edges turned from the smaller to the larger degree.
 *
 * Each edge keeps the direction (degree, number) ascending, so no node has more than sqrt(2m) edges outward. From v, mark its outward
 * neighbours; each outward neighbour of an outward neighbour that is marked closes a triangle, found once.
 * Counts are whole numbers added atomically: no order, no rounding.
 *
 * Sources: (1) T. Schank, D. Wagner 2005, Finding, counting and listing all triangles in large graphs, doi:10.1007/11427186_54; (2) M.
 * Latapy 2008, Main-memory triangle computations for very large (sparse (power-law)) graphs, doi:10.1016/j.tcs.2008.07.017. */
#include "kernel/triangle.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdatomic.h>
#include <stdlib.h>

struct pass {
  const struct graph *g;
  uint64_t *first; /* the turned edges, by tail */
  uint32_t *to;
  _Atomic uint64_t *count;
  uint32_t **mark; /* of each worker: mark[w] is 1 + v while w is an outward neighbour of v */
};

static bool turned(const struct graph *g, uint32_t v, uint32_t w) {
  uint64_t dv = g->first[v + 1] - g->first[v], dw = g->first[w + 1] - g->first[w];
  return dv < dw || (dv == dw && v < w);
}

static void turn(struct pass *p) {
  const struct graph *g = p->g;
  uint64_t at = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    p->first[v] = at;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      if (turned(g, v, g->to[a])) p->to[at++] = g->to[a];
  }
  p->first[g->nodes] = at;
}

static void at_node(struct pass *p, uint32_t *mark, uint32_t v) {
  uint64_t own = 0;
  for (uint64_t a = p->first[v]; a < p->first[v + 1]; a++)
    mark[p->to[a]] = v + 1;
  for (uint64_t a = p->first[v]; a < p->first[v + 1]; a++) {
    uint32_t u = p->to[a];
    uint64_t with_u = 0;
    for (uint64_t b = p->first[u]; b < p->first[u + 1]; b++) {
      if (mark[p->to[b]] != v + 1) continue;
      with_u++;
      atomic_fetch_add_explicit(&p->count[p->to[b]], 1, memory_order_relaxed);
    }
    if (with_u) atomic_fetch_add_explicit(&p->count[u], with_u, memory_order_relaxed);
    own += with_u;
  }
  if (own) atomic_fetch_add_explicit(&p->count[v], own, memory_order_relaxed);
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    at_node(p, p->mark[worker], (uint32_t)v);
}

enum kernel_code triangles(uint64_t *count, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g};
  double each = g->nodes ? (double)g->edges / g->nodes : 0;
  struct waves_job job = {g->nodes, 8 + each * each, some_nodes, &p};
  unsigned workers = waves_workers(&job, watch);
  enum kernel_code code = KERNEL_NO_MEMORY;
  p.first = memory_array((size_t)g->nodes + 1, sizeof *p.first);
  p.to = memory_array(g->edges, sizeof *p.to);
  p.count = memory_zeroed(g->nodes, sizeof *p.count);
  p.mark = memory_zeroed(workers, sizeof *p.mark);
  bool ready = p.first && p.to && p.count && p.mark;
  for (unsigned w = 0; ready && w < workers; w++)
    ready = (p.mark[w] = memory_zeroed(g->nodes, sizeof **p.mark)) != NULL;
  if (ready) {
    turn(&p);
    code = waves_run(&job, watch);
  }
  for (uint32_t v = 0; code == KERNEL_DONE && v < g->nodes; v++)
    count[v] = atomic_load_explicit(&p.count[v], memory_order_relaxed);
  for (unsigned w = 0; p.mark && w < workers; w++)
    free(p.mark[w]);
  free(p.mark);
  free((void *)p.count);
  free(p.to);
  free(p.first);
  return code;
}
