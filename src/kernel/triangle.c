/* Triangles by the forward algorithm on edges turned from the smaller to the larger degree.
 *
 * Each edge keeps the direction (degree, number) ascending, so no node has more than sqrt(2m) edges outward. From v, mark its outward
 * neighbours; each outward neighbour of an outward neighbour that is marked closes a triangle, found once.
 * mark[w] is 1 + the number of the turned edge that led to w last. The edges outward from v are numbered in one run, so a mark tells by
 * itself whether it is of v, and is never taken back.
 * Counts are whole numbers added atomically, and held edges are all given the same 1: no order, no rounding.
 *
 * Sources: (1) T. Schank, D. Wagner 2005, Finding, counting and listing all triangles in large graphs, doi:10.1007/11427186_54; (2) M.
 * Latapy 2008, Main-memory triangle computations for very large (sparse (power-law)) graphs, doi:10.1016/j.tcs.2008.07.017. */
#include "kernel/triangle.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct pass {
  const struct graph *g;
  uint32_t *first, *to, *edge; /* the turned edges, by tail; edge: NULL unless edges are asked for */
  _Atomic uint64_t *count;     /* of each node; NULL: not asked for */
  uint8_t *held;               /* of each edge, written atomically; NULL: not asked for */
  uint32_t **mark;             /* of each worker */
};

static void turn(struct pass *p) {
  const struct graph *g = p->g;
  uint32_t at = 0, *degree = p->mark[0]; /* space that is not used yet */
  for (uint32_t v = 0; v < g->nodes; v++)
    degree[v] = (uint32_t)(g->first[v + 1] - g->first[v]);
  for (uint32_t v = 0; v < g->nodes; v++) {
    p->first[v] = at;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (degree[v] > degree[w] || (degree[v] == degree[w] && v > w)) continue;
      p->to[at] = w;
      if (p->edge) p->edge[at] = g->edge[a];
      at++;
    }
  }
  p->first[g->nodes] = at;
  memset(degree, 0, g->nodes * sizeof *degree);
}

static void add(struct pass *p, uint32_t v, uint64_t found) {
  if (p->count && found) atomic_fetch_add_explicit(&p->count[v], found, memory_order_relaxed);
}

static void hold(struct pass *p, uint32_t turned) {
  if (p->held) __atomic_store_n(&p->held[p->edge[turned]], 1, __ATOMIC_RELAXED);
}

static void at_node(struct pass *p, uint32_t *mark, uint32_t v) {
  uint32_t from = p->first[v], to = p->first[v + 1];
  uint64_t own = 0;
  if (to - from < 2) return;
  for (uint32_t a = from; a < to; a++)
    mark[p->to[a]] = a + 1;
  for (uint32_t a = from; a < to; a++) {
    uint32_t u = p->to[a];
    uint64_t with_u = 0;
    for (uint32_t b = p->first[u]; b < p->first[u + 1]; b++) {
      uint32_t third = mark[p->to[b]];
      if (third <= from || third > to) continue;
      with_u++;
      add(p, p->to[b], 1);
      hold(p, a);
      hold(p, b);
      hold(p, third - 1);
    }
    add(p, u, with_u);
    own += with_u;
  }
  add(p, v, own);
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    at_node(p, p->mark[worker], (uint32_t)v);
}

static enum kernel_code run(struct pass *p, const struct kernel_watch *watch) {
  const struct graph *g = p->g;
  double each = g->nodes ? (double)g->edges / g->nodes : 0;
  struct waves_job job = {g->nodes, 8 + each * each, some_nodes, p};
  unsigned workers = waves_workers(&job, watch);
  enum kernel_code code = KERNEL_NO_MEMORY;
  p->first = memory_array((size_t)g->nodes + 1, sizeof *p->first);
  p->to = memory_array(g->edges, sizeof *p->to);
  if (p->held) p->edge = memory_array(g->edges, sizeof *p->edge);
  p->mark = memory_zeroed(workers, sizeof *p->mark);
  bool ready = p->first && p->to && (p->edge || !p->held) && p->mark;
  for (unsigned w = 0; ready && w < workers; w++)
    ready = (p->mark[w] = memory_zeroed(g->nodes, sizeof **p->mark)) != NULL;
  if (ready) {
    turn(p);
    code = waves_run(&job, watch);
  }
  for (unsigned w = 0; p->mark && w < workers; w++)
    free(p->mark[w]);
  free(p->mark);
  free(p->edge);
  free(p->to);
  free(p->first);
  return code;
}

enum kernel_code triangles(uint64_t *count, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .count = memory_zeroed(g->nodes, sizeof *p.count)};
  enum kernel_code code = p.count ? run(&p, watch) : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; code == KERNEL_DONE && v < g->nodes; v++)
    count[v] = atomic_load_explicit(&p.count[v], memory_order_relaxed);
  free((void *)p.count);
  return code;
}

enum kernel_code triangle_edges(uint8_t *held, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .held = held};
  memset(held, 0, g->edges);
  return run(&p, watch);
}
