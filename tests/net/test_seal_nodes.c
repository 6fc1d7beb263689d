/* Nodes that are declared once, twice alike, twice with differences; scopes. */
#include "fixture/net_of.h"
#include "net/draft.h"
#include "rows.h"

static void a_node_declared_twice_alike_is_one(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .label = "Arts", .kind = "partner", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "a", .label = "Arts", .kind = "partner", .origin = {0, 9}});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_nodes(n), 1);
  assert_null(nonet_warning(n, 0));
  nonet_node node;
  nonet_node_get(&node, n, 0);
  assert_string_equal(node.file, "nodes.csv");
  assert_int_equal(node.line, 2);
  nonet_free(n);
}

static nonet_draft *two_kinds(void) {
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "x", .kind = "a", .layers = "L", .origin = {0, 7}});
  rows_node(d, (nonet_node_row){.key = "x", .kind = "b", .layers = "M", .aliases = "ex", .origin = {0, 19}});
  rows_node(d, (nonet_node_row){.key = "x", .kind = "c", .label = "Ex", .origin = {0, 20}});
  return d;
}

static void a_node_declared_twice_with_differences_names_both_lines(void **state) {
  (void)state;
  rows_refused(two_kinds(), (nonet_seal_options){0}, NONET_EINPUT,
               "nodes.csv:19: node 'x' was declared at nodes.csv:7 with kind 'a', now 'b' (--merge-nodes keeps the first)");
}

static void merged_nodes_keep_the_first_of_each_and_unite_lists(void **state) {
  (void)state;
  nonet *n = rows_seal(two_kinds(), (nonet_seal_options){.merge_nodes = true});
  nonet_node node;
  nonet_node_get(&node, n, 0);
  assert_int_equal(nonet_nodes(n), 1);
  assert_string_equal(node.kind, "a");
  assert_string_equal(node.label, "Ex");
  assert_int_equal(node.layer_count, 2);
  assert_string_equal(nonet_layer_name(n, node.layers[0]), "L");
  assert_string_equal(nonet_layer_name(n, node.layers[1]), "M");
  uint32_t v;
  nonet_err err;
  assert_ok(nonet_find_node(&v, n, "EX", &err), err);
  assert_string_equal(nonet_warning(n, 0),
                      "nodes.csv:19: node declared twice with differences, merged: what was said first stays (and 1 more)");
  assert_null(nonet_warning(n, 1));
  nonet_free(n);
}

static void two_files_fill_each_others_gaps(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "x", .label = "Ex", .layers = "L", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "x", .kind = "partner", .layers = "M", .origin = {1, 2}});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_node node;
  nonet_node_get(&node, n, 0);
  assert_string_equal(node.label, "Ex");
  assert_string_equal(node.kind, "partner");
  assert_int_equal(node.layer_count, 2);
  nonet_free(n);
}

static void a_gap_in_one_file_is_a_difference(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "x", .label = "Ex", .kind = "partner", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "x", .label = "Ex", .origin = {0, 3}});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "with kind 'partner', now ''");
}

static void further_columns_that_differ_name_both_lines(void **state) {
  (void)state;
  for (int merge = 0; merge < 2; merge++) {
    nonet_draft *d = rows_new();
    nonet_err err;
    rows_node(d, (nonet_node_row){.key = "x", .origin = {0, 2}});
    rows_node(d, (nonet_node_row){.key = "x", .origin = {0, 3}});
    assert_ok(nonet_draft_node_attribute(d, 0, "staff", "4", &err), err);
    assert_ok(nonet_draft_node_attribute(d, 1, "staff", "5", &err), err);
    if (!merge) {
      rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "nodes.csv:3: node 'x' was declared at nodes.csv:2 with staff '4', now '5'");
      continue;
    }
    nonet *n = rows_seal(d, (nonet_seal_options){.merge_nodes = true});
    assert_string_equal(nonet_node_value(n, 0, 0, NULL), "4");
    nonet_free(n);
  }
}

static void an_id_of_a_strict_file_may_not_come_again(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  draft_strict_ids(d, 0);
  rows_node(d, (nonet_node_row){.key = "a", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "a", .origin = {0, 5}});
  rows_refused(d, (nonet_seal_options){.merge_nodes = true}, NONET_EINPUT, "nodes.csv:5: node 'a' was declared before, at nodes.csv:2");
}

static void ids_of_two_scopes_are_two_nodes(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "1", .layers = "Arts", .scope = "Arts", .origin = {0, 2}});
  rows_node(d, (nonet_node_row){.key = "1", .layers = "Health", .scope = "Health", .label = "Trust", .origin = {1, 2}});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_node node;
  assert_int_equal(nonet_nodes(n), 2);
  nonet_node_get(&node, n, 0);
  assert_string_equal(node.key, "Arts:1");
  assert_string_equal(node.label, "1");
  nonet_node_get(&node, n, 1);
  assert_string_equal(node.key, "Health:1");
  assert_string_equal(node.label, "Trust");
  assert_true(rows_say(nonet_assumption, n, "--same-ids"));
  nonet_free(n);
}

static void a_key_that_meets_a_scoped_one_is_refused(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "Arts:1"});
  rows_node(d, (nonet_node_row){.key = "1", .scope = "Arts"});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "two nodes have the key 'Arts:1'");
}

static void more_nodes_than_the_limit_are_refused(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a b c");
  nonet *n;
  nonet_err err;
  assert_int_equal(nonet_seal(&n, d, NULL, &(nonet_run){.max_nodes = 2}, &err), NONET_ELIMIT);
  assert_null(n);
  assert_ok(nonet_seal(&n, d, NULL, &(nonet_run){.max_nodes = 3}, &err), err);
  nonet_free(n);
  nonet_draft_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_node_declared_twice_alike_is_one),
      cmocka_unit_test(a_node_declared_twice_with_differences_names_both_lines),
      cmocka_unit_test(merged_nodes_keep_the_first_of_each_and_unite_lists),
      cmocka_unit_test(two_files_fill_each_others_gaps),
      cmocka_unit_test(a_gap_in_one_file_is_a_difference),
      cmocka_unit_test(further_columns_that_differ_name_both_lines),
      cmocka_unit_test(an_id_of_a_strict_file_may_not_come_again),
      cmocka_unit_test(ids_of_two_scopes_are_two_nodes),
      cmocka_unit_test(a_key_that_meets_a_scoped_one_is_refused),
      cmocka_unit_test(more_nodes_than_the_limit_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
