/* Edits: what a network would be. */
#include "views.h"

static nonet *edited(const nonet *n, const nonet_edit *edits, size_t count) {
  nonet *v;
  nonet_err err;
  assert_ok(nonet_edited(&v, n, edits, count, NULL, &err), err);
  return v;
}
#define EDITED(n, ...) edited(n, (const nonet_edit[]){__VA_ARGS__}, sizeof((const nonet_edit[]){__VA_ARGS__}) / sizeof(nonet_edit))

static void assert_not(const nonet *n, const nonet_edit *edits, size_t count, const char *part) {
  nonet *v;
  nonet_err err;
  assert_int_equal(nonet_edited(&v, n, edits, count, NULL, &err), NONET_EUSAGE);
  assert_null(v);
  assert_contains(err.text, part);
}
#define ASSERT_NOT(n, part, ...)                                                                                                           \
  assert_not(n, (const nonet_edit[]){__VA_ARGS__}, sizeof((const nonet_edit[]){__VA_ARGS__}) / sizeof(nonet_edit), part)

static void assert_layers(const nonet *n, const char *node, const char *want) {
  char got[256] = "";
  nonet_node x;
  nonet_node_get(&x, n, node_of(n, node));
  for (uint32_t i = 0; i < x.layer_count; i++)
    strcat(strcat(got, i ? " " : ""), nonet_layer_name(n, x.layers[i]));
  assert_string_equal(got, want);
}

static uint32_t found(const nonet *n, const char *name) {
  uint32_t v;
  nonet_err err;
  assert_ok(nonet_find_node(&v, n, name, &err), err);
  return v;
}

static void no_edit_gives_the_same_network(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-c:2@H d"), *v = edited(n, NULL, 0);
  assert_is(v, "d a b c | a-b@E b-c@H");
  assert_parent(v, 0, 0);
  assert_parent(v, 1, 1);
  assert_layers(v, "b", "E H");
  assert_string_equal(nonet_title(v), nonet_title(n));
  nonet_free(n);
  nonet_free(v);
}

static void a_node_leaves_with_its_ties_and_parents_stay(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d"), *v = EDITED(n, {.kind = NONET_REMOVE_NODE, .a = "B"});
  assert_is(v, "a c d | c-d");
  assert_parent(v, 0, 2);
  assert_contains(nonet_title(v), "(without b)");
  nonet *again = EDITED(v, {.kind = NONET_ADD_TIE, .a = "a", .b = "c"});
  assert_parent(again, 0, 2);
  size_t count;
  assert_null(nonet_tie_parents(again, 1, &count));
  assert_int_equal(count, 0);
  nonet_free(n);
  nonet_free(v);
  assert_is(again, "a c d | c-d a-c");
  nonet_free(again);
}

static void every_tie_of_a_pair_goes_or_those_of_a_layer_and_kind(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-a@H a-b@H a-c@H");
  nonet *v = EDITED(n, {.kind = NONET_REMOVE_TIES, .a = "b", .b = "a"});
  assert_is(v, "a b c | a-c@H");
  assert_layers(v, "a", "H");
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_REMOVE_TIES, .a = "a", .b = "b", .layer = "h"});
  assert_is(v, "a b c | a-b@E a-c@H");
  nonet_free(v);
  ASSERT_NOT(n, "there is no tie between 'b' and 'c'", {.kind = NONET_REMOVE_TIES, .a = "b", .b = "c"});
  ASSERT_NOT(n, "there is no tie in layer E between 'a' and 'c'", {.kind = NONET_REMOVE_TIES, .a = "a", .b = "c", .layer = "E"});
  ASSERT_NOT(n, "no tie of kind funds between", {.kind = NONET_REMOVE_TIES, .a = "a", .b = "b", .what = "funds"});
  nonet_free(n);
}

static void a_new_node_and_tie_come_behind_the_others(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=strategy a-b");
  nonet *v =
      EDITED(n, {.kind = NONET_ADD_NODE, .a = "Zoo", .what = "Partner"},
             {.kind = NONET_ADD_TIE, .a = "zoo", .b = "b", .what = "leads", .source = "minutes, 3 May", .weight = 2.5, .has_weight = true});
  assert_is(v, "a b Zoo | a-b Zoo-b");
  assert_int_equal(nonet_kinds(v), 2);
  nonet_tie tie;
  nonet_tie_get(&tie, v, 1);
  assert_string_equal(tie.kind, "leads");
  assert_string_equal(tie.source, "minutes, 3 May");
  assert_true(tie.has_weight);
  assert_near(tie.weight, 2.5, 0);
  assert_true(nonet_is_weighted(v));
  assert_true(nonet_two_modes(v, NULL, NULL));
  nonet_tie_get(&tie, v, 0);
  assert_false(tie.has_weight);
  assert_string_equal(tie.kind, "");
  assert_int_equal(found(v, "ZOO"), 2);
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_ADD_NODE, .a = "c", .what = "partner"}, {.kind = NONET_ADD_TIE, .a = "c", .b = "a"});
  assert_false(nonet_two_modes(v, NULL, NULL));
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_ADD_NODE, .a = "c", .what = "council"});
  assert_int_equal(nonet_kinds(v), 3);
  nonet_node node;
  nonet_node_get(&node, v, 2);
  assert_string_equal(node.kind, "council");
  nonet_free(v);
  ASSERT_NOT(n, "there is a node 'A' already", {.kind = NONET_ADD_NODE, .a = "A"});
  nonet_free(n);
}

static void a_network_without_ties_may_get_one(void **state) {
  (void)state;
  nonet *n = net_of("a b"), *v = EDITED(n, {.kind = NONET_ADD_TIE, .a = "a", .b = "b", .direction = NONET_DIRECTED});
  assert_is(v, "a b | a>b");
  assert_true(nonet_is_directed(v));
  nonet_free(v);
  nonet_free(n);
  n = net_of("a-b");
  v = EDITED(n, {.kind = NONET_ADD_TIE, .a = "b", .b = "a", .direction = NONET_DIRECTED});
  assert_is(v, "a b | a-b b>a");
  nonet_free(v);
  nonet_free(n);
  n = net_of("a>b");
  v = EDITED(n, {.kind = NONET_ADD_TIE, .a = "b", .b = "a"}, {.kind = NONET_ADD_TIE, .a = "b", .b = "a", .direction = NONET_UNDIRECTED});
  assert_is(v, "a b | a>b b>a b-a");
  nonet_free(v);
  nonet_free(n);
}

static void a_layer_goes_with_its_ties_and_memberships(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-c@H"), *v = EDITED(n, {.kind = NONET_REMOVE_LAYER, .layer = "e"});
  assert_is(v, "a b c | b-c@H");
  assert_int_equal(nonet_layers(v), 1);
  assert_layers(v, "a", "");
  nonet_free(v);
  ASSERT_NOT(n, "removed by an earlier change", {.kind = NONET_REMOVE_LAYER, .layer = "E"},
             {.kind = NONET_ADD_MEMBER, .a = "c", .layer = "E"});
  nonet_free(n);
}

static void a_membership_is_added_behind_the_main_layer_and_taken_back(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-c@H");
  nonet *v = EDITED(n, {.kind = NONET_ADD_MEMBER, .a = "a", .layer = "H"});
  assert_layers(v, "a", "E H");
  nonet *back = EDITED(v, {.kind = NONET_REMOVE_MEMBER, .a = "a", .layer = "H"});
  assert_layers(back, "a", "E");
  assert_is(back, "a b c | a-b@E b-c@H");
  nonet_free(back);
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_REMOVE_MEMBER, .a = "b", .layer = "E"});
  assert_is(v, "a b c | b-c@H");
  assert_layers(v, "b", "H");
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_ADD_LAYER, .layer = "Arts"}, {.kind = NONET_ADD_MEMBER, .a = "c", .layer = "arts"});
  assert_layers(v, "c", "H Arts");
  nonet_free(v);
  ASSERT_NOT(n, "'a' is in layer 'E' already", {.kind = NONET_ADD_MEMBER, .a = "a", .layer = "E"});
  ASSERT_NOT(n, "'a' is not in layer 'H'", {.kind = NONET_REMOVE_MEMBER, .a = "a", .layer = "H"});
  ASSERT_NOT(n, "there is a layer 'e' already", {.kind = NONET_ADD_LAYER, .layer = "e"});
  nonet_free(n);
}

static void two_nodes_become_one_that_answers_to_both_names(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E a-c@E b-d@H b-c@E"), *v = EDITED(n, {.kind = NONET_MERGE_NODES, .a = "a", .b = "b"});
  assert_is(v, "a c d | a-c@E a-d@H a-c@E");
  assert_parent(v, 1, 2);
  assert_layers(v, "a", "E H");
  assert_int_equal(found(v, "b"), 0);
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_MERGE_NODES, .a = "a", .b = "b"}, {.kind = NONET_REMOVE_TIES, .a = "b", .b = "c"},
             {.kind = NONET_REMOVE_NODE, .a = "d"});
  assert_is(v, "a c |");
  nonet_free(v);
  ASSERT_NOT(n, "are one node already", {.kind = NONET_MERGE_NODES, .a = "a", .b = "A"});
  ASSERT_NOT(n, "'b' has left by an earlier change", {.kind = NONET_REMOVE_NODE, .a = "b"},
             {.kind = NONET_MERGE_NODES, .a = "a", .b = "b"});
  nonet_free(n);
}

static void a_new_node_may_leave_again(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet *v = EDITED(n, {.kind = NONET_ADD_NODE, .a = "x"}, {.kind = NONET_ADD_TIE, .a = "x", .b = "a"}, {.kind = NONET_ADD_NODE, .a = "y"},
                    {.kind = NONET_ADD_TIE, .a = "y", .b = "b"}, {.kind = NONET_REMOVE_NODE, .a = "x"});
  assert_is(v, "a b y | a-b y-b");
  assert_contains(nonet_title(v), "(5 changes)");
  nonet_free(v);
  v = EDITED(n, {.kind = NONET_REMOVE_NODE, .a = "a"}, {.kind = NONET_ADD_NODE, .a = "a"}, {.kind = NONET_ADD_TIE, .a = "a", .b = "b"});
  assert_is(v, "b a | a-b");
  nonet_free(v);
  nonet_free(n);
}

static void a_slip_gets_the_nearest_name(void **state) {
  (void)state;
  nonet *n = net_of("Medici-Albizzi@marriage");
  ASSERT_NOT(n, "did you mean 'Medici'", {.kind = NONET_REMOVE_NODE, .a = "Medicci"});
  ASSERT_NOT(n, "marriage", {.kind = NONET_REMOVE_LAYER, .layer = "mariage"});
  ASSERT_NOT(n, "does not name its node", {.kind = NONET_ADD_TIE, .a = "Medici"});
  nonet_free(n);
}

static void further_columns_and_origins_stay_and_new_rows_say_nothing(void **state) {
  (void)state;
  nonet_err err;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .label = "Arts", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "b", .aliases = "Bee", .origin = {0, 3}});
  assert_ok(nonet_draft_node_attribute(d, 0, "sector", "1", &err), err);
  assert_ok(nonet_draft_node_attribute(d, 1, "sector", "2", &err), err);
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .source = "plan, p. 4", .since = "2000", .origin = {1, 7}});
  assert_ok(nonet_draft_tie_attribute(d, 0, "note", "x", &err), err);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet *v = EDITED(n, {.kind = NONET_ADD_NODE, .a = "c"}, {.kind = NONET_ADD_TIE, .a = "Bee", .b = "c"},
                    {.kind = NONET_MERGE_NODES, .a = "c", .b = "b"});
  double number;
  assert_string_equal(nonet_node_value(v, 0, 0, &number), "1");
  assert_near(number, 1, 0);
  assert_string_equal(nonet_node_value(v, 0, 1, &number), "");
  nonet_tie tie;
  nonet_tie_get(&tie, v, 0);
  assert_int_equal(nonet_ties(v), 1);
  assert_string_equal(tie.source, "plan, p. 4");
  assert_string_equal(tie.since, "2000");
  assert_int_equal(tie.line, 7);
  assert_string_equal(nonet_tie_value(v, 0, 0, NULL), "x");
  assert_int_equal(found(v, "bee"), 1);
  assert_string_equal(nonet_source_path(v, 0), "nodes.csv");
  nonet_node node;
  nonet_node_get(&node, v, 1);
  assert_string_equal(node.label, "c");
  assert_int_equal(node.line, 0);
  nonet_free(n);
  nonet_free(v);
}

static void a_new_weight_means_what_those_of_its_layer_do(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .layer = "E", .weight = 4, .has_weight = true, .scale = NONET_LENGTH});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "c", .layer = "H", .weight = 4, .has_weight = true});
  nonet *n = rows_seal(d, (nonet_seal_options){.add_missing = true});
  nonet *v = EDITED(n, {.kind = NONET_ADD_TIE, .a = "b", .b = "c", .layer = "E", .weight = 2, .has_weight = true},
                    {.kind = NONET_ADD_TIE, .a = "b", .b = "c", .layer = "H", .weight = 2, .has_weight = true});
  nonet_tie tie;
  nonet_tie_get(&tie, v, 2);
  assert_near(tie.length, 2, 0);
  nonet_tie_get(&tie, v, 3);
  assert_near(tie.length, 0.5, 0);
  nonet_free(n);
  nonet_free(v);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_edit_gives_the_same_network),
      cmocka_unit_test(a_node_leaves_with_its_ties_and_parents_stay),
      cmocka_unit_test(every_tie_of_a_pair_goes_or_those_of_a_layer_and_kind),
      cmocka_unit_test(a_new_node_and_tie_come_behind_the_others),
      cmocka_unit_test(a_network_without_ties_may_get_one),
      cmocka_unit_test(a_layer_goes_with_its_ties_and_memberships),
      cmocka_unit_test(a_membership_is_added_behind_the_main_layer_and_taken_back),
      cmocka_unit_test(two_nodes_become_one_that_answers_to_both_names),
      cmocka_unit_test(a_new_node_may_leave_again),
      cmocka_unit_test(a_slip_gets_the_nearest_name),
      cmocka_unit_test(further_columns_and_origins_stay_and_new_rows_say_nothing),
      cmocka_unit_test(a_new_weight_means_what_those_of_its_layer_do),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
