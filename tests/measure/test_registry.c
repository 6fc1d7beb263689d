/* Looking measures up. */
#include "measure/values.h"

static void a_parameter_is_ignored_and_case_is_not(void **state) {
  (void)state;
  assert_non_null(nonet_measure_find("pagerank:0.9"));
  assert_null(nonet_measure_find("PageRank"));
  assert_null(nonet_measure_find(""));
  assert_null(nonet_measure_find(NULL));
}

static void an_unknown_name_gets_the_nearest_ones(void **state) {
  (void)state;
  nonet_err err;
  assert_int_equal(nonet_measure_unknown("centralization-degree", &err), NONET_EUSAGE);
  assert_contains(err.text, "'centralisation-degree'");
  assert_int_equal(nonet_measure_unknown("degre", &err), NONET_EUSAGE);
  assert_contains(err.text, "did you mean 'degree'");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_parameter_is_ignored_and_case_is_not),
      cmocka_unit_test(an_unknown_name_gets_the_nearest_ones),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
