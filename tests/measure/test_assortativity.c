/* Assortativity: published values, numbers, direction. */
#include "measure/clubs.h"

static void karate_has_its_published_values(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  assert_near(value_of(n, "assortativity:kind", NULL), 0.71753086, 1e-8);
  assert_near(value_of(n, "degree-assortativity", NULL), -0.47561310, 1e-8);
  nonet_free(n);
}

static nonet *with_ages(const char *line, const char *const age[]) {
  nonet_draft *d = draft_of("");
  nonet *n, *ties = net_of(line);
  nonet_err err;
  for (uint32_t v = 0; v < nonet_nodes(ties); v++) {
    nonet_node node;
    uint32_t row;
    nonet_node_get(&node, ties, v);
    assert_ok(nonet_draft_node(&row, d, &(nonet_node_row){.key = node.key}, &err), err);
    if (age[v]) assert_ok(nonet_draft_node_attribute(d, row, "age", age[v], &err), err);
  }
  for (uint32_t t = 0; t < nonet_ties(ties); t++) {
    nonet_tie tie;
    nonet_node from, to;
    nonet_tie_get(&tie, ties, t);
    nonet_node_get(&from, ties, tie.from);
    nonet_node_get(&to, ties, tie.to);
    nonet_tie_row row = {.from = from.key, .to = to.key, .direction = tie.directed ? NONET_DIRECTED : NONET_AS_INPUT};
    assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  nonet_free(ties);
  return n;
}

static void a_column_of_numbers_is_correlated_over_the_ties(void **state) {
  (void)state;
  nonet *n = with_ages("a>b b>c c>d d>e", (const char *const[]){"1", "2", "4", "3", NULL});
  /* pairs (1,2) (2,4) (4,3); the tie to e, who has no age, is left out */
  assert_near(value_of(n, "assortativity:age", NULL), 1 / sqrt(14 / 3.0 * 2), 1e-14);
  nonet_free(n);
  n = with_ages("a-b b-c", (const char *const[]){"1", "2", "1"});
  assert_near(value_of(n, "assortativity:age", NULL), -1, 1e-15);
  nonet_free(n);
}

static void a_column_of_words_is_taken_as_groups(void **state) {
  (void)state;
  nonet *n = with_ages("a-b c-d", (const char *const[]){"young", "young", "old", "old"});
  assert_near(value_of(n, "assortativity:age", NULL), 1, 0);
  nonet_free(n);
}

static void where_all_ends_are_alike_there_is_none(void **state) {
  (void)state;
  nonet *n = with_ages("a-b b-c c-a", (const char *const[]){"0.1", "0.1", "0.1"});
  assert_near(value_of(n, "assortativity:age", NULL), (double)NAN, 0);
  assert_near(value_of(n, "assortativity:component", NULL), (double)NAN, 0);
  assert_near(value_of(n, "degree-assortativity", NULL), (double)NAN, 0);
  nonet_free(n);
}

static void directed_it_is_the_degree_out_with_the_degree_in(void **state) {
  (void)state;
  nonet *n = net_of("a>b a>c d>c"); /* (2,1) (2,2) (1,2) */
  assert_near(value_of(n, "degree-assortativity", NULL), -0.5, 1e-15);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_values),
      cmocka_unit_test(a_column_of_numbers_is_correlated_over_the_ties),
      cmocka_unit_test(a_column_of_words_is_taken_as_groups),
      cmocka_unit_test(where_all_ends_are_alike_there_is_none),
      cmocka_unit_test(directed_it_is_the_degree_out_with_the_degree_in),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
