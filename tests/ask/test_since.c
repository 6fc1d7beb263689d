/* What changed since a date, by the dates of ties. */
#include "ask/asked.h"

static nonet *dated(void) {
  nonet_draft *d = draft_of("a b c d");
  nonet *n;
  nonet_err err;
  nonet_tie_row rows[] = {{.from = "a", .to = "b", .since = "2001", .until = "2004-06", .origin = {NONET_NONE, 0}},
                          {.from = "b", .to = "c", .since = "2005-02-03", .origin = {NONET_NONE, 0}},
                          {.from = "c", .to = "d", .origin = {NONET_NONE, 0}}};
  for (size_t i = 0; i < 3; i++)
    assert_ok(nonet_draft_tie(NULL, d, &rows[i], &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static size_t rows_with(const nonet_answer *a, const char *change) {
  const nonet_sheet *s = sheet_named(a, "ties");
  size_t count = 0;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    for (size_t r = 0; r < nonet_sheet_rows(s); r++)
      count += strcmp(nonet_sheet_text(s, r, c), change) == 0;
  return count;
}

static void ties_that_came_and_went_are_listed(void **state) {
  (void)state;
  nonet *n = dated();
  nonet_answer *a = asked(n, "what changed since 2004");
  assert_int_equal(rows_with(a, "came"), 1);
  assert_int_equal(rows_with(a, "went"), 1);
  assert_contains(said(a), "1 of 3 ties have no date");
  nonet_answer_free(a);
  a = asked(n, "what changed since 2005");
  assert_int_equal(rows_with(a, "came"), 1);
  assert_int_equal(rows_with(a, "went"), 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void without_a_date_everything_after_the_first_counts(void **state) {
  (void)state;
  nonet *n = dated();
  nonet_answer *a = asked(n, "what changed");
  assert_int_equal(rows_with(a, "came"), 1);
  assert_int_equal(rows_with(a, "went"), 1);
  nonet_answer_free(a);
  nonet_free(n);
}

static void ties_of_the_time_between_are_told_though_no_state_has_them(void **state) {
  (void)state;
  nonet *n = dated();
  assert_says(n, "what changed since 2000", "1 tie began and ended in between");
  refused(n, "what changed since 2010", NONET_ENOANSWER, "no later date is in the data");
  nonet_free(n);
}

static void without_dates_nothing_can_be_said(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  refused(n, "what changed", NONET_ENOANSWER, "no tie has a date");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ties_that_came_and_went_are_listed),
      cmocka_unit_test(ties_of_the_time_between_are_told_though_no_state_has_them),
      cmocka_unit_test(without_a_date_everything_after_the_first_counts),
      cmocka_unit_test(without_dates_nothing_can_be_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
