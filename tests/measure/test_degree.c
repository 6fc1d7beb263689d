/* Degree in all its forms. */
#include "measure/values.h"

static void a_loop_counts_twice_and_parallel_ties_each(void **state) {
  (void)state;
  nonet *n = net_of("a-a a-b a-b b-c");
  assert_near(value_of(n, "degree", "a"), 4, 0);
  assert_near(value_of(n, "degree", "b"), 3, 0);
  assert_near(value_of(n, "in-degree", "a"), 4, 0);
  assert_near(value_of(n, "neighbours", "b"), 2, 0);
  assert_near(value_of(n, "neighbours", "a"), 1, 0);
  nonet_free(n);
}

static void direction_splits_degree_in_two_and_an_undirected_tie_is_in_both(void **state) {
  (void)state;
  nonet *n = net_of("a>b a>a c-a");
  assert_near(value_of(n, "degree", "a"), 4, 0);
  assert_near(value_of(n, "in-degree", "a"), 2, 0);
  assert_near(value_of(n, "out-degree", "a"), 3, 0);
  assert_near(value_of(n, "in-degree", "c"), 1, 0);
  assert_near(value_of(n, "out-degree", "c"), 1, 0);
  assert_near(value_of(n, "degree", "c"), 1, 0);
  nonet_free(n);
}

static void strength_adds_weights_without_being_asked_and_takes_1_for_none(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2.5 a-c a-a:3");
  assert_near(value_of(n, "strength", "a"), 9.5, 0);
  assert_near(value_of(n, "strength", "c"), 1, 0);
  nonet_free(n);
}

static void the_kites_diane_knows_6_of_9(void **state) {
  (void)state;
  nonet *n = net_of(kite);
  assert_near(normalised_of(n, "degree", "Diane"), 2.0 / 3, 1e-15);
  nonet_free(n);
}

static void medici_have_6_marriages_of_14_possible(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(normalised_of(n, "degree", "Medici"), 6 / 14.0, 1e-15);
  nonet_free(n);
  n = net_of("a-a");
  assert_near(value_of(n, "degree", "a"), 2, 0);
  assert_near(normalised_of(n, "degree", "a"), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_loop_counts_twice_and_parallel_ties_each),
      cmocka_unit_test(direction_splits_degree_in_two_and_an_undirected_tie_is_in_both),
      cmocka_unit_test(strength_adds_weights_without_being_asked_and_takes_1_for_none),
      cmocka_unit_test(the_kites_diane_knows_6_of_9),
      cmocka_unit_test(medici_have_6_marriages_of_14_possible),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
