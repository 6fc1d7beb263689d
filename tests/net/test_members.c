/* Layers of nodes: by their ties, and declared. */
#include "fixture/net_of.h"
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_node_is_in_the_layers_of_its_ties_the_commonest_first),
      cmocka_unit_test(a_declared_layer_is_the_main_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
