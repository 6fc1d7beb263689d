/* Answers own what they are given. */
#include "fixture/net_of.h"
#include "net/answer.h"
#include "net/sheet.h"
#include "tests/test.h"

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

static void marks_may_be_of_a_network_of_the_answer(void **state) {
  (void)state;
  nonet_answer *a;
  nonet_err err;
  nonet *first = net_of("a-b"), *second = net_of("a-b b-c");
  assert_ok(answer_new(&a, &err), err);
  assert_null(nonet_answer_network(a));
  answer_network(a, first);
  answer_network(a, second); /* the first one is freed */
  assert_ptr_equal(nonet_answer_network(a), second);
  assert_int_equal(nonet_ties(nonet_answer_network(a)), 2);
  nonet_answer_free(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_answer_owns_what_it_is_given),
      cmocka_unit_test(marks_may_be_of_a_network_of_the_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
