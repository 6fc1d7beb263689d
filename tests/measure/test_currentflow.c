/* Current flow: known values, trees, series and parallel wires. */
#include "measure/values.h"

static void florence_has_its_known_values(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "current-flow-betweenness", "Medici"), 54.504139, 1e-8);
  assert_near(normalised_of(n, "current-flow-betweenness", "Medici"), 0.59894658, 1e-8);
  nonet_free(n);
}

static void on_a_tree_it_is_the_shortest_path(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d c-e e-f");
  nonet_sheet *s = sheet_of(n, "betweenness,current-flow-betweenness,closeness,current-flow-closeness", NULL);
  for (size_t v = 0; v < 6; v++) {
    assert_near(nonet_sheet_number(s, v, 2), nonet_sheet_number(s, v, 1), 1e-13);
    assert_near(nonet_sheet_number(s, v, 4), nonet_sheet_number(s, v, 3), 1e-13);
  }
  nonet_sheet_free(s);
  nonet_free(n);
}

static void wires_side_by_side_and_one_after_the_other(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a"); /* resistance 2/3; a third of each current goes round */
  assert_near(value_of(n, "current-flow-closeness", "a"), 1.5, 1e-14);
  assert_near(value_of(n, "current-flow-betweenness", "a"), 1.0 / 3, 1e-14);
  nonet_free(n);
  n = net_of("a-b:2 b-c:2"); /* two wires of 1/2: a to c is 1 */
  assert_near(weighted_of(n, "current-flow-closeness", "a"), 2 / 1.5, 1e-14);
  assert_near(weighted_of(n, "current-flow-betweenness", "b"), 1, 1e-14);
  nonet_free(n);
}

static void components_are_networks_of_their_own(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c d-e f");
  assert_near(value_of(n, "current-flow-betweenness", "b"), 1, 1e-14);
  assert_near(value_of(n, "current-flow-betweenness", "f"), 0, 0);
  assert_near(value_of(n, "current-flow-closeness", "b"), 2.0 / 5 * (2.0 / 2), 1e-14);
  assert_near(value_of(n, "current-flow-closeness", "d"), 1.0 / 5, 1e-14);
  assert_near(value_of(n, "current-flow-closeness", "f"), 0, 0);
  nonet_free(n);
}

static void direction_is_left_out_and_said(void **state) {
  (void)state;
  nonet *n = net_of("a>b c>b");
  assert_near(value_of(n, "current-flow-betweenness", "b"), 1, 1e-14);
  nonet_free(n);
  n = net_of("a-b");
  assert_near(normalised_of(n, "current-flow-betweenness", "a"), (double)NAN, 0);
  nonet_free(n);
  assert_refused("a-b:-1", "current-flow-closeness", (&(nonet_measure_options){.weighted = true}), NONET_EINPUT,
                 "'current-flow-closeness'");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(florence_has_its_known_values),
      cmocka_unit_test(on_a_tree_it_is_the_shortest_path),
      cmocka_unit_test(wires_side_by_side_and_one_after_the_other),
      cmocka_unit_test(components_are_networks_of_their_own),
      cmocka_unit_test(direction_is_left_out_and_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
