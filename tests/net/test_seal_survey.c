/* Names of a survey become nodes. */
#include "fixture/net_of.h"
#include "fixture/survey_of.h"
#include "rows.h"

static void a_row_that_comes_again_is_open_only_where_both_are(void **state) {
  (void)state;
  nonet *n = survey_of("aac:xy .0 .1 .0"); /* a is silent about x twice; c once */
  assert_response(n, 2, 2, 4, 2);
  nonet_free(n);
  n = survey_of("aac:xy .0 01 .0");
  assert_response(n, 2, 2, 4, 1);
  nonet_free(n);
}

static void a_column_that_comes_again_too(void **state) {
  (void)state;
  nonet *n = survey_of("ab:xxy .10 ..0");
  assert_response(n, 2, 2, 4, 1);
  nonet_free(n);
}

static void names_are_labels_too(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "1", .label = "a"});
  rows_node(d, (nonet_node_row){.key = "2", .label = "b"});
  survey_add(d, NULL, "ab -1 .-");
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  uint64_t asked, open;
  assert_int_equal(nonet_nodes(n), 2);
  nonet_node_questions(&asked, &open, n, node_of(n, "2"));
  assert_int_equal(asked, 1);
  assert_int_equal(open, 1);
  nonet_free(n);
}

static nonet_draft *with_a_table_of_two(void) {
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a"});
  rows_node(d, (nonet_node_row){.key = "b"});
  survey_add(d, NULL, "abz -1. 0-0 ..-");
  return d;
}

static void a_name_that_no_node_table_knows_is_left_out_and_said(void **state) {
  (void)state;
  nonet *n = rows_seal(with_a_table_of_two(), (nonet_seal_options){0});
  assert_int_equal(nonet_nodes(n), 2);
  assert_response(n, 2, 2, 2, 0);
  assert_true(rows_say(nonet_warning, n, "'z' of the survey is in no node table"));
  nonet_free(n);
}

static void or_it_becomes_a_node_where_missing_ones_are_added(void **state) {
  (void)state;
  nonet *n = rows_seal(with_a_table_of_two(), (nonet_seal_options){.add_missing = true});
  nonet_node node;
  assert_int_equal(nonet_nodes(n), 3);
  assert_response(n, 3, 2, 6, 3);
  nonet_node_get(&node, n, node_of(n, "z"));
  assert_int_equal(node.line, 0);
  assert_string_equal(node.file, "");
  nonet_free(n);
}

static void whom_nobody_is_tied_to_is_a_node_all_the_same(void **state) {
  (void)state;
  nonet *n = survey_of("ab:xy 00 0.");
  assert_int_equal(nonet_nodes(n), 4);
  assert_int_equal(nonet_ties(n), 0);
  assert_response(n, 2, 2, 4, 1);
  nonet_free(n);
}

static void a_survey_that_asks_nothing_is_none(void **state) {
  (void)state;
  nonet *n = survey_of("a -");
  assert_response(n, 0, 0, 0, 0);
  nonet_free(n);
}

static void what_is_open_without_being_asked_is_no_question(void **state) {
  (void)state;
  nonet_draft *d = survey_draft();
  nonet_err err;
  survey_add(d, NULL, "ab -1 0-");
  assert_ok(nonet_draft_unanswered(d, 0, "a", "a", &err), err);
  assert_ok(nonet_draft_unanswered(d, 0, "q", "a", &err), err);
  nonet *n = survey_seal(d, NULL);
  assert_response(n, 2, 2, 2, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_row_that_comes_again_is_open_only_where_both_are),
      cmocka_unit_test(a_column_that_comes_again_too),
      cmocka_unit_test(names_are_labels_too),
      cmocka_unit_test(a_name_that_no_node_table_knows_is_left_out_and_said),
      cmocka_unit_test(or_it_becomes_a_node_where_missing_ones_are_added),
      cmocka_unit_test(whom_nobody_is_tied_to_is_a_node_all_the_same),
      cmocka_unit_test(a_survey_that_asks_nothing_is_none),
      cmocka_unit_test(what_is_open_without_being_asked_is_no_question),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
