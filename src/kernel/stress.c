/* Stress and load by accumulation over one search from each node, sources shared out between workers.
 *
 * From a node, with counts sigma of shortest paths to each v: the shortest paths that go on from v, whatever their end, number
 *     below(v) = sum over arcs v -> w on shortest paths of  1 + below(w),     and     stress(v) += sigma(v) below(v).
 * Load is gathered at the end t of the packets, so the search runs against the arcs; from the farthest node inward, each passes its own
 * packet and those it was given on to the next nodes in equal parts. Sums of the lanes are merged in their order.
 *
 * Sources: (1) U. Brandes 2008, On variants of shortest-path betweenness centrality, doi:10.1016/j.socnet.2007.11.001; (2) A. Shimbel
 * 1953, doi:10.1007/BF02476438 (stress); (3) K.-I. Goh, B. Kahng, D. Kim 2001, doi:10.1103/PhysRevLett.87.278701 (load). */
#include "kernel/stress.h"

#include "base/memory.h"
#include "kernel/shortest.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

/* Add what one search shows to the sums; `passed` is room for a number of each node. */
typedef void gather(const struct shortest *s, double *passed, double *node);

struct scratch {
  struct shortest search;
  double *passed;
};

struct pass {
  const struct graph *g;
  struct lengths lengths;
  gather *add;
  struct scratch *scratch; /* one for each worker */
  double **node;           /* sums of each lane */
  unsigned workers, lanes;
};

static void add_stress(const struct shortest *s, double *below, double *node) {
  for (size_t i = s->settled; i-- > 1;) {
    uint32_t v = s->order[i];
    double sum = 0;
    for (uint64_t a = s->on.first[v]; a < s->on.first[v + 1]; a++)
      if (shortest_on_path(s, v, s->on.to[a], s->on.edge[a])) sum += 1 + below[s->on.to[a]];
    below[v] = sum;
    node[v] += s->count[v] * sum;
  }
}

static void add_load(const struct shortest *s, double *given, double *node) {
  for (size_t i = 0; i < s->settled; i++)
    given[s->order[i]] = 0;
  for (size_t i = s->settled; i-- > 1;) {
    uint32_t v = s->order[i], ways = 0;
    for (uint64_t a = s->back.first[v]; a < s->back.first[v + 1]; a++)
      ways += shortest_on_path(s, s->back.to[a], v, s->back.edge[a]);
    for (uint64_t a = s->back.first[v]; a < s->back.first[v + 1]; a++)
      if (shortest_on_path(s, s->back.to[a], v, s->back.edge[a])) given[s->back.to[a]] += (1 + given[v]) / ways;
    node[v] += given[v];
  }
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  struct scratch *s = &p->scratch[worker];
  for (size_t i = from; i < to; i++) {
    uint32_t source = (uint32_t)i;
    shortest_from(&s->search, &source, 1);
    p->add(&s->search, s->passed, p->node[lane]);
  }
}

static bool pass_start(struct pass *p, bool backward) {
  p->scratch = memory_zeroed(p->workers, sizeof *p->scratch);
  p->node = memory_zeroed(p->lanes, sizeof *p->node);
  bool ready = p->scratch && p->node;
  for (unsigned l = 0; ready && l < p->lanes; l++)
    ready = (p->node[l] = memory_zeroed(p->g->nodes, sizeof **p->node)) != NULL;
  for (unsigned w = 0; ready && w < p->workers; w++) {
    struct scratch *s = &p->scratch[w];
    s->passed = memory_array(p->g->nodes, sizeof *s->passed);
    ready = shortest_start(&s->search, p->g, &p->lengths, backward) && s->passed;
  }
  return ready;
}

static void pass_free(struct pass *p) {
  for (unsigned w = 0; p->scratch && w < p->workers; w++) {
    shortest_free(&p->scratch[w].search);
    free(p->scratch[w].passed);
  }
  for (unsigned l = 0; p->node && l < p->lanes; l++)
    free(p->node[l]);
  free(p->scratch);
  free(p->node);
  lengths_free(&p->lengths);
}

static bool merge(double *out, const struct pass *p) {
  bool finite = true;
  for (uint32_t v = 0; v < p->g->nodes; v++) {
    double sum = 0;
    for (unsigned l = 0; l < p->lanes; l++)
      sum += p->node[l][v];
    out[v] = p->g->directed ? sum : sum / 2;
    finite = finite && isfinite(sum);
  }
  return finite;
}

static enum kernel_code run(double *node, gather *add, bool backward, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .add = add};
  struct waves_job job = {g->nodes, (g->nodes + (double)g->first[g->nodes]) * (g->length ? 10 : 4), some_nodes, &p};
  p.workers = waves_workers(&job, watch);
  p.lanes = waves_lanes(&job);
  enum kernel_code code = lengths_start(&p.lengths, g);
  if (code == KERNEL_DONE) code = pass_start(&p, backward) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && !merge(node, &p)) code = KERNEL_TOO_MANY_PATHS;
  pass_free(&p);
  return code;
}

enum kernel_code stress(double *node, const struct graph *g, const struct kernel_watch *watch) {
  return run(node, add_stress, false, g, watch);
}

enum kernel_code load(double *node, const struct graph *g, const struct kernel_watch *watch) {
  return run(node, add_load, true, g, watch);
}
