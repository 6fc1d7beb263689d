/* What ties say: order, kinds, layers, dates, direction, origin. */
#include "fixture/net_of.h"
#include "rows.h"

static void nodes_and_ties_keep_the_order_of_the_input(void **state) {
  (void)state;
  nonet *n = net_of("d c-b b-a:2 c-b");
  static const char *const keys[] = {"d", "c", "b", "a"};
  nonet_node node;
  nonet_tie tie;
  assert_int_equal(nonet_nodes(n), 4);
  for (uint32_t v = 0; v < 4; v++) {
    nonet_node_get(&node, n, v);
    assert_string_equal(node.key, keys[v]);
    assert_string_equal(node.label, keys[v]);
  }
  assert_int_equal(nonet_ties(n), 3);
  nonet_tie_get(&tie, n, 1);
  assert_int_equal(tie.from, 2);
  assert_int_equal(tie.to, 3);
  assert_near(tie.weight, 2, 0);
  assert_true(tie.has_weight);
  nonet_tie_get(&tie, n, 2);
  assert_false(tie.has_weight);
  assert_near(tie.weight, 1, 0);
  nonet_free(n);
}

static void what_a_tie_says_comes_back(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"});
  rows_tie(d, (nonet_tie_row){.from = "a",
                              .to = "b",
                              .kind = "leads",
                              .layer = "Arts",
                              .since = "2000-08",
                              .until = "2001",
                              .source = "minutes, 3 May",
                              .origin = {1, 12}});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_tie tie;
  nonet_tie_get(&tie, n, 0);
  assert_string_equal(tie.kind, "");
  assert_int_equal(tie.layer, NONET_NONE);
  assert_string_equal(tie.since, "");
  nonet_tie_get(&tie, n, 1);
  assert_string_equal(tie.kind, "leads");
  assert_string_equal(nonet_layer_name(n, tie.layer), "Arts");
  assert_string_equal(tie.since, "2000-08");
  assert_string_equal(tie.until, "2001");
  assert_string_equal(tie.source, "minutes, 3 May");
  assert_string_equal(tie.file, "ties.csv");
  assert_int_equal(tie.line, 12);
  assert_string_equal(nonet_latest_date(n), "2001");
  size_t count;
  assert_null(nonet_tie_parents(n, 0, &count));
  assert_int_equal(count, 0);
  nonet_free(n);
}

static void a_date_that_is_none_names_its_line(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .since = "2001-13", .origin = {1, 5}});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "ties.csv:5: since '2001-13' is no date");
}

static void since_after_until_names_its_line(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .since = "2001", .until = "2001-05"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .since = "2002-06", .until = "2002-05-31"});
  rows_refused(d, (nonet_seal_options){0}, NONET_EINPUT, "ties.csv:3: since '2002-06' is after until '2002-05-31'");
}

static void one_directed_tie_makes_the_network_directed(void **state) {
  (void)state;
  nonet *n = net_of("a-b b>c");
  nonet_tie tie;
  assert_true(nonet_is_directed(n));
  nonet_tie_get(&tie, n, 0);
  assert_false(tie.directed);
  nonet_tie_get(&tie, n, 1);
  assert_true(tie.directed);
  nonet_free(n);
  n = net_of_with("a-b b>c", &(nonet_seal_options){.direction = NONET_UNDIRECTED});
  assert_false(nonet_is_directed(n));
  nonet_tie_get(&tie, n, 1);
  assert_false(tie.directed);
  assert_true(rows_say(nonet_warning, n, "one-way tie beside two-way ones, read as undirected"));
  nonet_free(n);
}

static void directed_speaks_for_the_ties_that_say_nothing(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c", .direction = NONET_UNDIRECTED});
  nonet *n = rows_seal(d, (nonet_seal_options){.direction = NONET_DIRECTED});
  nonet_tie tie;
  nonet_tie_get(&tie, n, 0);
  assert_true(tie.directed);
  nonet_tie_get(&tie, n, 1);
  assert_false(tie.directed);
  nonet_free(n);
}

static void more_ties_than_the_limit_are_refused(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a-b b-c c-d");
  nonet *n;
  nonet_err err;
  assert_int_equal(nonet_seal(&n, d, NULL, &(nonet_run){.max_ties = 2}, &err), NONET_ELIMIT);
  assert_string_equal(err.text, "3 ties are more than the limit of 2");
  assert_int_equal(nonet_seal(&n, d, NULL, &(nonet_run){.max_memory = 100}, &err), NONET_ELIMIT);
  assert_null(n);
  nonet_draft_free(d);
}

static bool stop(void *user) {
  (void)user;
  return true;
}

static void a_stopped_run_gives_no_network(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a-b");
  nonet *n;
  nonet_err err;
  assert_int_equal(nonet_seal(&n, d, NULL, &(nonet_run){.stop = stop}, &err), NONET_ESTOPPED);
  assert_null(n);
  nonet_draft_free(d);
}

static void corner_graphs_seal_and_answer(void **state) {
  (void)state;
  for (size_t i = 0; corner_at(i); i++) {
    nonet *n = corner(corner_at(i)->name);
    nonet_node node;
    nonet_tie tie;
    nonet_node_get(&node, n, nonet_nodes(n)); /* one too far is empty, not a crash */
    nonet_tie_get(&tie, n, nonet_ties(n));
    assert_string_equal(node.key, "");
    assert_int_equal(tie.from, NONET_NONE);
    assert_false(nonet_is_directed(n));
    assert_false(nonet_is_weighted(n));
    assert_string_equal(nonet_latest_date(n), "");
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nodes_and_ties_keep_the_order_of_the_input),
      cmocka_unit_test(what_a_tie_says_comes_back),
      cmocka_unit_test(a_date_that_is_none_names_its_line),
      cmocka_unit_test(since_after_until_names_its_line),
      cmocka_unit_test(one_directed_tie_makes_the_network_directed),
      cmocka_unit_test(directed_speaks_for_the_ties_that_say_nothing),
      cmocka_unit_test(more_ties_than_the_limit_are_refused),
      cmocka_unit_test(a_stopped_run_gives_no_network),
      cmocka_unit_test(corner_graphs_seal_and_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
