/* Sorting sheets: in place, stable, numbers down and texts up. */
#include "fixture/net_of.h"
#include "net/sheet.h"
#include "tests/test.h"

static void pointers_into_columns_stay_when_columns_are_added_and_rows_sorted(void **state) {
  (void)state;
  nonet *n = net_of("a b c");
  nonet_sheet *s;
  nonet_err err;
  double *first, *more;
  assert_ok(sheet_of_nodes(&s, "nodes", "Nodes", n, &err), err);
  assert_ok(sheet_add_numbers(&first, s, "degree", &err), err);
  for (unsigned i = 0; i < 50; i++)
    assert_ok(sheet_add_numbers(&more, s, "other", &err), err);
  assert_true(isnan(first[0]));
  first[0] = 1;
  first[2] = 3;
  assert_ok(nonet_sheet_sort(s, "degree", &err), err);
  assert_near(first[0], 3, 0);
  assert_string_equal(nonet_sheet_text(s, 0, 0), "c");
  assert_string_equal(nonet_sheet_text(s, 1, 0), "a");
  assert_string_equal(nonet_sheet_text(s, 2, 0), "b"); /* undefined comes last */
  nonet_sheet_free(s);
  nonet_free(n);
}

static void texts_sort_whole_numbers_by_value_and_equal_rows_stay(void **state) {
  (void)state;
  nonet *n = net_of("10 b 9 a");
  nonet_sheet *s;
  nonet_err err;
  double *x;
  assert_ok(sheet_of_nodes(&s, "nodes", "Nodes", n, &err), err);
  assert_ok(sheet_add_numbers(&x, s, "same", &err), err);
  assert_ok(nonet_sheet_sort(s, "node", &err), err);
  static const char *const order[] = {"9", "10", "a", "b"};
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(nonet_sheet_text(s, i, 0), order[i]);
  for (size_t i = 0; i < 4; i++)
    x[i] = 1;
  assert_ok(nonet_sheet_sort(s, "same", &err), err);
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(nonet_sheet_text(s, i, 0), order[i]);
  assert_int_equal(nonet_sheet_sort(s, "nothing", &err), NONET_EUSAGE);
  assert_contains(err.text, "node, same");
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pointers_into_columns_stay_when_columns_are_added_and_rows_sorted),
      cmocka_unit_test(texts_sort_whole_numbers_by_value_and_equal_rows_stay),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
