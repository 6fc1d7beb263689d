/* Sentences: plain, true, and equal ranks shown as equal. */
#include "report/fixture_report.h"

static void a_star_is_said_to_hang_on_its_centre(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("hub-a hub-b hub-c");
  facts_of(&r, n);
  assert_int_equal(r.facts.sentence_count, 5);
  assert_contains(r.facts.sentences[0], "4 nodes, joined by 3 ties");
  assert_contains(r.facts.sentences[1], "Everyone can reach everyone else");
  assert_contains(r.facts.sentences[3], "hub is most relied upon");
  assert_contains(r.facts.sentences[4], "If hub left, ");
  facts_done(&r, n);
}

static void equal_connectors_share_the_sentence(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b b-c c-d");
  facts_of(&r, n);
  assert_contains(r.facts.sentences[3], "b and c are equally the most relied upon");
  facts_done(&r, n);
}

static void parts_that_no_tie_connects_are_counted(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b c-d");
  facts_of(&r, n);
  assert_contains(r.facts.sentences[1], "falls into 2 parts");
  assert_contains(r.facts.sentences[3], "Nobody lies between others");
  assert_contains(r.facts.sentences[4], "No single departure");
  facts_done(&r, n);
}

static void a_layer_that_ties_all_pairs_is_named(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a-b@Distance a-c@Distance b-c@Distance a-b@Work");
  facts_of(&r, n);
  assert_contains(r.facts.sentences[1], "directly, by the layer Distance alone");
  facts_done(&r, n);
  n = net_of("a-b@One a-c@One b-c@Two");
  facts_of(&r, n);
  assert_string_equal(r.facts.sentences[1], "Everyone is tied to everyone else directly.");
  facts_done(&r, n);
}

static void an_empty_network_says_so(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("");
  facts_of(&r, n);
  assert_int_equal(r.facts.sentence_count, 1);
  assert_contains(r.facts.sentences[0], "empty");
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_star_is_said_to_hang_on_its_centre),
      cmocka_unit_test(equal_connectors_share_the_sentence),
      cmocka_unit_test(parts_that_no_tie_connects_are_counted),
      cmocka_unit_test(a_layer_that_ties_all_pairs_is_named),
      cmocka_unit_test(an_empty_network_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
