/* Survey grids as files: what was asked goes with the ties, and each row may be a report. */
#include "fixture/survey_of.h"
#include "reading.h"

static void a_grid_keeps_who_was_asked(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Agency,a,b,c,d\na,,1,0,\nb,0,,NA,1\nc,,,,\n");
  assert_response(c.net, 4, 2, 12, 8); /* d has no row */
  reading_end(&c);
}

static void a_grid_in_which_all_answered_is_a_survey_too(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Agency,a,b,c\na,,1,0\nb,0,,1\nc,1,0,\n");
  assert_response(c.net, 3, 3, 6, 0);
  reading_end(&c);
}

static void ticks_and_blanks_ask_nobody(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Agency,a,b,c\na,,x,\nb,x,,x\nc,,x,\n");
  assert_response(c.net, 0, 0, 0, 0);
  reading_end(&c);
  reading_csv(&c, "Partner,x,y\np,x,\nq,,x\n");
  assert_response(c.net, 0, 0, 0, 0);
  reading_end(&c);
}

static void a_gap_among_ticks_makes_a_survey(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,x,y\np,x,NA\nq,,x\n");
  assert_response(c.net, 2, 2, 4, 1); /* q's blank is a no */
  reading_end(&c);
}

static void partners_are_asked_about_strategies(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "Partner,A,B,C\np,1,99,0\nq,99,99,99\nr,0,1,1\n");
  c.options.missing = "99";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_response(c.net, 3, 2, 9, 4);
  reading_end(&c);
}

static void a_symmetric_grid_has_no_direction_unless_rows_report(void **state) {
  static const char grid[] = "Agency,a,b,c\na,,1,0\nb,1,,0\nc,0,0,\n";
  struct reading_case c;
  (void)state;
  reading_csv(&c, grid);
  assert_size(&c, 3, 1);
  assert_false(nonet_is_directed(c.net));
  assert_response(c.net, 3, 3, 6, 0);
  reading_end(&c);
  reading_start(&c);
  reading_file(&c, "t.csv", grid);
  c.options.reports = true;
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 3, 2);
  assert_true(nonet_is_directed(c.net));
  assert_assumes(&c, "each row reports for itself, so ties go from row to column");
  reading_end(&c);
}

static void grids_of_layers_are_asked_apart(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  static const char e[] = "Agency,a,b\na,,1\nb,0,\n", h[] = "Agency,a,b\na,,NA\nb,1,\n";
  reading_bytes(&c, "Education", "e.csv", e, sizeof e - 1);
  reading_bytes(&c, "Health", "h.csv", h, sizeof h - 1);
  c.options.same_ids = true;
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 2);
  assert_response(c.net, 2, 2, 4, 1);
  reading_end(&c);
}

static void a_second_grid_counts_in_a_column_of_its_own(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "one.csv", "Partner,x,y\na,1,NA\nb,0,1\n");
  reading_file(&c, "two.csv", "Partner,a,b,c\na,,NA,NA\nb,0,,1\nc,1,NA,\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_string_equal(reading_node_value(c.net, "not answered", "a"), "1");
  char column[128];
  snprintf(column, sizeof column, "not answered (%s)", c.paths[1]);
  assert_string_equal(reading_node_value(c.net, column, "a"), "2");
  assert_response(c.net, 3, 3, 10, 4);
  reading_end(&c);
}

static void a_grid_beside_a_table_of_nodes_asks_those(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "nodes.csv", "id,label\n1,a\n2,b\n");
  reading_file(&c, "grid.csv", "Agency,a,b,z\na,,1,0\nb,NA,,0\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 1);
  assert_response(c.net, 2, 1, 2, 1);
  assert_contains(nonet_warning(c.net, 0), "grid.csv: 'z' of the survey is in no node table");
  reading_end(&c);
}

static void a_reading_that_fails_leaves_no_survey(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "Agency,a,b,c\na,,1,0\na,,1,0\nb,0,,1\n"); /* a's row comes again */
  reading_run(&c);
  assert_int_equal(c.code, NONET_EINPUT);
  nonet *n;
  nonet_err err;
  assert_ok(nonet_seal(&n, c.draft, NULL, NULL, &err), err);
  assert_int_equal(nonet_nodes(n), 0);
  assert_response(n, 0, 0, 0, 0);
  nonet_free(n);
  reading_end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_grid_keeps_who_was_asked),
      cmocka_unit_test(a_grid_in_which_all_answered_is_a_survey_too),
      cmocka_unit_test(ticks_and_blanks_ask_nobody),
      cmocka_unit_test(a_gap_among_ticks_makes_a_survey),
      cmocka_unit_test(partners_are_asked_about_strategies),
      cmocka_unit_test(a_symmetric_grid_has_no_direction_unless_rows_report),
      cmocka_unit_test(grids_of_layers_are_asked_apart),
      cmocka_unit_test(a_second_grid_counts_in_a_column_of_its_own),
      cmocka_unit_test(a_grid_beside_a_table_of_nodes_asks_those),
      cmocka_unit_test(a_reading_that_fails_leaves_no_survey),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
