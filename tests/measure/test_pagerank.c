/* PageRank: published values, nodes that lead nowhere, damping. */
#include "base/run.h"
#include "measure/values.h"

#include <stdio.h>
#include <stdlib.h>

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

/* Large enough for igraph to share the work among threads, if it were let. */
static void the_same_bits_come_each_time(void **state) {
  (void)state;
  enum { NODES = 6000, TIES = 24000, ROOM = TIES * 16 };
  char *text = malloc(ROOM);
  size_t at = 0;
  struct chance c;
  assert_non_null(text);
  chance_start(&c, 1, 0);
  for (int i = 0; i < TIES; i++) {
    uint64_t a = chance_below(&c, NODES), b = chance_below(&c, chance_below(&c, NODES) + 1);
    at += (size_t)snprintf(text + at, ROOM - at, "n%u-n%u ", (unsigned)a, (unsigned)b);
  }
  nonet *n = net_of(text);
  nonet_sheet *first = sheet_of(n, "pagerank", NULL);
  for (int again = 0; again < 6; again++) {
    nonet_sheet *s = sheet_of(n, "pagerank", NULL);
    for (size_t v = 0; v < nonet_nodes(n); v++)
      assert_near(nonet_sheet_number(s, v, 1), nonet_sheet_number(first, v, 1), 0);
    nonet_sheet_free(s);
  }
  nonet_sheet_free(first);
  nonet_free(n);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_values_and_sums_to_1),
      cmocka_unit_test(a_node_that_leads_nowhere_hands_on_to_all),
      cmocka_unit_test(damping_stands_behind_the_colon),
      cmocka_unit_test(the_same_bits_come_each_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
