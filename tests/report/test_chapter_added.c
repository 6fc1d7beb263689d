/* Added value: told by taking away the one most relied upon, in numbers of that answer. */
#include "report/fixture_chapters.h"

static void what_would_be_missing_without_the_hub_is_what_it_adds(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("hub=partner a=partner b=partner x=strategy y=strategy hub-a hub-b hub-x a-y b-y");
  char *page = chapter_with_files(&r, n, chapter_added);
  assert_contains(page, "Do the partners do more together than they could separately?");
  assert_contains(page, "hub is the one most relied upon to connect others.");
  assert_contains(page, "If hub left, x would lose contact");
  assert_contains(page, "<svg");
  assert_contains(page, "node cut off");
  assert_contains(page, "<th class=\"n\">added</th>"); /* beside what any other would add */
  assert_contains(page, "rank is the share of all ");
  assert_near(fact_of(&r, "as-it-is:ties"), 5, 0);
  assert_near(fact_of(&r, "without:ties"), 2, 0);
  assert_near(fact_of(&r, "without:strategies-without-partner"), 1, 0);
  free(page);
  facts_done(&r, n);
}

static void where_nobody_lies_between_others_the_data_cannot_answer(void **state) {
  static const char *const lines[] = {"", "a-b", "a-b b-c a-c"};
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    struct report r;
    nonet *n = net_of(lines[i]);
    char *page = chapter_with_files(&r, n, chapter_added);
    assert_contains(page, "the ties cannot answer this");
    assert_null(strstr(page, "<svg"));
    free(page);
    facts_done(&r, n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_would_be_missing_without_the_hub_is_what_it_adds),
                                     cmocka_unit_test(where_nobody_lies_between_others_the_data_cannot_answer)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
