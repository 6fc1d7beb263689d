/* Layers of nodes, modes, further columns, titles: what follows once rows are resolved. */
#include "fixture/net_of.h"
#include "net/net.h"
#include "rows.h"

static void assert_layers(const nonet *n, const char *key, const char *names) {
  nonet_node node;
  char got[256] = "";
  nonet_node_get(&node, n, node_of(n, key));
  for (uint32_t i = 0; i < node.layer_count; i++) {
    if (i) strcat(got, " ");
    strcat(got, nonet_layer_name(n, node.layers[i]));
  }
  assert_string_equal(got, names);
}

static void a_node_is_in_the_layers_of_its_ties_the_commonest_first(void **state) {
  (void)state;
  nonet *n = net_of("a-b@A b-c@B c-b@B b-b@C d");
  assert_layers(n, "a", "A");
  assert_layers(n, "b", "B A C"); /* two ties of B, one of A; both ends of a loop are here */
  assert_layers(n, "c", "B");
  assert_layers(n, "d", "");
  nonet_free(n);
}

static void a_declared_layer_is_the_main_one(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_node(d, (nonet_node_row){.key = "a", .layers = " Z; Y |Z|| "});
  rows_node(d, (nonet_node_row){.key = "b"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .layer = "A"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .layer = "Y"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_layers(n), 3);
  assert_layers(n, "a", "Z Y A");
  assert_layers(n, "b", "Y A");
  assert_string_equal(nonet_layer_name(n, 0), "Z"); /* in order of first appearance */
  assert_string_equal(nonet_layer_name(n, 2), "A");
  nonet_free(n);
}

static void two_kinds_with_ties_only_between_them_split_the_network(void **state) {
  (void)state;
  uint32_t a, b;
  nonet *n = net_of("x=woman y=woman e=event x-e y-e");
  assert_true(nonet_two_modes(n, &a, &b));
  assert_string_equal(nonet_kind_name(n, a), "woman");
  assert_string_equal(nonet_kind_name(n, b), "event");
  nonet_free(n);
  n = net_of("x=woman y=woman e=event x-e x-y");
  assert_false(nonet_two_modes(n, &a, &b));
  assert_int_equal(a, NONET_NONE);
  nonet_free(n);
  n = net_of("x=woman y e=event x-e"); /* a node without kind */
  assert_false(nonet_two_modes(n, NULL, NULL));
  nonet_free(n);
}

static void modes_that_are_asked_for_are_checked(void **state) {
  (void)state;
  nonet *n = net_of_with("x=woman y=place e=event x-e", &(nonet_seal_options){.modes = "Event, woman"});
  uint32_t a;
  assert_true(nonet_two_modes(n, &a, NULL));
  assert_string_equal(nonet_kind_name(n, a), "event");
  nonet_free(n);
  rows_refused(draft_of("x=woman y=place e=event x-e x-y"), (nonet_seal_options){.modes = "woman,event"}, NONET_EINPUT,
               "tie 'x' - 'y' joins woman and place, not 'woman' and 'event'");
  rows_refused(draft_of("x=woman e=event"), (nonet_seal_options){.modes = "woman,events"}, NONET_EUSAGE,
               "no kind 'events' (did you mean 'event'");
  rows_refused(draft_of("x=woman e=event"), (nonet_seal_options){.modes = "woman"}, NONET_EUSAGE, "are not two kinds");
}

static void a_further_column_is_of_numbers_where_every_value_is_one(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  for (unsigned i = 0; i < 6; i++) {
    char key[] = {(char)('a' + i), '\0'};
    rows_node(d, (nonet_node_row){.key = key});
  }
  assert_ok(nonet_draft_node_attribute(d, 1, "staff", "4.50", &err), err);
  for (uint32_t i = 0; i < 6; i++)
    assert_ok(nonet_draft_node_attribute(d, i, "town", i == 5 ? "7" : "Bath", &err), err);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  bool is_number;
  double x;
  assert_int_equal(nonet_node_columns(n), 2);
  assert_string_equal(nonet_node_column(n, 0, &is_number), "staff");
  assert_true(is_number);
  assert_string_equal(nonet_node_value(n, 0, 1, &x), "4.50");
  assert_near(x, 4.5, 0);
  assert_string_equal(nonet_node_value(n, 0, 2, &x), "");
  assert_true(isnan(x));
  assert_string_equal(nonet_node_column(n, 1, &is_number), "town");
  assert_false(is_number);
  assert_string_equal(nonet_node_value(n, 1, 5, &x), "7");
  assert_true(isnan(x));
  assert_null(nonet_node_column(n, 2, NULL));
  assert_int_equal(nonet_tie_columns(n), 0);
  nonet_free(n);
}

static void assert_title(const char *const *paths, const char *title, const char *want) {
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  uint32_t file;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; paths[i]; i++)
    assert_ok(nonet_draft_file(&file, d, paths[i], &err), err);
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = title}, NULL, &err), err);
  assert_string_equal(nonet_title(n), want);
  if (paths[0]) assert_string_equal(nonet_source_path(n, 0), paths[0]);
  nonet_free(n);
  nonet_draft_free(d);
}

static void the_title_comes_from_the_inputs(void **state) {
  (void)state;
  assert_title((const char *const[]){"graphs/davis/nodes.csv", "graphs/davis/ties.csv", NULL}, NULL, "davis");
  assert_title((const char *const[]){"graphs/attendance.csv", NULL}, NULL, "attendance");
  assert_title((const char *const[]){"-", NULL}, NULL, "standard input");
  assert_title((const char *const[]){"a.csv", "b.json", NULL}, NULL, "a, b");
  assert_title((const char *const[]){"./a.csv", "./b.json", "c", "d.e.csv", NULL}, NULL, "a, b, c and 1 more");
  assert_title((const char *const[]){"a.csv", NULL}, "Our town", "Our town");
  assert_title((const char *const[]){NULL}, NULL, "");
}

static void ends_stand_in_order_of_the_other_and_the_tie(void **state) {
  (void)state;
  nonet *n = net_of("c-a a-b c-a a-a b-c");
  for (uint32_t v = 0; v < nonet_nodes(n); v++)
    for (uint64_t e = n->end_first[v]; e + 1 < n->end_first[v + 1]; e++)
      assert_true(n->end_other[e] < n->end_other[e + 1] || (n->end_other[e] == n->end_other[e + 1] && n->end_tie[e] <= n->end_tie[e + 1]));
  assert_int_equal(n->end_first[nonet_nodes(n)], 2 * nonet_ties(n));
  uint32_t a = node_of(n, "a");
  assert_int_equal(n->end_first[a + 1] - n->end_first[a], 5);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_node_is_in_the_layers_of_its_ties_the_commonest_first),
      cmocka_unit_test(a_declared_layer_is_the_main_one),
      cmocka_unit_test(two_kinds_with_ties_only_between_them_split_the_network),
      cmocka_unit_test(modes_that_are_asked_for_are_checked),
      cmocka_unit_test(a_further_column_is_of_numbers_where_every_value_is_one),
      cmocka_unit_test(the_title_comes_from_the_inputs),
      cmocka_unit_test(ends_stand_in_order_of_the_other_and_the_tie),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
