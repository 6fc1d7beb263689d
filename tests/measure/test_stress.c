/* Load and stress beside betweenness. */
#include "measure/values.h"

static void where_shortest_ways_are_single_the_three_are_equal(void **state) {
  (void)state;
  static const char *const lines[] = {"a-b b-c c-d c-e e-f", "a>b b>c c>d d>a", "a-b:1 b-c:2 a-c:4 c-d:1"};
  for (int i = 0; i < 3; i++) {
    nonet *n = net_of(lines[i]);
    const nonet_measure_options weighted = {.weighted = true};
    nonet_sheet *s = sheet_of(n, "betweenness,load,stress", &weighted);
    for (size_t v = 0; v < nonet_sheet_rows(s); v++)
      for (size_t k = 2; k < 4; k++)
        assert_near(nonet_sheet_number(s, v, k), nonet_sheet_number(s, v, 1), 1e-14);
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

static void in_a_square_stress_counts_both_ways_and_load_half(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-a");
  assert_near(value_of(n, "stress", "a"), 1, 0);
  assert_near(value_of(n, "load", "a"), 0.5, 0);
  assert_near(normalised_of(n, "load", "a"), 0.5 / 3, 1e-15);
  nonet_free(n);
}

static void at_a_fork_load_splits_by_arcs_and_betweenness_by_paths(void **state) {
  (void)state;
  nonet *n = net_of("0>1 0>2 1>3 1>4 2>4 3>5 4>5");
  assert_near(value_of(n, "load", "2"), 1, 0);
  assert_near(value_of(n, "betweenness", "2"), 1.0 / 3 + 0.5, 1e-15);
  assert_near(value_of(n, "stress", "2"), 2, 0);
  nonet_free(n);
}

static void of_two_nodes_there_is_nothing_to_divide_by(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_near(normalised_of(n, "load", "a"), (double)NAN, 0);
  assert_near(value_of(n, "stress", "a"), 0, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(where_shortest_ways_are_single_the_three_are_equal),
      cmocka_unit_test(in_a_square_stress_counts_both_ways_and_load_half),
      cmocka_unit_test(at_a_fork_load_splits_by_arcs_and_betweenness_by_paths),
      cmocka_unit_test(of_two_nodes_there_is_nothing_to_divide_by),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
