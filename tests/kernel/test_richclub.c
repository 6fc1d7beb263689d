/* The rich club against its definition, level by level. */
#include "kernel/richclub.h"

#include "kernel/known_graphs.h"

static void check(const struct graph *g) {
  uint32_t nodes[64], edges[64], levels = richclub_levels(g);
  double density[64];
  assert_int_equal(richclub(nodes, edges, density, g), KERNEL_DONE);
  for (uint32_t k = 0; k < levels; k++) {
    uint32_t n = 0, m = 0;
    for (uint32_t v = 0; v < g->nodes; v++)
      n += g->first[v + 1] - g->first[v] > k;
    for (uint32_t e = 0; e < g->edges; e++)
      m += g->first[g->tail[e] + 1] - g->first[g->tail[e]] > k && g->first[g->head[e] + 1] - g->first[g->head[e]] > k;
    assert_int_equal(nodes[k], n);
    assert_int_equal(edges[k], m);
    assert_near(density[k], n < 2 ? (double)NAN : 2.0 * m / (n * (n - 1.0)), 1e-15);
  }
  if (levels) assert_int_equal(nodes[levels - 1], 0);
}

static void random_networks_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 8, 0);
  for (int round = 0; round < 200; round++) {
    struct known_graph k;
    known_random(&k, &c, (uint32_t)chance_below(&c, 30), false, chance_share(&c));
    check(&k.g);
    known_graph_free(&k);
  }
}

/* Of the five members with more than 8 ties (34, 1, 33, 3, 2) five pairs of ten are tied. */
static void karate_has_a_rich_club_of_five(void **state) {
  struct known_graph k;
  uint32_t nodes[18], edges[18];
  double density[18];
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(richclub_levels(&k.g), 18);
  assert_int_equal(richclub(nodes, edges, density, &k.g), KERNEL_DONE);
  assert_int_equal(nodes[8], 5);
  assert_int_equal(edges[8], 5);
  assert_near(density[8], 0.5, 1e-15);
  assert_near(density[0], 78.0 / 561, 1e-15);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_the_definition),
      cmocka_unit_test(karate_has_a_rich_club_of_five),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
