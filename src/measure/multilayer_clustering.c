/* Triangles that need two or three layers: are two contacts of a node tied, though in another layer?
 *
 * How: the pairs that are tied in any layer are one graph, each pair with the ascending list of its layers. Its triangles are found once
 * each, by the order of degrees (2), and each of the three corners counts in how many ways the layers of its sides can be chosen: for C1
 * both sides at the corner in one layer and the third in another, for C2 all three in different ones.
 *
 * Sources: (1) F. Battiston, V. Nicosia, V. Latora 2014, Structural measures for multiplex networks, doi:10.1103/PhysRevE.89.032804; (2) M.
 * Latapy 2008, doi:10.1016/j.tcs.2008.07.017. */
#include "base/memory.h"
#include "measure/multilayer.h"

#include <math.h>
#include <stdlib.h>

/* Pairs that are tied in a layer, each from both of its nodes. */
struct sides {
  uint32_t nodes, layers;
  uint64_t *first, *list_first; /* rows of v: first[v] ..; the layers of row r: list[list_first[r]] .. */
  uint32_t *to, *list, *mark;   /* mark: row + 1 to the node at hand */
  double *degree_sum, *degree_squares;
};

struct entry {
  uint32_t from, to, layer;
};

static int by_pair(const void *x, const void *y) {
  const struct entry *a = x, *b = y;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  if (a->to != b->to) return a->to < b->to ? -1 : 1;
  return (a->layer > b->layer) - (a->layer < b->layer);
}

static void fill_sides(struct sides *d, const struct entry *e, uint64_t count) {
  uint64_t rows = 0;
  for (uint64_t i = 0; i < count; i++) {
    if (!i || e[i].from != e[i - 1].from || e[i].to != e[i - 1].to) {
      d->to[rows] = e[i].to;
      d->list_first[rows++] = i;
      d->first[e[i].from + 1]++;
    }
    d->list[i] = e[i].layer;
  }
  d->list_first[rows] = count;
  for (uint32_t v = 0; v < d->nodes; v++)
    d->first[v + 1] += d->first[v];
}

static bool sides_start(struct sides *d, const struct supra *s) {
  uint64_t count = s->ties.edges, i = 0;
  struct entry *e = memory_array(count, sizeof *e);
  *d = (struct sides){.nodes = s->nodes,
                      .layers = s->layers,
                      .first = memory_zeroed((size_t)s->nodes + 1, sizeof *d->first),
                      .list_first = memory_array(count + 1, sizeof *d->list_first),
                      .to = memory_array(count, sizeof *d->to),
                      .list = memory_array(count, sizeof *d->list),
                      .mark = memory_zeroed(s->nodes, sizeof *d->mark),
                      .degree_sum = memory_zeroed(s->nodes, sizeof *d->degree_sum),
                      .degree_squares = memory_zeroed(s->nodes, sizeof *d->degree_squares)};
  bool fits = e && d->first && d->list_first && d->to && d->list && d->mark && d->degree_sum && d->degree_squares;
  for (uint32_t state = 0; fits && state < s->states; state++) {
    double degree = (double)(s->ties.first[state + 1] - s->ties.first[state]);
    d->degree_sum[s->node[state]] += degree;
    d->degree_squares[s->node[state]] += degree * degree;
    for (uint64_t a = s->ties.first[state]; a < s->ties.first[state + 1]; a++)
      e[i++] = (struct entry){s->node[state], s->node[s->ties.to[a]], s->layer[state]};
  }
  if (fits && count) qsort(e, count, sizeof *e, by_pair);
  if (fits) fill_sides(d, e, count);
  free(e);
  return fits;
}

static void sides_free(struct sides *d) {
  void *const owned[] = {d->first, d->list_first, d->to, d->list, d->mark, d->degree_sum, d->degree_squares};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
}

/* ---- the layers of three sides ---- */

static double list_size(const struct sides *d, uint64_t row) {
  return (double)(d->list_first[row + 1] - d->list_first[row]);
}

static bool has(const struct sides *d, uint64_t row, uint32_t layer) {
  uint64_t low = d->list_first[row], high = d->list_first[row + 1];
  while (low < high) {
    uint64_t mid = low + (high - low) / 2;
    if (d->list[mid] < layer)
      low = mid + 1;
    else
      high = mid;
  }
  return low < d->list_first[row + 1] && d->list[low] == layer;
}

/* Layers that two sides share, but for one layer (NONET_NONE: none is left out). */
static double shared(const struct sides *d, uint64_t a, uint64_t b, uint32_t but) {
  double count = 0;
  uint64_t i = d->list_first[a], j = d->list_first[b];
  while (i < d->list_first[a + 1] && j < d->list_first[b + 1]) {
    uint32_t x = d->list[i], y = d->list[j];
    count += x == y && x != but;
    i += x <= y;
    j += y <= x;
  }
  return count;
}

/* Both sides at the corner, a and b, in one layer and the far one in another. */
static double in_two(const struct sides *d, uint64_t a, uint64_t b, uint64_t far) {
  double ways = 0;
  for (uint64_t i = d->list_first[a]; i < d->list_first[a + 1]; i++)
    if (has(d, b, d->list[i])) ways += list_size(d, far) - has(d, far, d->list[i]);
  return ways;
}

/* All in different layers. */
static double in_three(const struct sides *d, uint64_t a, uint64_t b, uint64_t far) {
  double ways = 0;
  for (uint64_t i = d->list_first[far]; i < d->list_first[far + 1]; i++) {
    uint32_t layer = d->list[i];
    ways += (list_size(d, a) - has(d, a, layer)) * (list_size(d, b) - has(d, b, layer)) - shared(d, a, b, layer);
  }
  return ways;
}

typedef double ways_of(const struct sides *d, uint64_t a, uint64_t b, uint64_t far);

/* ---- triangles ---- */

static uint64_t rows_of(const struct sides *d, uint32_t v) {
  return d->first[v + 1] - d->first[v];
}

static bool is_before(const struct sides *d, uint32_t v, uint32_t w) {
  uint64_t a = rows_of(d, v), b = rows_of(d, w);
  return a != b ? a < b : v < w;
}

/* Adds to each corner twice the ways: a triangle is two ordered pairs of its contacts. */
static void add_triangles(double *out, struct sides *d, uint32_t v, ways_of *ways) {
  for (uint64_t r = d->first[v]; r < d->first[v + 1]; r++)
    if (is_before(d, v, d->to[r])) d->mark[d->to[r]] = (uint32_t)r + 1;
  for (uint64_t r = d->first[v]; r < d->first[v + 1]; r++) {
    uint32_t u = d->to[r];
    for (uint64_t q = d->first[u]; is_before(d, v, u) && q < d->first[u + 1]; q++) {
      uint32_t w = d->to[q];
      if (!d->mark[w] || !is_before(d, u, w)) continue;
      uint64_t p = d->mark[w] - 1;
      out[v] += 2 * ways(d, r, p, q);
      out[u] += 2 * ways(d, r, q, p);
      out[w] += 2 * ways(d, p, q, r);
    }
  }
  for (uint64_t r = d->first[v]; r < d->first[v + 1]; r++)
    d->mark[d->to[r]] = 0;
}

/* Ordered pairs of ties at v that could be closed, by layers of the third side. */
static double open_in_two(const struct sides *d, uint32_t v) {
  return (d->layers - 1.0) * (d->degree_squares[v] - d->degree_sum[v]);
}

static double open_in_three(const struct sides *d, uint32_t v) {
  double pairs = d->degree_sum[v] * d->degree_sum[v] - d->degree_squares[v];
  for (uint64_t r = d->first[v]; r < d->first[v + 1]; r++)
    pairs -= list_size(d, r) * (list_size(d, r) - 1);
  return (d->layers - 2.0) * pairs;
}

static nonet_code cluster(double *out, ways_of *ways, double (*open)(const struct sides *, uint32_t), const struct measure_ask *ask,
                          nonet_err *err) {
  struct multilayer m;
  struct sides d;
  nonet_code code = multilayer_start(&m, ask, &(struct coupling){.omega = 1, .undirected = true}, err);
  if (code) return code;
  code = sides_start(&d, &m.supra) ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < d.nodes; v++)
    out[v] = 0;
  for (uint32_t v = 0; !code && v < d.nodes; v++) {
    add_triangles(out, &d, v, ways);
    code = run_check(ask->run, err);
  }
  for (uint32_t v = 0; !code && v < d.nodes; v++)
    out[v] = open(&d, v) > 0 ? out[v] / open(&d, v) : (double)NAN;
  sides_free(&d);
  multilayer_free(&m);
  return code;
}

static nonet_code two_layers(double *out, const struct measure_ask *ask, nonet_err *err) {
  return cluster(out, in_two, open_in_two, ask, err);
}
static nonet_code three_layers(double *out, const struct measure_ask *ask, nonet_err *err) {
  return cluster(out, in_three, open_in_three, ask, err);
}

#define BATTISTON "Battiston, F., Nicosia, V., Latora, V. (2014) Structural measures for multiplex networks, doi:10.1103/PhysRevE.89.032804"
#define PLAIN                                                                                                                              \
  "M all layers; ordered pairs of different contacts; simple within each layer; direction is left out of account; never weighted"

static const struct measure_row rows[] = {
    {.info = {.name = "clustering-two-layers",
              .title = "Clustering over two layers (C1)",
              .summary = "How often two contacts that a partner meets in one layer are in contact with each other in another.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula =
                  "triangles with both sides at the node in one layer and the third in another / ((M-1) * sum over layers of k(k-1))",
              .convention = "C1 of Battiston and others; " PLAIN,
              .undefined = "undefined where there is one layer only, and for a node without two contacts in a layer",
              .source = BATTISTON,
              .cost = "O(m^1.5 * layers of a pair)"},
     .reads_undirected = true,
     .layer_by_layer = true,
     .gaps = MEASURE_GAPS,
     .plain = two_layers},
    {.info = {.name = "clustering-three-layers",
              .title = "Clustering over three layers (C2)",
              .summary = "How often two contacts that a partner meets in different layers are in contact with each other in a third.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "triangles with all sides in different layers / ((M-2) * pairs of ties of the node in different layers)",
              .convention = "C2 of Battiston and others; " PLAIN,
              .undefined = "undefined below three layers, and for a node without two contacts in different layers",
              .source = BATTISTON,
              .cost = "O(m^1.5 * layers of a pair squared)"},
     .reads_undirected = true,
     .layer_by_layer = true,
     .gaps = MEASURE_GAPS,
     .plain = three_layers},
};

const struct measure_rows multilayer_clustering_rows = {rows, sizeof rows / sizeof *rows};
