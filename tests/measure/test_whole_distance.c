/* Diameter, mean distance, efficiency: published values and where they are undefined. */
#include "measure/values.h"

static void davis_karate_and_florence_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(davis_89);
  assert_near(value_of(n, "diameter", NULL), 4, 0);
  assert_near(value_of(n, "mean-distance", NULL), 2.30645161290322581, 1e-15);
  nonet_free(n);
  n = net_of(karate);
  assert_near(value_of(n, "efficiency", NULL), 0.4920083184789052, 1e-14);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "efficiency", NULL), 0.5001587301587297, 1e-14);
  nonet_free(n);
}

static void pairs_without_a_path_are_left_out_of_the_mean_and_count_0_in_efficiency(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c d");
  assert_near(value_of(n, "mean-distance", NULL), 8 / 6.0, 1e-15);
  assert_near(value_of(n, "efficiency", NULL), 5 / 12.0, 1e-15);
  assert_near(value_of(n, "diameter", NULL), 2, 0);
  nonet_free(n);
}

static void small_networks_say_what_is_undefined(void **state) {
  (void)state;
  nonet *none = net_of(""), *one = net_of("a"), *two = net_of("a b");
  assert_near(value_of(none, "diameter", NULL), (double)NAN, 0);
  assert_near(value_of(one, "diameter", NULL), 0, 0);
  assert_near(value_of(one, "efficiency", NULL), (double)NAN, 0);
  assert_near(value_of(two, "efficiency", NULL), 0, 0);
  assert_near(value_of(two, "mean-distance", NULL), (double)NAN, 0);
  nonet_free(none);
  nonet_free(one);
  nonet_free(two);
}

static void with_weights_distances_are_lengths(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2 b-c:4");
  assert_near(weighted_of(n, "diameter", NULL), 0.75, 0);
  assert_near(weighted_of(n, "mean-distance", NULL), 1.5 / 3, 1e-15);
  nonet_free(n);
}

/* Alone it is searched for, beside the mean it is read from all distances. */
static void the_diameter_alone_is_that_of_all_distances(void **state) {
  static const char *const texts[] = {davis_89, karate, "a-b b-c d", "a-b b-c c-d d-e e-a f-g g-h h-i", "a b"};
  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    nonet *n = net_of(texts[i]);
    nonet_sheet *together = NULL;
    nonet_err err;
    assert_ok(nonet_measure(&together, n, "diameter,mean-distance", NULL, NULL, &err), err);
    assert_near(value_of(n, "diameter", NULL), nonet_sheet_number(together, 0, 1), 0);
    nonet_sheet_free(together);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_karate_and_florence_have_their_published_values),
      cmocka_unit_test(pairs_without_a_path_are_left_out_of_the_mean_and_count_0_in_efficiency),
      cmocka_unit_test(small_networks_say_what_is_undefined),
      cmocka_unit_test(with_weights_distances_are_lengths),
      cmocka_unit_test(the_diameter_alone_is_that_of_all_distances),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
