/* Which ties raise the node connectivity, against finding it again for each. */
#include "kernel/gain_connectivity.h"

#include "kernel/connectivity.h"
#include "kernel/gain_grown.h"
#include "kernel/known_graphs.h"
#include "tests/test.h"

static void judge(const struct graph *g) {
  uint32_t pair[200][2], k, then;
  uint8_t raises[200];
  size_t pairs = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = g->directed ? 0 : u + 1; v < g->nodes; v++)
      if (u != v && !known_tied(g, u, v)) pair[pairs][0] = u, pair[pairs++][1] = v;
  assert_int_equal(gain_connectivity(raises, &k, g, (const uint32_t(*)[2])pair, pairs, NULL), KERNEL_DONE);
  for (size_t i = 0; i < pairs; i++) {
    struct grown grown;
    assert_int_equal(grown_start(&grown, g, (const uint32_t(*)[2])pair + i, 1, 0), KERNEL_DONE);
    assert_int_equal(node_connectivity(&then, &grown.graph, NULL), KERNEL_DONE);
    assert_int_equal(raises[i], then - k);
    if (raises[i]) assert_true(gain_connectivity_needs(g, k + 1) <= 1);
    grown_free(&grown);
  }
}

static void a_tie_raises_what_counting_again_finds(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 41, 1);
  for (int round = 0; round < 600; round++) {
    struct known_graph k;
    known_random(&k, &c, 1 + (uint32_t)chance_below(&c, 9), round % 2 == 1, 0.1 + 0.8 * chance_share(&c));
    judge(&k.g);
    known_graph_free(&k);
  }
}

static void every_connected_graph_of_five_nodes_agrees_visit(uint32_t nodes, uint32_t mask) {
  struct known_graph k;
  known_of_mask(&k, nodes, mask);
  judge(&k.g);
  known_graph_free(&k);
}

static void every_connected_graph_of_five_nodes_agrees(void **state) {
  (void)state;
  assert_int_equal(known_each_connected(5, every_connected_graph_of_five_nodes_agrees_visit), 21);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tie_raises_what_counting_again_finds),
      cmocka_unit_test(every_connected_graph_of_five_nodes_agrees),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
