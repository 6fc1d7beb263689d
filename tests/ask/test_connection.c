/* Connections: known networks, ends of every sort, conditions, and evidence. */
#include "ask/asked.h"

static nonet_answer *connected(const nonet *n, const nonet_connection_options *o) {
  nonet_answer *a;
  nonet_err err = {0};
  assert_ok(nonet_connection(&a, n, o, NULL, &err), err);
  return a;
}

static void strozzi_and_ginori_have_two_shortest_paths_one_route_and_hang_on_albizzi(void **state) {
  (void)state;
  nonet *n = net_of(florence);
  nonet_answer *a = connected(n, &(nonet_connection_options){.from = "Strozzi", .to = "Ginori"});
  assert_string_equal(nonet_answer_verdict(a), "4 steps");
  assert_int_equal(paths_of(sheet_named(a, "paths")), 2);
  assert_int_equal(paths_of(sheet_named(a, "routes")), 1);
  assert_string_equal(keys_of(sheet_named(a, "cut")), "Albizzi");
  assert_contains(said(a), "If Albizzi left, they would lose contact.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_same_stands_in_the_table_of_two_layers_via_marriage(void **state) {
  (void)state;
  nonet *n = graph_named("florentine");
  nonet_answer *a = asked(n, "who connects Strozzi to Ginori via marriage");
  const nonet_sheet *paths = sheet_named(a, "paths");
  assert_int_equal(paths_of(paths), 2);
  assert_string_equal(keys_of(sheet_named(a, "cut")), "Albizzi");
  assert_contains(nonet_sheet_text(paths, 0, column_named(paths, "file")), "marriage.csv");
  assert_near(nonet_sheet_number(paths, 0, column_named(paths, "line")), 10, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_karate_pair_has_six_routes(void **state) {
  (void)state;
  nonet *n = graph_named("karate");
  nonet_answer *a = connected(n, &(nonet_connection_options){.from = "1", .to = "34", .at_most = 1});
  assert_int_equal(paths_of(sheet_named(a, "routes")), 6); /* White and Harary: kappa(1, 34) */
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "cut")), 6);
  assert_int_equal(paths_of(sheet_named(a, "paths")), 1);
  assert_contains(said(a), "The table lists the first of them.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void those_in_both_layers_are_counted_whole_where_few_are_listed(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L b-c@L c-d@L d-e@L e-f@L a-b@M b-c@M c-d@M d-e@M e-f@M");
  nonet_answer *a = connected(n, &(nonet_connection_options){.from = "L", .to = "M", .at_most = 2});
  assert_contains(said(a), "6 are in both L and M: a, b and 4 more.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void ties_side_by_side_are_lost_together(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-b b-c");
  assert_says(n, "how is a connected to b", "Without those ties nothing would connect them.");
  assert_says(n, "is a connected to b within 1 step", "ways of at most 1 step.");
  nonet_free(n);
}

static void two_who_are_tied_are_told_what_remains_without_the_tie(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-x x-b a-y y-z z-b p-a");
  assert_says(n, "how is a connected to b", "Without that tie they would still be connected, in 2 steps.");
  assert_says(n, "how is a connected to b", "3 independent routes share nobody on the way: the tie itself; through x; through y, then z.");
  assert_says(n, "how is a connected to p", "Without that tie nothing would connect them.");
  nonet_answer *a = asked(n, "how is a connected to b");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "cut")), 2); /* and the tie */
  assert_contains(said(a), "Were the tie lost and");
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_strongest_way_may_be_a_longer_one(void **state) {
  (void)state;
  nonet *n = net_of("a-b:1 a-x:4 x-b:4");
  nonet_answer *a = asked(n, "how is a connected to b");
  assert_contains(said(a), "The strongest way is a – x – b (sum of 1 / strength: 0.5).");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "strongest")), 2);
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_strongest_way_keeps_to_the_steps_that_are_allowed(void **state) {
  (void)state;
  nonet *n = net_of("a-x:9 x-y:9 y-b:9 a-p:2 p-b:2 a-q:1 q-b:1");
  assert_says(n, "how is a connected to b", "The strongest way is a – x – y – b");
  assert_says(n, "how is a connected to b within 2", "The strongest way is a – p – b");
  nonet_free(n);
}

static void weights_that_are_no_strengths_are_said_and_left_out(void **state) {
  (void)state;
  nonet *n = net_of("a-b:-1 b-c:2");
  assert_says(n, "how is a connected to c", "Strength is left out of account: ");
  nonet_free(n);
}

static void layers_meet_in_those_who_are_in_both(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y c-d@Y e-f@Z");
  nonet_answer *a = asked(n, "who connects X to Y");
  assert_contains(said(a), "b is in both X and Y.");
  assert_string_equal(keys_of(sheet_named(a, "cut")), "b");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "routes")), 1);
  assert_true(isnan(nonet_sheet_number(sheet_named(a, "routes"), 0, 2))); /* no tie: one who stands on both sides */
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_node_inside_a_layer_asks_about_the_others(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@X");
  assert_says(n, "how is a connected to X", "The nearest of a and the others in X are 1 step apart");
  nonet_free(n);
}

static void only_nodes_of_a_kind_may_stand_between(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner x=partner s=strategy t=strategy a-x x-b a-s s-t t-b");
  nonet_answer *a = asked(n, "how is a connected to b through strategies");
  assert_string_equal(nonet_answer_verdict(a), "3 steps");
  nonet_answer_free(a);
  nonet_free(n);
}

static void ties_of_other_times_are_not_used(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a b c");
  nonet *n;
  nonet_err err;
  nonet_tie_row rows[] = {{.from = "a", .to = "b", .since = "2001", .until = "2002", .origin = {NONET_NONE, 0}},
                          {.from = "a", .to = "c", .since = "2005", .origin = {NONET_NONE, 0}},
                          {.from = "c", .to = "b", .origin = {NONET_NONE, 0}}};
  for (size_t i = 0; i < 3; i++)
    assert_ok(nonet_draft_tie(NULL, d, &rows[i], &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  assert_says(n, "how is a connected to b", "in 1 step");
  assert_says(n, "how is a connected to b since 2003", "in 2 steps");
  assert_says(n, "how is a connected to b since 2002-12-31", "in 1 step");
  assert_says(n, "how is a connected to b before 2003", "in 1 step");
  refused(n, "how is a connected to c before 2001", NONET_ENOANSWER, "without the condition on before it takes 1 step");
  nonet_free(n);
}

static void direction_is_followed_and_said(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c");
  assert_says(n, "how is a connected to c", "Ties are followed in their direction.");
  refused(n, "how is c connected to a", NONET_ENOANSWER, "read both ways, the shortest takes 2 steps");
  nonet_free(n);
}

static void every_tie_marked_is_one_of_the_rows(void **state) {
  (void)state;
  nonet *n = graph_named("birmingham-2000");
  nonet_answer *a = asked(n, "how is GFA Consulting connected to Quality Protects");
  uint32_t node, tie;
  const char *role;
  size_t ties = 0, relied = 0;
  for (size_t i = 0; nonet_answer_highlight(a, i, &node, &tie, &role); i++) {
    ties += tie != NONET_NONE && strcmp(role, "path") == 0;
    relied += tie == NONET_NONE && strcmp(role, "relied upon") == 0;
  }
  assert_true(ties >= 3);
  assert_int_equal(relied, 1);
  nonet_answer_free(a);
  nonet_free(n);
}

static void one_node_is_connected_to_itself_without_a_step(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_says(n, "how is a connected to a", "Both ends are a.");
  nonet_free(n);
}

static void an_end_cannot_be_avoided(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  refused(n, "how is a connected to c avoiding c", NONET_EUSAGE, "cannot be avoided");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strozzi_and_ginori_have_two_shortest_paths_one_route_and_hang_on_albizzi),
      cmocka_unit_test(the_same_stands_in_the_table_of_two_layers_via_marriage),
      cmocka_unit_test(a_karate_pair_has_six_routes),
      cmocka_unit_test(those_in_both_layers_are_counted_whole_where_few_are_listed),
      cmocka_unit_test(ties_side_by_side_are_lost_together),
      cmocka_unit_test(two_who_are_tied_are_told_what_remains_without_the_tie),
      cmocka_unit_test(the_strongest_way_may_be_a_longer_one),
      cmocka_unit_test(the_strongest_way_keeps_to_the_steps_that_are_allowed),
      cmocka_unit_test(weights_that_are_no_strengths_are_said_and_left_out),
      cmocka_unit_test(layers_meet_in_those_who_are_in_both),
      cmocka_unit_test(a_node_inside_a_layer_asks_about_the_others),
      cmocka_unit_test(only_nodes_of_a_kind_may_stand_between),
      cmocka_unit_test(ties_of_other_times_are_not_used),
      cmocka_unit_test(direction_is_followed_and_said),
      cmocka_unit_test(every_tie_marked_is_one_of_the_rows),
      cmocka_unit_test(one_node_is_connected_to_itself_without_a_step),
      cmocka_unit_test(an_end_cannot_be_avoided),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
