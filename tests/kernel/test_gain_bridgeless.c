/* The fewest ties that leave no bridge: the set leaves none, and no smaller set does. */
#include "kernel/gain_bridgeless.h"

#include "kernel/component.h"
#include "kernel/families.h"
#include "kernel/gain_grown.h"
#include "kernel/known_graphs.h"
#include "kernel/lowpoint.h"
#include "tests/test.h"

/* No bridge; with `whole`, one component too. */
static bool reached(const struct graph *g, const uint32_t (*pair)[2], size_t count, bool whole) {
  struct grown grown;
  assert_int_equal(grown_start(&grown, g, pair, count, 0), KERNEL_DONE);
  uint8_t *bridge = memory_zeroed(grown.graph.edges, 1);
  uint32_t *part = memory_array(g->nodes, sizeof *part), parts, left = 0;
  assert_int_equal(lowpoint(&(struct lowpoint){.bridge = bridge}, &grown.graph), KERNEL_DONE);
  assert_int_equal(component_weak(part, NULL, &parts, &grown.graph), KERNEL_DONE);
  for (uint32_t e = 0; e < grown.graph.edges; e++)
    left += bridge[e];
  free(bridge);
  free(part);
  grown_free(&grown);
  return !left && (!whole || parts <= 1);
}

/* Does some set of `size` missing pairs from `from` on, with those chosen, do it? */
static bool some_set(const struct graph *g, uint32_t (*pair)[2], uint32_t pairs, uint32_t (*set)[2], uint32_t chosen, uint32_t size,
                     uint32_t from, bool whole) {
  if (chosen == size) return reached(g, (const uint32_t(*)[2])set, size, whole);
  for (uint32_t i = from; i < pairs; i++) {
    set[chosen][0] = pair[i][0], set[chosen][1] = pair[i][1];
    if (some_set(g, pair, pairs, set, chosen + 1, size, i + 1, whole)) return true;
  }
  return false;
}

static void judge(const struct graph *g, bool whole, const uint8_t *may) {
  struct bridgeless b;
  uint32_t pair[64][2], set[64][2], pairs = 0, least = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = u + 1; v < g->nodes; v++)
      if (!known_tied(g, u, v) && (!may || (may[u] && may[v]))) pair[pairs][0] = u, pair[pairs++][1] = v;
  while (least <= pairs && !some_set(g, pair, pairs, set, 0, least, 0, whole))
    least++;
  assert_int_equal(bridgeless_start(&b, g, whole, may), KERNEL_DONE);
  assert_int_equal(b.possible, least <= pairs);
  if (b.possible) {
    assert_int_equal(b.count, least);
    assert_true(reached(g, (const uint32_t(*)[2])b.pair, b.count, whole));
    for (uint32_t i = 0; i < b.count; i++) {
      assert_true(!known_tied(g, b.pair[i][0], b.pair[i][1]) && b.pair[i][0] != b.pair[i][1]);
      if (may) assert_true(may[b.pair[i][0]] && may[b.pair[i][1]]);
    }
  }
  bridgeless_free(&b);
}

static void no_smaller_set_leaves_no_bridge(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 31, 1);
  for (int round = 0; round < 400; round++) {
    struct known_graph k;
    uint8_t may[7];
    known_random(&k, &c, 1 + (uint32_t)chance_below(&c, 6), false, 0.1 + 0.4 * chance_share(&c));
    for (uint32_t v = 0; v < 7; v++)
      may[v] = chance_share(&c) < 0.8;
    judge(&k.g, false, NULL);
    judge(&k.g, true, NULL);
    judge(&k.g, false, may);
    known_graph_free(&k);
  }
}

static void large_networks_take_half_their_leaves(void **state) {
  (void)state;
  struct chance c;
  struct bridgeless b;
  chance_start(&c, 32, 1);
  for (int round = 0; round < 32; round++) {
    struct built g = family_make(&c, (enum family)(round % FAMILIES), 150, false);
    for (int whole = 0; whole < 2; whole++) {
      assert_int_equal(bridgeless_start(&b, &g.g, whole, NULL), KERNEL_DONE);
      assert_true(b.possible);
      assert_int_equal(b.count, (b.leaves + 1) / 2 + b.lone);
      assert_true(reached(&g.g, (const uint32_t(*)[2])b.pair, b.count, whole));
      bridgeless_free(&b);
    }
    built_free(&g);
  }
}

static void florence_needs_two_marriages(void **state) {
  (void)state;
  struct known_graph k;
  struct bridgeless b;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_int_equal(bridgeless_start(&b, &k.g, false, NULL), KERNEL_DONE);
  assert_int_equal(b.leaves, 4);
  assert_int_equal(b.count, 2);
  assert_true(reached(&k.g, (const uint32_t(*)[2])b.pair, b.count, true));
  bridgeless_free(&b);
  known_graph_free(&k);
}

static void a_pair_alone_cannot_lose_its_bridge(void **state) {
  (void)state;
  struct built b = built_text("2: 0-1", false);
  struct bridgeless found;
  assert_int_equal(bridgeless_start(&found, &b.g, false, NULL), KERNEL_DONE);
  assert_false(found.possible);
  assert_int_equal(found.count, 0);
  bridgeless_free(&found);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_smaller_set_leaves_no_bridge),
      cmocka_unit_test(large_networks_take_half_their_leaves),
      cmocka_unit_test(florence_needs_two_marriages),
      cmocka_unit_test(a_pair_alone_cannot_lose_its_bridge),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
