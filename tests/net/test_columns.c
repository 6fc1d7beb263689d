/* Further columns of a network and their types. */
#include "fixture/net_of.h"
#include "rows.h"

static void a_further_column_is_of_numbers_where_every_value_is_one(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  for (unsigned i = 0; i < 6; i++) {
    char key[] = {(char)('a' + i), '\0'};
    rows_node(d, (nonet_node_row){.key = key});
  }
  assert_ok(nonet_draft_node_attribute(d, 1, "staff", "4.50", &err), err);
  for (uint32_t i = 0; i < 6; i++)
    assert_ok(nonet_draft_node_attribute(d, i, "town", i == 5 ? "7" : "Bath", &err), err);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  bool is_number;
  double x;
  assert_int_equal(nonet_node_columns(n), 2);
  assert_string_equal(nonet_node_column(n, 0, &is_number), "staff");
  assert_true(is_number);
  assert_string_equal(nonet_node_value(n, 0, 1, &x), "4.50");
  assert_near(x, 4.5, 0);
  assert_string_equal(nonet_node_value(n, 0, 2, &x), "");
  assert_true(isnan(x));
  assert_string_equal(nonet_node_column(n, 1, &is_number), "town");
  assert_false(is_number);
  assert_string_equal(nonet_node_value(n, 1, 5, &x), "7");
  assert_true(isnan(x));
  assert_null(nonet_node_column(n, 2, NULL));
  assert_int_equal(nonet_tie_columns(n), 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_further_column_is_of_numbers_where_every_value_is_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
