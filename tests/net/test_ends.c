/* The arrays of ends. */
#include "fixture/net_of.h"
#include "net/net.h"
#include "rows.h"

static void ends_stand_in_order_of_the_other_and_the_tie(void **state) {
  (void)state;
  nonet *n = net_of("c-a a-b c-a a-a b-c");
  for (uint32_t v = 0; v < nonet_nodes(n); v++)
    for (uint64_t e = n->end_first[v]; e + 1 < n->end_first[v + 1]; e++)
      assert_true(n->end_other[e] < n->end_other[e + 1] || (n->end_other[e] == n->end_other[e + 1] && n->end_tie[e] <= n->end_tie[e + 1]));
  assert_int_equal(n->end_first[nonet_nodes(n)], 2 * nonet_ties(n));
  uint32_t a = node_of(n, "a");
  assert_int_equal(n->end_first[a + 1] - n->end_first[a], 5);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_stand_in_order_of_the_other_and_the_tie),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
