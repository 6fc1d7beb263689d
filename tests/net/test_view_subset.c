/* What survives when some of a network is left out. */
#include "views.h"

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

static void membership_by_ties_goes_with_the_ties(void **state) {
  (void)state;
  nonet *v = view_of(net_of("a-b@L b-c@M"), "without:L");
  assert_is(v, "a b c | b-c@M");
  assert_int_equal(nonet_layers(v), 1);
  nonet_node node;
  nonet_node_get(&node, v, 0);
  assert_int_equal(node.layer_count, 0);
  nonet_free(v);
}

static void further_columns_and_names_survive_views(void **state) {
  (void)state;
  nonet *v = view_of(with_columns(), "without:a");
  double x;
  uint32_t node;
  nonet_err err;
  assert_string_equal(nonet_node_value(v, 0, 0, NULL), "Public");
  assert_string_equal(nonet_tie_value(v, 0, 0, &x), "60.0");
  assert_near(x, 60, 0);
  assert_ok(nonet_find_node(&node, v, "be", &err), err);
  assert_int_equal(node, 0);
  assert_string_equal(nonet_source_path(v, 1), "ties.csv");
  nonet_tie tie;
  nonet_tie_get(&tie, v, 0);
  assert_string_equal(tie.file, "ties.csv");
  assert_int_equal(tie.line, 3);
  nonet_free(v);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(membership_by_ties_goes_with_the_ties),
      cmocka_unit_test(further_columns_and_names_survive_views),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
