/* Lengths: a common unit is found where there is one. */
#include "kernel/built.h"
#include "kernel/length.h"
#include "tests/test.h"

static void check(const double *length, uint32_t count, double units) {
  uint32_t pairs[8][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}};
  struct built b = built_from(9, count, (const uint32_t(*)[2])pairs, false);
  struct lengths l;
  b.g.length = length;
  assert_int_equal(lengths_start(&l, &b.g), KERNEL_DONE);
  assert_int_equal(l.exact, units > 0);
  if (l.exact) assert_near(l.units, units, 0);
  for (uint32_t e = 0; e < count; e++)
    assert_near(l.of_edge[e] / l.units, length[e], 5e-16);
  lengths_free(&l);
  built_free(&b);
}

static void whole_numbers_decimals_and_inverses_have_a_common_unit(void **state) {
  (void)state;
  check((double[]){1, 5, 1000000}, 3, 1);
  check((double[]){0.1, 0.25, 3}, 3, 20);
  check((double[]){1 / 3.0, 1 / 7.0, 1 / 0.7}, 3, 21);
  check((double[]){0.000001, 2}, 2, 1000000);
}

static void irrational_tiny_and_huge_lengths_stay_as_they_are(void **state) {
  (void)state;
  check((double[]){3.14159265358979312, 1}, 2, 0);
  check((double[]){1e-300, 1}, 2, 0);
  check((double[]){1e300, 1}, 2, 0);
  check((double[]){1 / 999983.0, 1 / 999979.0, 1 / 999961.0}, 3, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whole_numbers_decimals_and_inverses_have_a_common_unit),
      cmocka_unit_test(irrational_tiny_and_huge_lengths_stay_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
