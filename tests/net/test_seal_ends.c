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

/* Ties between keys, labels and names that no table has, under headings of kinds. `odd`: and a last tie of another scope. */
static nonet *many_ties(const char *from_kind, const char *to_kind, bool odd) {
  nonet_draft *d = rows_new();
  char from[16], to[16];
  for (unsigned i = 0; i < 40; i++) {
    snprintf(from, sizeof from, "k%u", i);
    snprintf(to, sizeof to, "Label %u", i);
    rows_node(d, (nonet_node_row){.key = from, .label = to, .kind = i % 3 ? NULL : "council", .origin = {0, i + 2}});
  }
  for (unsigned i = 0; i < 1500; i++) {
    static const char *const names[] = {"k%u", "Label %u", "new %u"};
    snprintf(from, sizeof from, names[i % 3], i * 7 % 40);
    snprintf(to, sizeof to, names[i / 3 % 3], i * 11 % 37);
    rows_tie(d, (nonet_tie_row){.from = from, .to = to, .from_kind = from_kind, .to_kind = to_kind});
  }
  for (unsigned i = 0; odd && i < 2; i++)
    rows_node(d, (nonet_node_row){.key = i ? "a" : "b", .scope = "elsewhere", .origin = {0, 42 + i}});
  if (odd) rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .scope = "elsewhere"});
  return rows_seal(d, (nonet_seal_options){.add_missing = true});
}

static void ties_of_one_table_mean_the_nodes_that_they_mean_among_others(void **state) {
  static const char *const kinds[][2] = {{NULL, NULL}, {"partner", "partner"}, {"partner", "strategy"}, {NULL, "strategy"}};
  (void)state;
  for (size_t k = 0; k < 4; k++) {
    nonet *n = many_ties(kinds[k][0], kinds[k][1], false), *odd = many_ties(kinds[k][0], kinds[k][1], true);
    assert_int_equal(nonet_ties(n), 1500);
    assert_int_equal(nonet_nodes(odd), nonet_nodes(n) + 2);
    for (uint32_t t = 0; t < 1500; t++) {
      nonet_tie got, want;
      nonet_tie_get(&got, n, t);
      nonet_tie_get(&want, odd, t);
      assert_int_equal(got.from < 40 ? got.from : got.from + 2, want.from); /* two more were declared behind the first forty */
      assert_int_equal(got.to < 40 ? got.to : got.to + 2, want.to);
    }
    for (uint32_t v = 0; v < nonet_nodes(n); v++) {
      nonet_node got, want;
      nonet_node_get(&got, n, v);
      nonet_node_get(&want, odd, v < 40 ? v : v + 2);
      assert_string_equal(got.key, want.key);
      assert_string_equal(got.kind ? got.kind : "", want.kind ? want.kind : "");
    }
    for (size_t i = 0; nonet_assumption(n, i); i++)
      assert_true(rows_say(nonet_assumption, odd, nonet_assumption(n, i))); /* and its count */
    for (size_t i = 0; nonet_warning(n, i); i++)
      if (strstr(nonet_warning(n, i), "headings of two kinds")) assert_true(rows_say(nonet_warning, odd, nonet_warning(n, i)));
    assert_true(rows_say(nonet_assumption, n, "a tie names its node by the label"));
    assert_int_equal(rows_say(nonet_warning, n, "headings of two kinds"), k == 2);
    nonet_free(n);
    nonet_free(odd);
  }
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
      cmocka_unit_test(ties_of_one_table_mean_the_nodes_that_they_mean_among_others),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
