/* Who is in it: in order of betweenness, and long lists cut with a word. */
#include "report/fixture_report.h"

#include <stdlib.h>

static size_t rows_of(const char *page) {
  size_t rows = 0;
  for (const char *at = page; (at = strstr(at, "<tr><td>")); at++)
    rows++;
  return rows;
}

static void partners_and_strategies_have_tables_of_their_own(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("p=partner q=partner x=strategy p-x q-x");
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_members);
  const char *partners = strstr(page, "<h3>Partners</h3>"), *strategies = strstr(page, "<h3>Strategies</h3>");
  assert_true(partners && strategies && partners < strategies);
  assert_true(strstr(page, "<td>x</td>") > strategies);
  assert_true(strstr(page, "<td>p</td>") < strategies);
  assert_int_equal(rows_of(page), 3);
  assert_null(strstr(page, "nodes.csv"));
  free(page);
  facts_done(&r, n);
}

/* A path of so many nodes, ends first by key and last by betweenness. */
static char *page_of_path(unsigned nodes) {
  struct report r;
  struct buffer line = {0};
  for (unsigned i = 1; i < nodes; i++)
    buffer_print(&line, "n%03u-n%03u ", i - 1, i);
  nonet *n = net_of(buffer_string(&line));
  buffer_free(&line);
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_members);
  facts_done(&r, n);
  return page;
}

static void a_long_list_ends_where_the_file_goes_on(void **state) {
  (void)state;
  char *page = page_of_path(70);
  assert_int_equal(rows_of(page), 70);
  free(page);
  page = page_of_path(71);
  assert_int_equal(rows_of(page), 60);
  assert_contains(page, "11 more nodes stand in nodes.csv");
  assert_contains(page, "<td>n035</td>");     /* the middle */
  assert_null(strstr(page, "<td>n000</td>")); /* an end */
  free(page);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(partners_and_strategies_have_tables_of_their_own),
                                     cmocka_unit_test(a_long_list_ends_where_the_file_goes_on)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
