/* Ends of ties: keys, labels, scopes, and what is missing. */
#include "fixture/net_of.h"
#include "net/draft.h"
#include "rows.h"

static void ends_make_nodes_where_no_table_declares_any(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "Arts", .to = "Plan", .from_kind = "partner", .to_kind = "strategy"});
  rows_tie(d, (nonet_tie_row){.from = "Trust", .to = "Plan", .from_kind = "partner", .to_kind = "strategy"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_node node;
  assert_int_equal(nonet_nodes(n), 3);
  nonet_node_get(&node, n, 1);
  assert_string_equal(node.key, "Plan");
  assert_string_equal(node.kind, "strategy");
  assert_string_equal(node.file, "ties.csv");
  assert_int_equal(node.line, 2);
  assert_true(nonet_two_modes(n, NULL, NULL));
  nonet_free(n);
}

static void a_node_under_headings_of_two_kinds_keeps_the_first_and_is_warned_of(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .from_kind = "partner", .to_kind = "strategy"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c", .from_kind = "partner", .to_kind = "strategy"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_node node;
  nonet_node_get(&node, n, node_of(n, "b"));
  assert_string_equal(node.kind, "strategy");
  assert_true(rows_say(nonet_warning, n, "ties.csv:3: a node stands under headings of two kinds"));
  nonet_free(n);
}

static void a_declared_kind_is_not_doubted_by_a_heading(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .kind = "council"});
  rows_node(d, (nonet_node_row){.key = "b"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .from_kind = "organisation", .to_kind = "strategy"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_node node;
  nonet_node_get(&node, n, 0);
  assert_string_equal(node.kind, "council");
  nonet_node_get(&node, n, 1);
  assert_string_equal(node.kind, "strategy");
  assert_null(nonet_warning(n, 0));
  nonet_free(n);
}

static nonet_draft *with_table(void) {
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "ev", .label = "Evelyn", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "la", .label = "Laura", .origin = {0, 3}});
  return d;
}

static void an_end_that_no_table_declares_names_its_line_and_the_nearest(void **state) {
  (void)state;
  nonet_draft *d = with_table();
  rows_tie(d, (nonet_tie_row){.from = "ev", .to = "Evelin"});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "ties.csv:2: tie end 'Evelin' is in no node table (did you mean 'Evelyn'");
}

static void an_end_that_no_table_declares_can_be_added(void **state) {
  (void)state;
  nonet_draft *d = with_table();
  rows_tie(d, (nonet_tie_row){.from = "ev", .to = "Evelin"});
  nonet *n = rows_seal(d, (nonet_seal_options){.add_missing = true});
  assert_int_equal(nonet_nodes(n), 3);
  assert_true(rows_say(nonet_assumption, n, "ties.csv:2: 'Evelin' is in no node table and was added"));
  nonet_free(n);
}

static void an_empty_node_table_declares_nothing(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  draft_has_node_table(d);
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "ties.csv:2: tie end 'a' is in no node table");
}

static void an_end_may_be_a_label_that_one_node_has(void **state) {
  (void)state;
  nonet_draft *d = with_table();
  rows_tie(d, (nonet_tie_row){.from = "Evelyn", .to = "Laura"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_nodes(n), 2);
  assert_true(rows_say(nonet_assumption, n, "ties.csv:2: a tie names its node by the label (and 1 more)"));
  nonet_free(n);
}

static void a_label_of_several_nodes_is_refused(void **state) {
  (void)state;
  nonet_draft *d = with_table();
  rows_node(d, (nonet_node_row){.key = "l2", .label = "Laura", .origin = {0, 4}});
  rows_tie(d, (nonet_tie_row){.from = "ev", .to = "Laura"});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "ties.csv:2: 'Laura' is the label of several nodes ('la', 'l2')");
}

static void a_key_counts_before_a_label(void **state) {
  (void)state;
  nonet_draft *d = with_table();
  rows_node(d, (nonet_node_row){.key = "Laura", .label = "Other"});
  rows_tie(d, (nonet_tie_row){.from = "ev", .to = "Laura"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_tie tie;
  nonet_tie_get(&tie, n, 0);
  assert_int_equal(tie.to, 2);
  nonet_free(n);
}

static void an_end_of_another_scope_points_to_same_ids(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .origin = {0, 2}});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .layer = "Arts", .scope = "Arts"});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT,
               "ties.csv:2: tie end 'a' is in no node table of 'Arts', but 'a' is at nodes.csv:2 (--same-ids makes them one)");
}

static void scopes_without_tables_make_their_own_nodes(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "1", .to = "2", .layer = "A", .scope = "A"});
  rows_tie(d, (nonet_tie_row){.from = "1", .to = "2", .layer = "B", .scope = "B"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_nodes(n), 4);
  nonet_free(n);
}

static void a_tie_of_all_can_name_a_node_of_a_scope(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "1", .to = "2", .layer = "A", .scope = "A"});
  rows_tie(d, (nonet_tie_row){.from = "1", .to = "2", .layer = "B", .scope = "B"});
  rows_tie(d, (nonet_tie_row){.from = "A:1", .to = "B:2"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_tie tie;
  nonet_tie_get(&tie, n, 2);
  assert_int_equal(nonet_nodes(n), 4);
  assert_int_equal(tie.from, node_of(n, "A:1"));
  assert_int_equal(tie.to, node_of(n, "B:2"));
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_make_nodes_where_no_table_declares_any),
      cmocka_unit_test(a_node_under_headings_of_two_kinds_keeps_the_first_and_is_warned_of),
      cmocka_unit_test(a_declared_kind_is_not_doubted_by_a_heading),
      cmocka_unit_test(an_end_that_no_table_declares_names_its_line_and_the_nearest),
      cmocka_unit_test(an_end_that_no_table_declares_can_be_added),
      cmocka_unit_test(an_empty_node_table_declares_nothing),
      cmocka_unit_test(an_end_may_be_a_label_that_one_node_has),
      cmocka_unit_test(a_label_of_several_nodes_is_refused),
      cmocka_unit_test(a_key_counts_before_a_label),
      cmocka_unit_test(an_end_of_another_scope_points_to_same_ids),
      cmocka_unit_test(scopes_without_tables_make_their_own_nodes),
      cmocka_unit_test(a_tie_of_all_can_name_a_node_of_a_scope),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
