/* Who is in layers and kinds. */
#include "ask/asked.h"

static void members_of_a_layer_come_by_their_ties_there(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@X b-d@Y");
  nonet_answer *a = asked(n, "who is in X");
  const nonet_sheet *s = sheet_named(a, "members");
  assert_string_equal(keys_of(s), "b a c");
  assert_near(nonet_sheet_number(s, 0, column_named(s, "ties")), 2, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void several_layers_mean_those_in_all_of_them(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y b-d@Z");
  assert_says(n, "who is in X and Y", "1 of 4 is at once in X and Y: b.");
  assert_says(n, "who is in X, Y and Z", "b.");
  refused(n, "who is in X and nowhere", NONET_EUSAGE, "nowhere");
  nonet_free(n);
}

static void only_leaves_out_who_is_elsewhere_too(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y");
  assert_says(n, "who is only in X", "1 of 3 is only in X: a.");
  nonet *m = net_of("a-b@X a-b@Y");
  refused(m, "who is only in X", NONET_ENOANSWER, "nobody is in X alone");
  nonet_free(n);
  nonet_free(m);
}

static void a_kind_may_be_asked_for_in_the_plural(void **state) {
  (void)state;
  nonet *n = net_of("a=agency s=strategy a-s");
  assert_says(n, "who is in strategies", "s.");
  assert_says(n, "who is in agencies", "a.");
  nonet_free(n);
}

static void nobody_is_of_two_kinds(void **state) {
  (void)state;
  nonet *n = net_of("a=agency s=strategy a-s@X");
  refused(n, "who is in agency and strategy", NONET_ENOANSWER, "everybody is of one kind");
  assert_says(n, "who is in agency", "1 of 2 is of the kind agency: a.");
  assert_says(n, "who is only in agency", "1 of 2 is of the kind agency: a.");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(members_of_a_layer_come_by_their_ties_there),
      cmocka_unit_test(several_layers_mean_those_in_all_of_them),
      cmocka_unit_test(only_leaves_out_who_is_elsewhere_too),
      cmocka_unit_test(a_kind_may_be_asked_for_in_the_plural),
      cmocka_unit_test(nobody_is_of_two_kinds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
