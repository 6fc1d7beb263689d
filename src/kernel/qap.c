/* The quadratic assignment procedure on lists of edges.
 *
 * Of r = (N Sxy - Sx Sy) / sqrt((N Sxx - Sx^2)(N Syy - Sy^2)), sums over all N cells, only Sxy changes when the nodes of one network are
 * permuted, and only cells that are tied in both count in it. So the larger network stands in a hash table, and for each permutation the
 * edges of the smaller one are looked up under the permuted names of their ends: O(n + m) and no matrix. Without values Sxy is a count, and
 * permutations that do as well are told exactly; with values sums that differ by rounding alone are held to be equal.
 *
 * Sources: (1) N. Mantel 1967, The detection of disease clustering and a generalized regression approach, Cancer Research 27; (2) D.
 * Krackhardt 1987, QAP partialling as a test of spuriousness, doi:10.1016/0378-8733(87)90012-8; (3) D. Krackhardt 1988, Predicting with
 * networks, doi:10.1016/0378-8733(88)90004-4; (4) D. Dekker, D. Krackhardt, T. A. B. Snijders 2007,
 * doi:10.1007/s11336-007-9016-1; (5) B. Phipson, G. K. Smyth 2010, Permutation p-values should never be zero,
 * doi:10.2202/1544-6115.1585. */
#include "kernel/qap.h"

#include "base/memory.h"
#include "base/run.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NO_CELL UINT64_MAX
#define ROUNDING 1e-12 /* of the greatest that Sxy can be */

/* ---- one network by its cells ---- */

/* Open addressing, at most a quarter full: most cells that are asked for are not there. */
struct cells {
  uint64_t *cell; /* tail * 2^32 + head */
  double *value;  /* NULL: 1 each */
  size_t mask;
  bool directed;
};

static size_t slot_of(const struct cells *c, uint64_t cell) {
  size_t i = (size_t)((cell * 0x9e3779b97f4a7c15u) >> 24) & c->mask;
  while (c->cell[i] != NO_CELL && c->cell[i] != cell)
    i = (i + 1) & c->mask;
  return i;
}

static uint64_t cell_of(bool directed, uint32_t u, uint32_t v) {
  return directed || u < v ? (uint64_t)u << 32 | v : (uint64_t)v << 32 | u;
}

static double value_at(const struct cells *c, uint32_t u, uint32_t v) {
  size_t i = slot_of(c, cell_of(c->directed, u, v));
  if (c->cell[i] == NO_CELL) return 0;
  return c->value ? c->value[i] : 1;
}

static bool cells_start(struct cells *c, const struct qap_edges *e, bool directed) {
  size_t size = 16;
  while (size < 4 * (size_t)e->edges)
    size *= 2;
  *c = (struct cells){.cell = memory_array(size, sizeof *c->cell), .mask = size - 1, .directed = directed};
  if (e->value) c->value = memory_array(size, sizeof *c->value);
  if (!c->cell || (e->value && !c->value)) return false;
  memset(c->cell, 0xff, size * sizeof *c->cell);
  for (uint32_t i = 0; i < e->edges; i++) {
    size_t slot = slot_of(c, cell_of(directed, e->tail[i], e->head[i]));
    c->cell[slot] = cell_of(directed, e->tail[i], e->head[i]);
    if (e->value) c->value[slot] = e->value[i];
  }
  return true;
}

static void cells_free(struct cells *c) {
  free(c->cell);
  free(c->value);
}

/* ---- what does not change ---- */

struct qap_sums {
  double cells, sum_a, sum_b, spread; /* spread: the root in r; 0: a network without variance */
  double slack;                       /* two values of Sxy that are no farther apart are equal */
};

static double number_of_cells(const struct qap_ask *ask) {
  double n = ask->nodes, of_one = 0;
  if (!ask->mode) return n * (n - 1) / (ask->directed ? 1 : 2);
  for (uint32_t v = 0; v < ask->nodes; v++)
    of_one += ask->mode[v] == 1;
  return of_one * (n - of_one) * (ask->directed ? 2 : 1);
}

static void add_up(double *sum, double *squares, const struct qap_edges *e) {
  *sum = *squares = e->edges;
  if (!e->value) return;
  *sum = *squares = 0;
  for (uint32_t i = 0; i < e->edges; i++) {
    *sum += e->value[i];
    *squares += e->value[i] * e->value[i];
  }
}

/* N Sxx - Sx^2; 0 where what is left of the two is rounding. */
static double variation(double cells, double sum, double squares) {
  double left = cells * squares - sum * sum;
  return left > ROUNDING * cells * squares ? left : 0;
}

static struct qap_sums sums_of(const struct qap_ask *ask) {
  struct qap_sums s = {.cells = number_of_cells(ask)};
  double squares_a, squares_b;
  add_up(&s.sum_a, &squares_a, &ask->a);
  add_up(&s.sum_b, &squares_b, &ask->b);
  s.spread = sqrt(variation(s.cells, s.sum_a, squares_a)) * sqrt(variation(s.cells, s.sum_b, squares_b));
  s.slack = ask->a.value || ask->b.value ? ROUNDING * sqrt(squares_a) * sqrt(squares_b) : 0;
  return s;
}

static double r_of(const struct qap_sums *s, double products) {
  double r = (s->cells * products - s->sum_a * s->sum_b) / s->spread;
  return fmax(-1, fmin(1, r));
}

/* ---- observed ---- */

/* The network that is permuted, edge by edge, and the one that is asked. */
struct sides {
  const struct qap_edges *walked;
  struct cells asked;
};

/* Below, at or above 0: by the pairs that are tied, then by direction. */
static int compare_edge(const struct qap_edges *a, const struct qap_edges *b, uint32_t i, bool ways) {
  uint32_t x = a->tail[i], y = a->head[i], u = b->tail[i], v = b->head[i];
  uint32_t low_a = x < y || ways ? x : y, low_b = u < v || ways ? u : v, high_a = x ^ y ^ low_a, high_b = u ^ v ^ low_b;
  if (low_a != low_b) return low_a < low_b ? -1 : 1;
  return (high_a > high_b) - (high_a < high_b);
}

/* Of as many edges the one whose first differing edge is less, so that it does not matter which is called a, nor which way arcs lead. */
static bool is_less(const struct qap_edges *a, const struct qap_edges *b) {
  if (a->edges != b->edges) return a->edges < b->edges;
  for (int ways = 0; ways < 2; ways++)
    for (uint32_t i = 0; i < a->edges; i++) {
      int order = compare_edge(a, b, i, ways);
      if (order) return order < 0;
    }
  for (uint32_t i = 0; a->value && b->value && i < a->edges; i++)
    if (a->value[i] < b->value[i] || a->value[i] > b->value[i]) return a->value[i] < b->value[i];
  return false;
}

static bool sides_start(struct sides *s, const struct qap_ask *ask) {
  bool a_is_less = is_less(&ask->a, &ask->b);
  s->walked = a_is_less ? &ask->a : &ask->b;
  return cells_start(&s->asked, a_is_less ? &ask->b : &ask->a, ask->directed);
}

/* Sxy with nodes renamed; NULL: as they are. */
static double products_of(const struct sides *s, const uint32_t *name) {
  const struct qap_edges *e = s->walked;
  double sum = 0;
  for (uint32_t i = 0; i < e->edges; i++) {
    uint32_t u = e->tail[i], v = e->head[i];
    double at = name ? value_at(&s->asked, name[u], name[v]) : value_at(&s->asked, u, v);
    sum += e->value ? e->value[i] * at : at;
  }
  return sum;
}

static uint64_t tied_in_both(const struct sides *s) {
  const struct qap_edges *e = s->walked;
  uint64_t both = 0;
  for (uint32_t i = 0; i < e->edges; i++)
    both += s->asked.cell[slot_of(&s->asked, cell_of(s->asked.directed, e->tail[i], e->head[i]))] != NO_CELL;
  return both;
}

static void observe(struct qap *out, const struct qap_sums *sums, const struct sides *s, const struct qap_ask *ask) {
  *out = (struct qap){.cells = sums->cells, .r = NAN, .mean = NAN, .sd = NAN, .p_high = NAN, .p_low = NAN};
  out->both = tied_in_both(s);
  out->either = (uint64_t)ask->a.edges + ask->b.edges - out->both;
  if (sums->spread > 0) out->r = r_of(sums, products_of(s, NULL));
}

enum kernel_code qap_correlation(struct qap *out, const struct qap_ask *ask) {
  struct sides s = {0};
  struct qap_sums sums = sums_of(ask);
  bool ready = sides_start(&s, ask);
  if (ready) observe(out, &sums, &s, ask);
  cells_free(&s.asked);
  return ready ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

/* ---- the test ---- */

struct qap_lane {
  uint64_t low, high;
  double shift, squares; /* of r less the r observed: their sum, the sum of their squares */
};

struct deal {
  const struct qap_sums *sums;
  const struct sides *sides;
  const struct qap_chance *chance;
  double observed, r; /* Sxy, and what follows from it */
  uint32_t nodes, of_mode[2];
  uint32_t *order;        /* nodes of mode 0, then those of mode 1 */
  uint32_t *drawn, *name; /* of each worker */
  struct qap_lane lane[WAVES_LANES];
};

static void shuffle(uint32_t *at, uint32_t count, struct chance *c) {
  for (uint32_t i = count; i > 1; i--) {
    uint32_t j = (uint32_t)chance_below(c, i), kept = at[i - 1];
    at[i - 1] = at[j], at[j] = kept;
  }
}

static void permute(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct deal *d = context;
  struct qap_lane *sum = &d->lane[lane];
  uint32_t *drawn = d->drawn + (size_t)worker * d->nodes, *name = d->name + (size_t)worker * d->nodes;
  for (size_t i = from; i < to; i++) {
    struct chance c;
    chance_start(&c, d->chance->seed, i);
    if (d->nodes) memcpy(drawn, d->order, d->nodes * sizeof *drawn);
    shuffle(drawn, d->of_mode[0], &c);
    shuffle(drawn + d->of_mode[0], d->of_mode[1], &c);
    for (uint32_t v = 0; v < d->nodes; v++)
      name[d->order[v]] = drawn[v];
    double products = products_of(d->sides, name), gap = r_of(d->sums, products) - d->r;
    sum->high += products >= d->observed - d->sums->slack;
    sum->low += products <= d->observed + d->sums->slack;
    sum->shift += gap;
    sum->squares += gap * gap;
  }
}

static bool deal_start(struct deal *d, const struct qap_ask *ask, unsigned workers) {
  d->nodes = ask->nodes;
  d->order = memory_array(ask->nodes, sizeof *d->order);
  d->drawn = memory_array((size_t)workers * ask->nodes, sizeof *d->drawn);
  d->name = memory_array((size_t)workers * ask->nodes, sizeof *d->name);
  if (!d->order || !d->drawn || !d->name) return false;
  for (uint32_t v = 0; v < ask->nodes; v++)
    if (!ask->mode || !ask->mode[v]) d->order[d->of_mode[0]++] = v;
  for (uint32_t v = 0; v < ask->nodes; v++)
    if (ask->mode && ask->mode[v]) d->order[d->of_mode[0] + d->of_mode[1]++] = v;
  return true;
}

static void conclude(struct qap *out, const struct deal *d) {
  struct qap_lane all = {0};
  double drawn = d->chance->permutations;
  for (unsigned lane = 0; lane < WAVES_LANES; lane++) {
    all.low += d->lane[lane].low, all.high += d->lane[lane].high;
    all.shift += d->lane[lane].shift, all.squares += d->lane[lane].squares;
  }
  out->p_high = ((double)all.high + 1) / (drawn + 1);
  out->p_low = ((double)all.low + 1) / (drawn + 1);
  out->mean = d->r + all.shift / drawn;
  out->sd = sqrt(fmax(0, all.squares - all.shift * all.shift / drawn) / (drawn - 1));
}

enum kernel_code qap_test(struct qap *out, const struct qap_ask *ask, const struct qap_chance *chance, const struct kernel_watch *watch) {
  struct sides s = {0};
  struct qap_sums sums = sums_of(ask);
  struct deal d = {.sums = &sums, .sides = &s, .chance = chance};
  struct waves_job job = {chance->permutations, 4.0 * ask->nodes, permute, &d};
  enum kernel_code code = KERNEL_NO_MEMORY;
  if (!sides_start(&s, ask)) goto done;
  observe(out, &sums, &s, ask);
  code = KERNEL_DONE;
  if (!(sums.spread > 0) || !chance->permutations) goto done;
  job.cost += 4.0 * s.walked->edges;
  d.observed = products_of(&s, NULL), d.r = r_of(&sums, d.observed);
  code = deal_start(&d, ask, waves_workers(&job, watch)) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  if (!code) conclude(out, &d);
done:
  cells_free(&s.asked);
  free(d.order);
  free(d.drawn);
  free(d.name);
  return code;
}
