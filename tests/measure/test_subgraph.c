/* Subgraph centrality: closed forms, the sum that is the trace of the exponential, and the end of the range. */
#include "measure/values.h"

static void stars_and_complete_networks_have_their_closed_forms(void **state) {
  (void)state;
  nonet *n = net_of("c-p c-q c-r c-s i"); /* eigenvalues 2, -2 and 0 */
  assert_near(value_of(n, "subgraph-centrality", "c"), cosh(2), 1e-14);
  assert_near(value_of(n, "subgraph-centrality", "p"), (cosh(2) - 1) / 4 + 1, 1e-14);
  assert_near(value_of(n, "subgraph-centrality", "i"), 1, 0);
  nonet_free(n);
  n = net_of("a-b b-c c-d d-a a-c b-d"); /* K4: (e^3 + 3/e) / 4 */
  assert_near(value_of(n, "subgraph-centrality", "a"), (exp(3) + 3 * exp(-1)) / 4, 1e-14);
  nonet_free(n);
}

static void walks_follow_the_arcs_and_multiply_strengths(void **state) {
  (void)state;
  nonet *n = net_of("a>b:2 b>a:3 b>c:7");
  assert_near(value_of(n, "subgraph-centrality", "a"), cosh(1), 1e-14);
  assert_near(weighted_of(n, "subgraph-centrality", "b"), cosh(sqrt(6)), 1e-14);
  assert_near(weighted_of(n, "subgraph-centrality", "c"), 1, 0);
  nonet_free(n);
}

static void a_value_beyond_the_range_is_refused(void **state) {
  (void)state;
  assert_refused("a-b:1000", "subgraph-centrality", (&(nonet_measure_options){.weighted = true}), NONET_ELIMIT, "range");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stars_and_complete_networks_have_their_closed_forms),
      cmocka_unit_test(walks_follow_the_arcs_and_multiply_strengths),
      cmocka_unit_test(a_value_beyond_the_range_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
