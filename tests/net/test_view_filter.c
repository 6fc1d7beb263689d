/* One kind, one value, one date, all but one. */
#include "views.h"

static nonet *dated(void) {
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .since = "2000", .until = "2000-06"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c", .since = "2000-06-30"});
  rows_tie(d, (nonet_tie_row){.from = "c", .to = "d", .until = "1999"});
  rows_tie(d, (nonet_tie_row){.from = "d", .to = "e"});
  return rows_seal(d, (nonet_seal_options){0});
}

static nonet *with_columns(void) {
  nonet_draft *d = rows_new();
  nonet_err err;
  rows_node(d, (nonet_node_row){.key = "a", .kind = "x", .aliases = "Alf; Al"});
  rows_node(d, (nonet_node_row){.key = "b", .kind = "y", .label = "Bé"});
  rows_node(d, (nonet_node_row){.key = "c", .kind = "x"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .kind = "leads", .source = "minutes"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c", .kind = "funds", .weight = 2, .has_weight = true});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "c", .kind = "x"});
  assert_ok(nonet_draft_node_attribute(d, 0, "Sector", "public", &err), err);
  assert_ok(nonet_draft_node_attribute(d, 1, "Sector", "Public", &err), err);
  assert_ok(nonet_draft_tie_attribute(d, 1, "hours", "60.0", &err), err);
  return rows_seal(d, (nonet_seal_options){0});
}

static void a_kind_keeps_its_nodes_and_the_ties_among_them(void **state) {
  (void)state;
  nonet *n = net_of("a=x b=y c=x a-b a-c");
  nonet *v = view(n, "kind:X");
  assert_is(v, "a c | a-c");
  assert_int_equal(nonet_kinds(v), 1);
  assert_refused(n, "kind:z", "there is no kind 'z'; there are 'x' and 'y'");
  nonet_free(v);
  nonet_free(n);
}

static void a_date_keeps_ties_whose_period_overlaps_ends_included(void **state) {
  (void)state;
  nonet *n = dated();
  static const char *const wanted[][2] = {{"at:2000-06-30", "a b c d e | a-b b-c d-e"},
                                          {"at:2000-07-01", "a b c d e | b-c d-e"},
                                          {"at:2000-06", "a b c d e | a-b b-c d-e"},
                                          {"at:1999-12-31", "a b c d e | c-d d-e"},
                                          {"at:2000-01-01", "a b c d e | a-b d-e"}};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    nonet *v = view(n, wanted[i][0]);
    assert_is(v, wanted[i][1]);
    nonet_free(v);
  }
  assert_refused(n, "at:soon", "'soon' is no date");
  nonet_free(n);
}

static void without_leaves_out_a_node_or_a_layer(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L b-c@M c-a");
  nonet *v = view(n, "without:B");
  assert_is(v, "a c | c-a");
  assert_parent(v, 0, 2);
  nonet_free(v);
  assert_refused(n, "without:Z", "there is no node 'Z'");
  nonet_free(n);
}

static void where_finds_values_in_nodes_and_ties(void **state) {
  (void)state;
  nonet *n = with_columns();
  static const char *const wanted[][2] = {
      {"where:Sector=PUBLIC", "a b | a-b"},
      {"where:sector=public", "a b | a-b"},
      {"where:hours=60", "b c | b-c"},
      {"where:kind=leads", "a b | a-b"},
      {"where:kind=x", "a c | a-c"}, /* nodes come first */
      {"where:source=Minutes", "a b | a-b"},
      {"where:label=be", "b |"},
      {"where:alias=alf", "a |"},
      {"where:weight=2.0", "b c | b-c"},
      {"where:from=b", "b c | b-c"},
      {"where:sector=private", "|"},
      {"where:key=c", "c |"},
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    nonet *v = view(n, wanted[i][0]);
    assert_is(v, wanted[i][1]);
    nonet_free(v);
  }
  assert_refused(n, "where:sectr=public", "there is no column 'sectr' (did you mean 'Sector'?)");
  assert_refused(n, "where:sector", "not of the form where:COLUMN=VALUE");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_kind_keeps_its_nodes_and_the_ties_among_them),
      cmocka_unit_test(a_date_keeps_ties_whose_period_overlaps_ends_included),
      cmocka_unit_test(without_leaves_out_a_node_or_a_layer),
      cmocka_unit_test(where_finds_values_in_nodes_and_ties),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
