/* Katz's status and Bonacich's power: published values, closed forms, and the parameters that are refused. */
#include "measure/values.h"

static void florence_has_its_known_values(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "katz:0.1", "Medici"), 1.82319505, 1e-8);
  assert_near(normalised_of(n, "katz:0.1", "Medici"), 0.3338248389055201, 1e-14);
  nonet_free(n);
}

static void alpha_is_taken_from_the_leading_eigenvalue(void **state) {
  (void)state;
  nonet *n = net_of(karate); /* lambda1 6.725697727631738 */
  assert_near(value_of(n, "katz", "34"), value_of(n, "katz:0.12638093995", "34"), 1e-8);
  nonet_free(n);
  n = net_of("a-b b-c c-a"); /* lambda1 2: 1/(1 - 0.85) */
  assert_near(value_of(n, "katz", "a"), 1 / 0.15, 1e-12);
  nonet_free(n);
}

static void katz_goes_by_in_ties(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c d");
  assert_near(value_of(n, "katz:0.5", "a"), 1, 0);
  assert_near(value_of(n, "katz:0.5", "b"), 1.5, 0);
  assert_near(value_of(n, "katz:0.5", "c"), 1.75, 0);
  assert_near(value_of(n, "katz:0.5", "d"), 1, 0);
  assert_near(value_of(n, "katz:3", "c"), 13, 0); /* no cycle: every alpha has a sum */
  assert_near(value_of(n, "katz", "c"), (double)NAN, 0);
  nonet_free(n);
}

static void a_sum_without_end_is_refused(void **state) {
  (void)state;
  assert_refused(karate, "katz:0.15", NULL, NONET_EUSAGE, "1/lambda1 = 0.148683458");
  assert_refused("a-b", "katz:1", NULL, NONET_EUSAGE, "no end");
  assert_refused("a-b", "katz:-0.5", NULL, NONET_EUSAGE, "0 or more");
  assert_refused("a-b", "katz:0.9999999999999", NULL, NONET_ELIMIT, "too long");
  assert_refused("a-b", "bonacich-power:-1", NULL, NONET_EUSAGE, "beta -1");
  assert_refused("a-b", "katz:x", NULL, NONET_EUSAGE, "number");
}

/* Bonacich 1987: with beta below 0 the centre of a chain of five loses to its neighbours, who each have somebody of their own. */
static void below_0_power_comes_from_the_weakness_of_others(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-e");
  assert_true(value_of(n, "bonacich-power:0.3", "c") > value_of(n, "bonacich-power:0.3", "b"));
  assert_true(value_of(n, "bonacich-power:-0.3", "c") < value_of(n, "bonacich-power:-0.3", "b"));
  nonet_free(n);
}

static void beta_0_is_degree_and_squares_add_up_to_n(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "bonacich-power:0,degree,bonacich-power:-0.1", NULL);
  double squares = 0, other = 0;
  for (size_t v = 0; v < 34; v++) {
    squares += pow(nonet_sheet_number(s, v, 1), 2);
    other += pow(nonet_sheet_number(s, v, 3), 2);
    assert_near(nonet_sheet_number(s, v, 1) / nonet_sheet_number(s, 0, 1), nonet_sheet_number(s, v, 2) / 16, 1e-14);
  }
  assert_near(squares, 34, 1e-13);
  assert_near(other, 34, 1e-13);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void power_goes_by_out_ties_and_weights_by_strength(void **state) {
  (void)state;
  nonet *n = net_of("a>b:2 b>c:1"); /* beta 0.5 of strengths: c 0, b 1, a 2 + 0.5 * 2 * 1 */
  const nonet_measure_options weighted = {.weighted = true};
  assert_near(value_with(n, "bonacich-power:0.5", "c", &weighted), 0, 0);
  assert_near(value_with(n, "bonacich-power:0.5", "a", &weighted) / value_with(n, "bonacich-power:0.5", "b", &weighted), 3, 1e-14);
  assert_near(value_with(n, "katz:0.5", "b", &weighted), 2, 0);
  nonet_free(n);
  n = net_of("a b");
  assert_near(value_of(n, "bonacich-power:0.5", "a"), (double)NAN, 0);
  assert_near(value_of(n, "katz:0.5", "a"), 1, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(florence_has_its_known_values),
      cmocka_unit_test(alpha_is_taken_from_the_leading_eigenvalue),
      cmocka_unit_test(katz_goes_by_in_ties),
      cmocka_unit_test(a_sum_without_end_is_refused),
      cmocka_unit_test(below_0_power_comes_from_the_weakness_of_others),
      cmocka_unit_test(beta_0_is_degree_and_squares_add_up_to_n),
      cmocka_unit_test(power_goes_by_out_ties_and_weights_by_strength),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
