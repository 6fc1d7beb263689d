/* States of a network one after the other. */
#include "ask/over.h"

#include "ask/asked.h"
#include "base/buffer.h"
#include "fixture/dated.h"

static void periods_go_from_the_first_date_to_the_last(void **state) {
  (void)state;
  nonet *n = graph_named("example-city"), *none = net_of("a-b");
  char period[NONET_PERIOD_ROOM];
  size_t months = 0, quarters = 0;
  assert_true(nonet_period_at(period, n, "years", 0));
  assert_string_equal(period, "2023");
  assert_true(nonet_period_at(period, n, "years", 1));
  assert_string_equal(period, "2024");
  assert_false(nonet_period_at(period, n, "years", 2));
  while (nonet_period_at(period, n, "months", months))
    months++;
  assert_int_equal(months, 21);
  assert_string_equal(period, "2024-12");
  while (nonet_period_at(period, n, "quarters", quarters))
    quarters++;
  assert_int_equal(quarters, 7);
  assert_string_equal(period, "2024-Q4");
  assert_true(nonet_period_at(period, n, "quarters", 0));
  assert_string_equal(period, "2023-Q2");
  assert_false(nonet_period_at(period, none, "years", 0));
  assert_false(nonet_period_at(period, n, "weeks", 0));
  nonet_free(n);
  nonet_free(none);
}

static void a_state_with_the_ties_of_the_one_before_is_not_built_again(void **state) {
  static const char *const ties[] = {"a b 2001 2003", "b c 2002 2002", "c d . .", "d a 2002-12-31 2003"};
  static const uint32_t want[] = {2, 4, 3};
  (void)state;
  nonet *n = dated(ties, 4);
  nonet_times times = {.net = n, .over = "months"};
  struct over o;
  nonet_err err;
  size_t built = 0;
  assert_ok(over_open(&o, &times, NULL, &err), err);
  assert_int_equal(o.count, 36);
  for (size_t i = 0; i < o.count; i++) {
    const nonet *at, *again;
    bool same;
    assert_ok(over_state(&at, &same, &o, i, &err), err);
    built += !same;
    nonet *view;
    char text[32];
    snprintf(text, sizeof text, "at:%s", over_name(&o, i));
    assert_ok(nonet_view(&view, n, text, NULL, &err), err);
    assert_int_equal(at->ties, view->ties);
    nonet_free(view);
    assert_ok(over_state(&again, &same, &o, i, &err), err);
    assert_true(same && again == at);
  }
  assert_int_equal(built, 4); /* 2001; January to November; December of 2002; 2003 */
  over_free(&o);
  times.over = "years";
  assert_ok(over_open(&o, &times, NULL, &err), err);
  for (size_t i = 0; i < 3; i++) {
    const nonet *at;
    bool same;
    assert_ok(over_state(&at, &same, &o, i, &err), err);
    assert_int_equal(at->ties, want[i]);
  }
  over_free(&o);
  nonet_free(n);
}

static void open_the(const nonet *n, const char *over, nonet_code want, const char *part) {
  nonet_times times = {.net = n, .over = over};
  struct over o;
  nonet_err err = {0};
  assert_int_equal(over_open(&o, &times, NULL, &err), want);
  if (want) assert_contains(err.text, part);
  over_free(&o);
}

static void what_is_neither_a_unit_nor_dates_is_refused(void **state) {
  static const char *const ties[] = {"a b 2001 2003"}, *const far[] = {"a b 1001 1001", "b c 2020 2020"};
  (void)state;
  nonet *n = dated(ties, 1), *wide = dated(far, 2), *none = net_of("a-b");
  open_the(n, "2001, 2002-Q3 ,2003-05-01T10:00:00.1234567890123456789012345678901234567890Z", NONET_OK, "");
  open_the(n, "weeks", NONET_EUSAGE, "'weeks' is neither");
  open_the(n, "2001,,2002", NONET_EUSAGE, "'' is neither");
  open_the(n, "2001,2002,", NONET_EUSAGE, "'' is neither");
  open_the(none, "years", NONET_EUSAGE, "no tie has a date");
  open_the(wide, "months", NONET_ELIMIT, "more than 2400 months");
  open_the(wide, "years", NONET_OK, "");
  nonet_free(n);
  nonet_free(wide);
  nonet_free(none);
}

static void dates_that_are_not_said_are_told_of(void **state) {
  static const char *const ties[] = {"a b 2001 2003", "b c . .", "c d 2002 .", "d e 2002 .", "e f . 2002"};
  (void)state;
  nonet *n = dated(ties, 5), *all = dated(ties, 1);
  nonet_times times = {.net = n};
  struct over o;
  struct buffer said = {0};
  nonet_err err;
  assert_ok(over_open(&o, &times, NULL, &err), err);
  over_remark(&said, &o);
  assert_string_equal(buffer_string(&said),
                      "Of 5 ties 1 has no date and counts in every state, 1 has no beginning and counts up to the end, "
                      "2 have no end and count from the beginning on.");
  over_free(&o);
  buffer_clear(&said);
  times.net = all;
  assert_ok(over_open(&o, &times, NULL, &err), err);
  over_remark(&said, &o);
  assert_string_equal(buffer_string(&said), "");
  over_free(&o);
  buffer_free(&said);
  nonet_free(n);
  nonet_free(all);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_go_from_the_first_date_to_the_last),
      cmocka_unit_test(a_state_with_the_ties_of_the_one_before_is_not_built_again),
      cmocka_unit_test(what_is_neither_a_unit_nor_dates_is_refused),
      cmocka_unit_test(dates_that_are_not_said_are_told_of),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
