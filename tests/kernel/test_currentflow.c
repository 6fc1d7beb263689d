/* Current flow from a dense solution for each pair of nodes. */
#include "kernel/currentflow.h"

#include "kernel/dense.h"
#include "kernel/known_graphs.h"

/* Potentials for a unit from s to t, s's component only, by dense elimination; false where t is not reached. */
static bool potentials(double *x, const struct graph *g, uint32_t s, uint32_t t) {
  static double a[64 * 64];
  size_t n = g->nodes;
  bool regular, near[64] = {false};
  near[s] = true;
  for (uint32_t round = 0; round < n; round++)
    for (uint32_t e = 0; e < g->edges; e++)
      if (near[g->tail[e]] || near[g->head[e]]) near[g->tail[e]] = near[g->head[e]] = true;
  if (!near[t]) return false;
  for (size_t i = 0; i < n * n; i++)
    a[i] = 0;
  for (uint32_t e = 0; e < g->edges; e++) {
    size_t u = g->tail[e], v = g->head[e];
    double c = g->strength ? g->strength[e] : 1;
    a[u * n + u] += c, a[v * n + v] += c, a[u * n + v] -= c, a[v * n + u] -= c;
  }
  for (size_t v = 0; v < n; v++) {
    x[v] = v == s;
    for (size_t w = 0; w < n && (v == t || !near[v]); w++) /* t is earth; the rest is left out */
      a[v * n + w] = v == w;
  }
  assert_int_equal(dense_solve(&regular, a, x, n, 1, NULL), KERNEL_DONE);
  assert_true(regular);
  return true;
}

static void check(const struct graph *g) {
  double between[64], resistance[64], want[64] = {0}, far[64] = {0}, x[64];
  assert_int_equal(currentflow(between, resistance, g, NULL), KERNEL_DONE);
  for (uint32_t s = 0; s < g->nodes; s++)
    for (uint32_t t = s + 1; t < g->nodes; t++) {
      if (!potentials(x, g, s, t)) continue;
      far[s] += x[s];
      far[t] += x[s];
      for (uint32_t v = 0; v < g->nodes; v++)
        for (uint64_t a = g->first[v]; v != s && v != t && a < g->first[v + 1]; a++)
          want[v] += (g->strength ? g->strength[g->edge[a]] : 1) * fabs(x[v] - x[g->to[a]]) / 2;
    }
  for (uint32_t v = 0; v < g->nodes; v++) {
    assert_near(between[v], want[v], 1e-10);
    assert_near(resistance[v], far[v], 1e-11);
  }
}

static void random_networks_agree_with_dense_solutions(void **state) {
  struct chance c;
  static double strength[4096];
  (void)state;
  chance_start(&c, 22, 0);
  for (int round = 0; round < 120; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 22);
    known_random(&k, &c, n, false, round % 3 ? 2.5 / (n + 1) : chance_share(&c));
    for (uint32_t e = 0; e < k.g.edges; e++)
      strength[e] = 0.1 + chance_share(&c);
    if (round % 2) k.g.strength = strength;
    check(&k.g);
    known_graph_free(&k);
  }
}

static void medici_carry_54_504139(void **state) {
  struct known_graph k;
  double between[FLORENCE_NODES], resistance[FLORENCE_NODES];
  (void)state;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_int_equal(currentflow(between, resistance, &k.g, NULL), KERNEL_DONE);
  assert_near(between[MEDICI], 54.504139, 1e-7);
  assert_near(between[MEDICI] / 91, 0.59894658, 1e-8);
  assert_true(between[ACCIAIUOLI] == 0);
  known_graph_free(&k);
}

static void threads_change_no_bit(void **state) {
  struct known_graph k;
  struct chance c;
  double one[128], eight[128];
  (void)state;
  chance_start(&c, 23, 0);
  known_random(&k, &c, 64, false, 0.3);
  assert_int_equal(currentflow(one, one + 64, &k.g, &(struct kernel_watch){.threads = 1}), KERNEL_DONE);
  assert_int_equal(currentflow(eight, eight + 64, &k.g, &(struct kernel_watch){.threads = 8}), KERNEL_DONE);
  assert_memory_equal(one, eight, sizeof one);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_dense_solutions),
      cmocka_unit_test(medici_carry_54_504139),
      cmocka_unit_test(threads_change_no_bit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
