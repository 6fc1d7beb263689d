/* Closeness, harmonic closeness, eccentricity. */
#include "measure/values.h"

static void karate_and_medici_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "closeness", "1"), 0.5689655172413793, 1e-15);
  assert_near(value_of(n, "harmonic", "1"), 23.166666666666667 / 33, 1e-15);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "closeness", "Medici"), 0.56, 1e-15);
  nonet_free(n);
}

static void an_isolate_elsewhere_lowers_closeness_by_the_share_that_is_reached(void **state) {
  (void)state;
  nonet *n = net_of(florentine_16);
  assert_near(value_of(n, "closeness", "Medici"), 0.52266666666666667, 1e-15);
  assert_near(value_of(n, "closeness", "Pucci"), 0, 0);
  assert_near(value_of(n, "harmonic", "Pucci"), 0, 0);
  assert_near(value_of(n, "eccentricity", "Pucci"), 0, 0);
  nonet_free(n);
}

static void the_kite_and_davis_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(kite);
  assert_near(value_of(n, "closeness", "Fernando"), 0.642857142857143, 1e-14);
  assert_near(value_of(n, "closeness", "Garth"), 0.642857142857143, 1e-14);
  nonet_free(n);
  n = net_of(davis_89);
  assert_near(value_of(n, "closeness", "Evelyn"), 0.516666666666667, 1e-14);
  nonet_free(n);
}

static void direction_is_followed_outward(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c");
  assert_near(value_of(n, "closeness", "a"), 2 / 3.0, 1e-15);
  assert_near(value_of(n, "closeness", "c"), 0, 0);
  assert_near(value_of(n, "eccentricity", "a"), 2, 0);
  assert_near(value_of(n, "harmonic", "b"), 0.5, 0);
  nonet_free(n);
}

static void with_weights_distance_is_the_sum_of_lengths(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2 b-c:4");
  assert_near(weighted_of(n, "eccentricity", "a"), 0.75, 0);
  assert_near(weighted_of(n, "closeness", "a"), 2 / 1.25, 1e-15);
  assert_near(weighted_of(n, "harmonic", "a"), (2 + 4 / 3.0) / 2, 1e-15);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_and_medici_have_their_published_values),
      cmocka_unit_test(an_isolate_elsewhere_lowers_closeness_by_the_share_that_is_reached),
      cmocka_unit_test(the_kite_and_davis_have_their_published_values),
      cmocka_unit_test(direction_is_followed_outward),
      cmocka_unit_test(with_weights_distance_is_the_sum_of_lengths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
