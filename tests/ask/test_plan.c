/* Plans: what a change is expected to gain, recorded whole or not at all. */
#include "ask/planned.h"

static void a_tie_is_planned_with_its_gain(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d");
  nonet_ledger *l = ledger_new();
  nonet_answer *a = PLANNED(l, n, NULL, JOIN("a", "d"));
  assert_string_equal(nonet_answer_verdict(a), "a gain");
  assert_near(number_at(a, 0, "before"), (3 + 2.0 / 2 + 1.0 / 3) / 6, 1e-15);
  assert_near(number_at(a, 0, "predicted"), (4 + 2.0 / 2) / 6, 1e-15);
  assert_near(number_at(a, 0, "gain"), (2.0 / 3) / 6, 1e-15);
  assert_contains(said(a), "With a - d, the goal efficiency would go from 0.7222 to 0.8333, a gain of 0.111.");
  assert_contains(said(a), "This is plan 1, dated 2024-05-03.");
  assert_int_equal(nonet_ledger_plans(l), 1);
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
}

/* KARATE: 1 - 34 gains 0.0164587 of efficiency. The gain of a plan is the gain that gaps would show. */
static void a_gain_is_that_of_gaps(void **state) {
  (void)state;
  nonet *n = graph_named("karate");
  nonet_ledger *l = ledger_new();
  nonet_answer *a = PLANNED(l, n, "efficiency", JOIN("1", "34"));
  assert_near(number_at(a, 0, "gain"), 0.0164587, 1e-7);
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
}

static void fewer_is_a_gain_where_few_are_wanted(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d e");
  nonet_ledger *l = ledger_new();
  nonet_answer *a = PLANNED(l, n, "bridges", JOIN("a", "d"));
  assert_true(number_at(a, 0, "before") == 3 && number_at(a, 0, "predicted") == 0 && number_at(a, 0, "gain") == 3);
  nonet_answer_free(a);
  a = PLANNED(l, n, "components", LEAVE("b"));
  assert_string_equal(nonet_answer_verdict(a), "a loss");
  assert_true(number_at(a, 0, "before") == 2 && number_at(a, 0, "predicted") == 3 && number_at(a, 0, "gain") == -1);
  assert_contains(said(a), "Without b, the goal components would go from 2 to 3, a loss of 1. This is plan 2");
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
}

static void a_tie_that_is_there_adds_nothing_and_is_said(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  nonet_ledger *l = ledger_new();
  nonet_answer *a = PLANNED(l, n, NULL, JOIN("a", "b"));
  assert_string_equal(nonet_answer_verdict(a), "no gain");
  assert_contains(said(a), "The two are tied already, so that tie adds nothing.");
  nonet_answer_free(a);
  nonet_ledger_free(l);
  nonet_free(n);
}

static void a_plan_that_fails_leaves_the_ledger_as_it_was(void **state) {
  (void)state;
  static const nonet_edit join[] = {JOIN("a", "c")}, nobody[] = {JOIN("a", "zoe")},
                          merge[] = {{.kind = NONET_MERGE_NODES, .a = "a", .b = "b"}};
  const struct {
    nonet_plan_options how;
    const char *why;
  } wrong[] = {{{.edits = join, .count = 0}, "a plan is of a change"},
               {{.edits = nobody, .count = 1}, "there is no node 'zoe'"},
               {{.edits = merge, .count = 1}, "ties that are made or go"},
               {{.edits = join, .count = 1, .goal = "glory"}, "no goal 'glory'"},
               {{.edits = join, .count = 1, .goal = "closeness"}, "between two layers"},
               {{.edits = join, .count = 1, .date = "soon"}, "'soon' is no date"}};
  nonet *n = net_of("a-b b-c");
  nonet_ledger *l = ledger_new();
  nonet_answer_free(PLANNED(l, n, NULL, JOIN("a", "c")));
  char *before = written(l);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    nonet_answer *a = (nonet_answer *)(uintptr_t)1;
    nonet_err err;
    assert_int_equal(nonet_plan(&a, l, n, &wrong[i].how, NULL, &err), NONET_EUSAGE);
    assert_null(a);
    assert_contains(err.text, wrong[i].why);
    assert_int_equal(nonet_ledger_plans(l), 1);
  }
  char *after = written(l);
  assert_string_equal(before, after);
  free(before);
  free(after);
  nonet_ledger_free(l);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tie_is_planned_with_its_gain),
      cmocka_unit_test(a_gain_is_that_of_gaps),
      cmocka_unit_test(fewer_is_a_gain_where_few_are_wanted),
      cmocka_unit_test(a_tie_that_is_there_adds_nothing_and_is_said),
      cmocka_unit_test(a_plan_that_fails_leaves_the_ledger_as_it_was),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
