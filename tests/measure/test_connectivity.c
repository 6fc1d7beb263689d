/* Node and tie connectivity: published values, direction, small networks. */
#include "measure/values.h"

static void davis_has_2_and_2_karate_1_and_1(void **state) {
  (void)state;
  nonet *n = net_of(davis_89);
  assert_near(value_of(n, "node-connectivity", NULL), 2, 0);
  assert_near(value_of(n, "tie-connectivity", NULL), 2, 0);
  nonet_free(n);
  n = net_of(karate);
  assert_near(value_of(n, "node-connectivity", NULL), 1, 0);
  assert_near(value_of(n, "tie-connectivity", NULL), 1, 0);
  nonet_free(n);
}

static void two_cliques_that_share_a_node_part_at_it_though_ties_are_many(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d b-c b-d c-d d-e d-f d-g e-f e-g f-g");
  assert_near(value_of(n, "node-connectivity", NULL), 1, 0);
  assert_near(value_of(n, "tie-connectivity", NULL), 3, 0);
  nonet_free(n);
}

static void direction_asks_for_ways_back_and_single_nodes_have_0(void **state) {
  (void)state;
  nonet *cycle = net_of("a>b b>c c>a"), *path = net_of("a>b b>c"), *one = net_of("a"), *none = net_of("");
  assert_near(value_of(cycle, "node-connectivity", NULL), 1, 0);
  assert_near(value_of(path, "tie-connectivity", NULL), 0, 0);
  assert_near(value_of(one, "node-connectivity", NULL), 0, 0);
  assert_near(value_of(none, "node-connectivity", NULL), (double)NAN, 0);
  nonet_free(cycle);
  nonet_free(path);
  nonet_free(one);
  nonet_free(none);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_has_2_and_2_karate_1_and_1),
      cmocka_unit_test(two_cliques_that_share_a_node_part_at_it_though_ties_are_many),
      cmocka_unit_test(direction_asks_for_ways_back_and_single_nodes_have_0),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
