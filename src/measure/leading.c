/* The leading eigenvector of a whole network, put together from its connected parts.
 *
 * The leading eigenvector is unique only on a connected network. Elsewhere many programs give whatever their solver ends in. Here:
 * Undirected: each component has its own leading value; only components with the greatest one keep values above 0. Where several share it,
 * each is taken in proportion to the sum of its vector: the limit of repeated adding from equal starting values, whatever the numbering.
 * Directed (along in-ties): the same by strong components. A value is passed on along the arcs, so the vector is unique when exactly one
 * strong component has the greatest value and leads to no other such one; nodes before it are 0, nodes behind it follow from
 * lambda x = A' x. Else the vector is undefined.
 * The second method is that adding itself: x <- x + A' x, over and over.
 *
 * Sources: (1) P. Bonacich 1972, doi:10.1080/0022250X.1972.9989806; (2) A. Berman, R. J. Plemmons 1994, Nonnegative Matrices in the
 * Mathematical Sciences, ch. 2, doi:10.1137/1.9781611971262. */
#include "measure/leading.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "measure/spectrum.h"

#include <math.h>
#include <stdlib.h>

#define SAME 1e-10        /* leading values within this relative gap are the same */
#define SETTLED 1e-15     /* change in one round of adding or passing on */
#define ROUNDING 1e-14    /* below it a change may be nothing but rounding, and come again and again ... */
#define PATIENCE 200      /* ... which it is when it has not become smaller for so many rounds */
#define VISITS 2000000000 /* of nodes and arcs: where the second method gives up */

/* A network cut into connected parts, with the leading value and vector of those that matter. */
struct parts {
  const struct graph *g;
  const struct supra *supra; /* g is of its states; NULL: no layers */
  double omega;
  uint32_t *part, *node, *place, *start, count;
  double *value, *vector; /* value of each part, 0 where it was not needed; vector stands in the order of node[] */
  double greatest;
};

static void parts_free(struct parts *p) {
  free(p->part);
  free(p->node);
  free(p->place);
  free(p->start);
  free(p->value);
  free(p->vector);
}

static struct spectrum_part part_of(const struct parts *p, uint32_t i) {
  return (struct spectrum_part){p->g, p->node + p->start[i], p->place, p->part, i, p->start[i + 1] - p->start[i], p->supra, p->omega};
}

static bool leads(const struct parts *p, uint32_t i) {
  return p->value[i] > 0 && p->value[i] >= p->greatest * (1 - SAME);
}

/* Parts that may have the greatest value, by descending bound: a part whose bound is below the best value found is left out. */
struct bounded {
  double bound;
  uint32_t part;
};

static int by_bound(const void *a, const void *b) {
  const struct bounded *x = a, *y = b;
  if (x->bound > y->bound || x->bound < y->bound) return x->bound > y->bound ? -1 : 1;
  return (x->part > y->part) - (x->part < y->part);
}

static nonet_code find_leading(struct parts *p, const struct run *run, nonet_err *err) {
  struct bounded *order = memory_array(p->count, sizeof *order);
  if (!order) return error_memory(err);
  for (uint32_t i = 0; i < p->count; i++) {
    struct spectrum_part part = part_of(p, i);
    order[i] = (struct bounded){spectrum_bound(&part), i};
  }
  qsort(order, p->count, sizeof *order, by_bound);
  nonet_code code = NONET_OK;
  for (uint32_t k = 0; !code && k < p->count && order[k].bound > 0 && order[k].bound >= p->greatest * (1 - SAME); k++) {
    uint32_t i = order[k].part;
    struct spectrum_part part = part_of(p, i);
    code = spectrum_leading(p->vector + p->start[i], &p->value[i], &part, run, err);
    p->greatest = fmax(p->greatest, p->value[i]);
  }
  free(order);
  return code;
}

/* Which states hang together: coupled replicas always do, so it goes by nodes. */
static enum kernel_code find_parts(struct parts *p) {
  const struct graph *g = p->supra ? &p->supra->pairs : p->g;
  uint32_t *part = p->supra ? memory_array(g->nodes, sizeof *part) : p->part;
  if (!part) return KERNEL_NO_MEMORY;
  enum kernel_code code = g->directed ? component_strong_in_order(part, &p->count, g) : component_weak(part, NULL, &p->count, g);
  for (uint32_t i = 0; p->supra && !code && i < p->g->nodes; i++)
    p->part[i] = part[p->supra->node[i]];
  if (p->supra) free(part);
  return code;
}

static nonet_code parts_start(struct parts *p, const struct graph *g, const struct run *run, nonet_err *err) {
  uint32_t most = p->supra && p->supra->nodes > g->nodes ? p->supra->nodes : g->nodes; /* a node without replica is a part without states */
  p->g = g;
  p->part = memory_array(g->nodes, sizeof *p->part);
  p->node = memory_array(g->nodes, sizeof *p->node);
  p->place = memory_array(g->nodes, sizeof *p->place);
  p->start = memory_array((size_t)most + 1, sizeof *p->start);
  p->value = memory_zeroed(most, sizeof *p->value);
  p->vector = memory_array(g->nodes, sizeof *p->vector);
  if (!p->part || !p->node || !p->place || !p->start || !p->value || !p->vector) return error_memory(err);
  if (find_parts(p)) return error_memory(err);
  spectrum_group(p->node, p->place, p->start, p->part, p->count, g->nodes);
  return find_leading(p, run, err);
}

/* Undirected: each leading component in proportion to the sum of its vector. */
static void fill_undirected(double *out, const struct parts *p) {
  for (uint32_t i = 0; i < p->count; i++) {
    double sum = 0;
    for (uint32_t k = p->start[i]; leads(p, i) && k < p->start[i + 1]; k++)
      sum += p->vector[k] * (p->supra ? p->supra->root[p->node[k]] : 1);
    for (uint32_t k = p->start[i]; k < p->start[i + 1]; k++)
      out[p->node[k]] = leads(p, i) ? sum * p->vector[k] : 0;
  }
}

/* The one leading part that leads to no other; count when there is none or more. Arcs go to parts of greater number. */
static nonet_code find_final(uint32_t *out, const struct parts *p, nonet_err *err) {
  bool *before = memory_zeroed(p->count, sizeof *before); /* leads on to a leading part other than itself */
  uint32_t found = 0;
  if (!before) return error_memory(err);
  *out = p->count;
  for (uint32_t i = p->count; i-- > 0;) {
    for (uint32_t k = p->start[i]; k < p->start[i + 1]; k++)
      for (uint64_t a = p->g->first[p->node[k]]; a < p->g->first[p->node[k] + 1]; a++) {
        uint32_t j = p->part[p->g->to[a]];
        if (j != i && (before[j] || leads(p, j))) before[i] = true;
      }
    if (leads(p, i) && !before[i] && found++ == 0) *out = i;
  }
  if (found != 1) *out = p->count;
  free(before);
  return NONET_OK;
}

static double drawn_in(const double *x, const struct parts *p, uint32_t v) {
  const struct graph *g = p->g;
  double sum = 0;
  for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
    sum += x[g->in_to[a]] * (g->strength ? g->strength[g->in_edge[a]] : 1);
  return p->supra ? sum + supra_coupled(x + p->supra->first[p->supra->node[v]], p->supra, p->omega, v) : sum;
}

/* Parts behind the final one, in order: lambda x = A' x, by rounds within each part until nothing changes. */
static nonet_code pass_on(double *x, const struct parts *p, uint32_t final, const struct run *run, nonet_err *err) {
  for (uint32_t i = final + 1; i < p->count; i++)
    for (double change = 1; change > SETTLED;) {
      nonet_code code = run_check(run, err);
      if (code) return code;
      change = 0;
      for (uint32_t k = p->start[i]; k < p->start[i + 1]; k++) {
        uint32_t v = p->node[k];
        double next = drawn_in(x, p, v) / p->value[final];
        if (next > 0) change = fmax(change, fabs(next - x[v]) / next);
        x[v] = next;
      }
      if (p->start[i + 1] - p->start[i] == 1) break;
    }
  return NONET_OK;
}

static nonet_code fill_directed(double *out, const struct parts *p, const struct run *run, nonet_err *err) {
  uint32_t final;
  nonet_code code = find_final(&final, p, err);
  if (code || final == p->count) return code;
  for (uint32_t v = 0; v < p->g->nodes; v++)
    out[v] = 0;
  for (uint32_t k = p->start[final]; k < p->start[final + 1]; k++)
    out[p->node[k]] = p->vector[k];
  return pass_on(out, p, final, run, err);
}

static void scale_to_1(double *out, uint32_t nodes) {
  double most = 0;
  for (uint32_t v = 0; v < nodes; v++)
    most = fmax(most, out[v]);
  for (uint32_t v = 0; v < nodes && most > 0; v++)
    out[v] /= most;
}

static nonet_code lead(double *x, double *value, struct parts *p, const struct graph *g, const struct run *run, nonet_err *err) {
  nonet_code code = parts_start(p, g, run, err);
  if (value) *value = p->greatest;
  if (!code && p->greatest > 0) {
    if (g->directed)
      code = fill_directed(x, p, run, err);
    else
      fill_undirected(x, p);
    scale_to_1(x, g->nodes);
  }
  parts_free(p);
  return code;
}

nonet_code leading_vector(double *x, double *value, const struct graph *g, const struct run *run, nonet_err *err) {
  struct parts p = {0};
  return lead(x, value, &p, g, run, err);
}

nonet_code leading_of_layers(double *x, double *value, const struct supra *s, double omega, const struct run *run, nonet_err *err) {
  struct parts p = {.supra = s, .omega = omega};
  return lead(x, value, &p, &s->ties, run, err);
}

nonet_code leading_value(double *value, const struct graph *g, const struct run *run, nonet_err *err) {
  struct parts p = {0};
  nonet_code code = parts_start(&p, g, run, err);
  *value = p.greatest;
  parts_free(&p);
  return code;
}

/* One round of x <- x + A' x, scaled to a greatest value of 1; the greatest change. */
static double add_once(double *x, double *next, const struct parts *p) {
  uint32_t nodes = p->g->nodes;
  double change = 0;
  for (uint32_t v = 0; v < nodes; v++)
    next[v] = x[v] + drawn_in(x, p, v);
  scale_to_1(next, nodes);
  for (uint32_t v = 0; v < nodes; v++) {
    change = fmax(change, fabs(next[v] - x[v]));
    x[v] = next[v];
  }
  return change;
}

/* Until it stays. */
static nonet_code add_over_and_over(double *x, const struct parts *p, const struct run *run, nonet_err *err) {
  const struct graph *g = p->g;
  double change = 1, least = 1, *next = memory_array(g->nodes, sizeof *next);
  nonet_code code = next ? NONET_OK : error_memory(err);
  int patience = PATIENCE;
  for (uint64_t round = 0; !code && change > SETTLED && patience > 0; round++) {
    code = round * (g->nodes + g->first[g->nodes]) > VISITS
               ? error_set(err, NONET_ELIMIT, "the second method does not settle on this network")
               : run_check(run, err);
    change = add_once(x, next, p);
    patience = change < least || change > ROUNDING ? PATIENCE : patience - 1;
    least = fmin(least, change);
  }
  free(next);
  return code;
}

static nonet_code lead_by_adding(double *x, struct parts *p, const struct graph *g, const struct run *run, nonet_err *err) {
  uint32_t final = 0;
  nonet_code code = parts_start(p, g, run, err);
  bool defined = !code && p->greatest > 0;
  if (defined && g->directed) code = find_final(&final, p, err);
  if (!code && defined && (!g->directed || final < p->count)) {
    for (uint32_t v = 0; v < g->nodes; v++)
      x[v] = !g->directed && p->supra ? p->supra->root[v] : !g->directed || p->part[v] == final;
    code = add_over_and_over(x, p, run, err);
  }
  parts_free(p);
  return code;
}

nonet_code leading_by_adding(double *x, const struct graph *g, const struct run *run, nonet_err *err) {
  struct parts p = {0};
  return lead_by_adding(x, &p, g, run, err);
}

nonet_code leading_of_layers_by_adding(double *x, const struct supra *s, double omega, const struct run *run, nonet_err *err) {
  struct parts p = {.supra = s, .omega = omega};
  return lead_by_adding(x, &p, &s->ties, run, err);
}

void leading_unit_length(double *x, uint32_t nodes) {
  double squares = 0;
  for (uint32_t v = 0; v < nodes; v++)
    squares += x[v] * x[v];
  for (uint32_t v = 0; v < nodes && squares > 0; v++)
    x[v] /= sqrt(squares);
}
