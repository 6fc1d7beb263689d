/* Cut nodes and bridges: published values, and pairs that carry several ties. */
#include "measure/values.h"

static void karate_hangs_on_1_and_florence_on_four_families(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "cut-nodes", NULL), 1, 0);
  assert_near(value_of(n, "cut-node", "1"), 1, 0);
  assert_near(value_of(n, "bridges", NULL), 1, 0);
  assert_near(tie_value(n, "bridge", 9), 1, 0); /* 1 - 12 */
  nonet_free(n);
  n = net_of(florentine_15);
  static const char *const families[] = {"Albizzi", "Guadagni", "Medici", "Salviati"};
  for (int i = 0; i < 4; i++)
    assert_near(value_of(n, "cut-node", families[i]), 1, 0);
  assert_near(value_of(n, "cut-nodes", NULL), 4, 0);
  assert_near(value_of(n, "bridges", NULL), 5, 0);
  nonet_free(n);
  n = net_of(davis_89);
  assert_near(value_of(n, "cut-nodes", NULL), 0, 0);
  nonet_free(n);
}

static void a_bridge_is_a_pair_however_many_ties_it_carries(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-a b-c c-d d-b a-a");
  assert_near(tie_value(n, "bridge", 0), 1, 0);
  assert_near(tie_value(n, "bridge", 1), 1, 0);
  assert_near(tie_value(n, "bridge", 2), 0, 0);
  assert_near(tie_value(n, "bridge", 5), 0, 0);
  assert_near(value_of(n, "bridges", NULL), 1, 0);
  nonet_free(n);
  n = net_of("a>b b>a b>c");
  assert_near(tie_value(n, "bridge", 1), 1, 0);
  assert_near(value_of(n, "bridges", NULL), 2, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_hangs_on_1_and_florence_on_four_families),
      cmocka_unit_test(a_bridge_is_a_pair_however_many_ties_it_carries),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
