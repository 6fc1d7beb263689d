/* How each node's ties are spread over groups, and the ties between groups.
 *
 * One node at a time: strengths to each group are added up in an array of groups, of which only those met are cleared again.
 *
 * Sources: (1) R. Guimera, L. A. N. Amaral 2005, Functional cartography of complex metabolic networks, doi:10.1038/nature03288; (2) P. M.
 * Blau 1977, Inequality and Heterogeneity, Free Press. */
#include "kernel/participation.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NO_GROUP PARTICIPATION_NO_GROUP

struct tally {
  const struct graph *g;
  const struct participation_groups *p;
  double *toward; /* by group; 0 between nodes */
  uint32_t *met;
  uint32_t met_count;
  double *internal; /* by node */
};

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

static void add(struct tally *t, uint32_t neighbour, uint32_t edge) {
  uint32_t h = t->p->group[neighbour];
  if (h == NO_GROUP) return;
  if (t->toward[h] == 0) t->met[t->met_count++] = h;
  t->toward[h] += strength(t->g, edge);
}

/* Ties of v by group; sets internal, external and the coefficient. */
static void one_node(struct participation *out, struct tally *t, uint32_t v) {
  const struct graph *g = t->g;
  uint32_t own = t->p->group[v];
  double total = 0, inside = 0, squares = 0;
  t->met_count = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    add(t, g->to[a], g->edge[a]);
  for (uint64_t a = g->in_first[v]; g->directed && a < g->in_first[v + 1]; a++)
    add(t, g->in_to[a], g->in_edge[a]);
  if (own != NO_GROUP) inside = t->toward[own];
  for (uint32_t i = 0; i < t->met_count; i++)
    total += t->toward[t->met[i]];
  for (uint32_t i = 0; i < t->met_count; i++) {
    double share = t->toward[t->met[i]] / total;
    squares += share * share;
  }
  for (uint32_t i = 0; i < t->met_count; i++)
    t->toward[t->met[i]] = 0;
  t->internal[v] = own == NO_GROUP ? (double)NAN : inside;
  if (out->internal) out->internal[v] = t->internal[v];
  if (out->external) out->external[v] = own == NO_GROUP ? (double)NAN : total - inside;
  if (out->coefficient) out->coefficient[v] = total > 0 ? 1 - squares : (double)NAN;
}

/* Mean and deviation of internal strength in each group, then z of each node. */
static bool z_scores(struct participation *out, const struct tally *t) {
  uint32_t n = t->g->nodes, groups = t->p->groups;
  const uint32_t *group = t->p->group;
  double *mean = memory_zeroed(groups, sizeof *mean), *squares = memory_zeroed(groups, sizeof *squares);
  double *size = memory_zeroed(groups, sizeof *size);
  bool ready = mean && squares && size;
  for (uint32_t v = 0; ready && v < n; v++)
    if (group[v] != NO_GROUP) mean[group[v]] += t->internal[v], size[group[v]]++;
  for (uint32_t h = 0; ready && h < groups; h++)
    if (size[h] > 0) mean[h] /= size[h];
  for (uint32_t v = 0; ready && v < n; v++)
    if (group[v] != NO_GROUP) squares[group[v]] += pow(t->internal[v] - mean[group[v]], 2);
  for (uint32_t v = 0; ready && v < n; v++) {
    uint32_t h = group[v];
    double gap = h == NO_GROUP ? (double)NAN : t->internal[v] - mean[h], around = h == NO_GROUP ? (double)NAN : squares[h];
    bool spread = h != NO_GROUP && around > 1e-24 * size[h] * mean[h] * mean[h]; /* more than rounding */
    if (out->z_population) out->z_population[v] = spread ? gap / sqrt(around / size[h]) : (double)NAN;
    if (out->z_sample) out->z_sample[v] = spread ? gap / sqrt(around / (size[h] - 1)) : (double)NAN;
  }
  free(mean);
  free(squares);
  free(size);
  return ready;
}

enum kernel_code participation(struct participation *out, const struct graph *g, const struct participation_groups *p) {
  struct tally t = {.g = g, .p = p};
  t.toward = memory_zeroed(p->groups, sizeof *t.toward);
  t.met = memory_array(p->groups, sizeof *t.met);
  t.internal = memory_array(g->nodes, sizeof *t.internal);
  bool ready = t.toward && t.met && t.internal;
  for (uint32_t v = 0; ready && v < g->nodes; v++)
    one_node(out, &t, v);
  ready = ready && z_scores(out, &t);
  free(t.toward);
  free(t.met);
  free(t.internal);
  return ready ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

enum kernel_code participation_between(double *ties, double *pairs, const struct graph *g, const struct participation_groups *p) {
  size_t k = p->groups;
  double *size = memory_zeroed(k, sizeof *size);
  if (!size) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (p->group[v] != NO_GROUP) size[p->group[v]]++;
  for (size_t a = 0; a < k; a++)
    for (size_t b = 0; b < k; b++) {
      double within = g->directed ? size[a] * (size[a] - 1) : size[a] * (size[a] - 1) / 2;
      ties[a * k + b] = 0;
      pairs[a * k + b] = a == b ? within : size[a] * size[b];
    }
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t a = p->group[g->tail[e]], b = p->group[g->head[e]];
    if (a == NO_GROUP || b == NO_GROUP) continue;
    ties[a * k + b] += strength(g, e);
    if (!g->directed && a != b) ties[b * k + a] += strength(g, e);
  }
  free(size);
  return KERNEL_DONE;
}
