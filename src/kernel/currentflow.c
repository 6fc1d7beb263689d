/* Current-flow betweenness and resistances.
 *
 * Edge u - w of conductance c: let x solve L x = e_u - e_w. By symmetry the current through the edge, when a unit goes in at s and out at
 * t, is c (x_s - x_t). The sum of |x_s - x_t| over all pairs is sum of (2 i - N + 1) x_i over the sorted x. A node passes on half of what
 * its edges carry; pairs that end in it, where its edges carry the unit once, are taken off. Resistances: with y the solution for e_v less
 * 1 / N each, centred, L+ at (v, v) is y_v, and the sum of resistances from v is N y_v + the sum of all L+ at (w, w). Edges, and nodes, are
 * independent of each other, and each writes a number of its own, so threads change nothing.
 *
 * Sources: (1) M. E. J. Newman 2005, doi:10.1016/j.socnet.2004.11.009; (2) U. Brandes, D. Fleischer 2005, Centrality measures based on
 * current flow, doi:10.1007/978-3-540-31856-9_44; (3) K. Stephenson, M. Zelen 1989, doi:10.1016/0378-8733(89)90016-6; (4) D. J. Klein, M.
 * Randic 1993, Resistance distance, doi:10.1007/BF01164627. */
#include "kernel/currentflow.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/laplacian.h"
#include "kernel/waves.h"

#include <stdlib.h>

struct scratch {
  double *x, *sorted;
};

struct flow {
  const struct graph *g;
  struct laplacian l;
  uint32_t *part, *size, *member; /* members of part p: member[start[p]] .. */
  uint64_t *start;
  double *of_edge; /* sum of |current| over all pairs */
  double *of_node; /* L+ at (v, v) */
  struct scratch *scratch;
};

static int ascending(const void *x, const void *y) {
  double a = *(const double *)x, b = *(const double *)y;
  return a < b ? -1 : a > b;
}

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

static void some_edges(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct flow *f = context;
  struct scratch *s = &f->scratch[worker];
  (void)lane;
  for (size_t e = from; e < to; e++) {
    uint32_t u = f->g->tail[e], w = f->g->head[e], p = f->part[u], n = f->size[p];
    double sum = 0;
    for (uint32_t v = 0; v < f->g->nodes; v++)
      s->x[v] = v == u ? 1 : v == w ? -1 : 0;
    laplacian_solve(&f->l, s->x);
    for (uint32_t i = 0; i < n; i++)
      s->sorted[i] = s->x[f->member[f->start[p] + i]];
    qsort(s->sorted, n, sizeof *s->sorted, ascending);
    for (uint32_t i = 0; i < n; i++)
      sum += (2.0 * i - n + 1) * s->sorted[i];
    f->of_edge[e] = strength(f->g, (uint32_t)e) * sum;
  }
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct flow *f = context;
  struct scratch *s = &f->scratch[worker];
  (void)lane;
  for (size_t v = from; v < to; v++) {
    uint32_t p = f->part[v], n = f->size[p];
    double mean = 0;
    for (uint32_t w = 0; w < f->g->nodes; w++)
      s->x[w] = 0;
    for (uint32_t i = 0; i < n; i++)
      s->x[f->member[f->start[p] + i]] = -1.0 / n;
    s->x[v] += 1;
    laplacian_solve(&f->l, s->x);
    for (uint32_t i = 0; i < n; i++)
      mean += s->x[f->member[f->start[p] + i]] / n;
    f->of_node[v] = s->x[v] - mean;
  }
}

static enum kernel_code between_nodes(double *between, struct flow *f, struct waves_job *job, const struct kernel_watch *watch) {
  const struct graph *g = f->g;
  job->items = g->edges;
  job->work = some_edges;
  enum kernel_code code = waves_run(job, watch);
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++)
    between[v] = 0;
  for (uint32_t e = 0; e < g->edges; e++) {
    between[g->tail[e]] += f->of_edge[e] / 2;
    between[g->head[e]] += f->of_edge[e] / 2;
  }
  for (uint32_t v = 0; v < g->nodes; v++) {
    double passed = between[v] - (f->size[f->part[v]] - 1.0) / 2, carried = between[v];
    between[v] = passed > 1e-13 * carried ? passed : 0; /* a leaf passes nothing on; what is left of it is rounding */
  }
  return KERNEL_DONE;
}

static enum kernel_code resistances(double *resistance, struct flow *f, struct waves_job *job, const struct kernel_watch *watch) {
  const struct graph *g = f->g;
  job->items = g->nodes;
  job->work = some_nodes;
  enum kernel_code code = waves_run(job, watch);
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint32_t p = f->part[v];
    double trace = 0;
    if (f->member[f->start[p]] != v) continue; /* once for each component, at its first node */
    for (uint32_t i = 0; i < f->size[p]; i++)
      trace += f->of_node[f->member[f->start[p] + i]];
    for (uint32_t i = 0; i < f->size[p]; i++) {
      uint32_t w = f->member[f->start[p] + i];
      resistance[w] = f->size[p] > 1 ? f->size[p] * f->of_node[w] + trace : 0;
    }
  }
  return KERNEL_DONE;
}

static enum kernel_code find_parts(struct flow *f) {
  uint32_t parts, n = f->g->nodes;
  enum kernel_code code = component_weak(f->part, f->size, &parts, f->g);
  if (code) return code;
  for (uint32_t p = 0; p < parts; p++)
    f->start[p + 1] = f->start[p] + f->size[p];
  for (uint32_t v = 0; v < n; v++)
    f->member[f->start[f->part[v]]++] = v;
  for (uint32_t p = 0; p < parts; p++)
    f->start[p] -= f->size[p];
  return KERNEL_DONE;
}

static bool flow_start(struct flow *f, unsigned workers) {
  uint32_t n = f->g->nodes;
  f->part = memory_array(n, sizeof *f->part);
  f->size = memory_array((size_t)n + 1, sizeof *f->size);
  f->member = memory_array(n, sizeof *f->member);
  f->start = memory_zeroed((size_t)n + 1, sizeof *f->start);
  f->of_edge = memory_array(f->g->edges, sizeof *f->of_edge);
  f->of_node = memory_array(n, sizeof *f->of_node);
  f->scratch = memory_zeroed(workers, sizeof *f->scratch);
  bool ready = f->part && f->size && f->member && f->start && f->of_edge && f->of_node && f->scratch;
  for (unsigned w = 0; ready && w < workers; w++) {
    f->scratch[w].x = memory_array(n, sizeof *f->scratch[w].x);
    f->scratch[w].sorted = memory_array(n, sizeof *f->scratch[w].sorted);
    ready = f->scratch[w].x && f->scratch[w].sorted;
  }
  return ready;
}

enum kernel_code currentflow(double *between, double *resistance, const struct graph *g, const struct kernel_watch *watch) {
  struct flow f = {.g = g};
  enum kernel_code code = laplacian_start(&f.l, g, 0, watch);
  if (code) return code;
  double fill = g->nodes ? (double)f.l.first[g->nodes] : 0;
  struct waves_job job = {.items = (size_t)g->nodes + g->edges, .cost = 2 * fill + 20.0 * g->nodes, .context = &f};
  unsigned workers = waves_workers(&job, watch);
  code = flow_start(&f, workers) ? find_parts(&f) : KERNEL_NO_MEMORY;
  if (!code && between) code = between_nodes(between, &f, &job, watch);
  if (!code && resistance) code = resistances(resistance, &f, &job, watch);
  for (unsigned w = 0; f.scratch && w < workers; w++) {
    free(f.scratch[w].x);
    free(f.scratch[w].sorted);
  }
  laplacian_free(&f.l);
  free(f.part);
  free(f.size);
  free(f.member);
  free(f.start);
  free(f.of_edge);
  free(f.of_node);
  free(f.scratch);
  return code;
}
