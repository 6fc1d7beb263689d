/* Clustering, redundancy and brokerage of nodes in two modes: Davis's women and events in the edition of 89 ties, and small cases by hand.
 */
#include "measure/two_modes_of.h"

static void davis_has_its_known_values(void **state) {
  (void)state;
  nonet *n = davis_of_two_modes();
  assert_near(value_of(n, "latapy-clustering", "Evelyn"), 0.31794333, 1e-8);
  assert_near(value_of(n, "latapy-clustering:dot", "Evelyn"), 0.31794333, 1e-8);
  assert_near(value_of(n, "redundancy", "Evelyn"), 0.96428571, 1e-8);
  assert_near(value_of(n, "redundancy", "E8"), 0.80219780, 1e-8);
  nonet_free(n);
}

/* a and b share x and y, c has only y: a and b are alike by 2/3, a and c by 1/3. */
static const char *const small = "a=p b=p c=p x=q y=q z=q a-x a-y a-z b-x b-y c-y";

static void clustering_divides_by_all_by_the_smaller_or_by_the_larger(void **state) {
  (void)state;
  nonet *n = net_of(small);
  assert_near(value_of(n, "latapy-clustering", "a"), (2 / 3.0 + 1 / 3.0) / 2, 1e-15);
  assert_near(value_of(n, "latapy-clustering:min", "a"), 1, 1e-15);
  assert_near(value_of(n, "latapy-clustering:max", "a"), (2 / 3.0 + 1 / 3.0) / 2, 1e-15);
  assert_near(value_of(n, "latapy-clustering:max", "b"), (2 / 3.0 + 1 / 2.0) / 2, 1e-15);
  nonet_free(n);
  assert_refused(small, "latapy-clustering:mean", NULL, NONET_EUSAGE, "'latapy-clustering:mean' is none of dot, min, max");
}

static void redundancy_is_of_pairs_that_meet_elsewhere(void **state) {
  (void)state;
  nonet *n = net_of(small);
  assert_near(value_of(n, "redundancy", "a"), 1 / 3.0, 1e-15); /* x-y without a, x-z and y-z not */
  assert_near(value_of(n, "redundancy", "b"), 1, 0);
  assert_near(value_of(n, "redundancy", "y"), 1 / 3.0, 1e-15); /* a-b by x; a-c and b-c only here */
  assert_near(value_of(n, "redundancy", "c"), (double)NAN, 0);
  nonet_free(n);
}

static void a_broker_shares_one_strategy_with_each_of_two_that_share_none(void **state) {
  (void)state;
  nonet *n = net_of("a=p v=p b=p x=q y=q z=q a-x v-x v-y b-y a-z v-z");
  assert_near(value_of(n, "two-mode-brokerage", "v"), 2, 0); /* a - x - v - y - b and a - z - v - y - b */
  assert_near(value_of(n, "two-mode-brokerage", "a"), 0, 0);
  assert_near(value_of(n, "two-mode-brokerage", "x"), 0, 0); /* y and z share v */
  nonet_free(n);
  n = net_of("a=p v=p b=p x=q y=q z=q a-x v-x v-y b-y a-z b-z");
  assert_near(value_of(n, "two-mode-brokerage", "v"), 0, 0); /* a and b meet at z */
  nonet_free(n);
}

static void an_isolate_has_no_clustering_and_brokers_nothing(void **state) {
  (void)state;
  nonet *n = net_of_with("a=p b=p x=q y=q c=p z=r a-x b-x c-y d=p", &(nonet_seal_options){.modes = "p,q"});
  assert_near(value_of(n, "latapy-clustering", "c"), (double)NAN, 0); /* shares y with nobody */
  assert_near(value_of(n, "latapy-clustering", "d"), (double)NAN, 0);
  assert_near(value_of(n, "two-mode-brokerage", "d"), 0, 0);
  assert_near(value_of(n, "two-mode-brokerage", "z"), (double)NAN, 0);
  assert_near(value_of(n, "redundancy", "z"), (double)NAN, 0);
  nonet_free(n);
}

static void a_network_that_is_not_of_two_modes_is_refused(void **state) {
  (void)state;
  static const char *const names[] = {"latapy-clustering", "redundancy", "two-mode-brokerage"};
  for (size_t i = 0; i < 3; i++)
    assert_refused("a-b b-c", names[i], NULL, NONET_EUSAGE, "needs a network of two kinds with ties only between them");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_has_its_known_values),
      cmocka_unit_test(clustering_divides_by_all_by_the_smaller_or_by_the_larger),
      cmocka_unit_test(redundancy_is_of_pairs_that_meet_elsewhere),
      cmocka_unit_test(a_broker_shares_one_strategy_with_each_of_two_that_share_none),
      cmocka_unit_test(an_isolate_has_no_clustering_and_brokers_nothing),
      cmocka_unit_test(a_network_that_is_not_of_two_modes_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
