/* CSV pages. */
#include "pages.h"

static char *csv(const char *const *keys, const double *degree, size_t rows) {
  return page_of(sheet_with(keys, degree, rows), &(nonet_show_options){.as = "csv"});
}

static void a_comma_a_quote_or_a_line_end_puts_a_cell_in_quotes(void **state) {
  (void)state;
  const char *const keys[] = {"a,b", "say \"hi\"", "two\nlines", "plain; text"};
  char *page = csv(keys, (const double[]){1, 2, 3, 4}, 4);
  assert_string_equal(page, "node,degree\n\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"two\nlines\",3\nplain; text,4\n");
  free(page);
}

static void numbers_are_the_shortest_that_read_back_and_undefined_ones_empty(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b", "c"};
  char *page = csv(keys, (const double[]){0.1, NAN, 1e300}, 3);
  assert_string_equal(page, "node,degree\na,0.1\nb,\nc,1e+300\n");
  free(page);
}

static void top_keeps_the_first_rows(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b", "c"};
  char *page = page_of(sheet_with(keys, (const double[]){3, 2, 1}, 3), &(nonet_show_options){.as = "csv", .top = 1});
  assert_string_equal(page, "node,degree\na,3\n");
  free(page);
}

static void two_sheets_are_refused(void **state) {
  (void)state;
  const char *const keys[] = {"a"};
  nonet_sheet *s = sheet_with(keys, (const double[]){1}, 1);
  const nonet_sheet *list[] = {s, s};
  nonet_out *o = NULL;
  nonet_err err;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_int_equal(nonet_show(o, list, 2, &(nonet_show_options){.as = "csv"}, &err), NONET_EUSAGE);
  nonet_out_free(o);
  nonet_sheet_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_comma_a_quote_or_a_line_end_puts_a_cell_in_quotes),
                                     cmocka_unit_test(numbers_are_the_shortest_that_read_back_and_undefined_ones_empty),
                                     cmocka_unit_test(top_keeps_the_first_rows), cmocka_unit_test(two_sheets_are_refused)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
