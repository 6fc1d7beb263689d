/* Bounds on how far anything is, against the distances of all pairs. */
#include "kernel/farbound.h"

#include "kernel/known_graphs.h"

/* The greatest distance from each node, by relaxing every arc until nothing changes. */
static void farthest_of(uint32_t *farthest, const struct graph *g) {
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint32_t d[40];
    for (uint32_t w = 0; w < g->nodes; w++)
      d[w] = w == v ? 0 : 1000;
    for (uint32_t round = 0; round < g->nodes; round++)
      for (uint32_t u = 0; u < g->nodes; u++)
        for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
          if (d[u] + 1 < d[g->to[a]]) d[g->to[a]] = d[u] + 1;
    farthest[v] = 0;
    for (uint32_t w = 0; w < g->nodes; w++)
      if (d[w] < 1000 && d[w] > farthest[v]) farthest[v] = d[w];
  }
}

static void nothing_is_farther_than_its_bound_in_random_networks(void **state) {
  struct chance c;
  double bounds = 0, truths = 0;
  (void)state;
  chance_start(&c, 11, 0);
  for (int round = 0; round < 600; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 32), bound[40], farthest[40];
    known_random(&k, &c, n, round % 5 != 0, 2.5 * chance_share(&c) / (n + 1));
    assert_int_equal(farbound(bound, &k.g), KERNEL_DONE);
    farthest_of(farthest, &k.g);
    for (uint32_t v = 0; v < n; v++) {
      assert_true(bound[v] >= farthest[v]);
      assert_int_equal(bound[v] == 0, farthest[v] == 0);
      bounds += bound[v], truths += farthest[v];
    }
    known_graph_free(&k);
  }
  assert_true(bounds < 2 * truths); /* nor is it so large as to be of no use */
}

static void a_tree_away_from_its_root_is_bounded_exactly_and_a_ring_within_twice(void **state) {
  struct known_graph k;
  uint32_t bound[8], farthest[40];
  (void)state;
  known_graph_start(&k, 8, true, (const uint32_t[][2]){{0, 1}, {0, 2}, {1, 3}, {3, 4}, {2, 5}, {5, 6}, {6, 7}}, 7, NULL);
  assert_int_equal(farbound(bound, &k.g), KERNEL_DONE);
  farthest_of(farthest, &k.g);
  assert_memory_equal(bound, farthest, sizeof bound);
  known_graph_free(&k);
  known_graph_start(&k, 8, true, (const uint32_t[][2]){{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 0}}, 8, NULL);
  assert_int_equal(farbound(bound, &k.g), KERNEL_DONE);
  for (uint32_t v = 0; v < 8; v++)
    assert_true(bound[v] >= 7 && bound[v] <= 14);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_farther_than_its_bound_in_random_networks),
      cmocka_unit_test(a_tree_away_from_its_root_is_bounded_exactly_and_a_ring_within_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
