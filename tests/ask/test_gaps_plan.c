/* Gaps closed together, new strategies, and bridges. */
#include "base/run.h"
#include "gaps_of.h"
#include "measure/known.h"

static void the_best_two_marriages_are_not_the_best_one_and_the_next(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.budget = 2});
  assert_string_equal(gaps_pair(a, 0), "Pazzi-Strozzi");
  assert_string_equal(gaps_pair(a, 1), "Ginori-Strozzi");
  assert_near(gaps_number_at(a, 1, "total"), .04031746031746033, 1e-12);
  assert_says(a, "Every set of up to 2 of the 85 gaps was tried: none gains more");
  assert_says(a, "The best next one, again and again, would have gained only 0.03873 together.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_best_two_ties_of_karate_are_one_to_thirty_four_and_seventeen_to_it(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.budget = 2});
  assert_string_equal(gaps_pair(a, 0), "1-34");
  assert_string_equal(gaps_pair(a, 1), "17-34");
  assert_near(gaps_number_at(a, 1, "total"), .02492572786690477, 1e-12);
  nonet_answer_free(a);
  nonet_free(n);
}

/* Totals, and every sum of gains on the way, are what measuring again finds. */
static void a_plan_gains_what_measuring_again_finds(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 81, 1);
  for (int round = 0; round < 12; round++) {
    char line[4096] = "v0";
    uint32_t nodes = 8 + (uint32_t)chance_below(&c, 12);
    for (uint32_t v = 1; v < nodes; v++)
      sprintf(line + strlen(line), chance_share(&c) < 0.8 ? " v%u-v%u" : " v%u", v, (uint32_t)chance_below(&c, v));
    nonet *n = net_of(line);
    const char *goal = round % 3 == 0 ? "components" : round % 3 == 1 ? "efficiency" : "bridges";
    double sign = round % 3 == 1 ? 1 : -1, before = gaps_goal_measured(n, goal, sign);
    nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = goal, .budget = 3});
    size_t rows = nonet_sheet_rows(nonet_answer_sheet(a, 0));
    double sum = 0;
    for (size_t i = 0; i < rows; i++) {
      nonet *then = gaps_closed(n, a, 0, i + 1);
      sum += gaps_number_at(a, i, "gain");
      assert_near(gaps_number_at(a, i, "total"), gaps_goal_measured(then, goal, sign) - before, 1e-12);
      assert_near(sum, gaps_number_at(a, i, "total"), 1e-12);
      nonet_free(then);
    }
    nonet_answer_free(a);
    nonet_free(n);
  }
}

static void what_is_not_proved_the_best_says_how_near_it_is(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.budget = 6});
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 6);
  assert_says(a, "A good choice, not proved the best: no set of 6 can gain more than");
  nonet_answer_free(a);
  a = gaps_of(n, &(nonet_gaps_options){.goal = "coverage", .of = "17", .budget = 8});
  assert_true(gaps_says(a, "No set of 8 can gain more") || gaps_says(a, "1 - 1/e"));
  nonet_answer_free(a);
  nonet_free(n);
}

static void parts_are_joined_in_as_few_ties_as_can_be(void **state) {
  (void)state;
  nonet *n = net_of("a-b c-d e f");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "components", .budget = 9});
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 3);
  assert_says(a, "4 separate parts would become 1");
  assert_says(a, "No set of 9 can gain more");
  nonet_answer_free(a);
  nonet_free(n);
}

static void nothing_to_gain_is_said(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-a");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges", .budget = 2});
  assert_string_equal(nonet_answer_verdict(a), "none");
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 0);
  nonet_answer_free(a);
  nonet_free(n);
}

/* ---- bridges ---- */

static const nonet_sheet *sheet_named(const nonet_answer *a, const char *name) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), name) == 0) return nonet_answer_sheet(a, i);
  return NULL;
}

static void two_marriages_leave_florence_without_a_bridge(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15), *then;
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges"});
  const nonet_sheet *s = sheet_named(a, "bridge-closing");
  nonet_edit edit[2];
  nonet_err err;
  assert_int_equal(nonet_sheet_rows(s), 2);
  assert_says(a, "2 new ties are needed to leave no bridge, and enough");
  for (size_t i = 0; i < 2; i++)
    edit[i] = (nonet_edit){.kind = NONET_ADD_TIE, .a = nonet_sheet_text(s, i, 0), .b = nonet_sheet_text(s, i, 1)};
  assert_ok(nonet_edited(&then, n, edit, 2, NULL, &err), err);
  assert_near(gaps_goal_measured(n, "bridges", 1), 5, 0);
  assert_near(gaps_goal_measured(then, "bridges", 1), 0, 0);
  nonet_answer_free(a);
  nonet_free(then);
  nonet_free(n);
}

static void a_network_in_parts_needs_more_to_be_one(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c d-e e-f f-d g");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges"});
  assert_says(a, "1 new tie is needed to leave no bridge, and enough (Eswaran and Tarjan 1976): a - c.");
  assert_says(a, "To be one network without a bridge it needs 3.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void memberships_leave_no_bridge_where_only_they_may_be_suggested(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner s=strategy t=strategy a-s b-s a-t");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges"});
  assert_says(a,
              "1 new membership is needed to leave no bridge, and enough (Eswaran and Tarjan 1976; Bang-Jensen and others 1999): b - t.");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "bridge-closing")), 1);
  assert_string_equal(nonet_sheet_text(sheet_named(a, "bridge-closing"), 0, 0), "b");
  nonet_answer_free(a);
  nonet_free(n);
  /* Four partners at one end each: half as many ties between them would do, but they need a membership each. */
  n = net_of("a=partner b=partner c=partner d=partner s=strategy t=strategy a-s b-s c-t d-t");
  a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges"});
  assert_says(a, "4 new memberships are needed to leave no bridge, and enough");
  nonet_answer_free(a);
  nonet_free(n);
  n = net_of("a=partner b=partner c=partner s=strategy t=strategy u=strategy a-s b-s a-t c-u");
  a = gaps_of(n, &(nonet_gaps_options){.goal = "bridges", .not_asked = (const char *const[]){"t", NULL}});
  assert_says(a, "No set of new memberships among those who may be asked leaves no bridge.");
  nonet_answer_free(a);
  nonet_free(n);
}

/* ---- new strategies ---- */

static void a_new_strategy_brings_those_together_who_gain_most(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner c=partner d=partner e=partner s=strategy t=strategy a-s b-s c-t d-t e");
  nonet_answer *a = gaps_of(n, &(nonet_gaps_options){.suggest = "strategies", .goal = "components", .budget = 3, .top = 2});
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_int_equal(nonet_sheet_rows(s), 6);
  assert_string_equal(nonet_sheet_text(s, 0, 1), "a");
  assert_string_equal(nonet_sheet_text(s, 1, 1), "c");
  assert_string_equal(nonet_sheet_text(s, 2, 1), "e");
  assert_near(gaps_number_at(a, 0, "gain"), 2, 0);
  assert_says(a, "With a new strategy of a, c and e, 3 separate parts would become 1.");
  assert_says(a, "Every set of 3 of the 5 who may be asked was tried: none gains more.");
  const nonet *then = nonet_answer_network(a);
  nonet_node node;
  nonet_node_get(&node, then, nonet_nodes(n));
  assert_string_equal(node.kind, "strategy");
  assert_int_equal(nonet_ties(then), nonet_ties(n) + 3);
  assert_near(gaps_goal_measured(then, "components", 1), 1, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_best_two_marriages_are_not_the_best_one_and_the_next),
      cmocka_unit_test(the_best_two_ties_of_karate_are_one_to_thirty_four_and_seventeen_to_it),
      cmocka_unit_test(a_plan_gains_what_measuring_again_finds),
      cmocka_unit_test(what_is_not_proved_the_best_says_how_near_it_is),
      cmocka_unit_test(parts_are_joined_in_as_few_ties_as_can_be),
      cmocka_unit_test(nothing_to_gain_is_said),
      cmocka_unit_test(two_marriages_leave_florence_without_a_bridge),
      cmocka_unit_test(a_network_in_parts_needs_more_to_be_one),
      cmocka_unit_test(memberships_leave_no_bridge_where_only_they_may_be_suggested),
      cmocka_unit_test(a_new_strategy_brings_those_together_who_gain_most),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
