/* --columns: what is said of which column, in which file. */
#include "reading.h"

#include "read/columns.h"

static struct asked_columns parsed(const char *text) {
  struct asked_columns c;
  nonet_err err;
  assert_ok(columns_parse(&c, text, &err), err);
  return c;
}

static void roles_go_by_their_names_and_headings_keep_their_commas(void **state) {
  (void)state;
  struct asked_columns c = parsed(" from = Lead Agency , to=#3,weight='Hours, a month',name=\"Label\"");
  assert_int_equal(c.count, 4);
  assert_int_equal(c.at[0].role, ROLE_FROM);
  assert_string_equal(c.at[0].folded, "lead agency");
  assert_int_equal(c.at[1].role, ROLE_TO);
  assert_null(c.at[1].heading);
  assert_int_equal(c.at[1].number, 2);
  assert_string_equal(c.at[2].heading, "Hours, a month");
  assert_int_equal(c.at[3].role, ROLE_LABEL);
  assert_null(c.at[3].file);
  assert_false(columns_by_number(&c));
  columns_free(&c);
}

static void a_file_holds_for_what_comes_after_it(void **state) {
  (void)state;
  struct asked_columns c = parsed("kind=Sort,ties.csv:from=#1,to=#2,'a,b=c:d.csv':id=#1");
  assert_int_equal(c.count, 4);
  assert_null(c.at[0].file);
  assert_string_equal(c.at[1].file, "ties.csv");
  assert_string_equal(c.at[2].file, "ties.csv");
  assert_string_equal(c.at[3].file, "a,b=c:d.csv");
  columns_for(&c, "folder/ties.csv");
  assert_false(c.at[0].off || c.at[1].off || c.at[2].off);
  assert_true(c.at[3].off);
  columns_for(&c, "folder/cities.csv"); /* the end of a name is not a name */
  assert_true(c.at[1].off && c.at[2].off && c.at[3].off);
  columns_free(&c);
}

static void a_sheet_goes_by_its_own_name_or_the_workbook_s(void **state) {
  (void)state;
  struct asked_columns c = parsed("city.xlsx:from=#1,city.xlsx[Work]:to=#2");
  columns_for(&c, "data/city.xlsx[Work]");
  assert_false(c.at[0].off || c.at[1].off);
  columns_for(&c, "data/city.xlsx[People]");
  assert_false(c.at[0].off);
  assert_true(c.at[1].off);
  columns_free(&c);
}

static void what_is_by_number_is_asked_of_the_file_in_hand(void **state) {
  (void)state;
  struct asked_columns c = parsed("a.csv:from=#1,to=#2,b.csv:label=Name");
  columns_for(&c, "a.csv");
  assert_true(columns_by_number(&c));
  columns_for(&c, "b.csv");
  assert_false(columns_by_number(&c));
  columns_for(&c, "c.csv");
  assert_false(columns_by_number(&c)); /* nothing is said of it */
  columns_free(&c);
}

static void a_wrong_line_names_what_is_wrong_in_it(void **state) {
  static const char *const wrong[][2] = {
      {"form=Agency", "did you mean 'from'"}, {"from", "ROLE=HEADING"},    {"from=#0", "no column number"},
      {"from=#x", "no column number"},        {"to=", "names no heading"}, {"t.csv:frm=#1", "'frm'"}};
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct asked_columns c;
    nonet_err err;
    assert_int_equal(columns_parse(&c, wrong[i][0], &err), NONET_EUSAGE);
    assert_contains(err.text, wrong[i][1]);
    assert_int_equal(c.count, 0);
  }
}

/* Two files without headings, whose columns stand in different order. */
static void two_files(struct reading_case *c, const char *columns) {
  reading_start(c);
  reading_file(c, "ties.csv", "a,leads,x\nb,funds,x\n");
  reading_file(c, "old.csv", "x,2000,a\nx,2001,b\n");
  c->options.columns = columns;
  reading_run(c);
}

static void each_file_has_columns_of_its_own(void **state) {
  struct reading_case c;
  (void)state;
  two_files(&c, "ties.csv:from=#1,kind=#2,to=#3,old.csv:from=#3,since=#2,to=#1");
  if (c.code) fail_msg("not read: %s", c.err.text);
  assert_size(&c, 3, 4);
  assert_string_equal(reading_tie(c.net, 1).kind, "funds");
  nonet_tie tie = reading_tie(c.net, 3);
  assert_string_equal(reading_key(c.net, tie.from), "b");
  assert_string_equal(tie.since, "2001");
  assert_string_equal(tie.kind, "");
  reading_end(&c);
}

static void a_file_that_is_not_read_is_an_error_that_names_it(void **state) {
  struct reading_case c;
  (void)state;
  two_files(&c, "from=#1,to=#3,others.csv:kind=#2");
  assert_int_equal(c.code, NONET_EUSAGE);
  assert_contains(c.err.text, "others.csv:kind=#2: no table of this name");
  reading_end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(roles_go_by_their_names_and_headings_keep_their_commas),
                                     cmocka_unit_test(a_file_holds_for_what_comes_after_it),
                                     cmocka_unit_test(a_sheet_goes_by_its_own_name_or_the_workbook_s),
                                     cmocka_unit_test(what_is_by_number_is_asked_of_the_file_in_hand),
                                     cmocka_unit_test(a_wrong_line_names_what_is_wrong_in_it),
                                     cmocka_unit_test(each_file_has_columns_of_its_own),
                                     cmocka_unit_test(a_file_that_is_not_read_is_an_error_that_names_it)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
