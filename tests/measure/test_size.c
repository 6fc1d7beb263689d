/* Nodes, ties, density, reciprocity. */
#include "measure/values.h"

static void all_ties_are_counted_and_density_sees_pairs(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-b b-c c-c d");
  assert_near(value_of(n, "nodes", NULL), 4, 0);
  assert_near(value_of(n, "ties", NULL), 4, 0);
  assert_near(value_of(n, "density", NULL), 2 / 6.0, 1e-15);
  nonet_free(n);
}

static void reciprocity_is_the_share_of_arcs_that_are_returned(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a a>c c-d d>e");
  assert_near(value_of(n, "reciprocity", NULL), 4 / 6.0, 1e-15);
  assert_near(value_of(n, "density", NULL), 6 / 20.0, 1e-15);
  nonet_free(n);
  n = net_of("a-b");
  assert_near(value_of(n, "reciprocity", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_ties_are_counted_and_density_sees_pairs),
      cmocka_unit_test(reciprocity_is_the_share_of_arcs_that_are_returned),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
