/* Marks, and going back to them. */
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(going_back_to_a_mark_takes_everything_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
