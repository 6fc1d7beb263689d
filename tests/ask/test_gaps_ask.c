/* Options of gaps: who may be asked, what may be suggested, costs, and what is refused. */
#include "gaps_of.h"
#include "measure/known.h"

static const char mixed[] = "a=partner b=partner c=partner d=partner s=strategy t=strategy a-s b-s c-t a-b s-t d-t";

static void those_who_may_not_be_asked_are_in_no_gap(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.not_asked = (const char *const[]){"Salviati", "pazzi", NULL}, .top = 1000});
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_true(nonet_sheet_rows(s) > 50 && nonet_sheet_rows(s) < 85);
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    for (size_t end = 0; end < 2; end++) {
      assert_string_not_equal(nonet_sheet_text(s, i, end), "Salviati");
      assert_string_not_equal(nonet_sheet_text(s, i, end), "Pazzi");
    }
  nonet_answer_free(a);
  nonet_free(n);
}

static void gaps_of_one_are_all_its_own(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.of = "medici", .top = 1000});
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_int_equal(nonet_sheet_rows(s), 14 - 6);
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    assert_true(strstr(gaps_pair(a, i), "Medici") != NULL);
  assert_says(a, "8 missing ties for the goal efficiency, of Medici alone.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_mixed_network_misses_ties_and_memberships_but_no_ties_of_strategies(void **state) {
  (void)state;
  nonet *n = net_of(mixed);
  const struct {
    const char *suggest;
    size_t rows;
  } forms[] = {{NULL, 9}, {"both", 9}, {"ties", 5}, {"memberships", 4}};
  for (size_t i = 0; i < 4; i++) {
    nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.suggest = forms[i].suggest, .top = 100});
    assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), forms[i].rows);
    nonet_answer_free(a);
  }
  nonet_free(n);
}

static void a_cost_ranks_by_gain_for_each_unit(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a=x b=x c=x d=x e=x a-b b-c c-d d-e");
  nonet_err err;
  nonet *n;
  static const char *const cost[] = {"1", "5", "1", "4", "100"};
  for (uint32_t v = 0; v < 5; v++)
    assert_ok(nonet_draft_node_attribute(d, v, "effort", cost[v], &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_answer *plain = gaps_of(n, NULL), *costed = gaps_of(n, &(nonet_gaps_options){.cost = "effort"});
  assert_string_equal(gaps_pair(plain, 0), "a-e");
  assert_string_equal(gaps_pair(costed, 0), "a-c");
  assert_near(gaps_number_at(costed, 0, "cost"), 2, 0);
  for (size_t i = 0; i < 6; i++) {
    double per = gaps_number_at(costed, i, "gain") / gaps_number_at(costed, i, "cost");
    assert_near(gaps_number_at(costed, i, "gain-per-cost"), per, 1e-15);
    if (i) assert_true(gaps_number_at(costed, i, "gain-per-cost") <= gaps_number_at(costed, i - 1, "gain-per-cost"));
  }
  nonet_answer *constant = gaps_of(n, &(nonet_gaps_options){.cost = "2.5"});
  assert_string_equal(gaps_pair(constant, 0), "a-e");
  assert_near(gaps_number_at(constant, 0, "cost"), 2.5, 0);
  assert_gaps_refused(n, &(nonet_gaps_options){.cost = "effrt"}, NONET_EUSAGE, "neither a number nor a column");
  assert_gaps_refused(n, &(nonet_gaps_options){.cost = "-1"}, NONET_EUSAGE, "more than nothing");
  nonet_answer_free(plain);
  nonet_answer_free(costed);
  nonet_answer_free(constant);
  nonet_free(n);
  nonet_draft_free(d);
}

static void what_was_not_looked_at_is_said(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.candidates = "10", .top = 1000});
  assert_true(nonet_sheet_rows(nonet_answer_sheet(a, 0)) < 45);
  assert_string_equal(gaps_pair(a, 0), "1-34");
  assert_says(a, "Only those among the 10 nodes with the most ties were looked at, of 483 in all");
  nonet_answer_free(a);
  a = gaps_of(n, &(nonet_gaps_options){.candidates = "all"});
  assert_says(a, "483 missing ties");
  assert_false(gaps_says(a, "Only those"));
  nonet_answer_free(a);
  nonet_free(n);
}

static void what_makes_no_sense_is_refused_with_what_would(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15), *modes = net_of("a=partner b=partner s=strategy t=strategy a-s b-t"), *layers = net_of("a-b@L b-c@M");
  assert_gaps_refused(n, &(nonet_gaps_options){.goal = "eficiency"}, NONET_EUSAGE, "there are efficiency, components");
  assert_gaps_refused(n, &(nonet_gaps_options){.of = "Medicci"}, NONET_EUSAGE, "Medici");
  assert_gaps_refused(n, &(nonet_gaps_options){.not_asked = (const char *const[]){"Nobody", NULL}}, NONET_EUSAGE, "Nobody");
  assert_gaps_refused(n, &(nonet_gaps_options){.of = "Medici", .not_asked = (const char *const[]){"Medici", NULL}}, NONET_EUSAGE,
                      "may not be asked");
  assert_gaps_refused(n, &(nonet_gaps_options){.suggest = "memberships"}, NONET_EUSAGE, "no strategies");
  assert_gaps_refused(n, &(nonet_gaps_options){.suggest = "friends"}, NONET_EUSAGE, "ties, memberships, both or strategies");
  assert_gaps_refused(n, &(nonet_gaps_options){.candidates = "some"}, NONET_EUSAGE, "not 'some'");
  assert_gaps_refused(n, &(nonet_gaps_options){.goal = "closeness"}, NONET_EUSAGE, "name them, as in L,M");
  assert_gaps_refused(n, &(nonet_gaps_options){.suggest = "strategies", .of = "Medici"}, NONET_EUSAGE, "cannot be only of Medici");
  assert_gaps_refused(n, &(nonet_gaps_options){.suggest = "strategies", .budget = 99}, NONET_ENOANSWER, "fewer than 99");
  assert_gaps_refused(modes, &(nonet_gaps_options){.suggest = "ties"}, NONET_EUSAGE, "suggest memberships or strategies");
  assert_gaps_refused(layers, &(nonet_gaps_options){.between = "L"}, NONET_EUSAGE, "two layers or kinds are needed");
  assert_gaps_refused(layers, &(nonet_gaps_options){.between = "L,L"}, NONET_EUSAGE, "two layers or kinds are needed");
  assert_gaps_refused(layers, &(nonet_gaps_options){.between = "L,Q"}, NONET_EUSAGE, "Q");
  nonet_free(n);
  nonet_free(modes);
  nonet_free(layers);
}

static void every_goal_may_be_asked_of_ties_between_layers(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L b-c@L c-d@M d-e@M a-f@K");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.between = "L,M", .goal = "bridges"});
  /* L holds a, b and c; M c, d and e. a-f stays a bridge whatever is tied between them. */
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 6);
  assert_string_equal(gaps_pair(a, 0), "a-e");
  assert_near(gaps_number_at(a, 0, "gain"), 4, 0);
  assert_says(a, "6 missing ties between L and M for the goal bridges");
  assert_false(gaps_says(a, "needed to leave no bridge"));
  nonet_answer_free(a);
  a = gaps_of(n, &(nonet_gaps_options){.between = "L,M", .goal = "efficiency"});
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 6);
  /* With a-e a circle of five with one beside it: 7.5 + 1 + 2/2 + 2/3 in place of a path's 5 + 4/2 + 3/3 + 2/4 + 1/5, of 15 pairs. */
  assert_string_equal(gaps_pair(a, 0), "a-e");
  assert_near(gaps_number_at(a, 0, "gain"), (7.5 + 1 + 1 + 2 / 3.0 - 8.7) / 15, 1e-12);
  nonet_answer_free(a);
  nonet_free(n);
}

static void gaps_may_be_between_kinds_and_cover_pairs_within_steps(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner t=tool u=tool a-b b-t t-u");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.between = "partner,tool"});
  /* The pairs a-t, a-u, b-t, b-u lie 2, 3, 1, 2 steps apart. With a-t the first two lie 1 and 2 apart, with a-u 2 and 1. */
  assert_string_equal(gaps_pair(a, 0), "a-t");
  assert_near(gaps_number_at(a, 1, "gain"), (1 - 1 / 3.0) / 4, 1e-12);
  assert_near(gaps_number_at(a, 0, "gain"), (1 - 1 / 3.0) / 4, 1e-12);
  assert_true(gaps_says(a, "between partner and tool would rise by"));
  nonet_answer_free(a);
  a = gaps_of(n, &(nonet_gaps_options){.between = "partner,tool", .goal = "coverage", .within = 1});
  for (size_t i = 0; i < nonet_sheet_rows(nonet_answer_sheet(a, 0)); i++)
    assert_near(gaps_number_at(a, i, "gain"), 1, 0);
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 3); /* a-t, a-u and b-u: each is one more pair at one step */
  nonet_answer_free(a);
  nonet_free(n);
}

static void every_goal_is_listed_and_can_be_asked_for(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L b-c@M c-d@L d-e@M");
  size_t count = 0;
  for (; nonet_goal_at(count); count++) {
    const nonet_goal *goal = nonet_goal_at(count);
    bool closeness = strcmp(goal->name, "closeness") == 0;
    nonet_answer_free(gaps_of(n, &(nonet_gaps_options){.goal = goal->name, .between = closeness ? "L,M" : NULL}));
    assert_true(strlen(goal->summary) > 20);
  }
  assert_int_equal(count, 7);
  nonet_free(n);
}

static bool stop(void *user) {
  (void)user;
  return true;
}

static void a_stop_ends_it(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a;
  nonet_run run = {.stop = stop};
  assert_int_equal(nonet_gaps(&a, n, NULL, &run, NULL), NONET_ESTOPPED);
  assert_null(a);
  nonet_free(n);
}

/* Distances of 34 nodes take 2 KB: with less the same gaps gain the same. */
static void gains_are_the_same_where_distances_are_not_kept(void **state) {
  (void)state;
  nonet *n = net_of(karate), *d = net_of("a>b b>c c>d d>b d>e f>a g-h");
  nonet_run run = {.max_memory = 100};
  const nonet_gaps_options how[] = {{.candidates = "all", .top = 30},
                                    {.goal = "coverage", .candidates = "all", .top = 500},
                                    {.goal = "coverage", .of = "a", .within = 3, .candidates = "all"},
                                    {.goal = "coverage", .of = "12", .candidates = "all"},
                                    {.budget = 2, .candidates = "all"}};
  for (size_t i = 0; i < 10; i++) {
    const nonet *of = i % 2 ? d : n;
    nonet_answer *kept, *searched;
    nonet_err err;
    if (how[i / 2].of && (how[i / 2].of[0] == 'a') != (of == d)) continue;
    assert_ok(nonet_gaps(&kept, of, &how[i / 2], NULL, &err), err);
    assert_ok(nonet_gaps(&searched, of, &how[i / 2], &run, &err), err);
    const nonet_sheet *s = nonet_answer_sheet(searched, 0);
    if (!how[i / 2].budget) assert_int_equal(nonet_sheet_rows(s), nonet_sheet_rows(nonet_answer_sheet(kept, 0)));
    for (size_t r = 0; r < nonet_sheet_rows(s); r++) {
      if (!how[i / 2].budget) assert_near(gaps_number_at(searched, r, "gain"), gaps_number_at(kept, r, "gain"), 0);
      if (!how[i / 2].budget) assert_near(gaps_number_at(searched, r, "closer"), gaps_number_at(kept, r, "closer"), 0);
    }
    if (how[i / 2].budget) assert_true(gaps_number_at(searched, 0, "gain") > 0);
    nonet_answer_free(kept);
    nonet_answer_free(searched);
  }
  nonet_free(n);
  nonet_free(d);
}

static void new_strategies_need_the_distances_of_all(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a;
  nonet_err err;
  nonet_run run = {.max_memory = 1000};
  assert_int_equal(nonet_gaps(&a, n, &(nonet_gaps_options){.suggest = "strategies"}, &run, &err), NONET_ELIMIT);
  assert_contains(err.text, "components, cut-points or bridges");
  assert_ok(nonet_gaps(&a, n, &(nonet_gaps_options){.goal = "bridges", .suggest = "strategies"}, &run, &err), err);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(those_who_may_not_be_asked_are_in_no_gap),
      cmocka_unit_test(gaps_of_one_are_all_its_own),
      cmocka_unit_test(a_mixed_network_misses_ties_and_memberships_but_no_ties_of_strategies),
      cmocka_unit_test(a_cost_ranks_by_gain_for_each_unit),
      cmocka_unit_test(what_was_not_looked_at_is_said),
      cmocka_unit_test(what_makes_no_sense_is_refused_with_what_would),
      cmocka_unit_test(every_goal_may_be_asked_of_ties_between_layers),
      cmocka_unit_test(gaps_may_be_between_kinds_and_cover_pairs_within_steps),
      cmocka_unit_test(every_goal_is_listed_and_can_be_asked_for),
      cmocka_unit_test(a_stop_ends_it),
      cmocka_unit_test(gains_are_the_same_where_distances_are_not_kept),
      cmocka_unit_test(new_strategies_need_the_distances_of_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
