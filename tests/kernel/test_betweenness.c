/* Betweenness: known graphs, the definition summed pair by pair, ties between routes of fractional lengths, and counts beyond double. */
#include "kernel/betweenness.h"
#include "kernel/judge.h"
#include "tests/test.h"

static void a_star_centre_stands_between_all_pairs(void **state) {
  struct built b = built_text("5: 0-1 0-2 0-3 0-4", false);
  double node[5], edge[4];
  (void)state;
  assert_int_equal(betweenness(node, edge, &b.g, NULL), KERNEL_DONE);
  assert_near(node[0], 6, 0);
  assert_near(node[1], 0, 0);
  assert_near(edge[2], 4, 0);
  built_free(&b);
}

static void random_graphs_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 3, 0);
  for (int round = 0; round < 600; round++) {
    uint32_t n = (uint32_t)chance_below(&c, JUDGE_MOST), most = round % 2 ? 1 + (uint32_t)chance_below(&c, 4) : 0;
    double per = most && round % 4 == 1 ? 10 : 1;
    struct built b = built_random(&c, n, chance_share(&c) * 0.6, round % 3 == 0, most, per);
    struct judge j;
    double node[JUDGE_MOST], edge[JUDGE_MOST * JUDGE_MOST];
    judge_start(&j, &b, per);
    assert_int_equal(betweenness(node, edge, &b.g, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      assert_near(node[v], judge_node(&j, v, b.g.directed), 1e-13);
    for (uint32_t e = 0; e < b.g.edges; e++)
      assert_near(edge[e], judge_edge(&j, &b, e, per), 1e-13);
    built_free(&b);
  }
}

/* 0.1 + 0.2 beside 0.3, and three thirds beside 1: equal for people, different as doubles. */
static void routes_of_equal_fractional_length_share_the_pair(void **state) {
  struct built b = built_text("4: 0-1 0-2 1-3 2-3", false);
  double lengths[2][4] = {{0.1, 0.15, 0.2, 0.15}, {1 / 3.0, 1 / 2.0, 2 / 3.0, 1 / 2.0}}, node[4];
  (void)state;
  for (int i = 0; i < 2; i++) {
    b.g.length = lengths[i];
    assert_int_equal(betweenness(node, NULL, &b.g, NULL), KERNEL_DONE);
    assert_near(node[1], 0.5, 0);
    assert_near(node[2], 0.5, 0);
  }
  built_free(&b);
}

static void lengths_without_a_common_unit_still_tie_within_rounding(void **state) {
  struct built b = built_text("4: 0-1 0-2 1-3 2-3", false);
  double length[4] = {3.14159265358979312, 2.71828182845904509, 2.71828182845904509, 3.14159265358979356}, node[4];
  (void)state;
  b.g.length = length;
  assert_int_equal(betweenness(node, NULL, &b.g, NULL), KERNEL_DONE);
  assert_near(node[1], 0.5, 1e-15);
  built_free(&b);
}

/* Layers of 10 nodes, each tied to all of the next: 10^k paths over k layers. */
static struct built layered(uint32_t layers) {
  uint32_t(*pairs)[2] = memory_array((size_t)layers * 100, sizeof *pairs), m = 0, n = layers * 10;
  for (uint32_t l = 0; l + 1 < layers; l++)
    for (uint32_t i = 0; i < 100; i++)
      pairs[m][0] = l * 10 + i / 10, pairs[m++][1] = (l + 1) * 10 + i % 10;
  struct built b = {.g = {.nodes = n, .edges = m, .directed = true}};
  b.first = memory_array((size_t)n + 1, sizeof *b.first), b.to = memory_array(m, sizeof *b.to), b.edge = memory_array(m, sizeof *b.edge);
  for (uint32_t v = 0; v <= n; v++)
    b.first[v] = v / 10 + 1 < layers ? (uint64_t)v * 10 : m;
  for (uint32_t e = 0; e < m; e++)
    b.to[e] = pairs[e][1], b.edge[e] = e;
  b.g.first = b.first, b.g.to = b.to, b.g.edge = b.edge;
  free(pairs);
  return b;
}

static void more_paths_than_a_double_can_count_are_refused_not_guessed(void **state) {
  struct built b = layered(320), fewer = layered(300);
  double *node = memory_array(b.g.nodes, sizeof *node);
  (void)state;
  assert_int_equal(betweenness(node, NULL, &b.g, NULL), KERNEL_TOO_MANY_PATHS);
  assert_int_equal(betweenness(node, NULL, &fewer.g, NULL), KERNEL_DONE);
  for (uint32_t v = 0; v < fewer.g.nodes; v++) /* by symmetry each node of layer l takes a tenth of (10 l) x (10 (299 - l)) pairs */
    assert_near(node[v], 10.0 * (v / 10) * (299 - v / 10), 1e-10);
  free(node);
  built_free(&b);
  built_free(&fewer);
}

static void threads_change_no_bit(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 4, 0);
  for (uint32_t most = 0; most < 8; most += 7) {
    struct built b = built_random(&c, 120, 0.05, false, most, 1);
    double one[120], more[120], edge[800], more_edge[800];
    assert_true(b.g.edges <= 800);
    assert_int_equal(betweenness(one, edge, &b.g, NULL), KERNEL_DONE);
    for (unsigned threads = 2; threads <= 8; threads *= 2) {
      struct kernel_watch watch = {NULL, NULL, threads};
      assert_int_equal(betweenness(more, more_edge, &b.g, &watch), KERNEL_DONE);
      assert_memory_equal(one, more, sizeof one);
      assert_memory_equal(edge, more_edge, b.g.edges * sizeof *edge);
    }
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_star_centre_stands_between_all_pairs),
      cmocka_unit_test(random_graphs_agree_with_the_definition),
      cmocka_unit_test(routes_of_equal_fractional_length_share_the_pair),
      cmocka_unit_test(lengths_without_a_common_unit_still_tie_within_rounding),
      cmocka_unit_test(more_paths_than_a_double_can_count_are_refused_not_guessed),
      cmocka_unit_test(threads_change_no_bit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
