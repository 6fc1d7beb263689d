/* Burt's constraint, one node at a time, with the ties of a directed network added both ways.
 *
 * For ego i: mark its neighbours with p_ij; then each neighbour q hands on p_iq p_qj to those of its own neighbours j that are marked. Both
 * sums are over arcs, so arcs out and in just add up and need not be merged first. Each ego is independent of the others.
 *
 * Only neighbours that share a neighbour with i hand anything on, and in a network of two modes none does: which edges are in a triangle is
 * told first, in much less time than looking at all neighbours of neighbours (undirected; triangle.h). Leaving the others out changes no
 * bit.
 *
 * Sources: (1) R. S. Burt 1992, Structural Holes, Harvard University Press; (2) R. S. Burt 2004, doi:10.1086/421787. */
#include "kernel/constraint.h"

#include "base/memory.h"
#include "kernel/triangle.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

/* Of one worker. Outside a node's turn `direct` is 0 and `is_near` false everywhere. */
struct scratch {
  double *direct, *handed;
  bool *is_near;
  uint32_t *near;
  size_t count;
};

struct pass {
  const struct graph *g;
  double *out, *total; /* total[v]: strength of all arcs at v, out and in */
  uint8_t *held;       /* of each edge, undirected */
  struct scratch *scratch;
};

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

static void meet(struct scratch *s, uint32_t j, double z) {
  if (!s->is_near[j]) {
    s->is_near[j] = true;
    s->handed[j] = 0;
    s->near[s->count++] = j;
  }
  s->direct[j] += z;
}

static void gather(const struct graph *g, struct scratch *s, uint32_t i) {
  s->count = 0;
  for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++)
    meet(s, g->to[a], strength(g, g->edge[a]));
  for (uint64_t a = g->in_first[i]; g->directed && a < g->in_first[i + 1]; a++)
    meet(s, g->in_to[a], strength(g, g->in_edge[a]));
}

static void hand_on(const struct graph *g, struct scratch *s, uint32_t q, double share) {
  for (uint64_t a = g->first[q]; a < g->first[q + 1]; a++)
    if (s->is_near[g->to[a]]) s->handed[g->to[a]] += share * strength(g, g->edge[a]);
  for (uint64_t a = g->in_first[q]; g->directed && a < g->in_first[q + 1]; a++)
    if (s->is_near[g->in_to[a]]) s->handed[g->in_to[a]] += share * strength(g, g->in_edge[a]);
}

/* Undirected: is any edge at i in a triangle? */
static bool is_held(const struct pass *p, uint32_t i) {
  const struct graph *g = p->g;
  for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++)
    if (p->held[g->edge[a]]) return true;
  return false;
}

/* The constraint of a node of whose contacts no two are tied. */
static double at_open_node(const struct pass *p, uint32_t i) {
  const struct graph *g = p->g;
  double sum = 0, total = p->total[i];
  for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++) {
    double share = strength(g, g->edge[a]) / total;
    sum += share * share;
  }
  return total > 0 ? sum : (double)NAN;
}

static double at_node(const struct pass *p, struct scratch *s, uint32_t i) {
  double sum = 0, total = p->total[i];
  if (p->held && !is_held(p, i)) return at_open_node(p, i);
  gather(p->g, s, i);
  for (size_t k = 0; k < s->count; k++) {
    uint32_t q = s->near[k];
    if (p->held && !p->held[p->g->edge[p->g->first[i] + k]]) continue; /* undirected: contacts come as the arcs do */
    if (s->direct[q] > 0) hand_on(p->g, s, q, s->direct[q] / total / p->total[q]);
  }
  for (size_t k = 0; k < s->count; k++) {
    uint32_t j = s->near[k];
    double share = s->direct[j] / total + s->handed[j];
    sum += share * share;
    s->direct[j] = 0;
    s->is_near[j] = false;
  }
  return total > 0 ? sum : (double)NAN;
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    p->out[v] = at_node(p, &p->scratch[worker], (uint32_t)v);
}

static bool scratch_start(struct scratch *s, uint32_t nodes) {
  s->direct = memory_zeroed(nodes, sizeof *s->direct);
  s->handed = memory_zeroed(nodes, sizeof *s->handed);
  s->is_near = memory_zeroed(nodes, sizeof *s->is_near);
  s->near = memory_array(nodes, sizeof *s->near);
  return s->direct && s->handed && s->is_near && s->near;
}

static void scratch_free(struct scratch *s) {
  free(s->direct);
  free(s->handed);
  free(s->is_near);
  free(s->near);
}

static void add_totals(double *total, const struct graph *g) {
  for (uint32_t e = 0; e < g->edges; e++) {
    total[g->tail[e]] += strength(g, e);
    total[g->head[e]] += strength(g, e);
  }
}

enum kernel_code constraint(double *out, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .out = out};
  double each = g->nodes ? 2.0 * g->edges / g->nodes : 0;
  struct waves_job job = {g->nodes, 8 + 4 * each * each, some_nodes, &p};
  unsigned workers = waves_workers(&job, watch);
  enum kernel_code code = KERNEL_NO_MEMORY;
  p.total = memory_zeroed(g->nodes, sizeof *p.total);
  p.scratch = memory_zeroed(workers, sizeof *p.scratch);
  if (!g->directed) p.held = memory_array(g->edges, sizeof *p.held);
  bool ready = p.total && p.scratch && (g->directed || p.held);
  for (unsigned w = 0; ready && w < workers; w++)
    ready = scratch_start(&p.scratch[w], g->nodes);
  if (ready) {
    add_totals(p.total, g);
    code = g->directed ? KERNEL_DONE : triangle_edges(p.held, g, watch);
    if (code == KERNEL_DONE) code = waves_run(&job, watch);
  }
  for (unsigned w = 0; p.scratch && w < workers; w++)
    scratch_free(&p.scratch[w]);
  free(p.scratch);
  free(p.total);
  free(p.held);
  return code;
}
