/* Bounds of sampling against printed values and against the binomial distribution summed term by term. */
#include "kernel/samplebound.h"

#include "test.h"

static void riondato_and_kornaropoulos_take_26513_paths_for_the_karate_club(void **state) {
  (void)state;
  assert_near(samplebound_dimension(6, .01, .1), 26513, 0); /* its longest shortest path has 6 nodes */
  assert_near(samplebound_dimension(3, .1, .5), ceil(50 * (1 + log(2))), 0);
  assert_near(samplebound_dimension(2, .01, .1), 1, 0); /* nobody lies between */
}

static void hoeffding_is_two_sided_for_all_values_together(void **state) {
  (void)state;
  assert_near(samplebound_hoeffding(1, .1, .05), 185, 0); /* ln(40) / .02 = 184.4 */
  assert_near(samplebound_hoeffding(1000, .1, .05), 530, 0);
}

static void entropy_is_zero_for_equal_coins_and_infinite_for_impossible_ones(void **state) {
  (void)state;
  assert_near(samplebound_entropy(.3, .3), 0, 1e-15);
  assert_near(samplebound_entropy(0, .25), log(4. / 3), 1e-15);
  assert_near(samplebound_entropy(.5, .25), .5 * log(2) + .5 * log(2. / 3), 1e-15);
  assert_true(isinf(samplebound_entropy(.1, 0)));
  assert_true(isinf(samplebound_entropy(.9, 1)));
}

/* The probability that at most k of n tries succeed. */
static double at_most(unsigned k, unsigned n, double q) {
  double sum = 0;
  for (unsigned i = 0; i <= k; i++)
    sum += exp(lgamma(n + 1.0) - lgamma(i + 1.0) - lgamma(n - i + 1.0) + i * log(q) + (n - i) * log1p(-q));
  return sum;
}

static void a_mean_that_the_bound_calls_good_is_wrong_as_seldom_as_it_says(void **state) {
  const double surprise = 4, epsilon = .06;
  const unsigned samples = 400;
  unsigned good = 0;
  (void)state;
  for (unsigned k = 0; k <= samples; k++) {
    double seen = k / (double)samples;
    if (samplebound_below(seen, samples, epsilon, surprise) && seen + epsilon < 1) {
      good++;
      assert_true(at_most(k, samples, seen + epsilon) <= exp(-surprise));
    }
    if (samplebound_above(seen, samples, epsilon, surprise) && seen > epsilon)
      assert_true(1 - (k ? at_most(k - 1, samples, seen - epsilon) : 0) <= exp(-surprise) * 1.000001);
  }
  assert_true(good > 0 && good < samples);
}

static void the_width_is_the_least_epsilon_that_holds_and_grows_to_the_middle(void **state) {
  double before = 0;
  (void)state;
  for (int i = 0; i <= 5; i++) {
    double seen = i / 10., width = samplebound_width(seen, 1000, 5);
    assert_true(samplebound_below(seen, 1000, width, 5) && samplebound_above(seen, 1000, width, 5));
    assert_false(samplebound_below(seen, 1000, width * .999, 5) && samplebound_above(seen, 1000, width * .999, 5));
    assert_true(width > before && width <= sqrt(5 / 2000.) + 1e-12); /* never wider than Hoeffding's */
    before = width;
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(riondato_and_kornaropoulos_take_26513_paths_for_the_karate_club),
      cmocka_unit_test(hoeffding_is_two_sided_for_all_values_together),
      cmocka_unit_test(entropy_is_zero_for_equal_coins_and_infinite_for_impossible_ones),
      cmocka_unit_test(a_mean_that_the_bound_calls_good_is_wrong_as_seldom_as_it_says),
      cmocka_unit_test(the_width_is_the_least_epsilon_that_holds_and_grows_to_the_middle),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
