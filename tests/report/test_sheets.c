/* The sheets behind the report: written as CSV with the numbers that the page shows. */
#include "report/fixture_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const files[] = {"nodes.csv", "ties.csv", "whole.csv", "layers.csv"};

static void sheets_of(struct report *r, nonet *n, char *folder) {
  nonet_err err = {0};
  assert_non_null(mkdtemp(folder));
  *r = (struct report){.net = n, .options = &no_options, .folder = folder};
  run_start(&r->run, NULL);
  assert_ok(report_measure(r, &err), err);
}

static void done(struct report *r, nonet *n) {
  char path[80];
  for (size_t i = 0; i < 4; i++) {
    snprintf(path, sizeof path, "%s/%s", r->folder, files[i]);
    unlink(path);
  }
  assert_int_equal(rmdir(r->folder), 0); /* nothing else was left there */
  nonet_sheet_free(r->nodes);
  nonet_sheet_free(r->ties);
  nonet_sheet_free(r->layers);
  nonet_sheet_free(r->whole);
  nonet_free(n);
}

static void layers_count_members_and_ties(void **state) {
  (void)state;
  char folder[] = "/tmp/nonet-sheets-XXXXXX";
  struct report r;
  nonet *n = net_of("a-b@X b-c@X c-d@Y");
  sheets_of(&r, n, folder);
  assert_int_equal(nonet_sheet_rows(r.layers), 2);
  static const char *const columns[] = {"members", "members-of-no-other", "ties", "ties-per-member"};
  static const double x[] = {3, 2, 2, 2.0 / 3}, y[] = {2, 1, 1, 0.5};
  for (size_t i = 0; i < 4; i++) {
    size_t c = 0;
    while (c < nonet_sheet_columns(r.layers) && strcmp(nonet_sheet_column(r.layers, c, NULL), columns[i]) != 0)
      c++;
    assert_near(nonet_sheet_number(r.layers, 0, c), x[i], 1e-12);
    assert_near(nonet_sheet_number(r.layers, 1, c), y[i], 1e-12);
  }
  done(&r, n);
}

static void a_file_has_a_row_for_each_node_with_directions_where_there_are(void **state) {
  (void)state;
  char folder[] = "/tmp/nonet-sheets-XXXXXX", path[80], line[400];
  struct report r;
  nonet *n = net_of("a>b b>c");
  sheets_of(&r, n, folder);
  assert_null(r.layers);
  snprintf(path, sizeof path, "%s/nodes.csv", folder);
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  assert_non_null(fgets(line, sizeof line, file));
  assert_contains(line, "in-degree,out-degree");
  size_t rows = 0;
  while (fgets(line, sizeof line, file))
    rows++;
  fclose(file);
  assert_int_equal(rows, 3);
  done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(layers_count_members_and_ties),
                                     cmocka_unit_test(a_file_has_a_row_for_each_node_with_directions_where_there_are)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
