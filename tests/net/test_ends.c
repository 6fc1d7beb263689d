/* The arrays of ends. */
#include "base/run.h"
#include "fixture/net_of.h"
#include "net/build.h"
#include "rows.h"

#include <stdlib.h>

static void ends_stand_in_order_of_the_other_and_the_tie(void **state) {
  (void)state;
  nonet *n = net_of("c-a a-b c-a a-a b-c");
  for (uint32_t v = 0; v < nonet_nodes(n); v++)
    for (uint64_t e = n->end_first[v]; e + 1 < n->end_first[v + 1]; e++)
      assert_true(n->end_other[e] < n->end_other[e + 1] || (n->end_other[e] == n->end_other[e + 1] && n->end_tie[e] <= n->end_tie[e + 1]));
  assert_int_equal(n->end_first[nonet_nodes(n)], 2 * nonet_ties(n));
  uint32_t a = node_of(n, "a");
  assert_int_equal(n->end_first[a + 1] - n->end_first[a], 5);
  nonet_free(n);
}

/* So many ties that several threads are worth it, between few nodes and many, loops among them. */
static nonet *of_chance(uint32_t nodes, uint32_t ties) {
  nonet *n;
  nonet_err err;
  struct net_words *words = net_words_new();
  struct chance chance;
  assert_ok(net_new(&n, words, &err), err);
  net_words_release(words);
  chance_start(&chance, nodes, 0);
  n->nodes = nodes;
  n->ties = ties;
  n->tie_from = malloc(ties * sizeof *n->tie_from);
  n->tie_to = malloc(ties * sizeof *n->tie_to);
  for (uint32_t t = 0; t < ties; t++) {
    n->tie_from[t] = (uint32_t)chance_below(&chance, nodes);
    n->tie_to[t] = (uint32_t)chance_below(&chance, 1 + chance_below(&chance, nodes));
  }
  return n;
}

static void the_ends_are_the_same_for_any_number_of_threads(void **state) {
  (void)state;
  static const uint32_t nodes[] = {3, 1000, 300000};
  enum { TIES = 400000 };
  for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
    nonet *one = of_chance(nodes[i], TIES);
    assert_int_equal(net_build_ends(one, NULL), NONET_OK);
    for (uint64_t e = 1; e < 2 * (uint64_t)TIES; e += 97) { /* by what ends are, not only against each other */
      uint32_t t = one->end_tie[e], other = one->end_other[e];
      uint32_t at = one->tie_from[t] == other ? one->tie_to[t] : one->tie_from[t];
      assert_true(one->end_first[at] <= e && e < one->end_first[at + 1]);
      if (one->end_first[at] < e)
        assert_true(one->end_other[e - 1] < other || (one->end_other[e - 1] == other && one->end_tie[e - 1] <= t));
    }
    for (unsigned threads = 2; threads < 5; threads++) {
      nonet *n = of_chance(nodes[i], TIES);
      assert_int_equal(net_build_ends_by(n, threads, NULL), NONET_OK);
      assert_memory_equal(n->end_first, one->end_first, ((size_t)nodes[i] + 1) * sizeof *n->end_first);
      assert_memory_equal(n->end_other, one->end_other, 2 * (size_t)TIES * sizeof *n->end_other);
      assert_memory_equal(n->end_tie, one->end_tie, 2 * (size_t)TIES * sizeof *n->end_tie);
      nonet_free(n);
    }
    nonet_free(one);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_stand_in_order_of_the_other_and_the_tie),
      cmocka_unit_test(the_ends_are_the_same_for_any_number_of_threads),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
