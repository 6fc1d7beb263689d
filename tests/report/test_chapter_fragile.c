/* What would break. */
#include "report/fixture_report.h"

#include <stdlib.h>

static void who_would_lose_contact_is_named_and_a_strategy_with_one_partner_too(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("p=partner q=partner x=strategy y=strategy p-x p-y q-y");
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_fragile);
  assert_contains(page, "If <strong>p</strong> left, x would lose contact with the rest.");
  assert_contains(page, "If <strong>y</strong> left, ");
  assert_contains(page, "Strategies that rest on one partner: 1. Without any: 0.");
  assert_contains(page, "<strong>x</strong> rests on p alone.");
  free(page);
  facts_done(&r, n);
}

static void many_names_are_counted_and_not_listed(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("hub-a hub-b hub-c hub-d hub-e hub-f hub-g hub-h hub-i hub-j hub-k");
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_fragile);
  assert_contains(page, " and 2 more would lose contact"); /* one of the eleven stands for the rest; eight are named */
  free(page);
  facts_done(&r, n);
}

static void a_ring_breaks_nowhere(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-d d-a");
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_fragile);
  assert_contains(page, "No single departure would cut anybody off");
  assert_null(strstr(page, "rests on"));
  free(page);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(who_would_lose_contact_is_named_and_a_strategy_with_one_partner_too),
                                     cmocka_unit_test(many_names_are_counted_and_not_listed), cmocka_unit_test(a_ring_breaks_nowhere)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
