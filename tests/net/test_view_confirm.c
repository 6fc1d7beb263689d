/* Ties that one side or both sides report. */
#include "fixture/survey_of.h"
#include "views.h"

static void either_takes_a_report_of_one_side_and_both_wants_two(void **state) {
  (void)state;
  nonet *n = net_of("a>b:2 b>a:5 b>c c>c d");
  nonet *v = view(n, "confirm:either");
  assert_is(v, "d a b c | b-a b-c c-c");
  assert_false(nonet_is_directed(v));
  nonet_tie tie;
  nonet_tie_get(&tie, v, 0);
  assert_near(tie.weight, 5, 0);
  nonet_free(v);
  v = view_of(n, "confirm:both");
  assert_is(v, "d a b c | a-b c-c");
  nonet_tie_get(&tie, v, 0);
  assert_near(tie.weight, 2, 0);
  size_t count;
  const uint32_t *parents = nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(parents[0], 0);
  assert_int_equal(parents[1], 1);
  nonet_free(v);
}

static void a_report_confirms_only_one_of_its_own_layer(void **state) {
  (void)state;
  nonet *n = net_of("a>b@E b>a@H c>d@E d>c@E");
  nonet *v = view(n, "confirm:both");
  assert_is(v, "a b c d | c-d@E");
  nonet_free(v);
  v = view_of(n, "confirm:either");
  assert_is(v, "a b c d | a-b@E b-a@H c-d@E");
  nonet_free(v);
}

static void an_undirected_tie_is_a_report_by_both(void **state) {
  (void)state;
  nonet *v = view_of(net_of("a-b c>b"), "confirm:both");
  assert_is(v, "a b c | a-b");
  nonet_free(v);
}

static void parents_are_ties_of_the_first_network_through_several_views(void **state) {
  (void)state;
  nonet *n = net_of("x>y a>b b>a");
  nonet *w = view(n, "without:x"), *v = view(w, "confirm:both");
  size_t count;
  const uint32_t *parents = nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(parents[0], 1);
  assert_int_equal(parents[1], 2);
  nonet_free(v);
  nonet_free(w);
  nonet_free(n);
}

static void who_gave_no_answer_leaves_it_to_the_other_side(void **state) {
  (void)state;
  nonet *v = view_of(survey_of("abcd -110 0-01 .1-. 1.1-"), "confirm:both");
  /* a > b is denied by b; a > c: c is silent; b > d: d is silent about b; c > b is denied by b; d > a is denied by a; d > c: c is silent */
  assert_is(v, "a b c d | a-c b-d d-c");
  assert_true(rows_say(nonet_assumption, v, "confirm:both: 3 ties rest on one side's report, because the other side gave no answer"));
  nonet_free(v);
  v = view_of(survey_of("abc -10 1-. 0.-"), "confirm:both");
  assert_is(v, "a b c | a-b");
  assert_false(rows_say(nonet_assumption, v, "one side's report"));
  nonet_free(v);
}

static void a_pair_that_was_not_asked_about_needs_both_reports(void **state) {
  (void)state;
  nonet_draft *d = draft_of("x>y a>x a>b@L");
  survey_add(d, NULL, "ab -1 .-");
  nonet *v = view_of(survey_seal(d, NULL), "confirm:both");
  assert_is(v, "x y a b | a-b"); /* that of layer L, too, was not asked about */
  nonet_free(v);
}

static void who_was_never_asked_leaves_it_to_the_other_side_too(void **state) {
  (void)state;
  nonet *v = view_of(survey_of("ab:xy 10 .1"), "confirm:both");
  assert_is(v, "a x b y | a-x b-y");
  nonet_free(v);
}

static void in_each_layer_its_own_survey_tells_who_was_silent(void **state) {
  (void)state;
  nonet_draft *d = survey_draft();
  survey_add(d, "E", "ab -1 0-");
  survey_add(d, "H", "ab -1 .-");
  nonet *v = view_of(survey_seal(d, NULL), "confirm:both");
  assert_is(v, "a b | a-b@H");
  nonet_free(v);
}

static void what_cannot_be_confirmed_is_refused(void **state) {
  (void)state;
  nonet *n = net_of("a-b"), *d = net_of("a>b");
  assert_refused(n, "confirm:both", "nothing to confirm");
  assert_refused(d, "confirm:all", "confirm:either|both");
  nonet_free(n);
  nonet_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(either_takes_a_report_of_one_side_and_both_wants_two),
      cmocka_unit_test(a_report_confirms_only_one_of_its_own_layer),
      cmocka_unit_test(an_undirected_tie_is_a_report_by_both),
      cmocka_unit_test(parents_are_ties_of_the_first_network_through_several_views),
      cmocka_unit_test(who_gave_no_answer_leaves_it_to_the_other_side),
      cmocka_unit_test(a_pair_that_was_not_asked_about_needs_both_reports),
      cmocka_unit_test(who_was_never_asked_leaves_it_to_the_other_side_too),
      cmocka_unit_test(in_each_layer_its_own_survey_tells_who_was_silent),
      cmocka_unit_test(what_cannot_be_confirmed_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
