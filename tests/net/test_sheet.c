/* Sheets: keys, columns, notes. */
#include "fixture/net_of.h"
#include "net/sheet.h"
#include "tests/test.h"

static void keys_follow_from_the_kind_of_sheet(void **state) {
  (void)state;
  static const char *const names[][4] = {{"node"},          {"tie", "from", "to"},   {"layer"},      {"node", "layer"}, {"date"},
                                         {"set", "member"}, {"path", "step", "tie"}, {"from", "to"}, {"id", "parent"},  {"step", "node"},
                                         {"measure"}};
  for (unsigned keys = NONET_BY_NODE; keys <= NONET_BY_MEASURE; keys++) {
    nonet_sheet *s;
    nonet_err err;
    assert_ok(sheet_new(&s, "x", "X", (nonet_keys)keys, 2, &err), err);
    for (size_t i = 0; i < nonet_sheet_key_columns(s); i++)
      assert_string_equal(nonet_sheet_column(s, i, NULL), names[keys][i]);
    assert_true(nonet_sheet_key_columns(s) == 3 || !names[keys][nonet_sheet_key_columns(s)]);
    nonet_sheet_free(s);
  }
}

static void a_sheet_of_ties_numbers_them_from_one(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  nonet_sheet *s;
  nonet_err err;
  assert_ok(sheet_of_ties(&s, "ties", "Ties", n, &err), err);
  assert_near(nonet_sheet_number(s, 1, 0), 2, 0);
  assert_string_equal(nonet_sheet_text(s, 1, 1), "b");
  assert_string_equal(nonet_sheet_text(s, 1, 2), "c");
  assert_true(isnan(nonet_sheet_number(s, 1, 1)));
  nonet_sheet_free(s);
  nonet_free(n);
}

static void notes_are_said_once(void **state) {
  (void)state;
  nonet_sheet *s;
  nonet_err err;
  assert_ok(sheet_new(&s, "x", "X", NONET_BY_MEASURE, 0, &err), err);
  assert_ok(sheet_note(s, "weights are strengths", &err), err);
  assert_ok(sheet_note(s, "weights are strengths", &err), err);
  assert_string_equal(nonet_sheet_note(s, 0), "weights are strengths");
  assert_null(nonet_sheet_note(s, 1));
  nonet_sheet_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_follow_from_the_kind_of_sheet),
      cmocka_unit_test(a_sheet_of_ties_numbers_them_from_one),
      cmocka_unit_test(notes_are_said_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
