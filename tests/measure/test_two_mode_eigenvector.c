/* The leading singular pair: Davis's women and events in the edition of 89 ties, its equations, weights, islands. */
#include "measure/two_modes_of.h"

static void davis_has_its_known_pair(void **state) {
  (void)state;
  nonet *n = davis_of_two_modes();
  assert_near(value_of(n, "two-mode-singular-value", NULL), 6.741908, 1e-7);
  assert_near(value_of(n, "two-mode-eigenvector", "Evelyn"), 0.334734, 1e-6);
  assert_near(value_of(n, "two-mode-eigenvector", "E8"), 0.506633, 1e-6);
  nonet_free(n);
}

static void each_kind_has_length_1_and_passes_sigma_times_on(void **state) {
  (void)state;
  nonet *n = davis_of_two_modes();
  nonet_sheet *s = sheet_of(n, "two-mode-eigenvector", NULL);
  double squares[2] = {0, 0}, sigma = value_of(n, "two-mode-singular-value", NULL), at_e8 = 0;
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    double x = nonet_sheet_number(s, v, nonet_sheet_key_columns(s));
    squares[v >= 18] += x * x;
  }
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_tie_get(&tie, n, t);
    if (tie.to == node_of(n, "E8")) at_e8 += nonet_sheet_number(s, tie.from, nonet_sheet_key_columns(s));
  }
  assert_near(squares[0], 1, 1e-12);
  assert_near(squares[1], 1, 1e-12);
  assert_near(at_e8, sigma * value_of(n, "two-mode-eigenvector", "E8"), 1e-9);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void with_weights_the_table_holds_strengths(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p x=q y=q a-x:3 b-y:4"); /* two islands: the stronger one leads */
  assert_near(weighted_of(n, "two-mode-singular-value", NULL), 4, 1e-12);
  assert_near(weighted_of(n, "two-mode-eigenvector", "b"), 1, 1e-12);
  assert_near(weighted_of(n, "two-mode-eigenvector", "a"), 0, 0);
  assert_near(value_of(n, "two-mode-singular-value", NULL), 1, 1e-12);
  assert_near(value_of(n, "two-mode-eigenvector", "a"), sqrt(0.5), 1e-12);
  nonet_free(n);
  assert_refused("a=p x=q a-x:-1", "two-mode-eigenvector", &(nonet_measure_options){.weighted = true}, NONET_EINPUT, "weight -1");
}

static void without_ties_there_is_no_vector_and_the_value_is_0(void **state) {
  (void)state;
  nonet *n = net_of_with("a=p x=q", &(nonet_seal_options){.modes = "p,q"});
  assert_near(value_of(n, "two-mode-eigenvector", "a"), (double)NAN, 0);
  assert_near(value_of(n, "two-mode-singular-value", NULL), 0, 0);
  nonet_free(n);
  n = net_of_with("a=p x=q z=r b=p a-x", &(nonet_seal_options){.modes = "p,q"});
  assert_near(value_of(n, "two-mode-eigenvector", "a"), 1, 1e-12);
  assert_near(value_of(n, "two-mode-eigenvector", "b"), 0, 0);
  assert_near(value_of(n, "two-mode-eigenvector", "z"), (double)NAN, 0);
  nonet_free(n);
}

static void a_network_that_is_not_of_two_modes_is_refused(void **state) {
  (void)state;
  assert_refused("a-b", "two-mode-eigenvector", NULL, NONET_EUSAGE, "'two-mode-eigenvector' needs a network of two kinds");
  assert_refused("a-b", "two-mode-singular-value", NULL, NONET_EUSAGE, "'two-mode-singular-value' needs a network of two kinds");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_has_its_known_pair),
      cmocka_unit_test(each_kind_has_length_1_and_passes_sigma_times_on),
      cmocka_unit_test(with_weights_the_table_holds_strengths),
      cmocka_unit_test(without_ties_there_is_no_vector_and_the_value_is_0),
      cmocka_unit_test(a_network_that_is_not_of_two_modes_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
