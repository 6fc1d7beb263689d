/* Further columns of a draft, sparse and dense, in and out of order. */
#include "net/draft_rows.h"
#include "rows.h"

static nonet_draft *with_rows(unsigned count) {
  nonet_draft *d = rows_new();
  for (unsigned i = 0; i < count; i++)
    rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"});
  return d;
}

static void set(nonet_draft *d, uint32_t row, const char *value) {
  nonet_err err;
  assert_ok(nonet_draft_tie_attribute(d, row, "hours", value, &err), err);
}

static void assert_value(const nonet_draft *d, uint32_t row, const char *value) {
  assert_string_equal(draft_text(d, draft_column_word(&d->tie.column[0], row)), value);
}

static void a_rarely_filled_column_stays_sparse(void **state) {
  (void)state;
  nonet_draft *d = with_rows(10000);
  for (uint32_t row = 0; row < 10000; row += 100)
    set(d, row, "3");
  assert_false(d->tie.column[0].is_dense);
  assert_int_equal(d->tie.column[0].count, 100);
  assert_value(d, 9900, "3");
  assert_value(d, 9901, "");
  nonet_draft_free(d);
}

static void a_filled_column_becomes_dense_and_says_the_same(void **state) {
  (void)state;
  nonet_draft *d = with_rows(1000);
  char text[16];
  for (uint32_t row = 0; row < 1000; row++) {
    snprintf(text, sizeof text, "%u", row);
    set(d, row, text);
  }
  assert_true(d->tie.column[0].is_dense);
  assert_value(d, 0, "0");
  assert_value(d, 777, "777");
  nonet_draft_free(d);
}

static void values_may_come_in_any_order(void **state) {
  (void)state;
  nonet_draft *d = with_rows(3000);
  char text[16];
  for (uint32_t row = 3000; row-- > 0;) {
    snprintf(text, sizeof text, "%u", row);
    set(d, row, text);
  }
  set(d, 5, "again");
  assert_value(d, 5, "again");
  assert_value(d, 0, "0");
  assert_value(d, 2999, "2999");
  nonet_draft_free(d);
}

static void going_back_to_a_mark_takes_everything_back(void **state) {
  (void)state;
  nonet_draft *d = with_rows(20);
  nonet_err err;
  struct draft_mark mark;
  uint32_t file;
  for (uint32_t row = 0; row < 20; row++)
    set(d, row, "1");
  assert_ok(draft_warn(d, "row without a weight", 1, 2, &err), err);
  draft_mark(d, &mark);
  assert_ok(nonet_draft_file(&file, d, "more.csv", &err), err);
  rows_tie(d, (nonet_tie_row){.from = "x", .to = "y", .kind = "k"});
  set(d, 20, "2");
  assert_ok(nonet_draft_tie_attribute(d, 20, "other", "z", &err), err);
  assert_ok(draft_warn(d, "row without a weight", 1, 9, &err), err);
  assert_ok(draft_assume(d, &err, "a guess"), err);
  draft_has_node_table(d);
  draft_back_to(d, &mark);
  assert_int_equal(nonet_draft_ties(d), 20);
  assert_int_equal(d->files, 2);
  assert_int_equal(d->tie.columns, 1);
  assert_int_equal(d->warnings, 1);
  assert_int_equal(d->warning[0].count, 1);
  assert_null(nonet_draft_assumption(d, 0));
  assert_false(d->node_table);
  /* and the draft goes on as if nothing had been */
  assert_ok(nonet_draft_tie_attribute(d, 3, "other", "w", &err), err);
  assert_int_equal(d->tie.columns, 2);
  assert_int_equal(rows_tie(d, (nonet_tie_row){.from = "p", .to = "q"}), 20);
  assert_value(d, 20, "");
  nonet_draft_free(d);
}

static void a_row_that_is_not_there_is_refused(void **state) {
  (void)state;
  nonet_draft *d = with_rows(2);
  nonet_err err;
  assert_int_equal(nonet_draft_tie_attribute(d, 2, "hours", "1", &err), NONET_EUSAGE);
  assert_int_equal(nonet_draft_node_attribute(d, 0, "hours", "1", &err), NONET_EUSAGE);
  assert_int_equal(nonet_draft_tie_attribute(d, 0, "", "1", &err), NONET_EUSAGE);
  nonet_draft_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rarely_filled_column_stays_sparse), cmocka_unit_test(a_filled_column_becomes_dense_and_says_the_same),
      cmocka_unit_test(values_may_come_in_any_order),        cmocka_unit_test(going_back_to_a_mark_takes_everything_back),
      cmocka_unit_test(a_row_that_is_not_there_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
