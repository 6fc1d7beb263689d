/* Added value: a star's centre adds all and it is said why; nothing adds nothing; strategies, partners and ties; ranks; what is refused. */
#include "measure/values.h"

#include <string.h>

enum { PAIRS, EFFICIENCY, REACH, COVERED };

static nonet_sheet *added(const char *line, const char *measure) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, measure, &(nonet_measure_options){.verify = true});
  nonet_free(n);
  return s;
}

static void assert_added(const nonet_sheet *s, size_t row, double with, double without, double rank) {
  assert_near(nonet_sheet_number(s, row, 1), with, 1e-15);
  assert_near(nonet_sheet_number(s, row, 2), without, 1e-15);
  assert_near(nonet_sheet_number(s, row, 3), with - without, 1e-15);
  assert_near(nonet_sheet_number(s, row, 4), rank, 1e-15);
}

static void the_centre_of_a_star_adds_all_and_that_is_the_shape_of_the_data(void **state) {
  (void)state;
  nonet_sheet *s = added("h-a h-b h-c h-d", "added-value:h");
  assert_added(s, PAIRS, 0, 0, 0.5);
  assert_added(s, EFFICIENCY, 0.5, 0, 0.9);
  assert_added(s, REACH, 1, 0, 0.9);
  assert_added(s, COVERED, NAN, NAN, NAN);
  assert_contains(nonet_sheet_note(s, 0), "shape of the data");
  assert_contains(nonet_sheet_note(s, 1), "all 5 removals");
  nonet_sheet_free(s);
}

static void a_leaf_adds_nothing_and_neither_does_nobody(void **state) {
  (void)state;
  nonet_sheet *s = added("h-a h-b h-c h-d", "added-value:a");
  assert_added(s, REACH, 1, 1, 0.4);
  assert_added(s, EFFICIENCY, (3 + 3 * 0.5) / 6, (3 + 3 * 0.5) / 6, 0.4);
  nonet_sheet_free(s);
  s = added("h-a h-b h-c h-d", "added-value:");
  for (size_t row = 0; row < COVERED; row++)
    assert_near(nonet_sheet_number(s, row, 3), 0, 0);
  assert_contains(nonet_sheet_note(s, 0), "nobody is named");
  nonet_sheet_free(s);
}

/* Without h, t has nobody; s still joins a and b. */
static void partners_of_strategies_keep_what_they_share_without_one_of_them(void **state) {
  static const char line[] = "a=p b=p c=p h=p s=plan t=plan u=plan a-s b-s h-s h-t h-u c-u";
  (void)state;
  nonet_sheet *s = added(line, "added-value:h");
  assert_near(nonet_sheet_number(s, PAIRS, 3), 0, 0);
  assert_added(s, REACH, 1, 1 / 3.0, 0.875);
  assert_added(s, COVERED, 3, 2, 0.875);
  nonet_sheet_free(s);
  s = added(line, "added-value:s");
  assert_near(nonet_sheet_number(s, PAIRS, 3), 3, 0); /* a, b and h meet there alone */
  assert_near(nonet_sheet_number(s, COVERED, 3), 0, 0);
  nonet_sheet_free(s);
}

static void ties_may_be_taken_away_alone(void **state) {
  (void)state;
  nonet_sheet *s = added("a-b b-c c-d d-a", "added-value:a~b");
  assert_added(s, PAIRS, 4, 3, 0.5);
  assert_added(s, REACH, 1, 1, 0.5);
  nonet_sheet_free(s);
  s = added("a-b b-c c-d", "added-value: b~c ; a");
  assert_added(s, REACH, 1, 1 / 3.0, 0.5); /* of 12 two add less and two add more */
  nonet_sheet_free(s);
}

static void names_count_once_however_often_they_are_given(void **state) {
  (void)state;
  nonet_sheet *one = added("h-a h-b h-c a-b", "added-value:h"), *more = added("h-a h-b h-c a-b", "added-value:h; h;H;h");
  for (size_t row = 0; row < COVERED; row++)
    for (size_t column = 1; column < 5; column++)
      assert_near(nonet_sheet_number(one, row, column), nonet_sheet_number(more, row, column), 0);
  nonet_sheet_free(one);
  nonet_sheet_free(more);
}

static void where_there_are_too_many_removals_a_thousand_are_drawn_by_the_seed(void **state) {
  nonet_sheet *s[3];
  nonet_err err;
  (void)state;
  nonet *n = net_of(karate);
  for (size_t i = 0; i < 3; i++)
    assert_ok(nonet_measure(&s[i], n, "added-value:1;2;33;34", NULL, &(nonet_run){.seed = i / 2}, &err), err);
  for (size_t row = 0; row < COVERED; row++)
    assert_near(nonet_sheet_number(s[0], row, 4), nonet_sheet_number(s[1], row, 4), 0);
  assert_near(nonet_sheet_number(s[0], REACH, 4), 1, 0.01);
  assert_near(nonet_sheet_number(s[2], REACH, 4), 1, 0.01);
  assert_contains(nonet_sheet_note(s[2], 0), "1000 removals");
  assert_contains(nonet_sheet_note(s[2], 0), "seed 1");
  for (size_t i = 0; i < 3; i++)
    nonet_sheet_free(s[i]);
  nonet_free(n);
}

static void who_is_not_there_is_refused(void **state) {
  (void)state;
  assert_refused("alpha-beta", "added-value:alpa", NULL, NONET_EUSAGE, "alpha");
  assert_refused("a-b b-c", "added-value:a~c", NULL, NONET_EUSAGE, "no tie between 'a' and 'c'");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_centre_of_a_star_adds_all_and_that_is_the_shape_of_the_data),
      cmocka_unit_test(a_leaf_adds_nothing_and_neither_does_nobody),
      cmocka_unit_test(partners_of_strategies_keep_what_they_share_without_one_of_them),
      cmocka_unit_test(ties_may_be_taken_away_alone),
      cmocka_unit_test(names_count_once_however_often_they_are_given),
      cmocka_unit_test(where_there_are_too_many_removals_a_thousand_are_drawn_by_the_seed),
      cmocka_unit_test(who_is_not_there_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
