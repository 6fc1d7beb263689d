/* Burt's constraint: published values, direction, weights. */
#include "measure/values.h"

static void medici_and_karate_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "constraint", "Medici"), 0.20987654320987654, 1e-14);
  nonet_free(n);
  n = net_of(karate);
  assert_near(value_of(n, "constraint", "1"), 0.1554233, 1e-7);
  assert_near(value_of(n, "constraint", "34"), 0.15641869, 1e-8);
  nonet_free(n);
}

static void an_isolate_has_none_a_leaf_1_a_triangle_1_125(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a d-e f f-f");
  assert_near(value_of(n, "constraint", "a"), 1.125, 1e-15);
  assert_near(value_of(n, "constraint", "d"), 1, 0);
  assert_near(value_of(n, "constraint", "f"), (double)NAN, 0);
  nonet_free(n);
}

static void a_tie_returned_weighs_twice_when_directed(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a a>c");
  assert_near(value_of(n, "constraint", "a"), 4 / 9.0 + 1 / 9.0, 1e-15);
  nonet_free(n);
}

static void with_weights_shares_go_by_strength(void **state) {
  (void)state;
  nonet *n = net_of("a-b:3 a-c:1");
  assert_near(weighted_of(n, "constraint", "a"), 9 / 16.0 + 1 / 16.0, 1e-15);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(medici_and_karate_have_their_published_values),
      cmocka_unit_test(an_isolate_has_none_a_leaf_1_a_triangle_1_125),
      cmocka_unit_test(a_tie_returned_weighs_twice_when_directed),
      cmocka_unit_test(with_weights_shares_go_by_strength),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
