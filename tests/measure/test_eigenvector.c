/* Eigenvector centrality: published values, and the cases in which solvers disagree. */
#include "measure/values.h"

static void karate_has_its_published_values_with_maximum_1(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "eigenvector", NULL);
  double squares = 0;
  for (size_t v = 0; v < 34; v++)
    squares += nonet_sheet_number(s, v, 1) * nonet_sheet_number(s, v, 1);
  assert_near(value_of(n, "eigenvector", "34"), 1, 1e-15);
  assert_near(1 / sqrt(squares), 0.37336347, 1e-8);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_two_mode_network_does_not_swing(void **state) {
  (void)state;
  nonet *n = net_of("c-a c-b c-d c-e");
  assert_near(value_of(n, "eigenvector", "c"), 1, 1e-14);
  assert_near(value_of(n, "eigenvector", "a"), 0.5, 1e-14);
  nonet_free(n);
  n = net_of(davis_89); /* the ratio of the published values of the leading singular pair */
  assert_near(value_of(n, "eigenvector", "Evelyn") / value_of(n, "eigenvector", "E8"), .334734 / .506633, 2e-6);
  nonet_free(n);
}

static void a_component_with_a_smaller_value_gets_0(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a d-e f");
  assert_near(value_of(n, "eigenvector", "a"), 1, 1e-14);
  assert_near(value_of(n, "eigenvector", "d"), 0, 0);
  assert_near(value_of(n, "eigenvector", "f"), 0, 0);
  nonet_free(n);
}

static void components_with_the_same_value_share_by_the_sum_of_their_vectors(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a d-e e-f f-d");
  assert_near(value_of(n, "eigenvector", "a"), 1, 1e-13);
  assert_near(value_of(n, "eigenvector", "f"), 1, 1e-13);
  nonet_free(n);
  /* A star of 4 leaves and a cycle of 4 both have lambda 2. The cycle's vector is 1/2 each, sum 2, so each of it gets 1; the star's is
   * 1/sqrt 2 at the centre and 1/sqrt 8 at the leaves, times their sum. */
  n = net_of("c-p c-q c-r c-s w-x x-y y-z z-w");
  double centre = 1 / sqrt(2.0), leaf = 1 / sqrt(8.0), sum = centre + 4 * leaf, most = fmax(sum * centre, 1);
  assert_near(value_of(n, "eigenvector", "c"), sum * centre / most, 1e-12);
  assert_near(value_of(n, "eigenvector", "p"), sum * leaf / most, 1e-12);
  assert_near(value_of(n, "eigenvector", "w"), 1 / most, 1e-12);
  nonet_free(n);
}

static void direction_is_followed_by_in_ties(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a b>c c>d"); /* lambda 1: a = b = c = d */
  assert_near(value_of(n, "eigenvector", "a"), 1, 1e-14);
  assert_near(value_of(n, "eigenvector", "d"), 1, 1e-14);
  nonet_free(n);
  n = net_of("s>a a>b b>c c>a a>c");
  assert_near(value_of(n, "eigenvector", "s"), 0, 0);
  assert_near(value_of(n, "eigenvector", "c"), 1, 1e-14);
  nonet_free(n);
}

static void without_ties_without_cycles_and_with_two_leaders_it_is_undefined(void **state) {
  (void)state;
  static const char *const lines[] = {"a b", "a>b b>c", "a>b b>a c>d d>c"};
  for (int i = 0; i < 3; i++) {
    nonet *n = net_of(lines[i]);
    assert_near(value_of(n, "eigenvector", "a"), (double)NAN, 0);
    nonet_free(n);
  }
}

static void of_two_equal_cycles_in_a_row_the_last_one_leads(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a b>c c>d d>c d>e");
  assert_near(value_of(n, "eigenvector", "a"), 0, 0);
  assert_near(value_of(n, "eigenvector", "c"), 1, 1e-14);
  assert_near(value_of(n, "eigenvector", "e"), 1, 1e-14);
  nonet_free(n);
}

static void with_weights_it_goes_by_strength(void **state) {
  (void)state;
  nonet *n = net_of("a-b:4 b-c:3");
  assert_near(weighted_of(n, "eigenvector", "a"), 0.8, 1e-14);
  assert_near(weighted_of(n, "eigenvector", "c"), 0.6, 1e-14);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_values_with_maximum_1),
      cmocka_unit_test(a_two_mode_network_does_not_swing),
      cmocka_unit_test(a_component_with_a_smaller_value_gets_0),
      cmocka_unit_test(components_with_the_same_value_share_by_the_sum_of_their_vectors),
      cmocka_unit_test(direction_is_followed_by_in_ties),
      cmocka_unit_test(without_ties_without_cycles_and_with_two_leaders_it_is_undefined),
      cmocka_unit_test(of_two_equal_cycles_in_a_row_the_last_one_leads),
      cmocka_unit_test(with_weights_it_goes_by_strength),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
