/* Where networks that depend on each other fall apart at a stroke: measured on random networks, beside the theory.
 *
 * Several Erdos-Renyi networks of the same nodes; each node keeps working with chance p, and the same ones do in all. The mutual giant
 * component, kernel/mutual.c's largest group, is a share of all above one p_c and nothing below it: for a chain (or tree) of L networks of
 * mean degree k in which everything depends on everything, p_c k = 1 / (L f (1 - f)^(L - 1)) with f = exp((f - 1) / (L f)), and at it the
 * share (1 - f) / (L k f) of all nodes goes at once (1, 2).
 *
 * How: nodes leave in one order drawn by chance, so that what is left is never more for a smaller p; the p at which less than half of
 * that share is left is found by halving. NONET_THRESHOLD_NODES: how many nodes (2 % is asked for from 100,000 on, less at fewer, since
 * what is measured strays by about n^-1/2); NONET_THRESHOLD_DRAWS: of so many networks the mean is taken.
 *
 * Sources: (1) S. Buldyrev et al. 2010, Catastrophic cascade of failures in interdependent networks, doi:10.1038/nature08932. (2) J. Gao et
 * al. 2012, Networks formed from interdependent networks, doi:10.1038/nphys2180. */
#include "kernel/mutual.h"

#include "base/memory.h"
#include "base/run.h"
#include "fixture/effort.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>

enum { MOST = 5, DEGREE = 5, HALVINGS = 10 };

struct layers {
  struct graph g[MOST];
  uint64_t *first[MOST];
  uint32_t *to[MOST];
};

/* Each of the n (n - 1) / 2 pairs is tied with the same chance; those that are not are leapt over (Batagelj and Brandes 2005). */
static size_t draw_pairs(uint32_t (*pair)[2], size_t room, uint32_t n, double chance_of, struct chance *c) {
  size_t count = 0;
  double v = 1, w = -1;
  while (v < n) {
    w += 1 + floor(log(1 - chance_share(c)) / log(1 - chance_of));
    while (w >= v && v < n)
      w -= v, v++;
    if (v >= n) break;
    assert_true(count < room);
    pair[count][0] = (uint32_t)v, pair[count++][1] = (uint32_t)w;
  }
  return count;
}

static void draw_layer(struct layers *l, uint32_t at, uint32_t n, struct chance *c) {
  size_t room = (size_t)n * DEGREE, count;
  uint32_t(*pair)[2] = memory_array(room, sizeof *pair);
  uint64_t *next = memory_zeroed((size_t)n + 1, sizeof *next), *first = memory_zeroed((size_t)n + 1, sizeof *first);
  assert_true(pair && next && first);
  count = draw_pairs(pair, room, n, (double)DEGREE / (n - 1), c);
  for (size_t i = 0; i < count; i++)
    next[pair[i][0]]++, next[pair[i][1]]++;
  for (uint32_t v = 0; v < n; v++)
    first[v + 1] = first[v] + next[v], next[v] = first[v];
  uint32_t *to = memory_array((size_t)first[n], sizeof *to);
  for (size_t i = 0; i < count; i++)
    for (int k = 0; k < 2; k++)
      to[next[pair[i][k]]++] = pair[i][!k];
  l->first[at] = first, l->to[at] = to;
  l->g[at] = (struct graph){.nodes = n, .edges = (uint32_t)count, .first = first, .to = to, .in_first = first, .in_to = to};
  free(pair);
  free(next);
}

/* How many hang together in every layer where the first `kept` of an order are left. */
static uint32_t left(const struct mutual *m, const uint32_t *rank, uint32_t kept, uint8_t *failed) {
  struct mutual_run r;
  uint32_t layer;
  for (uint32_t v = 0; v < m->nodes; v++)
    failed[v] = rank[v] >= kept;
  assert_int_equal(mutual_start(&r, m), KERNEL_DONE);
  mutual_fail(&r, failed);
  while (mutual_step(&r, &layer))
    ;
  uint32_t largest = mutual_largest(&r, failed);
  mutual_free(&r);
  return largest;
}

/* The share of nodes at which a network of L layers falls apart. */
static double threshold(uint32_t layers, uint32_t n, double jump, struct chance *c) {
  struct layers l;
  struct mutual m = {l.g, layers, n};
  uint32_t *rank = memory_zeroed(n, sizeof *rank), low = 0, high = n;
  uint8_t *failed = memory_array(n, 1);
  assert_true(rank && failed);
  for (uint32_t i = 0; i < layers; i++)
    draw_layer(&l, i, n, c);
  for (uint32_t v = 0; v < n; v++) {
    uint32_t w = (uint32_t)chance_below(c, v + 1);
    rank[v] = rank[w], rank[w] = v;
  }
  for (int i = 0; i < HALVINGS; i++) {
    uint32_t middle = low + (high - low) / 2;
    bool holds = left(&m, rank, middle, failed) >= jump * n / 2;
    if (holds)
      high = middle;
    else
      low = middle;
  }
  for (uint32_t i = 0; i < layers; i++) {
    free(l.first[i]);
    free(l.to[i]);
  }
  free(rank);
  free(failed);
  return ((double)low + high) / 2 / n;
}

/* The root of f = exp((f - 1) / (L f)) between 0 and 1, which is a root as well: the right side is the less of both below it. */
static double root(uint32_t layers) {
  double low = 1e-6, high = 0.9;
  for (int i = 0; i < 200; i++) {
    double f = (low + high) / 2;
    if (exp((f - 1) / (layers * f)) < f)
      low = f;
    else
      high = f;
  }
  return (low + high) / 2;
}

static void interdependent_networks_fall_apart_where_theory_says(void **state) {
  static const struct {
    uint32_t layers;
    double product; /* p_c k, as published */
  } rows[] = {{2, 2.455407}, {3, 3.089119}, {5, 3.822487}};
  uint32_t n = (uint32_t)effort("NONET_THRESHOLD_NODES", 8000), draws = (uint32_t)effort("NONET_THRESHOLD_DRAWS", 1);
  struct chance c;
  (void)state;
  chance_start(&c, 77, 0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    double f = root(rows[i].layers), jump = (1 - f) / (rows[i].layers * DEGREE * f), mean = 0;
    double theory = 1 / (rows[i].layers * f * pow(1 - f, rows[i].layers - 1.0));
    assert_near(theory, rows[i].product, 1e-6);
    for (uint32_t d = 0; d < draws; d++)
      mean += threshold(rows[i].layers, n, jump, &c) * DEGREE / draws;
    print_message("%u networks of %u nodes: p_c k = %.4f, by theory %.4f (%+.2f %%)\n", rows[i].layers, n, mean, theory,
                  100 * (mean / theory - 1));
    if (fabs(mean / theory - 1) > (n >= 100000 ? 0.02 : 0.05)) fail_msg("%u networks: %.4f, not %.4f", rows[i].layers, mean, theory);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(interdependent_networks_fall_apart_where_theory_says),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
