/* Who bridges two groups, and what holds them together. */
#include "ask/asked.h"

static void bridges_are_those_in_both_across_and_tied_to_both(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y a-d@Z d-c@Z");
  nonet *m = net_of("a=p b=q c=r c-a c-b a-b");
  assert_says(n, "who bridges X and Y", "b is in both X and Y.");
  assert_says(m, "who bridges p and q", "1 tie runs from one to the other, between a and b.");
  assert_says(m, "who bridges p and q", "c, in neither, is tied to both.");
  nonet_free(n);
  nonet_free(m);
}

static void nobody_between_is_a_no_with_those_called_alike(void **state) {
  (void)state;
  nonet *n = graph_named("search-rescue");
  refused(n, "who bridges Cheyenne and Hurricane Frederic", NONET_ENOANSWER, "called alike in both: Red Cross, Salvation Army");
  nonet_free(n);
}

static void what_holds_together_is_a_smallest_cut(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p s=q t=q u=q a-x b-x x-s a-y y-t y-u");
  nonet_answer *a = asked(n, "what holds p and q together");
  assert_string_equal(nonet_answer_verdict(a), "2");
  assert_int_equal(paths_of(sheet_named(a, "routes")), 2);
  assert_contains(said(a), "no smaller set does that, since 2 routes between them share nobody.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void one_who_holds_all_together_is_said_alone(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y c-d@Y");
  assert_says(n, "what holds X and Y together", "b alone holds X and Y together.");
  nonet_free(n);
}

static void groups_apart_are_told_so(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X c-d@Y");
  refused(n, "what holds X and Y together", NONET_ENOANSWER, "different components");
  refused(n, "what holds X and X together", NONET_EUSAGE, "two different");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bridges_are_those_in_both_across_and_tied_to_both),
      cmocka_unit_test(nobody_between_is_a_no_with_those_called_alike),
      cmocka_unit_test(what_holds_together_is_a_smallest_cut),
      cmocka_unit_test(one_who_holds_all_together_is_said_alone),
      cmocka_unit_test(groups_apart_are_told_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
