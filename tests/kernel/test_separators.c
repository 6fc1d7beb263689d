/* Connectivity and separators: each witness is checked, sizes and lists by trying every set of nodes or edges. */
#include "kernel/separators.h"

#include "kernel/known_graphs.h"

/* Nodes that `from` reaches along the arcs, without the nodes and edges of two lists of bits. */
static uint32_t reach(const struct graph *g, uint32_t from, uint32_t no_node, uint64_t no_edge) {
  uint32_t reached = 1u << from, before = 0;
  while (reached != before) {
    before = reached;
    for (uint32_t u = 0; u < g->nodes; u++)
      for (uint64_t a = g->first[u]; before >> u & 1 && a < g->first[u + 1]; a++)
        if (!(no_node >> g->to[a] & 1) && !(no_edge >> g->edge[a] & 1)) reached |= 1u << g->to[a];
  }
  return reached;
}

/* Does some node not reach another? */
static bool apart(const struct graph *g, uint32_t no_node, uint64_t no_edge) {
  uint32_t left = ((1u << g->nodes) - 1) & ~no_node;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (left >> v & 1 && reach(g, v, no_node, no_edge) != left) return true;
  return false;
}

static uint32_t ones(uint64_t x) {
  uint32_t count = 0;
  for (; x; x &= x - 1)
    count++;
  return count;
}

static void check_nodes(const struct graph *g) {
  struct separator s;
  uint32_t best = g->nodes ? g->nodes - 1 : 0, gone = 0;
  bool found = false;
  for (uint32_t set = 0; set < 1u << g->nodes; set++)
    if (ones(set) < best && apart(g, set, 0)) best = ones(set), found = true;
  assert_int_equal(separator_of_nodes(&s, g, 0, NULL), KERNEL_DONE);
  assert_int_equal(s.size, best);
  assert_int_equal(s.found, found);
  for (uint32_t i = 0; found && i < s.size; i++)
    gone |= 1u << s.item[i];
  if (found) assert_false(reach(g, s.from, gone, 0) >> s.to & 1 || gone >> s.to & 1 || gone >> s.from & 1);
  separator_free(&s);
  for (uint32_t enough = 1; enough <= best + 2; enough++) {
    assert_int_equal(separator_of_nodes(&s, g, enough, NULL), KERNEL_DONE);
    assert_true(best < enough && found ? s.found && s.size < enough : s.size == best);
    separator_free(&s);
  }
}

static void check_edges(const struct graph *g) {
  struct separator s;
  uint64_t gone = 0;
  uint32_t best = UINT32_MAX;
  assert_int_equal(separator_of_edges(&s, g, NULL), KERNEL_DONE);
  for (uint64_t set = 0; set < (uint64_t)1 << g->edges; set++)
    if (ones(set) < best && apart(g, 0, set)) best = ones(set);
  for (uint32_t i = 0; i < s.size; i++)
    gone |= (uint64_t)1 << s.item[i];
  assert_int_equal(s.size, best);
  assert_int_equal(ones(gone), s.size);
  assert_false(reach(g, s.from, 0, gone) >> s.to & 1);
  separator_free(&s);
}

static void check_all(const struct graph *g) {
  struct separators all;
  size_t count = 0;
  assert_int_equal(separators_all(&all, g, 0, NULL), KERNEL_DONE);
  assert_true(all.complete);
  for (uint32_t set = 1; all.size && set < 1u << g->nodes; set++)
    if (ones(set) == all.size && ones(set) + 1 < g->nodes) count += apart(g, set, 0);
  assert_int_equal(all.count, count);
  for (size_t i = 0; i < all.count; i++) {
    uint32_t set = 0;
    for (uint32_t j = 0; j < all.size; j++)
      set |= 1u << all.node[i * all.size + j];
    assert_int_equal(ones(set), all.size);
    assert_true(apart(g, set, 0));
    const uint32_t *this = all.node + i * all.size, *before = this - all.size;
    uint32_t j = 0;
    while (i > 0 && before[j] == this[j])
      assert_true(++j < all.size);
    if (i > 0) assert_true(before[j] < this[j]);
  }
  separators_free(&all);
}

static void check_small(uint32_t nodes, uint32_t mask) {
  struct known_graph k;
  known_of_mask(&k, nodes, mask);
  check_nodes(&k.g);
  check_all(&k.g);
  if (k.g.edges <= 10) check_edges(&k.g);
  known_graph_free(&k);
}

static void all_139_connected_graphs_of_4_to_6_nodes_are_right(void **state) {
  (void)state;
  assert_int_equal(known_each_connected(4, check_small), 6);
  assert_int_equal(known_each_connected(5, check_small), 21);
  assert_int_equal(known_each_connected(6, check_small), 112);
}

static void random_networks_are_right(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 3, 0);
  for (int round = 0; round < 120; round++) {
    struct known_graph k;
    known_random(&k, &c, 9, false, 0.15 + 0.006 * round);
    check_nodes(&k.g);
    check_all(&k.g);
    known_graph_free(&k);
    known_random(&k, &c, 7, true, 0.2 + 0.006 * round);
    check_nodes(&k.g);
    if (k.g.edges <= 14) check_edges(&k.g);
    known_graph_free(&k);
    known_random(&k, &c, 4, true, 0.1 + 0.007 * round);
    check_nodes(&k.g);
    check_edges(&k.g);
    known_graph_free(&k);
  }
}

static void known_networks_have_their_connectivity(void **state) {
  struct known_graph karate, davis;
  struct separator s;
  struct separators all;
  (void)state;
  known_graph_start(&karate, KARATE_NODES, false, KNOWN(karate), NULL);
  known_graph_start(&davis, DAVIS_NODES, false, KNOWN(davis), NULL);
  assert_int_equal(separator_of_nodes(&s, &karate.g, 0, NULL), KERNEL_DONE);
  assert_true(s.size == 1 && s.item[0] == 0);
  separator_free(&s);
  assert_int_equal(separator_of_edges(&s, &karate.g, NULL), KERNEL_DONE);
  assert_true(s.size == 1 && karate.g.tail[s.item[0]] == 0 && karate.g.head[s.item[0]] == 11);
  separator_free(&s);
  assert_int_equal(separators_all(&all, &karate.g, 0, NULL), KERNEL_DONE);
  assert_true(all.size == 1 && all.count == 1 && all.node[0] == 0);
  separators_free(&all);
  assert_int_equal(separator_of_nodes(&s, &davis.g, 0, NULL), KERNEL_DONE);
  assert_int_equal(s.size, 2);
  separator_free(&s);
  assert_int_equal(separator_of_edges(&s, &davis.g, NULL), KERNEL_DONE);
  assert_int_equal(s.size, 2);
  separator_free(&s);
  known_graph_free(&karate);
  known_graph_free(&davis);
}

static void a_ring_has_every_pair_that_is_not_tied_and_a_limit_says_so(void **state) {
  struct known_graph k;
  struct separators all;
  uint32_t pairs[60][2];
  (void)state;
  for (uint32_t v = 0; v < 60; v++)
    pairs[v][0] = v, pairs[v][1] = (v + 1) % 60;
  known_graph_start(&k, 60, false, (const uint32_t(*)[2])pairs, 60, NULL);
  assert_int_equal(separators_all(&all, &k.g, 0, NULL), KERNEL_DONE);
  assert_true(all.size == 2 && all.count == 60 * 57 / 2 && all.complete);
  separators_free(&all);
  assert_int_equal(separators_all(&all, &k.g, 100, NULL), KERNEL_DONE);
  assert_true(all.count == 100 && !all.complete);
  separators_free(&all);
  known_graph_free(&k);
}

/* Two nodes tied to forty others: the forty may lie on either side, the separator is one. */
static void parts_on_either_side_give_one_separator(void **state) {
  struct known_graph k;
  struct separators all;
  uint32_t pairs[80][2];
  (void)state;
  for (uint32_t v = 0; v < 80; v++)
    pairs[v][0] = v % 2, pairs[v][1] = 2 + v / 2;
  known_graph_start(&k, 42, false, (const uint32_t(*)[2])pairs, 80, NULL);
  assert_int_equal(separators_all(&all, &k.g, 0, NULL), KERNEL_DONE);
  assert_true(all.size == 2 && all.count == 1 && all.node[0] == 0 && all.node[1] == 1);
  separators_free(&all);
  known_graph_free(&k);
}

static void networks_without_nodes_or_ties_are_borne(void **state) {
  struct known_graph k;
  struct separator s;
  (void)state;
  for (uint32_t n = 0; n < 4; n++) {
    known_graph_start(&k, n, false, karate_ties, 0, NULL);
    assert_int_equal(separator_of_nodes(&s, &k.g, 0, NULL), KERNEL_DONE);
    assert_true(s.size == 0 && s.found == (n > 1));
    separator_free(&s);
    assert_int_equal(separator_of_edges(&s, &k.g, NULL), KERNEL_DONE);
    assert_true(s.size == 0 && s.found == (n > 1));
    separator_free(&s);
    check_all(&k.g);
    known_graph_free(&k);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_139_connected_graphs_of_4_to_6_nodes_are_right),
      cmocka_unit_test(random_networks_are_right),
      cmocka_unit_test(known_networks_have_their_connectivity),
      cmocka_unit_test(a_ring_has_every_pair_that_is_not_tied_and_a_limit_says_so),
      cmocka_unit_test(parts_on_either_side_give_one_separator),
      cmocka_unit_test(networks_without_nodes_or_ties_are_borne),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
