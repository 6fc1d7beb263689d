/* How ties spread over layers: by hand. */
#include "measure/values.h"

static void ties_alike_in_all_layers_take_part_fully(void **state) {
  nonet *n = net_of("a-b@x a-c@x a-b@y a-d@y b-d@z");
  (void)state;
  assert_near(value_of(n, "overlapping-degree", "a"), 4, 0);
  assert_near(value_of(n, "multilayer-participation", "a"), 0.75, 1e-15); /* two of three layers */
  assert_near(value_of(n, "multilayer-participation", "b"), 1, 1e-15);
  assert_near(value_of(n, "multilayer-participation", "c"), 0, 0);
  assert_near(value_of(n, "multilayer-entropy", "b"), log(3), 1e-15);
  assert_near(value_of(n, "layer-coverage", "d"), 2 / 3.0, 1e-15);
  nonet_free(n);
}

static void members_are_compared_over_the_layers_they_are_in(void **state) {
  static const nonet_measure_options members = {.replicas = NONET_REPLICAS_MEMBERS};
  nonet *n = net_of("a-b@x a-c@x a-b@y a-d@y b-d@z");
  (void)state;
  assert_near(value_with(n, "multilayer-participation", "a", &members), 1, 1e-15);
  assert_near(value_with(n, "layer-coverage", "a", &members), 1, 0);
  assert_true(isnan(value_with(n, "multilayer-participation", "c", &members)));
  nonet_free(n);
}

static void nothing_is_said_of_an_isolate_or_a_single_layer(void **state) {
  nonet *n = net_of("a-b@x c@x"), *m = net_of("a-b@x a-b@y c");
  (void)state;
  assert_true(isnan(value_of(n, "multilayer-participation", "a")));
  assert_true(isnan(value_of(m, "multilayer-participation", "c")));
  assert_true(isnan(value_of(m, "multilayer-entropy", "c")));
  assert_near(value_of(m, "overlapping-degree", "c"), 0, 0);
  assert_near(value_of(m, "layer-coverage", "c"), 0, 0);
  nonet_free(n);
  nonet_free(m);
}

static void a_line_stands_for_each_layer_with_ties(void **state) {
  nonet *n = net_of("a-b@x a-c@x a-b@y d");
  nonet_sheet *s = sheet_of(n, "multilayer-degree", NULL);
  (void)state;
  assert_int_equal(nonet_sheet_rows(s), 5);
  assert_string_equal(nonet_sheet_text(s, 1, 0), "a");
  assert_string_equal(nonet_sheet_text(s, 1, 1), "y");
  assert_near(nonet_sheet_number(s, 0, 2), 2, 0);
  assert_near(nonet_sheet_number(s, 0, 3), 2 / 3.0, 1e-15);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ties_alike_in_all_layers_take_part_fully),
      cmocka_unit_test(members_are_compared_over_the_layers_they_are_in),
      cmocka_unit_test(nothing_is_said_of_an_isolate_or_a_single_layer),
      cmocka_unit_test(a_line_stands_for_each_layer_with_ties),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
