/* Density within and between groups. */
#include "measure/clubs.h"

static void karate_clubs_have_their_ties_within_and_between(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  nonet_sheet *s = sheet_of(n, "density-matrix", NULL);
  const double want[4][2] = {{35, 136}, {11, 289}, {11, 289}, {32, 136}};
  assert_int_equal(nonet_sheet_rows(s), 4);
  for (size_t i = 0; i < 4; i++) {
    assert_near(nonet_sheet_number(s, i, 2), want[i][0], 0);
    assert_near(nonet_sheet_number(s, i, 3), want[i][1], 0);
    assert_near(nonet_sheet_number(s, i, 4), want[i][0] / want[i][1], 1e-15);
  }
  nonet_sheet_free(s);
  nonet_free(n);
}

static void directed_it_tells_from_to_from_and_a_group_of_one_has_no_inside(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=q a>b a>c b>c");
  nonet_sheet *s = sheet_of(n, "density-matrix", NULL);
  const double want[] = {0.5, 1, 0, NAN};
  for (size_t i = 0; i < 4; i++)
    assert_near(nonet_sheet_number(s, i, 4), want[i], 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void weighted_it_is_the_mean_strength(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=q a-b:5 a-c:3");
  nonet_sheet *s = sheet_of(n, "density-matrix", &(nonet_measure_options){.weighted = true});
  assert_near(nonet_sheet_number(s, 0, 4), 5, 0);
  assert_near(nonet_sheet_number(s, 1, 4), 1.5, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_clubs_have_their_ties_within_and_between),
      cmocka_unit_test(directed_it_tells_from_to_from_and_a_group_of_one_has_no_inside),
      cmocka_unit_test(weighted_it_is_the_mean_strength),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
