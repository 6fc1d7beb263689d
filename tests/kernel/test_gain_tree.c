/* What one tie does for cut nodes and bridges against counting them again, and the bound for bridges against every set. */
#include "kernel/gain_tree.h"

#include "kernel/families.h"
#include "kernel/gain_grown.h"
#include "kernel/known_graphs.h"
#include "kernel/lowpoint.h"
#include "tests/test.h"

static void count(int64_t *cut_nodes, int64_t *bridges, const struct graph *g) {
  uint8_t *cut = memory_zeroed(g->nodes, 1), *bridge = memory_zeroed(g->edges, 1);
  *cut_nodes = *bridges = 0;
  assert_int_equal(lowpoint(&(struct lowpoint){.cut = cut, .bridge = bridge}, g), KERNEL_DONE);
  for (uint32_t v = 0; v < g->nodes; v++)
    *cut_nodes += cut[v];
  for (uint32_t e = 0; e < g->edges; e++)
    *bridges += bridge[e];
  free(cut);
  free(bridge);
}

static void compare(struct chance *c, const struct graph *g, int times) {
  struct gain_tree t;
  int64_t cuts, bridges, cuts_then, bridges_then;
  assert_int_equal(gain_tree_start(&t, g), KERNEL_DONE);
  count(&cuts, &bridges, g);
  assert_int_equal(t.cut_nodes, cuts);
  assert_int_equal(t.bridges, bridges);
  for (int i = 0; i < times; i++) {
    const uint32_t pair[1][2] = {{(uint32_t)chance_below(c, g->nodes), (uint32_t)chance_below(c, g->nodes)}};
    struct grown grown;
    if (pair[0][0] == pair[0][1] || known_tied(g, pair[0][0], pair[0][1])) continue;
    assert_int_equal(grown_start(&grown, g, pair, 1, 0), KERNEL_DONE);
    count(&cuts_then, &bridges_then, &grown.graph);
    struct gain_closed closed = gain_tree_tie(&t, pair[0][0], pair[0][1]);
    assert_int_equal(closed.cut_nodes, cuts - cuts_then);
    assert_int_equal(closed.bridges, bridges - bridges_then);
    grown_free(&grown);
  }
  gain_tree_free(&t);
}

static void a_tie_closes_what_counting_again_finds(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 21, 1);
  for (int round = 0; round < 64; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 30 + (uint32_t)chance_below(&c, 60), false);
    compare(&c, &b.g, 40);
    built_free(&b);
  }
  for (int round = 0; round < 200; round++) {
    struct known_graph k;
    known_random(&k, &c, 2 + (uint32_t)chance_below(&c, 14), false, 0.05 + 0.3 * chance_share(&c));
    compare(&c, &k.g, 30);
    known_graph_free(&k);
  }
}

/* Bridges that the best set of up to two ties closes. */
static int64_t best_of_two(const struct graph *g) {
  uint32_t n = g->nodes, pair[100][2], pairs = 0;
  int64_t cuts, before, after, best = 0;
  for (uint32_t u = 0; u < n; u++)
    for (uint32_t v = u + 1; v < n; v++)
      if (!known_tied(g, u, v)) pair[pairs][0] = u, pair[pairs++][1] = v;
  count(&cuts, &before, g);
  for (uint32_t i = 0; i < pairs; i++)
    for (uint32_t j = i + 1; j < pairs; j++) {
      const uint32_t two[2][2] = {{pair[i][0], pair[i][1]}, {pair[j][0], pair[j][1]}};
      struct grown grown;
      assert_int_equal(grown_start(&grown, g, two, 2, 0), KERNEL_DONE);
      count(&cuts, &after, &grown.graph);
      if (before - after > best) best = before - after;
      grown_free(&grown);
    }
  return best;
}

static void no_two_ties_close_more_bridges_than_the_bound(void **state) {
  (void)state;
  struct chance c;
  uint64_t bound;
  chance_start(&c, 22, 1);
  for (int round = 0; round < 120; round++) {
    struct known_graph k;
    struct gain_tree t;
    known_random(&k, &c, 3 + (uint32_t)chance_below(&c, 6), false, 0.1 + 0.3 * chance_share(&c));
    assert_int_equal(gain_tree_start(&t, &k.g), KERNEL_DONE);
    assert_int_equal(gain_tree_bridge_bound(&bound, &t, 2), KERNEL_DONE);
    assert_true((int64_t)bound >= best_of_two(&k.g));
    assert_true(bound <= t.bridges);
    gain_tree_free(&t);
    known_graph_free(&k);
  }
}

static void a_path_is_closed_by_its_ends(void **state) {
  (void)state;
  struct built b = built_text("5: 0-1 1-2 2-3 3-4", false);
  struct gain_tree t;
  uint64_t bound;
  assert_int_equal(gain_tree_start(&t, &b.g), KERNEL_DONE);
  struct gain_closed closed = gain_tree_tie(&t, 0, 4);
  assert_int_equal(closed.bridges, 4);
  assert_int_equal(closed.cut_nodes, 3);
  assert_int_equal(gain_tree_bridge_bound(&bound, &t, 1), KERNEL_DONE);
  assert_int_equal(bound, 4);
  gain_tree_free(&t);
  built_free(&b);
}

static void two_pairs_that_are_joined_make_a_bridge_and_two_cut_nodes(void **state) {
  (void)state;
  struct built b = built_text("5: 0-1 2-3", false);
  struct gain_tree t;
  assert_int_equal(gain_tree_start(&t, &b.g), KERNEL_DONE);
  assert_int_equal(gain_tree_tie(&t, 0, 2).cut_nodes, -2);
  assert_int_equal(gain_tree_tie(&t, 0, 2).bridges, -1);
  assert_int_equal(gain_tree_tie(&t, 0, 4).cut_nodes, -1);
  gain_tree_free(&t);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tie_closes_what_counting_again_finds),
      cmocka_unit_test(no_two_ties_close_more_bridges_than_the_bound),
      cmocka_unit_test(a_path_is_closed_by_its_ends),
      cmocka_unit_test(two_pairs_that_are_joined_make_a_bridge_and_two_cut_nodes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
