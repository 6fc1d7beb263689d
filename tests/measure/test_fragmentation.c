/* Connectedness, fragmentation, compactness. */
#include "measure/values.h"

static void sixteen_families_are_connected_by_seven_eighths(void **state) {
  (void)state;
  nonet *n = net_of(florentine_16);
  assert_near(value_of(n, "connectedness", NULL), .875, 1e-15);
  assert_near(value_of(n, "fragmentation", NULL), .125, 1e-15);
  nonet_free(n);
}

static void compactness_is_the_efficiency(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "compactness", NULL), .4920083184789052, 1e-13);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sixteen_families_are_connected_by_seven_eighths),
      cmocka_unit_test(compactness_is_the_efficiency),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
