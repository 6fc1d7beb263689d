/* Cohesive blocks: by brute force on small networks (every subset, every removal), and the answers for known ones. */
#include "kernel/blocks.h"

#include "kernel/known_graphs.h"

static uint32_t ones(uint32_t x) {
  uint32_t count = 0;
  for (; x; x &= x - 1)
    count++;
  return count;
}

static uint32_t reach_inside(const uint32_t *tied, uint32_t inside, uint32_t from) {
  uint32_t reached = 1u << from, before = 0;
  while (reached != before) {
    before = reached;
    for (uint32_t v = 0; v < 16; v++)
      if (before >> v & 1) reached |= tied[v] & inside;
  }
  return reached;
}

static bool hangs_together(const uint32_t *tied, uint32_t set) {
  for (uint32_t v = 0; v < 16; v++)
    if (set >> v & 1) return reach_inside(tied, set, v) == set;
  return true;
}

/* The greatest k such that the set has more than k nodes and no k - 1 losses part it. */
static uint32_t connectivity(const uint32_t *tied, uint32_t set) {
  uint32_t best = ones(set) - 1;
  for (uint32_t gone = set;; gone = (gone - 1) & set) { /* every subset */
    if (ones(gone) < best && !hangs_together(tied, set & ~gone)) best = ones(gone);
    if (gone == 0) return best;
  }
}

static uint32_t set_of(const struct blocks *b, uint32_t i) {
  uint32_t set = 0;
  for (uint64_t j = b->first[i]; j < b->first[i + 1]; j++)
    set |= 1u << b->node[j];
  return set;
}

static void check(const struct graph *g) {
  static uint32_t strong[1u << 10], tied[16];
  struct blocks b;
  uint32_t n = g->nodes, listed = 0, depth[16];
  memset(tied, 0, sizeof tied);
  for (uint32_t e = 0; e < g->edges; e++) {
    tied[g->tail[e]] |= 1u << g->head[e];
    tied[g->head[e]] |= 1u << g->tail[e];
  }
  for (uint32_t set = 1; set < 1u << n; set++)
    strong[set] = ones(set) < 2 ? 0 : connectivity(tied, set);
  assert_int_equal(blocks_start(&b, g, NULL), KERNEL_DONE);
  for (uint32_t set = 1; set < 1u << n; set++) {
    bool maximal = strong[set] > 0;
    for (uint32_t around = set + 1; around < 1u << n && maximal; around++)
      maximal = (around & set) != set || strong[around] < strong[set];
    if (!maximal) continue;
    uint32_t at = UINT32_MAX;
    for (uint32_t i = 0; i < b.count; i++)
      if (set_of(&b, i) == set) at = i;
    assert_true(at != UINT32_MAX && b.k[at] == strong[set]);
    listed++;
  }
  assert_int_equal(b.count, listed);
  for (uint32_t i = 0; i < b.count; i++) {
    uint32_t least = BLOCKS_NONE;
    for (uint32_t j = 0; j < b.count; j++)
      if (j != i && (set_of(&b, i) & ~set_of(&b, j)) == 0 && (least == BLOCKS_NONE || ones(set_of(&b, j)) < ones(set_of(&b, least))))
        least = j;
    assert_true(b.parent[i] == least);
    assert_true(least == BLOCKS_NONE || least < i);
  }
  blocks_depth(depth, &b, n);
  for (uint32_t v = 0; v < n; v++) {
    uint32_t most = 0;
    for (uint32_t set = 1; set < 1u << n; set++)
      if (set >> v & 1 && strong[set] > most) most = strong[set];
    assert_int_equal(depth[v], most);
  }
  blocks_free(&b);
}

static void check_small(uint32_t nodes, uint32_t mask) {
  struct known_graph k;
  known_of_mask(&k, nodes, mask);
  check(&k.g);
  known_graph_free(&k);
}

static void all_139_connected_graphs_of_4_to_6_nodes_are_right(void **state) {
  (void)state;
  assert_int_equal(known_each_connected(4, check_small), 6);
  assert_int_equal(known_each_connected(5, check_small), 21);
  assert_int_equal(known_each_connected(6, check_small), 112);
}

static void random_networks_of_8_and_9_nodes_are_right(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 4, 0);
  for (int round = 0; round < 150; round++) {
    struct known_graph k;
    known_random(&k, &c, round % 3 ? 8 : 9, false, 0.1 + 0.005 * round);
    check(&k.g);
    known_graph_free(&k);
  }
}

/* Two blocks that share a smallest cut, joined in a ring: taking all cuts out at once would lose some. */
static void dense_blocks_that_share_nodes_are_kept_apart(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 60; round++) {
    uint32_t pairs[45][2];
    size_t count = 0;
    struct known_graph k;
    for (uint32_t u = 0; u < 9; u++)
      for (uint32_t v = u + 1; v < 9; v++) {
        bool together = (u < 5 && v < 5) || (u > 2 && u < 8 && v < 8) || (u > 5) || (u == 0 && v == 8);
        if (together && chance_share(&c) < 0.9) pairs[count][0] = u, pairs[count++][1] = v;
      }
    known_graph_start(&k, 9, false, (const uint32_t(*)[2])pairs, count, NULL);
    check(&k.g);
    known_graph_free(&k);
  }
}

/* Sizes of the blocks of level k, larger first. */
static size_t sizes_at(size_t *sizes, const struct blocks *b, uint32_t k) {
  size_t count = 0;
  for (uint32_t i = 0; i < b->count; i++)
    if (b->k[i] >= k && (b->parent[i] == BLOCKS_NONE || b->k[b->parent[i]] < k)) sizes[count++] = (size_t)(b->first[i + 1] - b->first[i]);
  return count;
}

static void assert_nodes(const struct blocks *b, uint32_t i, const uint32_t *want, size_t count) {
  assert_int_equal(b->first[i + 1] - b->first[i], count);
  for (size_t j = 0; j < count; j++)
    assert_int_equal(b->node[b->first[i] + j], want[j]);
}

static void karate_has_blocks_34_28_6_18_5_10(void **state) {
  static const uint32_t eighteen[] = {0, 1, 2, 3, 7, 8, 13, 19, 23, 24, 25, 27, 28, 29, 30, 31, 32, 33};
  static const uint32_t ten[] = {0, 1, 2, 3, 7, 8, 13, 30, 32, 33}, wheel[] = {0, 4, 5, 6, 10};
  struct known_graph k;
  struct blocks b;
  size_t sizes[8];
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(blocks_start(&b, &k.g, NULL), KERNEL_DONE);
  assert_int_equal(b.count, 6);
  assert_true(sizes_at(sizes, &b, 1) == 1 && sizes[0] == 34);
  assert_true(sizes_at(sizes, &b, 2) == 2 && sizes[0] == 28 && sizes[1] == 6);
  assert_true(sizes_at(sizes, &b, 3) == 2 && sizes[0] == 18 && sizes[1] == 5);
  assert_true(sizes_at(sizes, &b, 4) == 1 && sizes[0] == 10);
  assert_int_equal(sizes_at(sizes, &b, 5), 0);
  assert_nodes(&b, 3, eighteen, 18);
  assert_nodes(&b, 4, wheel, 5);
  assert_nodes(&b, 5, ten, 10);
  assert_true(b.parent[5] == 3 && b.parent[4] == 2 && b.parent[3] == 1 && b.parent[0] == BLOCKS_NONE);
  blocks_free(&b);
  known_graph_free(&k);
}

static void florence_has_the_block_of_ten_families(void **state) {
  static const uint32_t ten[] = {ALBIZZI, BARBADORI, BISCHERI, CASTELLANI, GUADAGNI, MEDICI, PERUZZI, RIDOLFI, STROZZI, TORNABUONI};
  struct known_graph k;
  struct blocks b;
  size_t sizes[8];
  (void)state;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_int_equal(blocks_start(&b, &k.g, NULL), KERNEL_DONE);
  assert_true(sizes_at(sizes, &b, 1) == 1 && sizes[0] == 15);
  assert_true(sizes_at(sizes, &b, 2) == 1 && sizes[0] == 10);
  assert_int_equal(sizes_at(sizes, &b, 3), 0);
  assert_nodes(&b, 1, ten, 10);
  blocks_free(&b);
  known_graph_free(&k);
}

static void davis_has_blocks_32_28_23(void **state) {
  struct known_graph k;
  struct blocks b;
  size_t sizes[8];
  (void)state;
  known_graph_start(&k, DAVIS_NODES, false, KNOWN(davis), NULL);
  assert_int_equal(blocks_start(&b, &k.g, NULL), KERNEL_DONE);
  assert_true(sizes_at(sizes, &b, 2) == 1 && sizes[0] == 32);
  assert_true(sizes_at(sizes, &b, 3) == 1 && sizes[0] == 28);
  assert_true(sizes_at(sizes, &b, 4) == 1 && sizes[0] == 23);
  blocks_free(&b);
  known_graph_free(&k);
}

static void networks_without_nodes_or_ties_have_no_block(void **state) {
  struct known_graph k;
  struct blocks b;
  (void)state;
  for (uint32_t n = 0; n < 3; n++) {
    known_graph_start(&k, n, false, karate_ties, 0, NULL);
    assert_int_equal(blocks_start(&b, &k.g, NULL), KERNEL_DONE);
    assert_int_equal(b.count, 0);
    blocks_free(&b);
    known_graph_free(&k);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_139_connected_graphs_of_4_to_6_nodes_are_right),
      cmocka_unit_test(random_networks_of_8_and_9_nodes_are_right),
      cmocka_unit_test(dense_blocks_that_share_nodes_are_kept_apart),
      cmocka_unit_test(karate_has_blocks_34_28_6_18_5_10),
      cmocka_unit_test(florence_has_the_block_of_ten_families),
      cmocka_unit_test(davis_has_blocks_32_28_23),
      cmocka_unit_test(networks_without_nodes_or_ties_have_no_block),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
