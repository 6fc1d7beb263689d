/* Betweenness of nodes and ties: published values, direction, lengths. */
#include "measure/values.h"

static void karate_has_its_published_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "betweenness", "1"), 231.071428571428571, 1e-14);
  assert_near(value_of(n, "betweenness", "34"), 160.551587301587302, 1e-14);
  assert_near(normalised_of(n, "betweenness", "1"), 0.4376352814, 1e-10);
  nonet_free(n);
}

static void medici_value_depends_on_pucci_only_when_normalised(void **state) {
  (void)state;
  nonet *without = net_of(florentine_15), *with = net_of(florentine_16);
  assert_near(value_of(without, "betweenness", "Medici"), 47.5, 1e-14);
  assert_near(value_of(with, "betweenness", "Medici"), 47.5, 1e-14);
  assert_near(normalised_of(without, "betweenness", "Medici"), 0.521978, 1e-6);
  assert_near(normalised_of(with, "betweenness", "Medici"), 0.452381, 1e-6);
  nonet_free(without);
  nonet_free(with);
}

static void davis_and_the_kite_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(davis_89);
  assert_near(value_of(n, "betweenness", "E8"), 110.206397, 1e-7);
  nonet_free(n);
  n = net_of(kite);
  assert_near(normalised_of(n, "betweenness", "Heather"), 14 / 36.0, 1e-14);
  nonet_free(n);
}

static void parallel_ties_and_loops_change_nothing(void **state) {
  (void)state;
  nonet *plain = net_of("a-b b-c a-d d-c"), *more = net_of("a-b a-b b-c a-d d-c d-d");
  assert_near(value_of(plain, "betweenness", "b"), 0.5, 0);
  assert_near(value_of(more, "betweenness", "b"), 0.5, 0);
  nonet_free(plain);
  nonet_free(more);
}

static void direction_counts_ordered_pairs(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c-d");
  assert_near(value_of(n, "betweenness", "b"), 2, 0);
  assert_near(value_of(n, "betweenness", "c"), 2, 0);
  assert_near(normalised_of(n, "betweenness", "b"), 2 / 6.0, 1e-15);
  nonet_free(n);
}

static void with_weights_the_strong_way_round_is_shorter(void **state) {
  (void)state;
  nonet *n = net_of("a-b:10 b-c:10 a-c:1 c-d:4");
  assert_near(value_of(n, "betweenness", "b"), 0, 0);
  assert_near(weighted_of(n, "betweenness", "b"), 2, 0);
  nonet_free(n);
}

static void two_strong_halves_tie_with_one_of_half_the_strength(void **state) {
  (void)state;
  nonet *n = net_of("a-b:6 b-c:6 a-c:3 a-d:9 d-e:9 e-c:9");
  assert_near(weighted_of(n, "betweenness", "b"), 1 / 3.0, 1e-15);
  nonet_free(n);
}

static void karate_s_strongest_tie_joins_1_and_32(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "tie-betweenness", NULL);
  double most = 0;
  size_t where = 0;
  for (size_t t = 0; t < nonet_sheet_rows(s); t++)
    if (nonet_sheet_number(s, t, 3) > most) most = nonet_sheet_number(s, t, 3), where = t;
  assert_near(most, 71.392857142857143, 1e-14);
  assert_string_equal(nonet_sheet_text(s, where, 1), "1");
  assert_string_equal(nonet_sheet_text(s, where, 2), "32");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void all_ties_of_a_pair_have_the_pair_s_value_and_loops_0(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-b b-c a-a");
  assert_near(tie_value(n, "tie-betweenness", 0), 2, 0);
  assert_near(tie_value(n, "tie-betweenness", 1), 2, 0);
  assert_near(tie_value(n, "tie-betweenness", 3), 0, 0);
  nonet_free(n);
  n = net_of("a>b b-c"); /* a b, a c along the first; b c, a c and c b along the second */
  assert_near(tie_value(n, "tie-betweenness", 0), 2, 0);
  assert_near(tie_value(n, "tie-betweenness", 1), 3, 0);
  nonet_free(n);
}

static void a_negative_weight_is_refused_and_its_tie_named(void **state) {
  (void)state;
  nonet_measure_options weighted = {.weighted = true};
  assert_refused("a-b:1 b-c:-2", "betweenness", &weighted, NONET_EINPUT, "tie b - c");
  assert_refused("a-b:1 b-c:0", "tie-betweenness", &weighted, NONET_EINPUT, "tie-betweenness");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_values),
      cmocka_unit_test(medici_value_depends_on_pucci_only_when_normalised),
      cmocka_unit_test(davis_and_the_kite_have_their_published_values),
      cmocka_unit_test(parallel_ties_and_loops_change_nothing),
      cmocka_unit_test(direction_counts_ordered_pairs),
      cmocka_unit_test(with_weights_the_strong_way_round_is_shorter),
      cmocka_unit_test(two_strong_halves_tie_with_one_of_half_the_strength),
      cmocka_unit_test(karate_s_strongest_tie_joins_1_and_32),
      cmocka_unit_test(all_ties_of_a_pair_have_the_pair_s_value_and_loops_0),
      cmocka_unit_test(a_negative_weight_is_refused_and_its_tie_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
