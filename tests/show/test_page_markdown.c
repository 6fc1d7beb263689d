/* Markdown pages. */
#include "pages.h"

static void pipes_markup_and_line_ends_are_escaped(void **state) {
  (void)state;
  const char *const keys[] = {"a|b", "<script>*x*", "two\nlines"};
  char *page = page_of(sheet_with(keys, (const double[]){1, NAN, 2.5}, 3), &(nonet_show_options){.as = "markdown"});
  assert_contains(page, "| a\\|b | 1 |");
  assert_contains(page, "&lt;script\\>\\*x\\*");
  assert_contains(page, "two<br>lines");
  assert_contains(page, "| --- | ---: |");
  assert_contains(page, "not defined");
  free(page);
}

static void every_row_has_as_many_cells_as_the_heading(void **state) {
  (void)state;
  const char *const keys[] = {"||", "\\|", "x"};
  char *page = page_of(sheet_with(keys, (const double[]){1, 2, 3}, 3), &(nonet_show_options){.as = "markdown"});
  for (const char *at = strchr(page, '|'); at && *at == '|'; at += strcspn(at, "\n") + 1) {
    size_t bars = 0;
    for (const char *c = at; *c != '\n'; c++) {
      if (*c == '\\')
        c++;
      else
        bars += *c == '|';
    }
    assert_int_equal(bars, 3);
  }
  free(page);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(pipes_markup_and_line_ends_are_escaped),
                                     cmocka_unit_test(every_row_has_as_many_cells_as_the_heading)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
