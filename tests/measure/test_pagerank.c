/* PageRank: published values, nodes that lead nowhere, damping. */
#include "measure/values.h"

static void karate_has_its_published_values_and_sums_to_1(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "pagerank", NULL);
  double sum = 0;
  for (size_t v = 0; v < 34; v++)
    sum += nonet_sheet_number(s, v, 1);
  assert_near(sum, 1, 1e-12);
  assert_near(value_of(n, "pagerank", "34"), 0.10091918, 1e-8);
  assert_near(value_of(n, "pagerank", "1"), 0.09699729, 1e-8);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_node_that_leads_nowhere_hands_on_to_all(void **state) {
  (void)state;
  nonet *n = net_of("a>b"); /* b = .075 + .85 (a + b/2), a = .075 + .85 b/2 */
  double b = (0.075 + 0.85 * 0.075) / (1 - 0.85 * 0.425 - 0.425);
  assert_near(value_of(n, "pagerank", "b"), b, 1e-10);
  assert_near(value_of(n, "pagerank", "a"), 1 - b, 1e-10);
  nonet_free(n);
}

static void damping_stands_behind_the_colon(void **state) {
  (void)state;
  nonet *n = net_of("c-a c-b c-d");
  assert_near(value_of(n, "pagerank:0", "c"), 0.25, 1e-12);
  assert_near(value_of(n, "pagerank:0.5", "c"), (0.125 + 0.5 * 3 * 0.125) / (1 - 0.25), 1e-10);
  nonet_free(n);
  assert_refused("a-b", "pagerank:1", NULL, NONET_EUSAGE, "pagerank:1");
  assert_refused("a-b", "pagerank:high", NULL, NONET_EUSAGE, "number");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_values_and_sums_to_1),
      cmocka_unit_test(a_node_that_leads_nowhere_hands_on_to_all),
      cmocka_unit_test(damping_stands_behind_the_colon),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
