/* Key connectors: equal ranks are equal, and nobody is named where nobody lies between. */
#include "report/fixture_report.h"

#include <stdlib.h>

static void equal_ones_share_a_rank_and_the_next_comes_after_both(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-d d-e");
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_connectors);
  assert_contains(page, "<li value=\"1\"><strong>c</strong> lies on 4 of the shortest routes");
  assert_contains(page, "<li value=\"2\"><strong>b</strong> lies on 3");
  assert_contains(page, "<li value=\"2\"><strong>d</strong> lies on 3");
  assert_null(strstr(page, "<strong>a</strong>"));
  assert_contains(page, "2 would lose contact without it");
  free(page);
  facts_done(&r, n);
}

static void ten_are_named_and_all_that_share_the_tenth_rank(void **state) {
  (void)state;
  struct report r;
  struct buffer line = {0};
  for (int i = 0; i < 14; i++)
    buffer_print(&line, "hub-m%d m%d-z%d ", i, i, i);
  nonet *n = net_of(buffer_string(&line));
  buffer_free(&line);
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_connectors);
  size_t named = 0;
  for (const char *at = page; (at = strstr(at, "<li ")); at++)
    named++;
  assert_int_equal(named, 15);
  free(page);
  facts_done(&r, n);
}

static void where_all_are_tied_to_all_nobody_is_named(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-a");
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_connectors);
  assert_contains(page, "there is no connector to name");
  assert_null(strstr(page, "<ol>"));
  free(page);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(equal_ones_share_a_rank_and_the_next_comes_after_both),
                                     cmocka_unit_test(ten_are_named_and_all_that_share_the_tenth_rank),
                                     cmocka_unit_test(where_all_are_tied_to_all_nobody_is_named)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
