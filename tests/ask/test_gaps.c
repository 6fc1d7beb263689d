/* Gaps one by one: known answers, and gains that measuring again finds. */
#include "base/run.h"
#include "gaps_of.h"
#include "measure/known.h"

#include <stdlib.h>

/* ---- known networks ---- */

static void the_best_marriages_of_florence_are_told_as_equal(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_answer *a = gaps_of(n, NULL);
  assert_string_equal(gaps_pair(a, 0), "Bischeri-Salviati");
  assert_string_equal(gaps_pair(a, 1), "Guadagni-Pazzi");
  assert_near(gaps_number_at(a, 0, "gain"), .02206349, 5e-9);
  assert_near(gaps_number_at(a, 0, "rank"), 1, 0);
  assert_near(gaps_number_at(a, 1, "rank"), 1, 0);
  assert_near(gaps_number_at(a, 2, "rank"), 3, 0);
  assert_says(a, "1. Bischeri and Salviati have no tie; joined, the mean of 1/distance would rise by 0.0221, and 12 pairs would come "
                 "closer; they share no partner.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void what_is_likely_is_not_what_gains_most(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.top = 500});
  assert_string_equal(gaps_pair(a, 0), "1-34");
  assert_near(gaps_number_at(a, 0, "gain"), .01645870, 5e-9);
  assert_near(gaps_number_at(a, 0, "adamic-adar"), 2.71101972, 1e-8);
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  size_t row = 0, more_likely = 0, aa = gaps_column(s, "adamic-adar");
  assert_int_equal(nonet_sheet_rows(s), 483);
  for (size_t i = 0; i < 483; i++) {
    if (strcmp(gaps_pair(a, i), "3-34") == 0) row = i;
    more_likely += nonet_sheet_number(s, i, aa) > gaps_number_at(a, 0, "adamic-adar");
  }
  assert_int_equal(more_likely, 1);
  assert_near(gaps_number_at(a, row, "adamic-adar"), 4.71938126, 1e-8);
  assert_near(gaps_number_at(a, row, "resource-allocation"), 1.56666667, 1e-8);
  assert_near(gaps_number_at(a, row, "jaccard"), .28571429, 1e-8);
  assert_true(gaps_number_at(a, row, "rank") > 300);
  assert_says(a, "The likeliest one by who is shared (Adamic-Adar 4.719), 3 - 34, comes at rank 307 by gain");
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_women_of_davis_are_offered_events_and_not_each_other(void **state) {
  (void)state;
  char line[8192] = "";
  static const char *const names[] = {"Evelyn", "Laura", "Theresa",   "Brenda", "Charlotte", "Frances", "Eleanor", "Pearl",  "Ruth",
                                      "Verne",  "Myra",  "Katherina", "Sylvia", "Nora",      "Helen",   "Dorothy", "Olivia", "Flora"};
  for (size_t i = 0; i < 18; i++)
    strcat(strcat(line, names[i]), "=woman ");
  for (int i = 1; i <= 14; i++)
    sprintf(line + strlen(line), "E%d=event ", i);
  nonet *n = net_of(strcat(line, davis_89));
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.top = 1000});
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_int_equal(nonet_sheet_rows(s), 18 * 14 - 89);
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    assert_true(strlen(nonet_sheet_text(s, i, 0)) > 3 && nonet_sheet_text(s, i, 1)[0] == 'E');
  assert_says(a, "163 missing memberships");
  assert_says(a, "has no part in");
  nonet_answer_free(a);
  nonet_free(n);
}

/* ---- against measuring again ---- */

static const struct {
  const char *goal, *measure;
  double sign;
} goals[] = {{"efficiency", "efficiency", 1}, {"components", "components", -1},         {"cut-points", "cut-nodes", -1},
             {"bridges", "bridges", -1},      {"connectivity", "node-connectivity", 1}, {"coverage", NULL, 1},
             {"closeness", NULL, 1}};

static double value_of(const nonet *n, const nonet *of, size_t goal, bool one) {
  return goals[goal].measure ? gaps_goal_measured(n, goals[goal].measure, goals[goal].sign) : gaps_goal_again(n, of, goals[goal].goal, one);
}

static nonet *random_net(struct chance *c) {
  char line[4096] = "";
  uint32_t nodes = 4 + (uint32_t)chance_below(c, 14);
  double density = 0.05 + 0.3 * chance_share(c);
  for (uint32_t v = 0; v < nodes; v++)
    sprintf(line + strlen(line), "v%u ", v);
  strcat(line, "v0-v1@L v2-v3@M");
  for (uint32_t v = 0; v < nodes; v++)
    for (uint32_t w = v + 1; w < nodes; w++)
      if (chance_share(c) < density) sprintf(line + strlen(line), " v%u-v%u@%c", v, w, "LMN"[chance_below(c, 3)]);
  return net_of(line);
}

static void every_gain_is_what_measuring_again_finds(void **state) {
  (void)state;
  struct chance c;
  size_t compared = 0;
  chance_start(&c, 71, 1);
  for (int round = 0; round < 42; round++) {
    nonet *n = random_net(&c);
    size_t goal = (size_t)round % 7;
    bool one = goal == 5 && round % 2;
    nonet_gaps_options o = {.goal = goals[goal].goal, .between = goal == 6 ? "L,M" : NULL, .of = one ? "v0" : NULL, .top = 500};
    nonet_answer *a = NULL;
    nonet_code code = nonet_gaps(&a, n, &o, NULL, NULL);
    assert_true(code == NONET_OK || code == NONET_ENOANSWER);
    double before = value_of(n, n, goal, one);
    for (size_t i = 0; a && i < nonet_sheet_rows(nonet_answer_sheet(a, 0)); i++) {
      nonet *then = gaps_closed(n, a, i, 1);
      double after = value_of(then, n, goal, one), gain = gaps_number_at(a, i, "gain");
      if (fabs(after - before - gain) > 1e-12) fail_msg("%s: %s gains %.17g, not %.17g", o.goal, gaps_pair(a, i), after - before, gain);
      compared++;
      nonet_free(then);
    }
    nonet_answer_free(a);
    nonet_free(n);
  }
  assert_true(compared > 1500);
}

/* ---- order, and corners ---- */

static void the_order_of_rows_changes_nothing(void **state) {
  (void)state;
  nonet *one = net_of("a-b b-c c-d d-e e-f f-a c-g"), *other = net_of("g-c f-a e-f a-b d-e c-b d-c");
  nonet_answer *a = gaps_of(one, NULL), *b = gaps_of(other, NULL);
  for (size_t i = 0; i < 10; i++) {
    char text[256];
    snprintf(text, sizeof text, "%s", gaps_pair(a, i));
    assert_string_equal(text, gaps_pair(b, i));
    assert_near(gaps_number_at(a, i, "gain"), gaps_number_at(b, i, "gain"), 0);
  }
  nonet_answer_free(a);
  nonet_answer_free(b);
  nonet_free(one);
  nonet_free(other);
}

static void a_network_in_which_nothing_is_missing_has_no_answer(void **state) {
  (void)state;
  nonet *null = net_of(""), *one = net_of("a"), *triangle = net_of("a-b b-c c-a");
  assert_gaps_refused(null, NULL, NONET_ENOANSWER, "nothing is missing");
  assert_gaps_refused(one, NULL, NONET_ENOANSWER, "nothing is missing");
  assert_gaps_refused(triangle, NULL, NONET_ENOANSWER, "nothing is missing");
  nonet_free(null);
  nonet_free(one);
  nonet_free(triangle);
}

static void loops_and_parallel_ties_are_no_gaps(void **state) {
  (void)state;
  nonet *n = net_of("a-a a-b a-b b-c");
  nonet_answer *a = gaps_of(n, NULL);
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 1);
  assert_string_equal(gaps_pair(a, 0), "a-c");
  nonet_answer_free(a);
  nonet_free(n);
}

/* a > b > c is worth (1 + 1 + 1/2) / 6; the way back from c adds c-a 1, c-b and b-a 1/2 each; a > c adds 1/2. */
static void gaps_of_directed_ties_follow_their_direction(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c");
  nonet_answer *a = gaps_of(n, NULL);
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 4);
  assert_string_equal(gaps_pair(a, 0), "c-a");
  assert_near(gaps_number_at(a, 0, "gain"), 2 / 6.0, 1e-12);
  assert_string_equal(gaps_pair(a, 3), "a-c");
  assert_near(gaps_number_at(a, 3, "gain"), .5 / 6, 1e-12);
  assert_says(a, "ways follow the direction of ties");
  assert_says(a, "1. c has no tie to a; with one, the mean of 1/distance would rise by 0.333, and 3 pairs would come into contact");
  nonet_answer_free(a);
  a = gaps_of(n, &(nonet_gaps_options){.goal = "components"});
  assert_string_equal(gaps_pair(a, 0), "c-a");
  assert_near(gaps_number_at(a, 0, "gain"), 2, 0);
  assert_says(a, "3 strong components would be one");
  nonet_answer_free(a);
  nonet_free(n);
}

static void bridges_of_directed_ties_have_no_direction_and_that_is_said(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges"});
  assert_string_equal(gaps_pair(a, 0), "a-c");
  assert_near(gaps_number_at(a, 0, "gain"), 2, 0);
  assert_says(a, "The goal bridges leaves direction out of account");
  nonet_answer_free(a);
  nonet_free(n);
}

static void two_islands_are_joined(void **state) {
  (void)state;
  nonet *n = net_of("a b");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "components"});
  assert_near(gaps_number_at(a, 0, "gain"), 1, 0);
  assert_says(a, "two separate parts would be one, and 1 pair would come into contact");
  nonet_answer_free(a);
  nonet_free(n);
}

/* ---- the picture ---- */

static void marks_are_of_the_network_with_the_ties_in_it(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.top = 2});
  const nonet *then = nonet_answer_network(a);
  uint32_t node, tie;
  const char *role;
  size_t ties = 0;
  assert_int_equal(nonet_ties(then), 22);
  for (size_t i = 0; nonet_answer_highlight(a, i, &node, &tie, &role); i++) {
    nonet_tie got;
    if (tie == NONET_NONE) continue;
    nonet_tie_get(&got, then, tie);
    assert_string_equal(got.kind, "suggested");
    ties++;
  }
  assert_int_equal(ties, 2);
  nonet_answer_free(a);
  nonet_free(n);
}

static void reasons_may_stand_in_the_rows(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.reasons_in_rows = true});
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_false(gaps_says(a, "1. Bischeri"));
  assert_contains(nonet_sheet_text(s, 0, gaps_column(s, "reason")), "Bischeri and Salviati have no tie");
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_best_marriages_of_florence_are_told_as_equal),
      cmocka_unit_test(what_is_likely_is_not_what_gains_most),
      cmocka_unit_test(the_women_of_davis_are_offered_events_and_not_each_other),
      cmocka_unit_test(every_gain_is_what_measuring_again_finds),
      cmocka_unit_test(the_order_of_rows_changes_nothing),
      cmocka_unit_test(a_network_in_which_nothing_is_missing_has_no_answer),
      cmocka_unit_test(loops_and_parallel_ties_are_no_gaps),
      cmocka_unit_test(gaps_of_directed_ties_follow_their_direction),
      cmocka_unit_test(bridges_of_directed_ties_have_no_direction_and_that_is_said),
      cmocka_unit_test(two_islands_are_joined),
      cmocka_unit_test(marks_are_of_the_network_with_the_ties_in_it),
      cmocka_unit_test(reasons_may_stand_in_the_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
