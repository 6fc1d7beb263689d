/* Triangles whose sides are of two or three layers. */
#include "measure/values.h"

static void a_triangle_of_two_layers_closes_the_corner_of_one(void **state) {
  nonet *n = net_of("a-b@x a-c@x b-c@y");
  (void)state;
  assert_near(value_of(n, "clustering-two-layers", "a"), 1, 0);
  assert_true(isnan(value_of(n, "clustering-two-layers", "b"))); /* its two ties are of two layers */
  assert_true(isnan(value_of(n, "clustering-three-layers", "a")));
  nonet_free(n);
}

static void a_triangle_of_three_layers_closes_all_corners(void **state) {
  nonet *n = net_of("a-b@x a-c@y b-c@z");
  (void)state;
  assert_near(value_of(n, "clustering-three-layers", "a"), 1, 0);
  assert_near(value_of(n, "clustering-three-layers", "c"), 1, 0);
  assert_true(isnan(value_of(n, "clustering-two-layers", "a")));
  nonet_free(n);
}

/* The far side of both layers: one of them is another than that of the corner. */
static void ways_are_counted_layer_by_layer(void **state) {
  nonet *n = net_of("a-b@x a-c@x b-c@x b-c@y a-d@z");
  (void)state;
  assert_near(value_of(n, "clustering-two-layers", "a"), 0.5, 1e-15);
  nonet_free(n);
}

static void in_one_layer_there_is_none(void **state) {
  nonet *n = net_of("a-b b-c c-a");
  (void)state;
  assert_true(isnan(value_of(n, "clustering-two-layers", "a")));
  assert_true(isnan(value_of(n, "clustering-three-layers", "a")));
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_triangle_of_two_layers_closes_the_corner_of_one),
      cmocka_unit_test(a_triangle_of_three_layers_closes_all_corners),
      cmocka_unit_test(ways_are_counted_layer_by_layer),
      cmocka_unit_test(in_one_layer_there_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
