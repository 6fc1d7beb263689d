/* Truss numbers against the definition: for each k, drop edges with too few triangles until none is left to drop. */
#include "kernel/truss.h"

#include "kernel/known_graphs.h"

static int64_t edge_between(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return g->edge[a];
  return -1;
}

static uint32_t triangles(const struct graph *g, const uint8_t *kept, uint32_t e) {
  uint32_t count = 0;
  for (uint32_t w = 0; w < g->nodes; w++) {
    int64_t a = edge_between(g, g->tail[e], w), b = edge_between(g, g->head[e], w);
    if (a >= 0 && b >= 0 && kept[a] && kept[b]) count++;
  }
  return count;
}

static void check(const struct graph *g) {
  uint32_t number[64 * 32], want[64 * 32];
  uint8_t kept[64 * 32];
  assert_int_equal(truss(number, g, NULL), KERNEL_DONE);
  memset(kept, 1, sizeof kept);
  bool any = g->edges > 0;
  for (uint32_t k = 2; any; k++) {
    for (bool dropped = true; dropped;) {
      dropped = false;
      for (uint32_t e = 0; e < g->edges; e++)
        if (kept[e] && triangles(g, kept, e) + 2 < k) kept[e] = 0, dropped = true;
    }
    any = false;
    for (uint32_t e = 0; e < g->edges; e++)
      if (kept[e]) want[e] = k, any = true;
  }
  for (uint32_t e = 0; e < g->edges; e++)
    assert_int_equal(number[e], want[e]);
}

static void random_networks_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 6, 0);
  for (int round = 0; round < 200; round++) {
    struct known_graph k;
    known_random(&k, &c, 3 + (uint32_t)chance_below(&c, 22), false, 0.1 + 0.0045 * round);
    check(&k.g);
    known_graph_free(&k);
  }
}

static void karate_has_a_5_truss_around_members_1_and_2(void **state) {
  struct known_graph k;
  uint32_t number[78], greatest = 0;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  check(&k.g);
  assert_int_equal(truss(number, &k.g, NULL), KERNEL_DONE);
  for (uint32_t e = 0; e < 78; e++)
    greatest = number[e] > greatest ? number[e] : greatest;
  assert_int_equal(greatest, 5);
  assert_int_equal(number[edge_between(&k.g, 0, 1)], 5);
  assert_int_equal(number[edge_between(&k.g, 0, 11)], 2);
  known_graph_free(&k);
}

static void a_network_without_ties_is_borne(void **state) {
  struct known_graph k;
  (void)state;
  known_graph_start(&k, 0, false, karate_ties, 0, NULL);
  check(&k.g);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_the_definition),
      cmocka_unit_test(karate_has_a_5_truss_around_members_1_and_2),
      cmocka_unit_test(a_network_without_ties_is_borne),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
