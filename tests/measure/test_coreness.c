/* Coreness: published values. */
#include "measure/values.h"

static void karate_has_a_4_core_of_10_and_florence_a_2_core(void **state) {
  (void)state;
  static const char *const core[] = {"1", "2", "3", "4", "8", "9", "14", "31", "33", "34"};
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "coreness", NULL);
  int deep = 0;
  for (size_t v = 0; v < 34; v++)
    deep += nonet_sheet_number(s, v, 1) >= 4;
  assert_int_equal(deep, 10);
  for (int i = 0; i < 10; i++)
    assert_near(value_of(n, "coreness", core[i]), 4, 0);
  nonet_sheet_free(s);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "coreness", "Medici"), 2, 0);
  assert_near(value_of(n, "coreness", "Pazzi"), 1, 0);
  nonet_free(n);
}

static void direction_is_left_out_of_account(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>a a>d");
  assert_near(value_of(n, "coreness", "a"), 2, 0);
  assert_near(value_of(n, "coreness", "d"), 1, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_a_4_core_of_10_and_florence_a_2_core),
      cmocka_unit_test(direction_is_left_out_of_account),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
