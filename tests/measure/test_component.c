/* Components: numbers, counts, the largest. */
#include "measure/values.h"

static void components_are_numbered_by_size_then_by_least_key(void **state) {
  (void)state;
  nonet *n = net_of("10-11 9-12 a-b c-d d-e");
  assert_near(value_of(n, "component", "e"), 1, 0);
  assert_near(value_of(n, "component", "9"), 2, 0);
  assert_near(value_of(n, "component", "10"), 3, 0);
  assert_near(value_of(n, "component", "b"), 4, 0);
  assert_near(value_of(n, "components", NULL), 4, 0);
  assert_near(value_of(n, "giant", NULL), 3, 0);
  assert_near(normalised_of(n, "giant", NULL), 1 / 3.0, 1e-15);
  nonet_free(n);
}

static void direction_does_not_part_and_no_nodes_have_no_parts(void **state) {
  (void)state;
  nonet *n = net_of("a>b c>b"), *none = net_of("");
  assert_near(value_of(n, "components", NULL), 1, 0);
  assert_near(value_of(none, "components", NULL), 0, 0);
  assert_near(value_of(none, "giant", NULL), 0, 0);
  nonet_free(n);
  nonet_free(none);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(components_are_numbered_by_size_then_by_least_key),
      cmocka_unit_test(direction_does_not_part_and_no_nodes_have_no_parts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
