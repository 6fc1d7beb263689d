/* Betweenness by Brandes' accumulation from one source at a time: the judge of the faster form.
 *
 * From each source s: a search gives distances, the number of shortest paths sigma, and the order in which nodes were settled. Backwards in
 * that order, each node v draws from the arcs v -> w that lie on shortest paths
 *     delta(v) = sum over w of  sigma(v) / sigma(w) x (1 + delta(w))        1: 0 for a w that is no target
 * and the same terms are the arcs' shares. Drawing along the outward arcs needs no list of predecessors.
 * Each of the 16 lanes of the waves has its own sums; they are merged in the order of the lanes, so the bits do not depend on threads.
 *
 * Sources: (1) U. Brandes 2001, A faster algorithm for betweenness centrality, doi:10.1080/0022250X.2001.9990249; (2) U. Brandes 2008, On
 * variants of shortest-path betweenness centrality, doi:10.1016/j.socnet.2007.11.001. */
#include "kernel/betweenness.h"

#include "base/memory.h"
#include "kernel/heap.h"
#include "kernel/length.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

/* Of one worker; between two sources every distance is INFINITY. */
struct scratch {
  double *distance, *sigma, *delta;
  uint32_t *order; /* nodes as they were settled */
  size_t settled;
  struct heap heap;
};

struct pass {
  const struct graph *g;
  const bool *of_from, *of_onto; /* NULL: all pairs */
  struct lengths lengths;
  struct scratch *scratch; /* one for each worker */
  double **node, **edge;   /* sums of each lane */
  bool *overflow;          /* of each lane */
  unsigned workers, lanes;
};

static bool scratch_start(struct scratch *s, const struct graph *g) {
  s->distance = memory_array(g->nodes, sizeof *s->distance);
  s->sigma = memory_array(g->nodes, sizeof *s->sigma);
  s->delta = memory_array(g->nodes, sizeof *s->delta);
  s->order = memory_array(g->nodes, sizeof *s->order);
  if (!s->distance || !s->sigma || !s->delta || !s->order) return false;
  for (uint32_t v = 0; v < g->nodes; v++)
    s->distance[v] = INFINITY;
  return !g->length || heap_start(&s->heap, g->nodes, s->distance);
}

static void scratch_free(struct scratch *s) {
  free(s->distance);
  free(s->sigma);
  free(s->delta);
  free(s->order);
  heap_free(&s->heap);
}

static void search_by_steps(const struct pass *p, struct scratch *s, uint32_t source) {
  const struct graph *g = p->g;
  s->distance[source] = 0;
  s->sigma[source] = 1;
  s->order[0] = source;
  s->settled = 1;
  for (size_t head = 0; head < s->settled; head++) {
    uint32_t v = s->order[head];
    double next = s->distance[v] + 1;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (s->distance[w] > next) {
        s->distance[w] = next;
        s->sigma[w] = 0;
        s->order[s->settled++] = w;
      }
      if (s->distance[w] >= next) s->sigma[w] += s->sigma[v];
    }
  }
}

/* The way to w through v is `d` long: shorter, as long, or longer than what is known. A settled node is never shortened. */
static void offer(const struct pass *p, struct scratch *s, uint32_t v, uint32_t w, double d) {
  double known = s->distance[w];
  if (known < INFINITY && lengths_equal(&p->lengths, d, known)) {
    if (s->distance[v] < known) s->sigma[w] += s->sigma[v];
  } else if (d < known) {
    s->distance[w] = d;
    s->sigma[w] = s->sigma[v];
    heap_raise(&s->heap, w);
  }
}

static void search_by_length(const struct pass *p, struct scratch *s, uint32_t source) {
  const struct graph *g = p->g;
  s->distance[source] = 0;
  s->sigma[source] = 1;
  s->settled = 0;
  heap_raise(&s->heap, source);
  while (s->heap.count) {
    uint32_t v = heap_take(&s->heap);
    s->order[s->settled++] = v;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      offer(p, s, v, g->to[a], s->distance[v] + p->lengths.of_edge[g->edge[a]]);
  }
}

/* Does the arc a: v -> w lie on a shortest path from the source? */
static inline bool on_path(const struct pass *p, const struct scratch *s, uint32_t v, uint32_t w, uint64_t a) {
  if (!p->g->length) return s->distance[w] > s->distance[v]; /* neighbours differ by one step at most */
  return s->distance[w] > s->distance[v] && lengths_equal(&p->lengths, s->distance[v] + p->lengths.of_edge[p->g->edge[a]], s->distance[w]);
}

static void draw_back(const struct pass *p, struct scratch *s, uint32_t source, double *node, double *edge) {
  const struct graph *g = p->g;
  for (size_t i = s->settled; i-- > 0;) {
    uint32_t v = s->order[i];
    double sum = 0;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (!on_path(p, s, v, w, a)) continue;
      double share = s->sigma[v] / s->sigma[w] * ((p->of_onto ? p->of_onto[w] : 1) + s->delta[w]);
      sum += share;
      if (edge) edge[g->edge[a]] += share;
    }
    s->delta[v] = sum;
    if (node && v != source) node[v] += sum;
  }
}

/* Forget the last source; true if a count of paths went beyond double. */
static bool clear(struct scratch *s) {
  bool overflow = false;
  for (size_t i = 0; i < s->settled; i++) {
    s->distance[s->order[i]] = INFINITY;
    overflow |= isinf(s->sigma[s->order[i]]) != 0;
  }
  return overflow;
}

static void some_sources(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  struct scratch *s = &p->scratch[worker];
  for (size_t source = from; source < to && !p->overflow[lane]; source++) {
    if (p->of_from && !p->of_from[source]) continue;
    (p->g->length ? search_by_length : search_by_steps)(p, s, (uint32_t)source);
    draw_back(p, s, (uint32_t)source, p->node ? p->node[lane] : NULL, p->edge ? p->edge[lane] : NULL);
    p->overflow[lane] = clear(s);
  }
}

static void sums_free(double **sums, unsigned lanes) {
  for (unsigned l = 0; sums && l < lanes; l++)
    free(sums[l]);
  free(sums);
}

static double **sums_start(unsigned lanes, uint32_t count) {
  double **sums = memory_zeroed(lanes, sizeof *sums);
  for (unsigned l = 0; sums && l < lanes; l++) {
    if ((sums[l] = memory_zeroed(count, sizeof **sums))) continue;
    sums_free(sums, lanes);
    return NULL;
  }
  return sums;
}

static void merge(double *out, double *const *sums, const struct pass *p, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double sum = 0;
    for (unsigned l = 0; l < p->lanes; l++)
      sum += sums[l][i];
    out[i] = p->g->directed || p->of_from ? sum : sum / 2;
  }
}

static bool pass_start(struct pass *p, bool nodes, bool edges) {
  p->overflow = memory_zeroed(p->lanes, sizeof *p->overflow);
  p->scratch = memory_zeroed(p->workers, sizeof *p->scratch);
  if (nodes) p->node = sums_start(p->lanes, p->g->nodes);
  if (edges) p->edge = sums_start(p->lanes, p->g->edges);
  bool ready = p->overflow && p->scratch && (!nodes || p->node) && (!edges || p->edge);
  for (unsigned w = 0; ready && w < p->workers; w++)
    ready = scratch_start(&p->scratch[w], p->g);
  return ready;
}

static void pass_free(struct pass *p) {
  for (unsigned w = 0; p->scratch && w < p->workers; w++)
    scratch_free(&p->scratch[w]);
  free(p->scratch);
  free(p->overflow);
  sums_free(p->node, p->lanes);
  sums_free(p->edge, p->lanes);
  lengths_free(&p->lengths);
}

static enum kernel_code run(struct pass *p, double *node, double *edge, const struct kernel_watch *watch) {
  const struct graph *g = p->g;
  double arcs = (double)g->first[g->nodes];
  struct waves_job job = {g->nodes, (g->nodes + arcs) * (g->length ? 10 : 3), some_sources, p};
  p->workers = waves_workers(&job, watch);
  p->lanes = waves_lanes(&job);
  enum kernel_code code = lengths_start(&p->lengths, g);
  if (code == KERNEL_DONE) code = pass_start(p, node, edge) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  for (unsigned l = 0; code == KERNEL_DONE && l < p->lanes; l++)
    if (p->overflow[l]) code = KERNEL_TOO_MANY_PATHS;
  if (code == KERNEL_DONE && node) merge(node, p->node, p, g->nodes);
  if (code == KERNEL_DONE && edge) merge(edge, p->edge, p, g->edges);
  pass_free(p);
  return code;
}

enum kernel_code betweenness_plain(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g};
  return run(&p, node, edge, watch);
}

enum kernel_code betweenness_of_pairs_plain(double *node, const struct graph *g, const bool *of_from, const bool *of_onto,
                                            const struct kernel_watch *watch) {
  struct pass p = {.g = g, .of_from = of_from, .of_onto = of_onto};
  return run(&p, node, NULL, watch);
}
