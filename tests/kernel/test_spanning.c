/* Spanning trees by trying every set of ties, and by formulas; algebraic connectivity by both of its methods. */
#include "kernel/spanning.h"

#include "kernel/known_graphs.h"

static uint32_t find(uint32_t *root, uint32_t v) {
  while (root[v] != v)
    v = root[v];
  return v;
}

static double by_trying(const struct graph *g) {
  double trees = 0;
  for (uint32_t set = 0; set < 1u << g->edges; set++) {
    uint32_t root[16], joined = 0;
    bool cycle = false;
    for (uint32_t v = 0; v < g->nodes; v++)
      root[v] = v;
    for (uint32_t e = 0; e < g->edges && !cycle; e++) {
      if (!(set >> e & 1)) continue;
      uint32_t u = find(root, g->tail[e]), v = find(root, g->head[e]);
      cycle = u == v;
      root[u] = v;
      joined++;
    }
    trees += !cycle && joined + 1 == g->nodes;
  }
  return trees;
}

static void check_small(uint32_t nodes, uint32_t mask) {
  struct known_graph k;
  struct spanning s;
  known_of_mask(&k, nodes, mask);
  assert_int_equal(spanning_trees(&s, &k.g, NULL), KERNEL_DONE);
  assert_true(s.exact && s.trees == by_trying(&k.g));
  assert_near(exp(s.log_trees), s.trees, 1e-12);
  known_graph_free(&k);
}

static void all_139_connected_graphs_of_4_to_6_nodes_have_their_trees(void **state) {
  (void)state;
  assert_int_equal(known_each_connected(4, check_small), 6);
  assert_int_equal(known_each_connected(5, check_small), 21);
  assert_int_equal(known_each_connected(6, check_small), 112);
}

/* Cayley: n^(n - 2). 15^13 is just below 2^53, 16^14 above. */
static void complete_networks_have_cayleys_number(void **state) {
  uint32_t pairs[780][2];
  (void)state;
  for (uint32_t n = 1; n <= 40; n++) {
    struct known_graph k;
    struct spanning s;
    size_t count = 0;
    for (uint32_t u = 0; u < n; u++)
      for (uint32_t v = u + 1; v < n; v++)
        pairs[count][0] = u, pairs[count++][1] = v;
    known_graph_start(&k, n, false, (const uint32_t(*)[2])pairs, count, NULL);
    assert_int_equal(spanning_trees(&s, &k.g, NULL), KERNEL_DONE);
    if (n == 1) assert_true(s.exact && s.trees == 1);
    if (n > 1) assert_near(s.log_trees, (n - 2) * log(n), 1e-13);
    assert_int_equal(s.exact, n <= 15);
    if (n == 15) assert_true(s.trees == 1946195068359375.0);
    known_graph_free(&k);
  }
}

static void florence_has_1208_trees_and_islands_none(void **state) {
  static const uint32_t islands[][2] = {{0, 1}, {1, 2}, {0, 2}, {3, 4}};
  struct known_graph k;
  struct spanning s;
  (void)state;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_int_equal(spanning_trees(&s, &k.g, NULL), KERNEL_DONE);
  assert_true(s.exact && s.trees == 1208);
  known_graph_free(&k);
  known_graph_start(&k, 5, false, islands, 4, NULL);
  assert_int_equal(spanning_trees(&s, &k.g, NULL), KERNEL_DONE);
  assert_true(s.exact && s.trees == 0 && isinf(s.log_trees));
  assert_near(exp(s.log_forests), 3, 1e-14);
  known_graph_free(&k);
  known_graph_start(&k, 0, false, islands, 0, NULL);
  assert_int_equal(spanning_trees(&s, &k.g, NULL), KERNEL_DONE);
  assert_true(isnan(s.trees));
  known_graph_free(&k);
}

static void strengths_multiply_along_trees(void **state) {
  static const uint32_t triangle[][2] = {{0, 1}, {1, 2}, {0, 2}};
  static const double strength[] = {2, 3, 5};
  struct known_graph k;
  struct spanning s;
  (void)state;
  known_graph_start(&k, 3, false, triangle, 3, strength);
  assert_int_equal(spanning_trees(&s, &k.g, NULL), KERNEL_DONE);
  assert_near(s.trees, 2 * 3 + 3 * 5 + 2 * 5, 1e-15);
  assert_false(s.exact);
  known_graph_free(&k);
}

static double connectivity(const struct graph *g, uint32_t dense) {
  double value;
  assert_int_equal(spanning_algebraic_connectivity(&value, g, dense, NULL), KERNEL_DONE);
  return value;
}

static void known_networks_have_their_algebraic_connectivity_by_both_methods(void **state) {
  struct known_graph karate, florence, path;
  static uint32_t pairs[999][2];
  (void)state;
  known_graph_start(&karate, KARATE_NODES, false, KNOWN(karate), NULL);
  known_graph_start(&florence, FLORENCE_NODES, false, KNOWN(florence), NULL);
  for (uint32_t v = 0; v < 999; v++)
    pairs[v][0] = v, pairs[v][1] = v + 1;
  known_graph_start(&path, 1000, false, (const uint32_t(*)[2])pairs, 999, NULL);
  assert_near(connectivity(&karate.g, 0), 0.46852523, 1e-8);
  assert_near(connectivity(&florence.g, 0), 0.34592316, 1e-8);
  assert_near(connectivity(&karate.g, 1) / connectivity(&karate.g, 0), 1, 1e-12);
  assert_near(connectivity(&florence.g, 1) / connectivity(&florence.g, 0), 1, 1e-12);
  assert_near(connectivity(&path.g, 0) / (4 * pow(sin(acos(-1) / 2000), 2)), 1, 1e-9); /* 2 - 2 cos (pi / n) */
  known_graph_free(&karate);
  known_graph_free(&florence);
  known_graph_free(&path);
}

static void random_networks_agree_by_both_methods(void **state) {
  struct chance c;
  static double strength[4096];
  (void)state;
  chance_start(&c, 21, 0);
  for (int round = 0; round < 200; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 50);
    known_random(&k, &c, n, false, 0.1 + chance_share(&c));
    for (uint32_t e = 0; e < k.g.edges; e++)
      strength[e] = 0.1 + chance_share(&c);
    if (round % 2) k.g.strength = strength;
    if (n < 2)
      assert_true(isnan(connectivity(&k.g, 0)));
    else
      assert_near(connectivity(&k.g, 1), connectivity(&k.g, 0), 1e-12);
    known_graph_free(&k);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_139_connected_graphs_of_4_to_6_nodes_have_their_trees),
      cmocka_unit_test(complete_networks_have_cayleys_number),
      cmocka_unit_test(florence_has_1208_trees_and_islands_none),
      cmocka_unit_test(strengths_multiply_along_trees),
      cmocka_unit_test(known_networks_have_their_algebraic_connectivity_by_both_methods),
      cmocka_unit_test(random_networks_agree_by_both_methods),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
