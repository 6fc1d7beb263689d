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

static void the_range_holds_chernoffs_and_is_not_wider_than_hoeffdings(void **state) {
  (void)state;
  for (int i = 0; i <= 100; i++) {
    double seen = i / 100.;
    struct samplebound_range r = samplebound_range(seen, 1000, 5);
    assert_true(r.low >= 0 && r.low <= seen && r.high >= seen && r.high <= 1);
    assert_true(r.high - seen <= sqrt(5 / 2000.) + 1e-12 && seen - r.low <= sqrt(5 / 2000.) + 1e-12);
    if (r.high < 1) assert_true(samplebound_below(seen, 1000, (r.high - seen) * 1.000001, 5));
    if (r.low > 0) assert_true(samplebound_above(seen, 1000, (seen - r.low) * 1.000001, 5));
  }
  assert_near(samplebound_range(0, 1000, 5).low, 0, 0);
  assert_near(samplebound_range(0, 1000, 5).high, .01, 1e-12); /* far less than Hoeffding's .05 */
  assert_near(samplebound_range(1, 1000, 5).low, .99, 1e-12);
}

static void a_true_mean_is_outside_the_range_as_seldom_as_it_says(void **state) {
  const unsigned samples = 60;
  (void)state;
  for (int i = 1; i < 100; i++) {
    double q = i / 100., below = 0, above = 0;
    for (unsigned k = 0; k <= samples; k++) {
      struct samplebound_range r = samplebound_range(k / (double)samples, samples, 3);
      double chance = at_most(k, samples, q) - (k ? at_most(k - 1, samples, q) : 0);
      if (q < r.low) below += chance;
      if (q > r.high) above += chance;
    }
    assert_true(below <= exp(-3) * 1.000001 && above <= exp(-3) * 1.000001);
  }
}

/* All samples of 5 out of 9 numbers. */
static void a_mean_by_variance_is_outside_as_seldom_as_it_says(void **state) {
  const double number[9] = {0, .1, .1, .15, .2, .2, .3, .9, 1};
  (void)state;
  for (int i = 1; i < 8; i++) {
    double surprise = i / 4., below = 0, above = 0, all = 0;
    for (unsigned set = 0; set < 1u << 9; set++) {
      double sum = 0, squares = 0, count = 0;
      for (unsigned k = 0; k < 9; k++)
        if (set >> k & 1) sum += number[k], squares += number[k] * number[k], count++;
      if (count != 5) continue;
      struct samplebound_range r = samplebound_varied(sum / 5, squares / 5 - sum * sum / 25, 5, 9, surprise);
      all++, below += 2.95 / 9 < r.low, above += 2.95 / 9 > r.high;
    }
    assert_near(all, 126, 0);
    assert_true(below / all <= exp(-surprise) && above / all <= exp(-surprise));
  }
}

static void variance_counts_where_samples_are_many(void **state) {
  struct samplebound_range by_range = samplebound_range(.5, 1e4, 10), varied = samplebound_varied(.5, .0025, 1e4, 1e9, 10);
  (void)state;
  assert_near(varied.high - .5, sqrt(2 * .0025 * (10 + log(5)) / 1e4) + 4.45465367689 * (10 + log(5)) / 1e4, 1e-7);
  assert_near(.5 - varied.low, varied.high - .5, 1e-12);
  assert_true(varied.high < by_range.high);
  assert_true(samplebound_varied(.5, .0025, 9e3, 1e4, 10).high < samplebound_varied(.5, .0025, 9e3, 1e9, 10).high);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(riondato_and_kornaropoulos_take_26513_paths_for_the_karate_club),
      cmocka_unit_test(hoeffding_is_two_sided_for_all_values_together),
      cmocka_unit_test(entropy_is_zero_for_equal_coins_and_infinite_for_impossible_ones),
      cmocka_unit_test(a_mean_that_the_bound_calls_good_is_wrong_as_seldom_as_it_says),
      cmocka_unit_test(the_width_is_the_least_epsilon_that_holds_and_grows_to_the_middle),
      cmocka_unit_test(the_range_holds_chernoffs_and_is_not_wider_than_hoeffdings),
      cmocka_unit_test(a_true_mean_is_outside_the_range_as_seldom_as_it_says),
      cmocka_unit_test(a_mean_by_variance_is_outside_as_seldom_as_it_says),
      cmocka_unit_test(variance_counts_where_samples_are_many),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
