/* A network from state to state. */
#include "ask/asked.h"

static void each_state_has_a_row_with_what_came_and_went(void **state) {
  (void)state;
  nonet *n[3] = {net_of("a-b c"), net_of("a-b b-c d"), net_of("b-c a-c d-a")};
  const nonet_snapshot at[] = {{"one", n[0]}, {"two", n[1]}, {"three", n[2]}};
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_series(&a, at, 3, NULL, NULL, &err), err);
  const nonet_sheet *s = sheet_named(a, "series");
  assert_string_equal(nonet_answer_verdict(a), "3 states, 1 to 3 ties");
  assert_string_equal(keys_of(s), "one two three");
  static const struct {
    const char *column;
    double value[3];
  } want[] = {{"nodes", {3, 4, 4}},
              {"nodes-tied", {2, 3, 4}},
              {"ties", {1, 2, 3}},
              {"ties-came", {NAN, 1, 2}},
              {"ties-kept", {NAN, 1, 1}},
              {"jaccard", {NAN, 1 / 2.0, 1 / 4.0}},
              {"survival", {NAN, 1, 1 / 2.0}},
              {"node-turnover", {NAN, 1 / 3.0, 1 / 4.0}},
              {"ties-went", {NAN, 0, 1}},
              {"nodes-came", {NAN, 1, 0}},
              {"components", {2, 2, 1}},
              {"joint-working", {1.0 / 3, 1.0 / 3, 0.5}}};
  for (size_t i = 0; i < sizeof want / sizeof *want; i++)
    for (size_t row = 0; row < 3; row++)
      assert_near(nonet_sheet_number(s, row, column_named(s, want[i].column)), want[i].value[row], 1e-15);
  for (size_t row = 1; row < 3; row++) { /* the four parts lead from row to row */
    double sum = nonet_sheet_number(s, row - 1, column_named(s, "joint-working"));
    static const char *const parts[] = {"new", "deepened", "kept", "lost"};
    for (size_t i = 0; i < 4; i++)
      sum += nonet_sheet_number(s, row, column_named(s, parts[i]));
    assert_near(sum, nonet_sheet_number(s, row, column_named(s, "joint-working")), 1e-15);
  }
  nonet_answer_free(a);
  for (int i = 0; i < 3; i++)
    nonet_free(n[i]);
}

static void one_state_is_no_series(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  const nonet_snapshot at[] = {{"one", n}};
  nonet_answer *a;
  nonet_err err;
  assert_int_equal(nonet_series(&a, at, 1, NULL, NULL, &err), NONET_EUSAGE);
  assert_null(a);
  assert_contains(err.text, "two states");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_state_has_a_row_with_what_came_and_went),
      cmocka_unit_test(one_state_is_no_series),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
