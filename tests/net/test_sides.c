/* Sides: who works together, and what they work on. */
#include "net/sides.h"

#include "fixture/net_of.h"
#include "test.h"

static void a_kind_is_a_strategy_by_its_word_even_where_partners_are_tied(void **state) {
  (void)state;
  nonet *n = net_of("p=Partner q=Partner s=Strategy p-s p-q");
  bool strategy[3];
  assert_true(net_strategy_nodes(strategy, n));
  assert_false(strategy[node_of(n, "p")]);
  assert_true(strategy[node_of(n, "s")]);
  nonet_free(n);
}

static void of_two_other_modes_the_second_is_what_is_worked_on(void **state) {
  (void)state;
  nonet *n = net_of("e=woman x=club e-x");
  bool strategy[2];
  assert_true(net_strategy_nodes(strategy, n));
  assert_true(strategy[node_of(n, "x")]);
  nonet_free(n);
}

static void a_network_of_strategies_only_has_one_side(void **state) {
  (void)state;
  nonet *n = net_of("s=strategy t=strategy s-t");
  bool strategy[2] = {true, true};
  assert_false(net_strategy_nodes(strategy, n));
  assert_false(strategy[0] || strategy[1]);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_kind_is_a_strategy_by_its_word_even_where_partners_are_tied),
      cmocka_unit_test(of_two_other_modes_the_second_is_what_is_worked_on),
      cmocka_unit_test(a_network_of_strategies_only_has_one_side),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
