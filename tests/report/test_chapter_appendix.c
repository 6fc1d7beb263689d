/* The appendix: every column of the report is explained, and what was typed is text. */
#include "report/fixture_report.h"

#include <stdio.h>
#include <stdlib.h>

static void each_measure_that_is_shown_is_explained_with_its_source(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c");
  nonet_err err;
  facts_of(&r, n);
  assert_ok(nonet_measure(&r.ties, n, "bridge", NULL, NULL, &err), err);
  r.options = &(nonet_report_options){.command = "nonet report '<x>.csv' -o out"};
  char *page = chapter_of(&r, chapter_appendix);
  static const char *const names[] = {"neighbours", "betweenness", "cut-node", "bridge", "components", "diameter"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const nonet_measure_info *info = nonet_measure_find(names[i]);
    char term[80];
    snprintf(term, sizeof term, "(<code>%s</code>)</dt>", names[i]);
    const char *at = strstr(page, term);
    if (!at) fail_msg("%s is not explained", names[i]);
    assert_contains(at, "<dd>Formula: ");
    assert_contains(at, "<dd>Source: ");
    assert_contains(page, info->title);
  }
  assert_contains(page, "&lt;x&gt;.csv");
  assert_contains(page, "It is undirected.");
  assert_contains(page, "weights are not used");
  free(page);
  nonet_sheet_free(r.ties);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(each_measure_that_is_shown_is_explained_with_its_source)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
