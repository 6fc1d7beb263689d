/* The order of keys. */
#include "net/key_order.h"

#include "tests/test.h"

static void whole_numbers_come_first_by_value(void **state) {
  (void)state;
  assert_true(key_order("9", "10") < 0);
  assert_true(key_order("10", "1a") < 0);
  assert_true(key_order("9", "1a") < 0); /* else 9 < 10 < 1a < 9 would go round */
  assert_true(key_order("b", "a") > 0);
  assert_int_equal(key_order("x", "x"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(whole_numbers_come_first_by_value)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
