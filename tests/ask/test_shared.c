/* What two or more share. */
#include "ask/asked.h"

static void contacts_strategies_layers_and_ties_are_shared(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner c=partner s=strategy a-s@X b-s@X a-c@X b-c@Y a-b@Y");
  nonet_answer *a = asked(n, "what do a and b share");
  assert_string_equal(keys_of(sheet_named(a, "shared")), "c s");
  assert_contains(said(a), "They work on the same strategy: s.");
  assert_contains(said(a), "They are tied to the same partner: c.");
  assert_contains(said(a), "Both are in X and Y.");
  assert_contains(said(a), "1 tie runs between the two: ");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "ties")), 5);
  nonet_answer_free(a);
  nonet_free(n);
}

static void three_share_what_all_of_them_are_tied_to(void **state) {
  (void)state;
  nonet *n = net_of("a-x b-x c-x a-y b-y");
  nonet_answer *a = asked(n, "what do a, b and c share");
  assert_string_equal(keys_of(sheet_named(a, "shared")), "x");
  nonet_answer_free(a);
  nonet_free(n);
}

static void nothing_in_common_is_a_no(void **state) {
  (void)state;
  nonet *n = net_of("a-x b-y");
  refused(n, "what do a and b share", NONET_ENOANSWER, "a and b share no contact, no strategy and no layer");
  refused(n, "what do a and a share", NONET_EUSAGE, "two different nodes");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contacts_strategies_layers_and_ties_are_shared),
      cmocka_unit_test(three_share_what_all_of_them_are_tied_to),
      cmocka_unit_test(nothing_in_common_is_a_no),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
