/* Facts: what the sentences rest on. */
#include "report/fixture_report.h"

static void whole_measures_are_facts_under_their_own_names(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-d");
  facts_of(&r, n);
  size_t found = 0;
  for (size_t i = 0; i < r.facts.count; i++) {
    bool diameter = strcmp(r.facts.at[i].name, "diameter") == 0, neighbours = strcmp(r.facts.at[i].name, "mean-neighbours") == 0;
    found += diameter || neighbours;
    if (diameter) assert_near(r.facts.at[i].number, 3, 0);
    if (neighbours) assert_near(r.facts.at[i].number, 1.5, 0);
  }
  assert_int_equal(found, 2);
  facts_done(&r, n);
}

static void nodes_are_ranked_by_betweenness_then_by_order(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-d");
  facts_of(&r, n);
  const uint32_t want[] = {1, 2, 0, 3};
  assert_memory_equal(r.facts.rank, want, sizeof want);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whole_measures_are_facts_under_their_own_names),
      cmocka_unit_test(nodes_are_ranked_by_betweenness_then_by_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
