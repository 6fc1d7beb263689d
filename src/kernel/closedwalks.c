/* The diagonal of exp(A) by its series, one node after the other.
 *
 * y_0 = e_v, y_k = A' y_{k-1} / k; the entry of y_k at v is what closed walks of k arcs add. All terms are positive, so nothing cancels and
 * the sum is as exact as its terms; no matrix is kept, and direction makes no difference. When to stop: all sums of 16 steps of A are at
 * most b^16, so as soon as k > 2 b, sixteen terms in a row, each below 1e-17 of the sum, are followed by less than that again.
 *
 * Sources: (1) E. Estrada, J. A. Rodriguez-Velazquez 2005, Subgraph centrality in complex networks, doi:10.1103/PhysRevE.71.056103. */
#include "kernel/closedwalks.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

#define BLOCK 16         /* steps that are bounded together */
#define NEGLIGIBLE 1e-17 /* of the sum */

struct walks {
  const struct graph *g;
  double bound; /* b */
  double *node;
  double **now, **next; /* of each worker */
};

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

/* next = A' now / by; its sum. */
static double step(double *next, const double *now, double by, const struct graph *g) {
  double all = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    double sum = 0;
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
      sum += strength(g, g->in_edge[a]) * now[g->in_to[a]];
    next[v] = sum / by;
    all += next[v];
  }
  return all;
}

/* b: the 16th root of the greatest sum, over a node's walks of 16 arcs, backward, of their strengths. */
static double find_bound(double *now, double *next, const struct graph *g) {
  double logarithm = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    now[v] = 1;
  for (int i = 0; i < BLOCK; i++) {
    double most = 0;
    for (uint32_t v = 0; v < g->nodes; v++) {
      next[v] = 0;
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
        next[v] += strength(g, g->edge[a]) * now[g->to[a]];
      most = fmax(most, next[v]);
    }
    if (most <= 0) return 0;
    logarithm += log(most);
    for (uint32_t v = 0; v < g->nodes; v++)
      now[v] = next[v] / most;
  }
  return exp(logarithm / BLOCK);
}

static enum kernel_code bound_start(struct walks *w) {
  double *now = memory_array(w->g->nodes, sizeof *now), *next = memory_array(w->g->nodes, sizeof *next);
  bool ready = now && next;
  if (ready) w->bound = find_bound(now, next, w->g);
  free(now);
  free(next);
  return ready ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

static double at_node(const struct walks *w, uint32_t v, double *now, double *next) {
  double sum = 1, left = 1;
  for (uint32_t u = 0; u < w->g->nodes; u++)
    now[u] = u == v;
  for (double k = 1, quiet = 0; quiet < BLOCK && left > 0 && isfinite(sum); k++) {
    left = step(next, now, k, w->g);
    sum += next[v];
    quiet = k > 2 * w->bound && left <= NEGLIGIBLE * sum ? quiet + 1 : 0;
    double *kept = now;
    now = next;
    next = kept;
  }
  return sum;
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct walks *w = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    w->node[v] = at_node(w, (uint32_t)v, w->now[worker], w->next[worker]);
}

static bool walks_start(struct walks *w, unsigned workers) {
  w->now = memory_zeroed(workers, sizeof *w->now);
  w->next = memory_zeroed(workers, sizeof *w->next);
  bool ready = w->now && w->next;
  for (unsigned i = 0; ready && i < workers; i++) {
    w->now[i] = memory_array(w->g->nodes, sizeof **w->now);
    w->next[i] = memory_array(w->g->nodes, sizeof **w->next);
    ready = w->now[i] && w->next[i];
  }
  return ready;
}

static void walks_free(struct walks *w, unsigned workers) {
  for (unsigned i = 0; i < workers; i++) {
    if (w->now) free(w->now[i]);
    if (w->next) free(w->next[i]);
  }
  free(w->now);
  free(w->next);
}

enum kernel_code closed_walks(double *node, const struct graph *g, const struct kernel_watch *watch) {
  struct walks w = {.g = g, .node = node};
  enum kernel_code code = bound_start(&w);
  if (code) return code;
  struct waves_job job = {g->nodes, (100 + 3 * w.bound) * (g->nodes + (double)g->first[g->nodes]), some_nodes, &w};
  unsigned workers = waves_workers(&job, watch);
  code = walks_start(&w, workers) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  walks_free(&w, workers);
  return code;
}
