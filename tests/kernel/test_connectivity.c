/* Connectivity: the least set whose loss disconnects, found by trying all sets. */
#include "kernel/built.h"
#include "kernel/connectivity.h"
#include "tests/test.h"

/* Does every node left reach every other one? `gone` and `cut` are sets of nodes and edges. */
static bool connected(const struct built *b, uint32_t gone, uint64_t cut) {
  uint32_t n = b->g.nodes, all = ((1u << n) - 1) & ~gone;
  for (uint32_t s = 0; s < n; s++) {
    uint32_t seen = 1u << s;
    if (gone >> s & 1) continue;
    for (uint32_t round = 0; round < n; round++)
      for (uint32_t e = 0; e < b->g.edges; e++) {
        uint32_t v = 1u << b->tail[e], w = 1u << b->head[e];
        if (cut >> e & 1 || (v | w) & gone) continue;
        if (seen & v) seen |= w;
        if (!b->g.directed && seen & w) seen |= v;
      }
    if (seen != all) return false;
  }
  return true;
}

static uint32_t bits(uint64_t set) {
  uint32_t count = 0;
  for (; set; set &= set - 1)
    count++;
  return count;
}

/* The fewest nodes whose loss disconnects those left, n - 1 where none does; 0 below two nodes. */
static uint32_t nodes_by_force(const struct built *b) {
  uint32_t n = b->g.nodes, least = n ? n - 1 : 0;
  for (uint32_t set = 0; n > 1 && set < 1u << n; set++)
    if (bits(set) < least && !connected(b, set, 0)) least = bits(set);
  return least;
}

static uint32_t edges_by_force(const struct built *b) {
  uint32_t m = b->g.edges, least = m;
  for (uint64_t set = 0; b->g.nodes > 1 && set < (uint64_t)1 << m; set++)
    if (bits(set) < least && !connected(b, 0, set)) least = bits(set);
  return b->g.nodes > 1 ? least : 0;
}

static void complete_and_cyclic_graphs_have_their_known_values(void **state) {
  struct built k4 = built_text("4: 0-1 0-2 0-3 1-2 1-3 2-3", false), cycle = built_text("4: 0-1 1-2 2-3 3-0", true);
  uint32_t k;
  (void)state;
  assert_int_equal(node_connectivity(&k, &k4.g, NULL), KERNEL_DONE);
  assert_int_equal(k, 3);
  assert_int_equal(edge_connectivity(&k, &k4.g, NULL), KERNEL_DONE);
  assert_int_equal(k, 3);
  assert_int_equal(node_connectivity(&k, &cycle.g, NULL), KERNEL_DONE);
  assert_int_equal(k, 1);
  built_free(&k4);
  built_free(&cycle);
}

static void random_graphs_agree_with_trying_all_sets_of_nodes(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 11, 0);
  for (int round = 0; round < 400; round++) {
    uint32_t n = (uint32_t)chance_below(&c, 9), k;
    struct built b = built_random(&c, n, 0.3 + 0.7 * chance_share(&c), round % 2, 0, 1);
    struct kernel_watch watch = {.threads = 2};
    assert_int_equal(node_connectivity(&k, &b.g, &watch), KERNEL_DONE);
    assert_int_equal(k, nodes_by_force(&b));
    built_free(&b);
  }
}

static void random_graphs_agree_with_trying_all_sets_of_edges(void **state) {
  struct chance c;
  int compared = 0;
  (void)state;
  chance_start(&c, 12, 0);
  for (int round = 0; round < 400; round++) {
    uint32_t n = (uint32_t)chance_below(&c, 7), k;
    struct built b = built_random(&c, n, 0.2 + 0.8 * chance_share(&c), round % 2, 0, 1);
    assert_int_equal(edge_connectivity(&k, &b.g, NULL), KERNEL_DONE);
    if (b.g.edges <= 13) {
      assert_int_equal(k, edges_by_force(&b));
      compared++;
    }
    built_free(&b);
  }
  assert_true(compared > 200);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(complete_and_cyclic_graphs_have_their_known_values),
      cmocka_unit_test(random_graphs_agree_with_trying_all_sets_of_nodes),
      cmocka_unit_test(random_graphs_agree_with_trying_all_sets_of_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
