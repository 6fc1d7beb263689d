/* Structural holes, one ego at a time, with the ties of a directed network added both ways.
 *
 * For ego i: gather its contacts j with z_ij. Then for each contact q go along its ties to other contacts j of i: they carry p_iq p_qj,
 * which constrains i through j, and p_ij z_qj / max z_q*, by which q is redundant. Sums are over arcs, so out and in need not be merged
 * first.
 *
 * Sources: (1) R. S. Burt 1992, Structural Holes, Harvard University Press; (2) S. P. Borgatti 1997, Structural holes: unpacking Burt's
 * redundancy measures, Connections 20(1), 35-38. */
#include "kernel/burt.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

/* Of one worker. Outside an ego's turn `direct` is 0 and is_contact false everywhere. */
struct scratch {
  double *direct, *handed;
  bool *is_contact;
  uint32_t *contact;
  size_t count;
};

struct pass {
  const struct graph *g;
  struct burt *out;
  double *total, *greatest; /* sum and maximum of z_v* */
  struct scratch *scratch;
};

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

static void meet(struct scratch *s, uint32_t j, double z) {
  if (!s->is_contact[j]) {
    s->is_contact[j] = true;
    s->handed[j] = 0;
    s->contact[s->count++] = j;
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

static void forget(struct scratch *s) {
  for (size_t k = 0; k < s->count; k++) {
    s->direct[s->contact[k]] = 0;
    s->is_contact[s->contact[k]] = false;
  }
}

/* One arc between contacts q and j: hands p_iq p_qj to j; returns its part of q's redundancy, z_ij z_qj. */
static double hand_on(const struct graph *g, struct scratch *s, uint32_t j, uint32_t edge, double share) {
  if (!s->is_contact[j]) return 0;
  s->handed[j] += share * strength(g, edge);
  return s->direct[j] * strength(g, edge);
}

/* How redundant contact q is to ego, times ego's total. */
static double redundancy(const struct pass *p, struct scratch *s, uint32_t q, double total) {
  const struct graph *g = p->g;
  double share = s->direct[q] / total / p->total[q], sum = 0;
  for (uint64_t a = g->first[q]; a < g->first[q + 1]; a++)
    sum += hand_on(g, s, g->to[a], g->edge[a], share);
  for (uint64_t a = g->in_first[q]; g->directed && a < g->in_first[q + 1]; a++)
    sum += hand_on(g, s, g->in_to[a], g->in_edge[a], share);
  return sum / p->greatest[q];
}

static double local_constraint(const struct scratch *s, uint32_t j, double total) {
  double share = s->direct[j] / total + s->handed[j];
  return share * share;
}

static double hierarchy(const struct scratch *s, double total) {
  double n = (double)s->count, sum = 0, spread = 0;
  if (s->count < 2) return (double)NAN;
  for (size_t k = 0; k < s->count; k++)
    sum += local_constraint(s, s->contact[k], total);
  for (size_t k = 0; k < s->count; k++) {
    double r = local_constraint(s, s->contact[k], total) / (sum / n);
    if (r > 0) spread += r * log(r);
  }
  return spread / (n * log(n));
}

/* Each edge has one value for each end, written when that end is ego. */
static void write_edges(const struct pass *p, const struct scratch *s, uint32_t i, double total) {
  const struct graph *g = p->g;
  struct burt *out = p->out;
  for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++) {
    double *side = g->tail[g->edge[a]] == i ? out->by_head : out->by_tail;
    if (side) side[g->edge[a]] = local_constraint(s, g->to[a], total);
  }
  for (uint64_t a = g->in_first[i]; g->directed && out->by_tail && a < g->in_first[i + 1]; a++)
    out->by_tail[g->in_edge[a]] = local_constraint(s, g->in_to[a], total);
}

static void one_ego(const struct pass *p, struct scratch *s, uint32_t i) {
  struct burt *out = p->out;
  double total = p->total[i], redundant = 0;
  gather(p->g, s, i);
  for (size_t k = 0; k < s->count; k++)
    redundant += redundancy(p, s, s->contact[k], total);
  double n = s->count ? (double)s->count : (double)NAN, effective = n - (s->count ? redundant / total : 0);
  if (out->effective_size) out->effective_size[i] = effective;
  if (out->efficiency) out->efficiency[i] = effective / n;
  if (out->hierarchy) out->hierarchy[i] = hierarchy(s, total);
  write_edges(p, s, i, total);
  forget(s);
}

static void some_egos(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    one_ego(p, &p->scratch[worker], (uint32_t)v);
}

static bool scratch_start(struct scratch *s, uint32_t nodes) {
  s->direct = memory_zeroed(nodes, sizeof *s->direct);
  s->handed = memory_zeroed(nodes, sizeof *s->handed);
  s->is_contact = memory_zeroed(nodes, sizeof *s->is_contact);
  s->contact = memory_array(nodes, sizeof *s->contact);
  return s->direct && s->handed && s->is_contact && s->contact;
}

static void scratch_free(struct scratch *s) {
  free(s->direct);
  free(s->handed);
  free(s->is_contact);
  free(s->contact);
}

static void sum_up(struct pass *p) {
  struct scratch *s = &p->scratch[0];
  for (uint32_t v = 0; v < p->g->nodes; v++) {
    gather(p->g, s, v);
    for (size_t k = 0; k < s->count; k++) {
      double z = s->direct[s->contact[k]];
      p->total[v] += z;
      if (z > p->greatest[v]) p->greatest[v] = z;
    }
    forget(s);
  }
}

enum kernel_code burt(struct burt *out, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .out = out};
  double each = g->nodes ? 2.0 * g->edges / g->nodes : 0;
  struct waves_job job = {g->nodes, 8 + 6 * each * each, some_egos, &p};
  unsigned workers = waves_workers(&job, watch);
  enum kernel_code code = KERNEL_NO_MEMORY;
  p.total = memory_zeroed(g->nodes, sizeof *p.total);
  p.greatest = memory_zeroed(g->nodes, sizeof *p.greatest);
  p.scratch = memory_zeroed(workers, sizeof *p.scratch);
  bool ready = p.total && p.greatest && p.scratch;
  for (unsigned w = 0; ready && w < workers; w++)
    ready = scratch_start(&p.scratch[w], g->nodes);
  if (ready) {
    sum_up(&p);
    code = waves_run(&job, watch);
  }
  for (unsigned w = 0; p.scratch && w < workers; w++)
    scratch_free(&p.scratch[w]);
  free(p.scratch);
  free(p.total);
  free(p.greatest);
  return code;
}
