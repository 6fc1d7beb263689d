/* Dominating sets and the rich club. */
#include "measure/values.h"

static void the_centre_of_a_star_reaches_everybody(void **state) {
  (void)state;
  nonet *n = net_of("m-a m-b m-c x");
  nonet_sheet *s = sheet_of(n, "dominating-set", NULL);
  assert_int_equal(nonet_sheet_rows(s), 2);
  assert_string_equal(nonet_sheet_text(s, node_of(n, "m") < node_of(n, "x") ? 0 : 1, 1), "m");
  assert_string_equal(nonet_sheet_text(s, node_of(n, "m") < node_of(n, "x") ? 1 : 0, 1), "x");
  assert_contains(nonet_sheet_note(s, 0), "no set of fewer than 2");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void of_several_smallest_sets_the_order_of_rows_decides_none(void **state) {
  static const char *const lines[] = {"a-b c-d d-e c-e", "e-d e-c d-c b-a"};
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    nonet_sheet *s = sheet_of(n, "dominating-set", NULL);
    assert_int_equal(nonet_sheet_rows(s), 2);
    for (size_t r = 0; r < 2; r++)
      assert_true(strchr("ac", *nonet_sheet_text(s, r, 1)) != NULL);
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

static void four_members_reach_all_of_the_karate_club(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "dominating-set", NULL);
  assert_int_equal(nonet_sheet_rows(s), 4);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void the_rich_club_is_a_density(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d b-c b-d c-d d-e e-f");
  assert_near(value_of(n, "rich-club:2", NULL), 1, 0);
  assert_near(value_of(n, "rich-club:9", NULL), (double)NAN, 0);
  assert_near(value_of(n, "rich-club:0", NULL), 16 / 30.0, 1e-15);
  nonet_free(n);
  assert_refused("a-b", "rich-club:1.5", NULL, NONET_EUSAGE, "whole number");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_centre_of_a_star_reaches_everybody),
      cmocka_unit_test(of_several_smallest_sets_the_order_of_rows_decides_none),
      cmocka_unit_test(four_members_reach_all_of_the_karate_club),
      cmocka_unit_test(the_rich_club_is_a_density),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
