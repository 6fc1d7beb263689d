/* Whom somebody works with, what on, and who works on something. */
#include "ask/asked.h"

static const char town[] = "council=partner police=partner health=partner alone=partner crime=strategy youth=strategy empty=strategy "
                           "council-crime police-crime police-youth council-health health";

static void works_with_holds_ties_and_strategies_in_common(void **state) {
  (void)state;
  nonet *n = net_of(town);
  nonet_answer *a = asked(n, "who works with council");
  const nonet_sheet *s = sheet_named(a, "with");
  assert_string_equal(keys_of(s), "health police");
  assert_near(nonet_sheet_number(s, 0, column_named(s, "direct-ties")), 1, 0);
  assert_near(nonet_sheet_number(s, 1, column_named(s, "direct-ties")), 0, 0);
  assert_near(nonet_sheet_number(s, 1, column_named(s, "in-common")), 1, 0);
  assert_contains(said(a), "council is tied to health.");
  assert_contains(said(a), "council also shares work with police, through strategies in common.");
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "ties")), 3);
  nonet_answer_free(a);
  nonet_free(n);
}

static void works_on_lists_strategies_alone(void **state) {
  (void)state;
  nonet *n = net_of(town);
  assert_says(n, "what does police work on", "police works on 2 strategies: crime and youth.");
  refused(n, "what does health work on", NONET_ENOANSWER, "no strategy");
  nonet_free(n);
}

static void a_network_of_one_kind_answers_with_layers(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y d");
  assert_says(n, "what does b work on", "b takes part in X and Y.");
  refused(n, "what does d work on", NONET_ENOANSWER, "is in no layer");
  nonet_free(n);
}

static void workers_of_a_strategy_are_its_partners_and_one_alone_is_said(void **state) {
  (void)state;
  nonet *n = net_of(town);
  assert_says(n, "who works on crime", "council and police are tied to crime.");
  assert_says(n, "who works on youth", "It rests on that one alone.");
  refused(n, "who works on empty", NONET_ENOANSWER, "nobody works on empty");
  nonet_free(n);
}

static void with_a_strategy_work_those_who_are_tied_to_it(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner s=strategy t=strategy a-s b-s a-t");
  assert_says(n, "who works with s", "s is tied to a and b.");
  assert_says(n, "who works with s", "s also shares work with t, through partners in common.");
  nonet_free(n);
}

static void workers_of_a_layer_are_its_members(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X c-d@Y");
  assert_says(n, "who works on X", "2 of 4 are in X: a and b.");
  nonet_free(n);
}

static void somebody_without_a_tie_works_with_nobody(void **state) {
  (void)state;
  nonet *n = net_of(town);
  refused(n, "who works with alone", NONET_ENOANSWER, "alone works with nobody: it has no tie");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(works_with_holds_ties_and_strategies_in_common),
      cmocka_unit_test(works_on_lists_strategies_alone),
      cmocka_unit_test(a_network_of_one_kind_answers_with_layers),
      cmocka_unit_test(workers_of_a_strategy_are_its_partners_and_one_alone_is_said),
      cmocka_unit_test(with_a_strategy_work_those_who_are_tied_to_it),
      cmocka_unit_test(workers_of_a_layer_are_its_members),
      cmocka_unit_test(somebody_without_a_tie_works_with_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
