/* Degree, closeness and betweenness in two modes: the values of Davis's women and events in the edition of 89 ties, and the corners. */
#include "measure/two_modes_of.h"

static void davis_has_its_known_values(void **state) {
  (void)state;
  nonet *n = davis_of_two_modes();
  assert_near(value_of(n, "two-mode-degree", "Evelyn"), 8 / 14.0, 1e-15);
  assert_near(value_of(n, "two-mode-degree", "E8"), 14 / 18.0, 1e-15);
  assert_near(value_of(n, "two-mode-closeness", "Evelyn"), 0.8, 1e-15);
  assert_near(value_of(n, "closeness", "Evelyn"), 0.516667, 1e-6); /* what the one-mode yardstick makes of it */
  assert_near(value_of(n, "two-mode-closeness", "E8"), 0.846154, 1e-6);
  assert_near(value_of(n, "two-mode-closeness", "E9"), 0.785714, 1e-6);
  assert_near(value_of(n, "betweenness", "E8"), 110.206397, 1e-8);
  assert_near(value_of(n, "two-mode-betweenness", "E8"), 0.243819, 1e-6);
  assert_near(value_of(n, "two-mode-betweenness", "Evelyn"), 0.096585, 1e-5);
  assert_near(value_of(n, "two-mode-betweenness", "Nora"), 0.113461, 1e-5);
  nonet_free(n);
}

static void the_greatest_betweenness_of_a_woman_is_445_and_of_an_event_452(void **state) {
  (void)state;
  nonet *n = davis_of_two_modes();
  assert_near(value_of(n, "betweenness", "Evelyn") / value_of(n, "two-mode-betweenness", "Evelyn"), 445, 1e-12);
  assert_near(value_of(n, "betweenness", "E8") / value_of(n, "two-mode-betweenness", "E8"), 452, 1e-12);
  nonet_free(n);
}

static void a_node_that_holds_all_together_has_1(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p d=p x=q y=q a-x a-y b-x c-y d-x"); /* s = 1, t = 1: d has to hang on one of both */
  assert_near(value_of(n, "two-mode-betweenness", "a"), 1, 1e-15);
  assert_near(value_of(n, "two-mode-closeness", "a"), 1, 1e-15);
  assert_near(value_of(n, "two-mode-degree", "a"), 1, 0);
  assert_near(value_of(n, "two-mode-betweenness", "b"), 0, 0);
  nonet_free(n);
}

static void on_islands_closeness_is_times_the_share_that_is_reached(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p x=q y=q a-x b-x c-y");
  assert_near(value_of(n, "two-mode-closeness", "a"), 1 * 2 / 4.0, 1e-15); /* within its island nobody could be nearer */
  assert_near(value_of(n, "two-mode-closeness", "c"), 1 * 1 / 4.0, 1e-15);
  nonet_free(n);
}

static void an_isolate_has_0_and_without_the_other_kind_there_is_no_degree(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p x=q a-x");
  assert_near(value_of(n, "two-mode-degree", "b"), 0, 0);
  assert_near(value_of(n, "two-mode-closeness", "b"), 0, 0);
  assert_near(value_of(n, "two-mode-betweenness", "b"), (double)NAN, 0); /* two fellows and one event: who could be between? */
  assert_near(value_of(n, "two-mode-betweenness", "x"), 0, 0);
  nonet_free(n);
}

static void nodes_of_other_kinds_are_undefined(void **state) {
  (void)state;
  nonet *n = net_of_with("a=p b=p x=q z=r y a-x b-x", &(nonet_seal_options){.modes = "p,q"});
  static const char *const names[] = {"two-mode-degree", "two-mode-closeness", "two-mode-betweenness"};
  for (size_t i = 0; i < 3; i++) {
    assert_near(value_of(n, names[i], "z"), (double)NAN, 0);
    assert_near(value_of(n, names[i], "y"), (double)NAN, 0);
    assert_near(value_of(n, names[i], "x"), 1, 0);
  }
  nonet_free(n);
}

static void directed_ties_are_read_as_undirected(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p x=q y=q a>x x>b b>y y>c"), *m = net_of("a=p b=p c=p x=q y=q a-x x-b b-y y-c");
  static const char *const names[] = {"two-mode-degree", "two-mode-closeness", "two-mode-betweenness"};
  for (size_t i = 0; i < 3; i++)
    assert_near(value_of(n, names[i], "b"), value_of(m, names[i], "b"), 0);
  assert_near(value_of(m, "two-mode-betweenness", "b"), 1, 1e-15);
  assert_near(value_of(m, "two-mode-betweenness", "x"), 3 / 5.0, 1e-15);
  nonet_free(n);
  nonet_free(m);
}

static void a_network_that_is_not_of_two_modes_is_refused(void **state) {
  (void)state;
  static const char *const lines[] = {"a-b b-c", "a=p b=q c=r a-b b-c", "a=p b=p c=q a-b b-c"};
  for (size_t i = 0; i < 3; i++)
    assert_refused(lines[i], "two-mode-closeness", NULL, NONET_EUSAGE,
                   "'two-mode-closeness' needs a network of two kinds with ties only between them; --modes A,B names them");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_has_its_known_values),
      cmocka_unit_test(the_greatest_betweenness_of_a_woman_is_445_and_of_an_event_452),
      cmocka_unit_test(a_node_that_holds_all_together_has_1),
      cmocka_unit_test(on_islands_closeness_is_times_the_share_that_is_reached),
      cmocka_unit_test(an_isolate_has_0_and_without_the_other_kind_there_is_no_degree),
      cmocka_unit_test(nodes_of_other_kinds_are_undefined),
      cmocka_unit_test(directed_ties_are_read_as_undirected),
      cmocka_unit_test(a_network_that_is_not_of_two_modes_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
