/* Layers as networks by themselves: which arcs and nodes are theirs. */
#include "measure/layers.h"

#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdlib.h>

static void each_layer_has_its_own_arcs_once(void **state) {
  struct layer_arc *arc;
  size_t count;
  nonet_err err;
  (void)state;
  nonet *n = net_of("a-b@E b-a@E a-b@H c-c@H b>c@H");
  assert_ok(layer_arcs(&arc, &count, n, &err), err);
  assert_int_equal(count, 5); /* E: a-b both ways; H: a-b both ways, b>c; the loop is none */
  for (size_t i = 1; i < count; i++)
    assert_true(layer_arc_order(&arc[i - 1], &arc[i]) < 0);
  free(arc);
  nonet_free(n);
}

static void a_node_of_two_layers_counts_in_both_and_alone_in_neither(void **state) {
  double all[2], alone[2];
  (void)state;
  nonet *n = net_of("a-b@E b-c@H");
  layer_members(all, n, false);
  layer_members(alone, n, true);
  for (int l = 0; l < 2; l++) {
    assert_near(all[l], 2, 0);
    assert_near(alone[l], 1, 0);
  }
  assert_true(layer_has_node(n, 0, node_of(n, "b")) && layer_has_node(n, 1, node_of(n, "b")));
  assert_false(layer_has_node(n, 0, node_of(n, "c")));
  nonet_free(n);
}

/* Layers that nodes alone declare: the ties between two of its members are a layer's. */
static nonet *declared(void) {
  static const char *const key[] = {"a", "b", "c", "d"}, *const layers[] = {"E", "E;H", "H", ""};
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (int i = 0; i < 4; i++)
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = key[i], .layers = layers[i]}, &err), err);
  for (int i = 0; i < 3; i++)
    assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = key[i], .to = key[i + 1]}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void where_no_tie_names_a_layer_those_between_its_members_are_its_own(void **state) {
  struct layer_arc *arc;
  size_t count;
  nonet_err err;
  (void)state;
  nonet *n = declared();
  assert_ok(layer_arcs(&arc, &count, n, &err), err);
  assert_int_equal(count, 2);
  assert_int_equal(arc[0].layer, 0);
  assert_int_equal(arc[1].layer, 1);
  free(arc);
  nonet_sheet *s;
  assert_ok(nonet_measure(&s, n, "layer-ties,layer-density,layer-components", &(nonet_measure_options){.verify = true}, NULL, &err), err);
  for (size_t row = 0; row < 2; row++)
    for (size_t column = 1; column < 4; column++)
      assert_near(nonet_sheet_number(s, row, column), 1, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_layer_has_its_own_arcs_once),
      cmocka_unit_test(a_node_of_two_layers_counts_in_both_and_alone_in_neither),
      cmocka_unit_test(where_no_tie_names_a_layer_those_between_its_members_are_its_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
