/* Systems, not projects: layers that meet, strategies that several carry, and how it is led. */
#include "report/fixture_chapters.h"

static void layers_and_strategies_are_counted_and_the_form_is_told(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("p=partner q=partner s=partner x=strategy y=strategy p-x@A q-x@B s-x@B s-y@C");
  char *page = chapter_with_files(&r, n, chapter_systems);
  assert_contains(page, "1 of the 2 strategies is in more than one of the 3 layers.");
  assert_contains(page, "2 of the 3 pairs of layers share members or ties; 1 has nothing in common.");
  assert_contains(page, "1 of the 2 strategies is carried by two partners or more.");
  assert_contains(page,
                  "From 0 (each of the strategies a project of its own) to 1 (all hang together through partners they share) the score is");
  assert_contains(page, "linked-strategies");
  assert_true(fact_of(&r, "systems-not-projects") > 0);
  assert_contains(page, "How it is led, told from the ties between partners:");
  assert_numbers_are_facts(&r, page);
  free(page);
  facts_done(&r, n);
}

static void who_reaches_the_most_people_is_said_or_that_nobody_counts_them(void **state) {
  (void)state;
  struct report r;
  nonet_draft *d = draft_of("a-b b-c c-d");
  nonet *n;
  nonet_err err;
  uint32_t row;
  const nonet_node_row more = {.key = "e", .origin = {NONET_NONE, 0}};
  assert_ok(nonet_draft_node(&row, d, &more, &err), err);
  assert_ok(nonet_draft_node_attribute(d, row, "people served", "1250", &err), err);
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.add_missing = true}, NULL, &err), err);
  nonet_draft_free(d);
  char *page = chapter_with_files(&r, n, chapter_systems);
  assert_contains(page, "e, with those it is tied to directly, reaches the most people: 1250,");
  assert_near(fact_of(&r, "people-reached-most"), 1250, 0);
  free(page);
  facts_done(&r, n);
  n = net_of("a-b b-c");
  page = chapter_with_files(&r, n, chapter_systems);
  assert_contains(page, "No column says how many people each serves");
  free(page);
  facts_done(&r, n);
}

static void without_layers_it_says_so(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c");
  char *page = chapter_with_files(&r, n, chapter_systems);
  assert_contains(page, "No layer is named");
  assert_contains(page, "the data cannot say");
  free(page);
  facts_done(&r, n);
}

static void layers_that_nothing_joins_stand_apart(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b@X c-d@Y");
  char *page = chapter_with_files(&r, n, chapter_systems);
  assert_contains(page, "No two layers share a member or a tie: they stand apart.");
  free(page);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(layers_and_strategies_are_counted_and_the_form_is_told),
                                     cmocka_unit_test(who_reaches_the_most_people_is_said_or_that_nobody_counts_them),
                                     cmocka_unit_test(without_layers_it_says_so), cmocka_unit_test(layers_that_nothing_joins_stand_apart)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
