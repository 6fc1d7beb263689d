/* The opening: the title is text, and the sentences stand in order. */
#include "report/fixture_report.h"

#include <stdio.h>
#include <stdlib.h>

static void the_title_is_text_and_every_link_has_its_chapter(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c");
  facts_of(&r, n);
  r.options = &(nonet_report_options){.title = "Ours <b>& theirs</b>"};
  char *page = chapter_of(&r, chapter_opening);
  assert_contains(page, "<h1>Ours &lt;b&gt;&amp; theirs&lt;/b&gt;</h1>");
  assert_null(strstr(page, "<b>"));
  assert_contains(page, "<ol class=\"opening\">\n<li>The network holds 3 nodes");
  assert_null(strstr(page, "data up to")); /* no tie has a date */
  static report_chapter *const others[] = {chapter_members, chapter_connectors, chapter_fragile, chapter_limits};
  static const char *const ids[] = {"members", "connectors", "fragile", "limits"};
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    char link[40], section[40];
    snprintf(link, sizeof link, "<a href=\"#%s\">", ids[i]);
    snprintf(section, sizeof section, "<section id=\"%s\">", ids[i]);
    assert_contains(page, link);
    char *chapter = chapter_of(&r, others[i]);
    assert_contains(chapter, section);
    free(chapter);
  }
  free(page);
  facts_done(&r, n);
}

static void the_latest_date_is_said_where_there_is_one(void **state) {
  (void)state;
  struct report r;
  nonet_draft *d = draft_of("a-b");
  nonet *n = NULL;
  nonet_err err;
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = "a", .to = "c", .since = "2024-05", .origin = {NONET_NONE, 0}}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  facts_of(&r, n);
  char *page = chapter_of(&r, chapter_opening);
  assert_contains(page, "data up to 2024-05");
  free(page);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_title_is_text_and_every_link_has_its_chapter),
                                     cmocka_unit_test(the_latest_date_is_said_where_there_is_one)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
