/* Density, clustering and matching of a whole two-mode network: Davis's women and events in the edition of 89 ties, and the corners. */
#include "measure/two_modes_of.h"

static void davis_has_its_known_values(void **state) {
  (void)state;
  nonet *n = davis_of_two_modes();
  assert_near(value_of(n, "two-mode-density", NULL), 89 / 252.0, 1e-15);
  assert_near(value_of(n, "two-mode-clustering", NULL), 0.46776406, 1e-8);
  assert_near(value_of(n, "matching-number", NULL), 14, 0);
  assert_near(value_of(n, "mean-distance", NULL), 2.30645161, 1e-8);
  assert_near(value_of(n, "diameter", NULL), 4, 0);
  nonet_free(n);
}

static void where_all_go_to_all_everything_is_closed(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p x=q y=q a-x a-y b-x b-y c-x c-y");
  assert_near(value_of(n, "two-mode-density", NULL), 1, 0);
  assert_near(value_of(n, "two-mode-clustering", NULL), 1, 0);
  assert_near(value_of(n, "matching-number", NULL), 2, 0);
  nonet_free(n);
}

static void a_path_is_open_and_a_star_has_no_path_to_close(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p x=q y=q a-x b-x b-y");
  assert_near(value_of(n, "two-mode-clustering", NULL), 0, 0);
  assert_near(value_of(n, "matching-number", NULL), 2, 0);
  nonet_free(n);
  n = net_of("a=p b=p x=q a-x b-x");
  assert_near(value_of(n, "two-mode-clustering", NULL), (double)NAN, 0);
  assert_near(value_of(n, "matching-number", NULL), 1, 0);
  nonet_free(n);
}

static void nodes_of_neither_kind_and_repeated_ties_do_not_count(void **state) {
  (void)state;
  nonet *n = net_of_with("a=p b=p x=q z=r y a-x a-x", &(nonet_seal_options){.modes = "p,q"});
  assert_near(value_of(n, "two-mode-density", NULL), 0.5, 0);
  assert_near(value_of(n, "matching-number", NULL), 1, 0);
  nonet_free(n);
}

static void a_network_that_is_not_of_two_modes_is_refused(void **state) {
  (void)state;
  static const char *const names[] = {"two-mode-density", "two-mode-clustering", "matching-number"};
  for (size_t i = 0; i < 3; i++)
    assert_refused("a-b b-c", names[i], NULL, NONET_EUSAGE, "needs a network of two kinds with ties only between them");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_has_its_known_values),
      cmocka_unit_test(where_all_go_to_all_everything_is_closed),
      cmocka_unit_test(a_path_is_open_and_a_star_has_no_path_to_close),
      cmocka_unit_test(nodes_of_neither_kind_and_repeated_ties_do_not_count),
      cmocka_unit_test(a_network_that_is_not_of_two_modes_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
