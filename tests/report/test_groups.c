/* Groups: which nodes are the partners, which the strategies. */
#include "report/fixture_report.h"

/* A draft of nodes "key:kind" and ties "a-b". */
static nonet *kinds(const char *const (*nodes)[2], size_t count, const char *const (*ties)[2], size_t tie_count) {
  nonet_draft *d = NULL;
  nonet *n = NULL;
  nonet_err err = {0};
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < count; i++)
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = nodes[i][0], .kind = nodes[i][1], .origin = {.file = NONET_NONE}}, &err),
              err);
  for (size_t i = 0; i < tie_count; i++)
    assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = ties[i][0], .to = ties[i][1], .origin = {.file = NONET_NONE}}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void the_kind_strategy_is_told_by_its_word(void **state) {
  (void)state;
  const char *const nodes[][2] = {{"p", "partner"}, {"q", "partner"}, {"s", "Strategy"}}, *const ties[][2] = {{"p", "s"}, {"p", "q"}};
  nonet *n = kinds(nodes, 3, ties, 2);
  struct facts f = {0};
  nonet_err err = {0};
  assert_ok(facts_groups(&f, n, &err), err);
  assert_int_equal(f.partners.count, 2);
  assert_int_equal(f.strategies.count, 1);
  assert_string_equal(f.partners.plural, "partners");
  facts_free(&f);
  nonet_free(n);
}

static void two_modes_with_other_words_take_the_second_as_strategies(void **state) {
  (void)state;
  const char *const nodes[][2] = {{"e", "woman"}, {"t", "woman"}, {"x", "club"}}, *const ties[][2] = {{"e", "x"}, {"t", "x"}};
  nonet *n = kinds(nodes, 3, ties, 2);
  struct facts f = {0};
  nonet_err err = {0};
  assert_ok(facts_groups(&f, n, &err), err);
  assert_int_equal(f.partners.count, 2);
  assert_string_equal(f.partners.plural, "women");
  assert_string_equal(f.strategies.plural, "clubs");
  facts_free(&f);
  nonet_free(n);
}

static void without_kinds_everybody_is_a_node(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  struct facts f = {0};
  nonet_err err = {0};
  assert_ok(facts_groups(&f, n, &err), err);
  assert_int_equal(f.partners.count, 3);
  assert_int_equal(f.strategies.count, 0);
  assert_string_equal(f.partners.plural, "nodes");
  facts_free(&f);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_kind_strategy_is_told_by_its_word),
      cmocka_unit_test(two_modes_with_other_words_take_the_second_as_strategies),
      cmocka_unit_test(without_kinds_everybody_is_a_node),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
