/* Tables: never wider than the terminal, aligned whatever the script. */
#include "base/utf8.h"
#include "pages.h"

static void each_line(const char *page, void (*check)(const char *line, size_t width, void *context), void *context) {
  char line[4096];
  for (const char *at = page; *at; at += strcspn(at, "\n") + 1) {
    size_t length = strcspn(at, "\n");
    assert_true(length < sizeof line);
    memcpy(line, at, length);
    line[length] = '\0';
    check(line, utf8_width(line), context);
  }
}

static void at_most(const char *line, size_t width, void *context) {
  if (width > *(size_t *)context) fail_msg("%zu columns: %s", width, line);
}

static void same_width(const char *line, size_t width, void *context) {
  size_t *first = context;
  if (!*first) *first = width;
  if (width != *first) fail_msg("%zu columns, not %zu: %s", width, *first, line);
}

static const char *const scripts[] = {"café", "東京都", "🙂 smile", "e\xcc\x81te\xcc\x81", "plain"};
static const double five[] = {1, 22, 3.25, 1000000, 0.1};

static void rows_of_any_script_end_in_the_same_column(void **state) {
  (void)state;
  char *page = page_of(sheet_with(scripts, five, 5), NULL);
  size_t first = 0;
  each_line(page, same_width, &first);
  assert_contains(page, "東京都");
  free(page);
}

static void no_line_is_wider_than_the_terminal(void **state) {
  (void)state;
  const char *const keys[] = {"a name that is a good deal longer than a narrow terminal can show in one line",
                              "短い名前ですがそれでもかなり長い名前です", "b"};
  for (unsigned width = 20; width < 90; width += 7) {
    nonet_show_options options = {.width = width};
    size_t most = width;
    nonet_sheet *s = sheet_with(keys, five, 3);
    nonet_err err;
    double *column;
    for (int i = 0; i < 6; i++)
      assert_ok(sheet_add_numbers(&column, s,
                                  (const char *[]){"betweenness", "closeness", "harmonic", "pagerank", "coreness", "constraint"}[i], &err),
                err);
    assert_ok(sheet_note(s, "A note of many words that must be broken at its spaces so that it fits as well.", &err), err);
    char *page = page_of(s, &options);
    each_line(page, at_most, &most);
    assert_contains(page, "constraint");
    free(page);
  }
}

static void an_undefined_number_is_a_dash_and_is_explained(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b"};
  char *page = page_of(sheet_with(keys, (const double[]){NAN, 2}, 2), NULL);
  assert_contains(page, "–");
  assert_contains(page, "not defined");
  free(page);
  page = page_of(sheet_with(keys, (const double[]){1, 2}, 2), NULL);
  assert_null(strstr(page, "not defined"));
  free(page);
}

/* A sheet by node with a text column, filled where `text` is not NULL. */
static nonet_sheet *sheet_with_text(const char *const *keys, const char *const *text, size_t rows) {
  nonet_sheet *s = sheet_with(keys, five, rows);
  nonet_err err;
  size_t column;
  assert_ok(sheet_add_texts(&column, s, "source", &err), err);
  for (size_t i = 0; i < rows; i++)
    if (text[i]) assert_ok(sheet_set_text(s, i, column, text[i], &err), err);
  return s;
}

static void a_column_in_which_nothing_stands_is_left_out_and_named(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b"};
  char *page = page_of(sheet_with_text(keys, (const char *const[]){NULL, NULL}, 2), NULL);
  assert_non_null(strstr(page, "Nothing stands under source."));
  *strchr(page, '\n') = '\0';
  assert_null(strstr(page, "source"));
  free(page);
  page = page_of(sheet_with_text(keys, (const char *const[]){NULL, "minutes"}, 2), &(nonet_show_options){.top = 1});
  assert_null(strstr(page, "Nothing stands")); /* in the row that is not shown something does */
  assert_contains(page, "source");
  free(page);
}

static void a_measure_that_is_nowhere_defined_is_left_out_only_beside_others(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b"};
  const double nothing[] = {NAN, NAN};
  char *page = page_of(sheet_with(keys, nothing, 2), NULL);
  assert_contains(page, "degree");
  assert_contains(page, "–");
  assert_null(strstr(page, "Nothing stands"));
  free(page);
  nonet_sheet *s = sheet_with(keys, nothing, 2);
  double *column;
  nonet_err err;
  assert_ok(sheet_add_numbers(&column, s, "coreness", &err), err);
  column[0] = column[1] = 3;
  page = page_of(s, NULL);
  assert_contains(page, "Nothing stands under degree.");
  free(page);
}

static void keys_move_columns_down_rather_than_lose_their_ends(void **state) {
  (void)state;
  const char *const keys[] = {"youth-offending-team-north", "youth-offending-team-south"};
  const char *const evidence[] = {"minutes of the meeting of the third of May, page two", "letter"};
  char *page = page_of(sheet_with_text(keys, evidence, 2), &(nonet_show_options){.width = 60});
  assert_contains(page, "youth-offending-team-no");
  assert_contains(page, "youth-offending-team-so");
  free(page);
  page = page_of(sheet_with_text(keys, evidence, 2), &(nonet_show_options){.width = 40});
  assert_non_null(strstr(strstr(page, "source"), "youth-offending")); /* a second block, with the keys again */
  free(page);
}

static void top_says_how_many_rows_are_left(void **state) {
  (void)state;
  nonet_show_options options = {.top = 2};
  char *page = page_of(sheet_with(scripts, five, 5), &options);
  assert_contains(page, "3 more rows");
  assert_null(strstr(page, "plain"));
  free(page);
}

static void control_bytes_of_a_label_never_reach_the_terminal(void **state) {
  (void)state;
  const char *const keys[] = {"\x1b[31mred", "rtl\xe2\x80\xae!"};
  char *page = page_of(sheet_with(keys, five, 2), NULL);
  assert_null(strchr(page, '\x1b'));
  assert_null(strstr(page, "\xe2\x80\xae"));
  assert_contains(page, "\\x1b[31mred");
  free(page);
}

static void ascii_has_no_byte_beyond_it(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b", "c"};
  nonet_show_options options = {.ascii = true, .top = 2};
  char *page = page_of(sheet_with(keys, (const double[]){NAN, 2, 3}, 3), &options);
  for (const char *at = page; *at; at++)
    assert_true((unsigned char)*at < 0x80);
  free(page);
}

static void an_unknown_page_names_those_there_are(void **state) {
  (void)state;
  nonet_show_options options = {.as = "xml"};
  nonet_sheet *s = sheet_with(scripts, five, 5);
  const nonet_sheet *list[] = {s};
  nonet_out *o = NULL;
  nonet_err err;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_int_equal(nonet_show(o, list, 1, &options, &err), NONET_EUSAGE);
  assert_contains(err.text, "markdown");
  nonet_out_free(o);
  nonet_sheet_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(rows_of_any_script_end_in_the_same_column),
                                     cmocka_unit_test(no_line_is_wider_than_the_terminal),
                                     cmocka_unit_test(an_undefined_number_is_a_dash_and_is_explained),
                                     cmocka_unit_test(a_column_in_which_nothing_stands_is_left_out_and_named),
                                     cmocka_unit_test(a_measure_that_is_nowhere_defined_is_left_out_only_beside_others),
                                     cmocka_unit_test(keys_move_columns_down_rather_than_lose_their_ends),
                                     cmocka_unit_test(top_says_how_many_rows_are_left),
                                     cmocka_unit_test(control_bytes_of_a_label_never_reach_the_terminal),
                                     cmocka_unit_test(ascii_has_no_byte_beyond_it),
                                     cmocka_unit_test(an_unknown_page_names_those_there_are)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
