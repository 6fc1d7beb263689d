/* Reviews: what was planned beside what came. */
#include "ask/planned.h"

static void where_nothing_else_changed_what_came_is_what_was_predicted(void **state) {
  static const char *const goals[] = {"efficiency", "components", "cut-points", "bridges", "connectivity", "coverage"};
  (void)state;
  for (size_t i = 0; i < sizeof goals / sizeof *goals; i++) {
    nonet *n = net_of("a-b b-c c-d d-e e-a b-f f-g"), *joined = net_of("a-b b-c c-d d-e e-a b-f f-g g-a"),
          *left = net_of("a-b b-c c-d d-e e-a g"), *untied = net_of("a-b b-c c-d d-e b-f f-g");
    const nonet *const then[] = {joined, left, untied};
    const nonet_edit edits[] = {JOIN("a", "g"), LEAVE("f"), UNTIE("e", "a")};
    for (size_t k = 0; k < 3; k++) {
      nonet_ledger *l = ledger_new();
      nonet_answer_free(planned(l, n, goals[i], &edits[k], 1));
      nonet_answer *a = reviewed(l, then[k]);
      assert_string_equal(nonet_answer_verdict(a), "1 of 1 carried out");
      assert_string_equal(text_at(a, 0, "made"), "yes");
      assert_near(number_at(a, 0, "realised-gain"), number_at(a, 0, "predicted-gain"), 1e-14);
      assert_near(number_at(a, 0, "from-plan"), number_at(a, 0, "predicted-gain"), 1e-14);
      assert_near(number_at(a, 0, "elsewhere"), 0, 1e-14);
      assert_near(number_at(a, 0, "now"), number_at(a, 0, "predicted"), 1e-14);
      assert_contains(said(a), "1 plan, 1 carried out; of those 1 brought what was predicted, 0 more and 0 less.");
      nonet_answer_free(a);
      nonet_ledger_free(l);
    }
    nonet_free(n);
    nonet_free(joined);
    nonet_free(left);
    nonet_free(untied);
  }
}

static void what_came_from_elsewhere_is_told_apart(void **state) {
  (void)state;
  nonet *n = net_of("a-b c-d e"), *now = net_of("a-b c-d e b-c d-e"); /* b-c was planned, d-e came by itself */
  nonet_ledger *l = ledger_new();
  nonet_answer_free(PLANNED(l, n, "components", JOIN("b", "c")));
  nonet_answer *a = reviewed(l, now);
  assert_true(number_at(a, 0, "predicted-gain") == 1 && number_at(a, 0, "realised-gain") == 2);
  assert_true(number_at(a, 0, "from-plan") == 1 && number_at(a, 0, "elsewhere") == 1);
  assert_contains(said(a),
                  "Plan 1 of 2024-05-03, with b - c: the tie was made. For the goal components a gain of 1 was predicted and one of "
                  "2 came: 1 from this, 1 from elsewhere.");
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
  nonet_free(now);
}

static void a_tie_that_others_made_needless_brought_less(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c"), *now = net_of("a-b b-c a-c a-d d-c");
  nonet_ledger *l = ledger_new();
  nonet_answer_free(PLANNED(l, n, "bridges", JOIN("a", "c"))); /* two bridges fewer, as it seemed */
  nonet_answer *a = reviewed(l, now);
  assert_true(number_at(a, 0, "predicted-gain") == 2 && number_at(a, 0, "from-plan") == 0 && number_at(a, 0, "elsewhere") == 2);
  assert_contains(said(a), "0 brought what was predicted, 0 more and 1 less");
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
  nonet_free(now);
}

static void what_was_not_done_gained_nothing(void **state) {
  (void)state;
  nonet *n = net_of("a-b c-d"), *now = net_of("a-b c-d a-c");
  nonet_ledger *l = ledger_new();
  nonet_answer_free(PLANNED(l, n, "components", JOIN("b", "d")));
  nonet_answer_free(PLANNED(l, n, "components", JOIN("b", "d"), JOIN("a", "c")));
  nonet_answer *a = reviewed(l, now);
  assert_string_equal(nonet_answer_verdict(a), "0 of 2 carried out");
  assert_string_equal(text_at(a, 0, "made"), "no");
  assert_true(number_at(a, 0, "from-plan") == 0 && number_at(a, 0, "elsewhere") == 1);
  assert_contains(said(a),
                  "the tie was not made. For the goal components a gain of 1 was predicted and one of 1 came, all from elsewhere.");
  assert_string_equal(text_at(a, 1, "made"), "1 of 2");
  assert_true(number_at(a, 1, "from-plan") == 1);
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
  nonet_free(now);
}

static void a_tie_that_was_there_before_is_not_the_plans(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  nonet_ledger *l = ledger_new();
  nonet_answer_free(PLANNED(l, n, "bridges", JOIN("a", "b")));
  nonet_answer *a = reviewed(l, n);
  assert_true(number_at(a, 0, "from-plan") == 0 && number_at(a, 0, "realised-gain") == 0);
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
}

static void a_goal_that_cannot_be_asked_any_more_is_said(void **state) {
  (void)state;
  nonet *n = net_of("a-b@Health c-d@Homes"), *now = net_of("a-b@Health c-d@Work a-c");
  nonet_ledger *l = ledger_new();
  static const nonet_edit join[] = {JOIN("a", "c")};
  nonet_plan_options how = {.edits = join, .count = 1, .between = "Health,Homes"};
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_plan(&a, l, n, &how, NULL, &err), err);
  nonet_answer_free(a);
  a = reviewed(l, now);
  assert_string_equal(text_at(a, 0, "made"), "yes");
  assert_true(isnan(number_at(a, 0, "now")) && isnan(number_at(a, 0, "from-plan")));
  assert_contains(said(a), "What it gained cannot be told now: there is no layer or kind 'Homes'");
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
  nonet_free(now);
}

static void without_a_plan_there_is_nothing_to_review(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_ledger *l = ledger_new();
  nonet_answer *a;
  nonet_err err;
  assert_int_equal(nonet_review(&a, l, n, NULL, &err), NONET_ENOANSWER);
  assert_null(a);
  nonet_ledger_free(l);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(where_nothing_else_changed_what_came_is_what_was_predicted),
      cmocka_unit_test(what_came_from_elsewhere_is_told_apart),
      cmocka_unit_test(a_tie_that_others_made_needless_brought_less),
      cmocka_unit_test(what_was_not_done_gained_nothing),
      cmocka_unit_test(a_tie_that_was_there_before_is_not_the_plans),
      cmocka_unit_test(a_goal_that_cannot_be_asked_any_more_is_said),
      cmocka_unit_test(without_a_plan_there_is_nothing_to_review),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
