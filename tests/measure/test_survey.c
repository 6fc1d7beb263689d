/* Measures that keep silence apart. Known answers are counted by hand from the grids. */
#include "fixture/survey_of.h"
#include "measure/values.h"

static const char four[] = "abcd -101 1-.0 ..-. 101-";

static void who_answered_is_a_share_of_those_asked(void **state) {
  (void)state;
  nonet *n = survey_of(four);
  assert_near(value_of(n, "response-rate", NULL), 3 / 4.0, 1e-15);
  assert_near(value_of(n, "answered", "a"), 1, 0);
  assert_near(value_of(n, "answered", "b"), 2 / 3.0, 1e-15);
  assert_near(value_of(n, "answered", "c"), 0, 0);
  nonet_free(n);
}

static void density_is_taken_over_what_was_answered(void **state) {
  (void)state;
  nonet *n = survey_of(four);
  assert_near(value_of(n, "density", NULL), 5 / 12.0, 1e-15); /* a > b, a > d, b > a, d > a, d > c; four questions are open */
  assert_near(value_of(n, "answered-density", NULL), 5 / 8.0, 1e-15);
  nonet_free(n);
}

static void reciprocity_needs_both_sides(void **state) {
  (void)state;
  nonet *n = survey_of(four);
  assert_near(value_of(n, "reciprocity", NULL), 4 / 5.0, 1e-15);
  assert_near(value_of(n, "answered-reciprocity", NULL), 1, 0); /* c never said anything of d */
  nonet_free(n);
  n = survey_of("abc -11 0-1 .1-");
  assert_near(value_of(n, "answered-reciprocity", NULL), 2 / 3.0, 1e-15); /* a > b is not returned, b > c and c > b are */
  nonet_free(n);
}

static void a_pair_without_direction_is_answered_by_either_side(void **state) {
  (void)state;
  nonet *n = survey_of(four), *v;
  nonet_err err;
  assert_ok(nonet_view(&v, n, "confirm:both", NULL, &err), err);
  assert_near(value_of(v, "density", NULL), 3 / 6.0, 1e-15);          /* a - b, a - d, and c - d by d's word */
  assert_near(value_of(v, "answered-density", NULL), 3 / 5.0, 1e-15); /* nobody answered about b - c */
  assert_near(value_of(v, "answered-reciprocity", NULL), (double)NAN, 0);
  nonet_free(v);
  nonet_free(n);
}

static void strategies_are_asked_about_and_not_asked(void **state) {
  (void)state;
  nonet *n = survey_of("abc:xy 10 1. ..");
  assert_near(value_of(n, "response-rate", NULL), 2 / 3.0, 1e-15);
  assert_near(value_of(n, "answered", "x"), (double)NAN, 0);
  assert_near(value_of(n, "answered-density", NULL), 2 / 3.0, 1e-15);
  assert_near(value_of(n, "answered-reciprocity", NULL), (double)NAN, 0);
  nonet_free(n);
}

static void of_several_grids_a_pair_counts_where_all_were_answered(void **state) {
  (void)state;
  nonet_draft *d = survey_draft();
  survey_add(d, "E", "abc -10 0-1 00-");
  survey_add(d, "H", "ab -. 1-");
  nonet *n = survey_seal(d, NULL);
  assert_near(value_of(n, "answered-density", NULL), 2 / 5.0, 1e-15); /* a - b is left out: b > a and b > c of the other five */
  nonet_free(n);
}

static void without_a_survey_all_are_undefined(void **state) {
  static const char *const names[] = {"response-rate", "answered-density", "answered-reciprocity"};
  (void)state;
  nonet *n = net_of("a>b b>a");
  for (size_t i = 0; i < 3; i++)
    assert_near(value_of(n, names[i], NULL), (double)NAN, 0);
  assert_near(value_of(n, "answered", "a"), (double)NAN, 0);
  nonet_free(n);
  n = survey_of("ab -. .-");
  assert_near(value_of(n, "response-rate", NULL), 0, 0);
  assert_near(value_of(n, "answered-density", NULL), (double)NAN, 0); /* nobody answered */
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(who_answered_is_a_share_of_those_asked),
      cmocka_unit_test(density_is_taken_over_what_was_answered),
      cmocka_unit_test(reciprocity_needs_both_sides),
      cmocka_unit_test(a_pair_without_direction_is_answered_by_either_side),
      cmocka_unit_test(strategies_are_asked_about_and_not_asked),
      cmocka_unit_test(of_several_grids_a_pair_counts_where_all_were_answered),
      cmocka_unit_test(without_a_survey_all_are_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
