/* Sheets: keys, columns, sorting; and answers, which carry them. */
#include "fixture/net_of.h"
#include "net/answer.h"
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

static void an_answer_owns_what_it_is_given(void **state) {
  (void)state;
  nonet_answer *a;
  nonet_sheet *s;
  nonet_err err;
  assert_ok(answer_new(&a, &err), err);
  assert_string_equal(nonet_answer_verdict(a), "");
  assert_ok(answer_verdict(a, "no", &err), err);
  assert_ok(answer_verdict(a, "yes", &err), err);
  assert_ok(answer_say(a, &err, "%s reaches %d others", "a", 3), err);
  assert_ok(sheet_new(&s, "x", "X", NONET_BY_STEP, 1, &err), err);
  assert_ok(answer_add_sheet(a, s, &err), err);
  assert_ok(answer_mark_node(a, 4, "broker", &err), err);
  assert_ok(answer_mark_tie(a, 5, "bridge", &err), err);
  uint32_t node, tie;
  const char *role;
  assert_string_equal(nonet_answer_verdict(a), "yes");
  assert_string_equal(nonet_answer_sentence(a, 0), "a reaches 3 others");
  assert_null(nonet_answer_sentence(a, 1));
  assert_ptr_equal(nonet_answer_sheet(a, 0), s);
  assert_true(nonet_answer_highlight(a, 1, &node, &tie, &role));
  assert_int_equal(node, NONET_NONE);
  assert_int_equal(tie, 5);
  assert_string_equal(role, "bridge");
  assert_false(nonet_answer_highlight(a, 2, &node, &tie, &role));
  nonet_answer_free(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_follow_from_the_kind_of_sheet),
      cmocka_unit_test(a_sheet_of_ties_numbers_them_from_one),
      cmocka_unit_test(pointers_into_columns_stay_when_columns_are_added_and_rows_sorted),
      cmocka_unit_test(texts_sort_whole_numbers_by_value_and_equal_rows_stay),
      cmocka_unit_test(notes_are_said_once),
      cmocka_unit_test(an_answer_owns_what_it_is_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
