/* Numbers of parts: by size, then by least key, whatever the order of rows. */
#include "measure/numbering.h"

#include "fixture/net_of.h"
#include "tests/test.h"

static void larger_parts_come_first_and_equal_ones_by_their_least_key(void **state) {
  (void)state;
  nonet *n = net_of("10 9 b a x");
  const uint32_t part[] = {0, 1, 2, 2, 1}; /* {10}, {9, x}, {b, a} */
  double out[5];
  nonet_err err;
  assert_ok(numbering(out, part, 3, n, &err), err);
  const double want[] = {3, 1, 2, 2, 1};
  for (int i = 0; i < 5; i++)
    assert_near(out[i], want[i], 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(larger_parts_come_first_and_equal_ones_by_their_least_key)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
