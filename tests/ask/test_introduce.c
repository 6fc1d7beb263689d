/* Who could introduce one to another. */
#include "ask/asked.h"

static void contacts_of_both_could(void **state) {
  (void)state;
  nonet *n = net_of("a-x x-b a-y y-b a-z");
  nonet_answer *a = asked(n, "who could introduce a to b");
  assert_string_equal(nonet_answer_verdict(a), "2 introducers");
  assert_string_equal(keys_of(sheet_named(a, "introducers")), "x y");
  assert_contains(said(a), "x and y could introduce a to b, each being tied to both.");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "ties")), 4);
  nonet_answer_free(a);
  nonet_free(n);
}

static void those_tied_already_need_nobody(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c a-c");
  assert_says(n, "who could introduce a to b", "a and b are tied already.");
  nonet_free(n);
}

static void else_the_first_step_is_told_with_the_chain(void **state) {
  (void)state;
  nonet *n = net_of("a-x x-y y-b");
  assert_says(n, "who could introduce a to b", "The first step would be x; it takes 3 steps: a – x – y – b.");
  refused(n, "who could introduce a to b within 2", NONET_ENOANSWER, "the shortest takes 3");
  nonet_free(n);
}

static void direction_is_no_matter_for_acquaintance(void **state) {
  (void)state;
  nonet *n = net_of("x>a b>x");
  assert_says(n, "who could introduce a to b", "Ties are read both ways, whoever reported them.");
  nonet_free(n);
}

static void who_is_avoided_introduces_nobody(void **state) {
  (void)state;
  nonet *n = net_of("a-x x-b a-y y-b");
  nonet_answer *a = asked(n, "who could introduce a to b avoiding x");
  assert_string_equal(keys_of(sheet_named(a, "introducers")), "y");
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contacts_of_both_could),
      cmocka_unit_test(those_tied_already_need_nobody),
      cmocka_unit_test(else_the_first_step_is_told_with_the_chain),
      cmocka_unit_test(direction_is_no_matter_for_acquaintance),
      cmocka_unit_test(who_is_avoided_introduces_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
