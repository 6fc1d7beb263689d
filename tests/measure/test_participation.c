/* Participation and ties within the group: published values under both conventions of the deviation. */
#include "measure/clubs.h"

static void karate_clubs_have_their_published_values(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  assert_near(value_of(n, "participation", "1"), 0.1171875, 1e-15);
  assert_near(value_of(n, "participation", "34"), 0.290657, 1e-6);
  assert_near(value_of(n, "participation", "10"), 0.5, 0);
  assert_near(value_of(n, "within-module-z", "1"), 3.346533, 1e-6);
  assert_near(value_of(n, "within-module-z-sample", "1"), 3.246613, 1e-6);
  nonet_free(n);
}

static void an_isolate_has_no_participation_but_a_z_where_its_group_differs(void **state) {
  (void)state;
  nonet *n = net_of("a=1 b=1 c=1 d=2 a-b a-d c");
  assert_near(value_of(n, "participation", "c"), (double)NAN, 0);
  assert_near(value_of(n, "within-module-z", "c"), -2 / sqrt(2), 1e-15);
  assert_near(value_of(n, "within-module-z", "d"), (double)NAN, 0);
  nonet_free(n);
}

static void ties_to_who_has_no_group_are_left_out_and_strengths_count(void **state) {
  (void)state;
  nonet *n = net_of("a=1 b=1 c=2 x a-b:3 a-c:1 a-x:9");
  assert_near(value_of(n, "participation:kind", "a"), 0.5, 0);
  assert_near(weighted_of(n, "participation:kind", "a"), 1 - (9 + 1) / 16.0, 1e-15);
  assert_near(value_of(n, "within-module-z:kind", "x"), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_clubs_have_their_published_values),
      cmocka_unit_test(an_isolate_has_no_participation_but_a_z_where_its_group_differs),
      cmocka_unit_test(ties_to_who_has_no_group_are_left_out_and_strengths_count),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
