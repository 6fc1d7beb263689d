/* Cohesive blocks and trusses: the right answer on Zachary's karate club, where igraph 0.10.2 is wrong (trap T0). */
#include "measure/values.h"

#include <stdio.h>

/* How many blocks have this k and size. */
static int blocks_with(const nonet_sheet *s, double k, double size) {
  int count = 0;
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    count += nonet_sheet_number(s, i, 2) == k && nonet_sheet_number(s, i, 3) == size;
  return count;
}

static void karate_has_blocks_of_34_28_6_18_5_and_10(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "cohesive-blocks", NULL);
  assert_int_equal(nonet_sheet_rows(s), 6);
  assert_int_equal(blocks_with(s, 1, 34), 1);
  assert_int_equal(blocks_with(s, 2, 28), 1);
  assert_int_equal(blocks_with(s, 2, 6), 1);
  assert_int_equal(blocks_with(s, 3, 18), 1);
  assert_int_equal(blocks_with(s, 3, 5), 1);
  assert_int_equal(blocks_with(s, 4, 10), 1);
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (nonet_sheet_number(s, i, 2) == 4) assert_string_equal(nonet_sheet_text(s, i, 4), "1; 2; 3; 4; 8; 9; 14; 31; 33; 34");
  nonet_sheet_free(s);
  assert_near(value_of(n, "cohesion", "1"), 4, 0);
  assert_near(value_of(n, "cohesion", "12"), 1, 0);
  nonet_free(n);
}

static void florence_has_a_block_of_ten_families_with_albizzi(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_sheet *s = sheet_of(n, "cohesive-blocks", NULL);
  assert_int_equal(blocks_with(s, 2, 10), 1);
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (nonet_sheet_number(s, i, 2) == 2) assert_contains(nonet_sheet_text(s, i, 4), "Albizzi");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void davis_has_blocks_of_23_28_and_32(void **state) {
  (void)state;
  nonet *n = net_of(davis_89);
  nonet_sheet *s = sheet_of(n, "cohesive-blocks", NULL);
  assert_int_equal(blocks_with(s, 4, 23), 1);
  assert_int_equal(blocks_with(s, 3, 28), 1);
  assert_int_equal(blocks_with(s, 2, 32), 1);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void the_smallest_case_that_igraph_gets_wrong_is_right(void **state) {
  (void)state;
  nonet *n = net_of("2-4 4-3 3-5 5-2 0-2 1-3");
  nonet_sheet *s = sheet_of(n, "cohesive-blocks", NULL);
  assert_int_equal(nonet_sheet_rows(s), 2);
  assert_int_equal(blocks_with(s, 2, 4), 1);
  assert_string_equal(nonet_sheet_text(s, 1, 1), "1");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_complete_four_is_a_truss_of_four_and_a_loop_has_none(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d b-c b-d c-d d-e e-e");
  assert_near(tie_value(n, "truss", 0), 4, 0);
  assert_near(tie_value(n, "truss", 6), 2, 0);
  assert_near(tie_value(n, "truss", 7), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_blocks_of_34_28_6_18_5_and_10),
      cmocka_unit_test(florence_has_a_block_of_ten_families_with_albizzi),
      cmocka_unit_test(davis_has_blocks_of_23_28_and_32),
      cmocka_unit_test(the_smallest_case_that_igraph_gets_wrong_is_right),
      cmocka_unit_test(a_complete_four_is_a_truss_of_four_and_a_loop_has_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
