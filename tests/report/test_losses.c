/* Losses: who would lose contact. */
#include "report/fixture_report.h"

static void the_middle_of_a_path_cuts_off_the_shorter_side(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-d d-e");
  facts_of(&r, n);
  assert_int_equal(r.facts.loss_count, 3);
  assert_int_equal(r.facts.losses[0].node, 2); /* c: two on each side */
  assert_int_equal(r.facts.losses[0].count, 2);
  assert_int_equal(r.facts.losses[1].node, 1); /* b cuts off a only */
  assert_int_equal(r.facts.losses[1].count, 1);
  assert_int_equal(r.facts.losses[1].lost[0], 0);
  facts_done(&r, n);
}

static void a_cycle_loses_nobody(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-a");
  facts_of(&r, n);
  assert_int_equal(r.facts.loss_count, 0);
  facts_done(&r, n);
}

static void another_component_is_not_counted_as_lost(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c x-y");
  facts_of(&r, n);
  assert_int_equal(r.facts.loss_count, 1);
  assert_int_equal(r.facts.losses[0].count, 1);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_middle_of_a_path_cuts_off_the_shorter_side),
      cmocka_unit_test(a_cycle_loses_nobody),
      cmocka_unit_test(another_component_is_not_counted_as_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
