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
      cmocka_unit_test(a_rarely_filled_column_stays_sparse),
      cmocka_unit_test(a_filled_column_becomes_dense_and_says_the_same),
      cmocka_unit_test(values_may_come_in_any_order),
      cmocka_unit_test(a_row_that_is_not_there_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
