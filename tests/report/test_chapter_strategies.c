/* Strategies and who carries them. */
#include "report/fixture_chapters.h"

static void each_strategy_is_listed_with_who_carries_it(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("p=partner q=partner s=partner x=strategy y=strategy z=strategy p-x q-x p-x p-y p-s");
  char *page = chapter_with_files(&r, n, chapter_strategies);
  assert_contains(page, "A strategy is carried by 1 partner on average. Of the 3, 1 rests on one alone, and 1 is without any.");
  assert_contains(page, "<tr><td>x</td><td class=\"n\">2</td><td>p, q</td></tr>");
  assert_contains(page, "<tr><td>y</td><td class=\"n\">1</td><td>p</td></tr>");
  assert_contains(page, "<tr><td>z</td><td class=\"n\">0</td><td></td></tr>");
  assert_numbers_are_facts(&r, page);
  free(page);
  facts_done(&r, n);
}

static void the_fewest_who_reach_all_are_named(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("p=partner q=partner x=strategy y=strategy z=strategy p-x p-y q-y q-z");
  char *page = chapter_with_files(&r, n, chapter_strategies);
  assert_contains(page, "To begin with the fewest: p and q. 2 of 2 reach all 3 strategies; fewer cannot.");
  assert_contains(page, "2 rest on one alone, and none is without any.");
  assert_numbers_are_facts(&r, page);
  free(page);
  facts_done(&r, n);
}

static void without_strategies_it_says_so(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c");
  char *page = chapter_with_files(&r, n, chapter_strategies);
  assert_contains(page, "No node is known as a strategy");
  assert_null(strstr(page, "<table>"));
  free(page);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(each_strategy_is_listed_with_who_carries_it),
                                     cmocka_unit_test(the_fewest_who_reach_all_are_named), cmocka_unit_test(without_strategies_it_says_so)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
