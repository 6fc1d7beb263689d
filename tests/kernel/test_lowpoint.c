/* Cut nodes, bridges, blocks: each judged by taking the node or edge away and counting components. */
#include "kernel/built.h"
#include "kernel/lowpoint.h"
#include "tests/test.h"

/* Components among the nodes that are left, without node `node` and edge `edge` (UINT32_MAX: keep all). */
static uint32_t parts_without(const struct built *b, uint32_t node, uint32_t edge) {
  uint32_t part[40], parts = 0;
  for (uint32_t v = 0; v < b->g.nodes; v++)
    part[v] = v;
  for (uint32_t round = 0; round < b->g.nodes; round++)
    for (uint32_t e = 0; e < b->g.edges; e++) {
      uint32_t v = b->tail[e], w = b->head[e];
      if (e == edge || v == node || w == node) continue;
      part[v] = part[w] = part[v] < part[w] ? part[v] : part[w];
    }
  for (uint32_t v = 0; v < b->g.nodes; v++)
    parts += v != node && part[v] == v;
  return parts;
}

static void two_triangles_on_a_bridge_have_two_cut_nodes_and_three_blocks(void **state) {
  struct built b = built_text("7: 0-1 0-2 1-2 2-3 3-4 3-5 4-5", false);
  uint8_t cut[7], bridge[7], cuts[] = {0, 0, 1, 1, 0, 0, 0}, bridges[] = {0, 0, 0, 1, 0, 0, 0};
  uint32_t block[7];
  struct lowpoint low = {cut, bridge, block, 0};
  (void)state;
  assert_int_equal(lowpoint(&low, &b.g), KERNEL_DONE);
  assert_int_equal(low.blocks, 3);
  assert_memory_equal(cut, cuts, sizeof cuts);
  assert_memory_equal(bridge, bridges, sizeof bridges);
  assert_int_equal(block[0], block[2]);
  assert_int_equal(block[4], block[6]);
  assert_int_not_equal(block[0], block[4]);
  built_free(&b);
}

static void random_graphs_agree_with_taking_each_node_and_edge_away(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 7, 0);
  for (int round = 0; round < 400; round++) {
    uint32_t n = (uint32_t)chance_below(&c, 18), block[400];
    struct built b = built_random(&c, n, chance_share(&c) * 0.35, false, 0, 1);
    uint8_t cut[18], bridge[400];
    struct lowpoint low = {cut, bridge, block, 0};
    assert_int_equal(lowpoint(&low, &b.g), KERNEL_DONE);
    uint32_t parts = parts_without(&b, UINT32_MAX, UINT32_MAX);
    for (uint32_t v = 0; v < n; v++)
      assert_int_equal(cut[v], parts_without(&b, v, UINT32_MAX) > parts);
    for (uint32_t e = 0; e < b.g.edges; e++)
      assert_int_equal(bridge[e], parts_without(&b, UINT32_MAX, e) > parts);
    built_free(&b);
  }
}

/* Two edges at a node are in one block exactly when the node's loss leaves their other ends together. */
static void edges_share_a_block_when_no_node_parts_them(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 8, 0);
  for (int round = 0; round < 100; round++) {
    struct built b = built_random(&c, 10, 0.25, false, 0, 1);
    uint32_t block[100];
    struct lowpoint low = {NULL, NULL, block, 0};
    assert_int_equal(lowpoint(&low, &b.g), KERNEL_DONE);
    for (uint32_t v = 0; v < 10; v++) {
      uint32_t part[10];
      for (uint32_t w = 0; w < 10; w++)
        part[w] = w;
      for (int again = 0; again < 10; again++)
        for (uint32_t e = 0; e < b.g.edges; e++)
          if (b.tail[e] != v && b.head[e] != v) {
            uint32_t least = part[b.tail[e]] < part[b.head[e]] ? part[b.tail[e]] : part[b.head[e]];
            part[b.tail[e]] = part[b.head[e]] = least;
          }
      for (uint64_t a = b.first[v]; a < b.first[v + 1]; a++)
        for (uint64_t o = b.first[v]; o < b.first[v + 1]; o++)
          assert_int_equal(block[b.edge[a]] == block[b.edge[o]], part[b.to[a]] == part[b.to[o]]);
    }
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_triangles_on_a_bridge_have_two_cut_nodes_and_three_blocks),
      cmocka_unit_test(random_graphs_agree_with_taking_each_node_and_edge_away),
      cmocka_unit_test(edges_share_a_block_when_no_node_parts_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
