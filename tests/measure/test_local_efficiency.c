/* Local efficiency and vulnerability, both conventions. */
#include "measure/values.h"

static void karate_has_its_published_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "mean-local-efficiency", NULL), .6451265, 1e-7);
  assert_near(value_of(n, "vulnerability", "1"), .314293, 1e-6);
  assert_near(value_of(n, "vulnerability-among-others", "1"), .271436, 1e-6);
  assert_near(value_of(n, "vulnerability", "34"), .123422, 1e-6);
  assert_near(value_of(n, "vulnerability-among-others", "34"), .068636, 1e-6);
  nonet_free(n);
}

static void a_leaf_has_no_local_efficiency_and_the_centre_of_a_star_none_to_give(void **state) {
  (void)state;
  nonet *n = net_of("m-a m-b m-c x");
  assert_near(value_of(n, "local-efficiency", "a"), (double)NAN, 0);
  assert_near(value_of(n, "local-efficiency", "m"), 0, 0);
  assert_near(value_of(n, "vulnerability", "m"), 1, 1e-15);
  assert_near(value_of(n, "vulnerability", "x"), 0, 1e-15);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_values),
      cmocka_unit_test(a_leaf_has_no_local_efficiency_and_the_centre_of_a_star_none_to_give),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
