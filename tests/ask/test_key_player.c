/* Key players as answers: the two sets, and what is proved of them. */
#include "ask/asked.h"

static void loss_and_nearness_are_two_sets(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-e b-x d-y");
  nonet_answer *a = asked(n, "who are the 2 key players");
  assert_string_equal(nonet_answer_verdict(a), "b and d");
  assert_string_equal(keys_of(sheet_named(a, "key-players")), "loss loss nearness nearness");
  assert_contains(said(a), "no other set of 2 does better");
  nonet_answer_free(a);
  nonet_free(n);
}

static void nobody_is_relied_upon_where_all_are_tied(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a a-d b-d c-d");
  assert_says(n, "who are the 1 key players", "No 1 together are relied upon");
  refused(n, "who are the 9 key players", NONET_EUSAGE, "there are 4 nodes");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loss_and_nearness_are_two_sets),
      cmocka_unit_test(nobody_is_relied_upon_where_all_are_tied),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
