/* One layer as a network, and the network of the layers. */
#include "views.h"

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_layer_has_its_members_and_its_ties),
      cmocka_unit_test(where_only_nodes_have_layers_a_layer_has_the_ties_among_its_members),
      cmocka_unit_test(layers_are_tied_by_shared_members_and_crossing_ties),
      cmocka_unit_test(a_tie_between_nodes_of_several_layers_crosses_each_pair),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
