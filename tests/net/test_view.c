/* Views other than projections: what is kept, and that evidence survives. */
#include "fixture/net_of.h"
#include "rows.h"

static nonet *view(const nonet *n, const char *text) {
  nonet *v;
  nonet_err err;
  assert_ok(nonet_view(&v, n, text, NULL, &err), err);
  return v;
}

/* The view of a network that is not needed any more. */
static nonet *view_of(nonet *n, const char *text) {
  nonet *v = view(n, text);
  nonet_free(n); /* a view may outlive it */
  return v;
}

static void assert_refused(const nonet *n, const char *text, const char *part) {
  nonet *v;
  nonet_err err;
  assert_int_equal(nonet_view(&v, n, text, NULL, &err), NONET_EUSAGE);
  assert_null(v);
  assert_contains(err.text, part);
}

/* "a b c | a-b@L" */
static void assert_is(const nonet *n, const char *want) {
  char got[2048] = "";
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node node;
    nonet_node_get(&node, n, v);
    strcat(strcat(got, node.key), " ");
  }
  strcat(got, "|");
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_node from, to;
    nonet_tie_get(&tie, n, t);
    nonet_node_get(&from, n, tie.from);
    nonet_node_get(&to, n, tie.to);
    size_t at = strlen(got);
    snprintf(got + at, sizeof got - at, " %s%s%s%s%s", from.key, tie.directed ? ">" : "-", to.key, tie.layer == NONET_NONE ? "" : "@",
             nonet_layer_name(n, tie.layer));
  }
  assert_string_equal(got, want);
}

static void assert_parent(const nonet *n, uint32_t tie, uint32_t parent) {
  size_t count;
  const uint32_t *parents = nonet_tie_parents(n, tie, &count);
  assert_int_equal(count, 1);
  assert_int_equal(parents[0], parent);
}

static void a_layer_has_its_members_and_its_ties(void **state) {
  (void)state;
  nonet *n = net_of("d a-b@L b>c@M c-a b-b@M");
  nonet *v = view(n, "layer:m");
  assert_is(v, "b c | b>c@M b-b@M");
  assert_int_equal(nonet_layers(v), 1);
  assert_parent(v, 0, 1);
  assert_parent(v, 1, 3);
  assert_contains(nonet_title(v), "(layer:m)");
  assert_refused(n, "layer:N", "there is no layer 'N'; there are 'L' and 'M'");
  nonet_free(v);
  nonet_free(n);
}

static void where_only_nodes_have_layers_a_layer_has_the_ties_among_its_members(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .layers = "L"});
  rows_node(d, (nonet_node_row){.key = "b", .layers = "L;M"});
  rows_node(d, (nonet_node_row){.key = "c", .layers = "M"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "c"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet *v = view(n, "layer:L");
  assert_is(v, "a b | a-b");
  nonet_free(v);
  nonet_free(n);
}

static void layers_are_tied_by_shared_members_and_crossing_ties(void **state) {
  (void)state;
  /* b is in A and B; of the ties without a layer, a-d crosses from A to B, a-c joins members of A, x-a has an end in no layer */
  nonet *n = net_of("a-b@A c-b@A b-d@B e-f@C a-d a-c x-a a-e");
  nonet *v = view(n, "layers");
  assert_is(v, "A B C | A-B A-C");
  double shared, crossing;
  size_t count;
  nonet_tie tie;
  assert_string_equal(nonet_tie_column(v, 0, NULL), "shared");
  assert_string_equal(nonet_tie_column(v, 1, NULL), "crossing");
  assert_string_equal(nonet_tie_value(v, 0, 0, &shared), "1");
  assert_string_equal(nonet_tie_value(v, 1, 0, &crossing), "1");
  assert_near(shared, 1, 0);
  assert_near(crossing, 1, 0);
  nonet_tie_get(&tie, v, 0);
  assert_near(tie.weight, 2, 0);
  assert_parent(v, 0, 4);
  nonet_tie_value(v, 0, 1, &shared);
  assert_near(shared, 0, 0);
  assert_parent(v, 1, 7);
  nonet_tie_parents(v, 0, &count);
  assert_true(nonet_is_weighted(v));
  nonet_free(v);
  nonet_free(n);
}

static void a_tie_between_nodes_of_several_layers_crosses_each_pair(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .layers = "L;M"});
  rows_node(d, (nonet_node_row){.key = "b", .layers = "N"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"});
  nonet *v = view_of(rows_seal(d, (nonet_seal_options){0}), "layers");
  assert_is(v, "L M N | L-M L-N M-N");
  assert_string_equal(nonet_tie_value(v, 1, 1, NULL), "1");
  assert_string_equal(nonet_tie_value(v, 1, 2, NULL), "1");
  size_t count;
  nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 0); /* shared members leave no tie */
  nonet_free(v);
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

static nonet *dated(void) {
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .since = "2000", .until = "2000-06"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c", .since = "2000-06-30"});
  rows_tie(d, (nonet_tie_row){.from = "c", .to = "d", .until = "1999"});
  rows_tie(d, (nonet_tie_row){.from = "d", .to = "e"});
  return rows_seal(d, (nonet_seal_options){0});
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

static void around_takes_so_many_steps_whatever_way_ties_point(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>d d>e a>c");
  nonet *v = view(n, "around:c");
  assert_is(v, "a b c d | a>b b>c c>d a>c");
  nonet_free(v);
  v = view(n, "around:e:2");
  assert_is(v, "c d e | c>d d>e");
  nonet_free(v);
  v = view(n, "around:E:0");
  assert_is(v, "e |");
  nonet_free(v);
  assert_refused(n, "around:z:2", "there is no node 'z'");
  assert_refused(n, "around:", "not of the form around:NAME[:STEPS]");
  nonet_free(n);
}

static void a_name_with_a_colon_is_tried_whole_first(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a:2", .to = "b"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet *v = view(n, "around:a:2");
  assert_is(v, "a:2 b | a:2-b");
  nonet_free(v);
  v = view(n, "around:a:2:2");
  assert_is(v, "a:2 b c | a:2-b b-c");
  nonet_free(v);
  nonet_free(n);
}

static void the_giant_is_the_greatest_component_the_first_of_equals(void **state) {
  (void)state;
  nonet *v = view_of(net_of("a-b c-d d-e f g-h h-i"), "giant");
  assert_is(v, "c d e | c-d d-e");
  nonet_free(v);
  v = view_of(corner("null"), "giant");
  assert_is(v, "|");
  nonet_free(v);
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

static void views_of_views_know_the_ties_of_the_first_network(void **state) {
  (void)state;
  nonet *v = view_of(view_of(net_of("z-y a-b b-c c-d d-e"), "giant"), "without:a");
  assert_is(v, "b c d e | b-c c-d d-e");
  assert_parent(v, 0, 2);
  assert_parent(v, 2, 4);
  v = view_of(v, "around:e");
  assert_parent(v, 0, 4);
  nonet_free(v);
}

static void a_view_that_is_none_is_refused_with_the_forms(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_refused(n, "layer", "view 'layer' is not of the form layer:NAME");
  assert_refused(n, "layres", "there is no view 'layres' (did you mean 'layers'");
  assert_refused(n, "giant:x", "not of the form giant");
  assert_refused(n, "", "there is no view ''");
  assert_string_equal(nonet_view_at(0)->form, "layers");
  size_t count = 0;
  while (nonet_view_at(count))
    count++;
  assert_int_equal(count, 9);
  nonet_free(n);
}

static void every_view_works_on_every_corner_graph(void **state) {
  (void)state;
  static const char *const texts[] = {"layers", "giant", "at:2000", "where:key=a", "where:kind=x"};
  for (size_t i = 0; corner_at(i); i++)
    for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) {
      nonet *v = view_of(corner(corner_at(i)->name), texts[j]);
      v = view_of(v, "giant");
      v = view_of(v, "layers");
      assert_int_equal(nonet_ties(v), 0);
      nonet_free(v);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_layer_has_its_members_and_its_ties),
      cmocka_unit_test(where_only_nodes_have_layers_a_layer_has_the_ties_among_its_members),
      cmocka_unit_test(layers_are_tied_by_shared_members_and_crossing_ties),
      cmocka_unit_test(a_tie_between_nodes_of_several_layers_crosses_each_pair),
      cmocka_unit_test(a_kind_keeps_its_nodes_and_the_ties_among_them),
      cmocka_unit_test(a_date_keeps_ties_whose_period_overlaps_ends_included),
      cmocka_unit_test(membership_by_ties_goes_with_the_ties),
      cmocka_unit_test(without_leaves_out_a_node_or_a_layer),
      cmocka_unit_test(around_takes_so_many_steps_whatever_way_ties_point),
      cmocka_unit_test(a_name_with_a_colon_is_tried_whole_first),
      cmocka_unit_test(the_giant_is_the_greatest_component_the_first_of_equals),
      cmocka_unit_test(where_finds_values_in_nodes_and_ties),
      cmocka_unit_test(further_columns_and_names_survive_views),
      cmocka_unit_test(views_of_views_know_the_ties_of_the_first_network),
      cmocka_unit_test(a_view_that_is_none_is_refused_with_the_forms),
      cmocka_unit_test(every_view_works_on_every_corner_graph),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
