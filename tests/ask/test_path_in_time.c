/* The first way to arrive when dates are respected. */
#include "ask/asked.h"

#include "fixture/dated.h"

static const char *const city[] = {
    "a b 2001-03-01 2001-03-31", "b c 2001-05-10 2001-07", "a d 2001-03-10 2001-03-10", "d c 2001-06 .", "b c 2001-06 2001-06", "c e . ."};

static nonet_answer *way(const nonet *n, const nonet_in_time_options *how) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_path_in_time(&a, n, how, NULL, &err), err);
  return a;
}

static void each_tie_is_crossed_on_a_day_on_which_it_holds(void **state) {
  (void)state;
  nonet *n = dated(city, 6);
  nonet_answer *a = way(n, &(nonet_in_time_options){.from = "a", .to = "e", .leaving = "2001-03-05"});
  const nonet_sheet *s = sheet_named(a, "paths");
  static const char *const days[] = {"2001-03-05", "2001-05-10", "2001-05-10"}, *const ends[] = {"b", "c", "e"};
  static const double ties[] = {1, 2, 6};
  assert_string_equal(nonet_answer_verdict(a), "2001-05-10");
  assert_string_equal(said(a), "Word from a gets to e on 2001-05-10 at the earliest, 66 days after 2001-03-05, in 3 steps. "
                               "It waits longest at b, 66 days.");
  assert_int_equal(nonet_sheet_rows(s), 3);
  for (size_t i = 0; i < 3; i++) {
    assert_near(nonet_sheet_number(s, i, 2), ties[i], 0);
    assert_string_equal(nonet_sheet_text(s, i, column_named(s, "to")), ends[i]);
    assert_string_equal(nonet_sheet_text(s, i, column_named(s, "day")), days[i]);
  }
  nonet_answer_free(a);
  a = way(n, &(nonet_in_time_options){.from = "c", .to = "b", .leaving = "2001-06-30"});
  assert_string_equal(nonet_answer_verdict(a), "2001-06-30");
  assert_contains(said(a), "at the earliest, the day on which it may leave, 2001-06-30, in 1 step.");
  nonet_answer_free(a);
  a = way(n, &(nonet_in_time_options){.from = "a", .to = "c"}); /* from the first day on */
  assert_string_equal(nonet_answer_verdict(a), "2001-05-10");
  nonet_answer_free(a);
  a = way(n, &(nonet_in_time_options){.from = "b", .to = "b", .leaving = "2001"});
  assert_contains(said(a), "in 0 steps.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void who_is_avoided_is_gone_round(void **state) {
  (void)state;
  nonet *n = dated(city, 6);
  nonet_answer *a = way(n, &(nonet_in_time_options){.from = "a", .to = "c", .leaving = "2001", .avoid = (const char *const[]){"b", NULL}});
  assert_string_equal(nonet_answer_verdict(a), "2001-06-01");
  assert_contains(said(a), "It waits longest at d, 83 days.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void fails(const nonet *n, const nonet_in_time_options *how, nonet_code want, const char *part) {
  nonet_answer *a;
  nonet_err err = {0};
  assert_int_equal(nonet_path_in_time(&a, n, how, NULL, &err), want);
  assert_null(a);
  assert_contains(err.text, part);
}

static void time_does_not_run_back(void **state) {
  (void)state;
  nonet *n = dated(city, 6), *none = net_of("a-b");
  fails(n, &(nonet_in_time_options){.from = "e", .to = "a"}, NONET_ENOANSWER, "leaves e on 2001-03-01 or later never gets to a");
  fails(n, &(nonet_in_time_options){.from = "a", .to = "c", .leaving = "2001-04"}, NONET_ENOANSWER, "2001-04-01");
  fails(n, &(nonet_in_time_options){.from = "a", .to = "z"}, NONET_EUSAGE, "z");
  fails(n, &(nonet_in_time_options){.from = "a", .to = "c", .leaving = "soon"}, NONET_EUSAGE, "'soon' is no date");
  fails(n, &(nonet_in_time_options){.from = "a", .to = "c", .avoid = (const char *const[]){"c", NULL}}, NONET_EUSAGE, "cannot be avoided");
  fails(n, &(nonet_in_time_options){.from = "a"}, NONET_EUSAGE, "both ends");
  fails(none, &(nonet_in_time_options){.from = "a", .to = "b"}, NONET_EUSAGE, "no tie has a date");
  nonet_free(n);
  nonet_free(none);
}

static void of_those_that_arrive_first_one_of_fewest_steps_is_taken(void **state) {
  static const char *const many[] = {"a b 2001-01-01 .", "b c 2001-01-02 .", "c d 2001-01-03 .",
                                     "d z 2001-06 .",    "a y 2001-05 .",    "y z 2001-06 ."};
  (void)state;
  nonet *n = dated(many, 6);
  nonet_answer *a = way(n, &(nonet_in_time_options){.from = "a", .to = "z"});
  const nonet_sheet *s = sheet_named(a, "paths");
  assert_string_equal(nonet_answer_verdict(a), "2001-06-01");
  assert_int_equal(nonet_sheet_rows(s), 2);
  assert_string_equal(nonet_sheet_text(s, 0, column_named(s, "to")), "y");
  assert_string_equal(nonet_sheet_text(s, 0, column_named(s, "day")), "2001-05-01");
  nonet_answer_free(a);
  a = way(n, &(nonet_in_time_options){.from = "a", .to = "d"}); /* the long way is the first here */
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "paths")), 3);
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_tie_of_one_direction_is_crossed_that_way(void **state) {
  static const char *const arcs[] = {"a>b 2001 2001", "b>a 2002 2002"};
  (void)state;
  nonet *n = dated(arcs, 2);
  nonet_answer *a = way(n, &(nonet_in_time_options){.from = "b", .to = "a", .leaving = "2001"});
  assert_string_equal(nonet_answer_verdict(a), "2002-01-01");
  nonet_answer_free(a);
  fails(n, &(nonet_in_time_options){.from = "a", .to = "b", .leaving = "2002"}, NONET_ENOANSWER, "never gets to b");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_tie_is_crossed_on_a_day_on_which_it_holds),
      cmocka_unit_test(who_is_avoided_is_gone_round),
      cmocka_unit_test(time_does_not_run_back),
      cmocka_unit_test(of_those_that_arrive_first_one_of_fewest_steps_is_taken),
      cmocka_unit_test(a_tie_of_one_direction_is_crossed_that_way),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
