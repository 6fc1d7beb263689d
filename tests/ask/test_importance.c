/* Why somebody is important. */
#include "ask/asked.h"

static void medici_are_relied_upon_most_and_two_would_lose_contact(void **state) {
  (void)state;
  nonet *n = net_of(florence);
  nonet_answer *a = asked(n, "why is Medici important");
  const nonet_sheet *s = sheet_named(a, "importance");
  assert_contains(said(a), "Medici has 6 ties with 6 others");
  assert_contains(said(a), "1st of 16");
  assert_string_equal(nonet_sheet_text(s, 2, 0), "betweenness");
  assert_near(nonet_sheet_number(s, 2, column_named(s, "value")), 47.5, 1e-9); /* as NetworkX and the literature */
  assert_string_equal(keys_of(sheet_named(a, "would-lose-contact")), "Acciaiuoli Pazzi Salviati");
  nonet_answer_free(a);
  nonet_free(n);
}

static void strategies_without_another_partner_are_named(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner c=partner s=strategy t=strategy a-s b-s a-t b-c");
  assert_says(n, "why is a important", "It works on 2 strategies; no other partner is tied to t.");
  nonet_free(n);
}

static void a_star_round_one_is_said_to_follow_from_the_collecting(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d a-e b-c");
  assert_says(n, "why is a important", "It is an end of 4 of the network's 5 ties");
  assert_says(n, "why is b important", "If it left, nobody would lose contact with the others.");
  nonet_free(n);
}

static void a_leaf_holds_nothing_together(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c b-d");
  assert_says(n, "why is a important", "nothing leads through it");
  assert_says(n, "why is a important", "equal with 2 others");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(medici_are_relied_upon_most_and_two_would_lose_contact),
      cmocka_unit_test(strategies_without_another_partner_are_named),
      cmocka_unit_test(a_star_round_one_is_said_to_follow_from_the_collecting),
      cmocka_unit_test(a_leaf_holds_nothing_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
