/* Betweenness: known graphs, the definition summed pair by pair, ties between routes of fractional lengths, and counts beyond double. */
#include "kernel/betweenness.h"
#include "kernel/distance.h"
#include "kernel/families.h"
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
static struct built layered(uint32_t layers, bool directed) {
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  for (uint32_t l = 0; l + 1 < layers; l++)
    for (uint32_t i = 0; i < 100; i++)
      family_add(p, l * 10 + i / 10, (l + 1) * 10 + i % 10);
  struct built b = family_build(p, layers * 10, directed);
  free(p);
  return b;
}

static void more_paths_than_a_double_can_count_are_refused_not_guessed(void **state) {
  struct built b = layered(320, true), fewer = layered(300, true);
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

/* Twins make each layer one node, but the count of paths is that of the network. */
static void too_many_paths_are_noticed_through_every_reduction(void **state) {
  struct built b = layered(320, false), fewer = layered(300, false);
  double *node = memory_array(b.g.nodes, sizeof *node), *plain = memory_array(b.g.nodes, sizeof *plain);
  double *edge = memory_array(b.g.edges, sizeof *edge);
  (void)state;
  assert_int_equal(betweenness(node, NULL, &b.g, NULL), KERNEL_TOO_MANY_PATHS);
  assert_int_equal(betweenness(NULL, edge, &b.g, NULL), KERNEL_TOO_MANY_PATHS);
  assert_int_equal(betweenness(node, NULL, &fewer.g, NULL), KERNEL_DONE);
  assert_int_equal(betweenness_plain(plain, NULL, &fewer.g, NULL), KERNEL_DONE);
  for (uint32_t v = 0; v < fewer.g.nodes; v++)
    assert_near(node[v], plain[v], 1e-10);
  free(node);
  free(plain);
  free(edge);
  built_free(&b);
  built_free(&fewer);
}

/* Each way of asking, against one source at a time on the network as it is. */
static void compare(const struct built *b, enum lanes_width width, double *all) {
  uint32_t n = b->g.nodes, m = b->g.edges;
  double *node = all, *edge = node + n, *plain = edge + m, *plain_edge = plain + n;
  assert_int_equal(betweenness_plain(plain, plain_edge, &b->g, NULL), KERNEL_DONE);
  for (int ask = 1; ask <= 3; ask++) {
    assert_int_equal(betweenness_with(ask & 1 ? node : NULL, ask & 2 ? edge : NULL, &b->g, NULL, width), KERNEL_DONE);
    for (uint32_t v = 0; v < n && ask & 1; v++)
      assert_near(node[v], plain[v], 1e-12);
    for (uint32_t e = 0; e < m && ask & 2; e++)
      assert_near(edge[e], plain_edge[e], 1e-12);
  }
}

/* Lengths of one unit, of hundredths, of thirds, beyond the ring's span, of no common unit, and so long that some distances do not fit into
 * lanes. */
static void give_lengths(struct built *b, struct chance *c, int how) {
  b->length = memory_array(b->g.edges, sizeof *b->length);
  for (uint32_t e = 0; e < b->g.edges; e++) {
    double x = (double)(1 + chance_below(c, how == 3 ? 70000 : how == 5 ? 4000 : 5));
    b->length[e] = how == 1 ? x / 100 : how == 2 ? 1 / x : how == 4 ? x * 1.4142135623730951 + chance_share(c) : x;
  }
  b->g.length = b->length;
}

static void lengths_of_every_sort_agree_with_one_source_at_a_time(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 12, 0);
  for (int round = 0; round < 24 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 1 + (uint32_t)chance_below(&c, 150), round / FAMILIES / 6 % 2 == 1);
    double *all = memory_array(2 * ((size_t)b.g.nodes + b.g.edges), sizeof *all);
    give_lengths(&b, &c, round / FAMILIES % 6);
    compare(&b, (enum lanes_width)(round % (1 + (int)lanes_best_width())), all);
    free(all);
    built_free(&b);
  }
}

static void lengths_that_are_all_the_same_are_steps(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 14, 0);
  for (int round = 0; round < 2; round++) {
    struct built b = family_make(&c, FAMILY_DENSE, 300, round);
    uint32_t n = b.g.nodes, m = b.g.edges;
    assert_true(m > n + n / 2);
    double *steps = memory_array((size_t)n + m, sizeof *steps), *lengths = memory_array((size_t)n + m, sizeof *lengths);
    assert_int_equal(betweenness(steps, steps + n, &b.g, NULL), KERNEL_DONE);
    b.g.length = b.length = memory_array(m, sizeof *b.length);
    for (uint32_t e = 0; e < m; e++)
      b.length[e] = 3.14159;
    assert_int_equal(betweenness(lengths, lengths + n, &b.g, NULL), KERNEL_DONE);
    assert_memory_equal(steps, lengths, ((size_t)n + m) * sizeof *steps);
    assert_int_equal(betweenness_plain(lengths, lengths + n, &b.g, NULL), KERNEL_DONE);
    for (uint32_t i = 0; i < n + m; i++)
      assert_near(steps[i], lengths[i], 1e-12);
    free(steps);
    free(lengths);
    built_free(&b);
  }
}

static void graphs_of_every_sort_agree_with_one_source_at_a_time(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 40 * FAMILIES; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, round % 5 ? 60 : 300);
    struct built b = family_make(&c, (enum family)(round % FAMILIES), n, round / FAMILIES % 2 == 1);
    double *all = memory_array(2 * ((size_t)b.g.nodes + b.g.edges), sizeof *all);
    for (int width = LANES_SCALAR; width <= (int)lanes_best_width(); width++)
      compare(&b, (enum lanes_width)width, all);
    free(all);
    built_free(&b);
  }
}

/* A pair d steps apart has d - 1 nodes between its ends. */
static void all_betweenness_is_all_distance_but_one_step_a_pair(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 6, 0);
  for (int round = 0; round < 4 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 500, round / FAMILIES % 2 == 1);
    struct distances d;
    double sum = 0, steps = 0, node[500];
    assert_int_equal(betweenness(node, NULL, &b.g, NULL), KERNEL_DONE);
    assert_int_equal(distances_start(&d, &b.g, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < 500; v++)
      sum += node[v], steps += d.sum[v] - d.reached[v];
    assert_near(b.g.directed ? sum : 2 * sum, steps, 1e-11);
    distances_free(&d);
    built_free(&b);
  }
}

static void every_width_of_vectors_gives_the_same_bits(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 7, 0);
  for (int round = 0; round < 2; round++) {
    struct built b = family_make(&c, FAMILY_DENSE, 400, round);
    double scalar[400], vectors[400], *edges[2] = {memory_array(b.g.edges, 8), memory_array(b.g.edges, 8)};
    for (int width = LANES_SCALAR; width <= (int)lanes_best_width(); width++) {
      assert_int_equal(betweenness_with(width ? vectors : scalar, edges[width != 0], &b.g, NULL, (enum lanes_width)width), KERNEL_DONE);
      if (!width) continue;
      assert_memory_equal(scalar, vectors, sizeof scalar);
      assert_memory_equal(edges[0], edges[1], b.g.edges * sizeof(double));
    }
    free(edges[0]);
    free(edges[1]);
    built_free(&b);
  }
}

static void every_width_gives_the_same_bits_by_length(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 13, 0);
  for (int round = 0; round < 2; round++) {
    struct built b = family_make(&c, FAMILY_DENSE, 400, round);
    double scalar[400], vectors[400], *edges[2] = {memory_array(b.g.edges, 8), memory_array(b.g.edges, 8)};
    give_lengths(&b, &c, 0);
    for (int width = LANES_SCALAR; width <= (int)lanes_best_width(); width++) {
      assert_int_equal(betweenness_with(width ? vectors : scalar, edges[width != 0], &b.g, NULL, (enum lanes_width)width), KERNEL_DONE);
      if (!width) continue;
      assert_memory_equal(scalar, vectors, sizeof scalar);
      assert_memory_equal(edges[0], edges[1], b.g.edges * sizeof(double));
    }
    free(edges[0]);
    free(edges[1]);
    built_free(&b);
  }
}

static void threads_change_no_bit(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 4, 0);
  for (int round = 0; round < 5; round++) {
    struct built b = round < 2    ? family_make(&c, round ? FAMILY_DENSE : FAMILY_TWO_MODE, 3000, round == 1)
                     : round == 2 ? built_random(&c, 120, 0.05, false, 0, 1)
                                  : family_make(&c, FAMILY_DENSE, 700, false);
    if (round > 2) give_lengths(&b, &c, round == 3 ? 0 : 4);
    uint32_t n = b.g.nodes, m = b.g.edges;
    double *one = memory_array((size_t)n + m, sizeof *one), *more = memory_array((size_t)n + m, sizeof *one);
    assert_int_equal(betweenness(one, one + n, &b.g, NULL), KERNEL_DONE);
    for (unsigned threads = 2; threads <= 8; threads *= 2) {
      struct kernel_watch watch = {.threads = threads};
      assert_int_equal(betweenness(more, more + n, &b.g, &watch), KERNEL_DONE);
      assert_memory_equal(one, more, ((size_t)n + m) * sizeof *one);
    }
    free(one);
    free(more);
    built_free(&b);
  }
}

static bool never(void *context) {
  ++*(int *)context;
  return false;
}

static void a_stop_is_heard(void **state) {
  struct chance c;
  int asked = 0;
  double node[1000];
  struct kernel_watch watch = {.go_on = never, .context = &asked, .threads = 2};
  (void)state;
  chance_start(&c, 8, 0);
  struct built b = family_make(&c, FAMILY_DENSE, 1000, false);
  assert_int_equal(betweenness(node, NULL, &b.g, &watch), KERNEL_STOPPED);
  assert_int_equal(asked, 1);
  built_free(&b);
}

/* All of it from one set onto another, by hand for what passes 2 on a path, and by the plain form on families of networks. */
static void pairs_of_two_sets_are_counted_alone(void **state) {
  (void)state;
  struct chance c;
  struct built path = built_text("5: 0-1 1-2 2-3 3-4", false);
  double some[5];
  const bool ends[] = {true, true, false, false, false}, others[] = {false, false, false, false, true}, none[5] = {false};
  assert_int_equal(betweenness_of_pairs(some, &path.g, ends, others, NULL), KERNEL_DONE);
  assert_near(some[1], 1, 0); /* 0 to 4 */
  assert_near(some[2], 2, 0); /* 0 to 4, 1 to 4 */
  assert_near(some[4], 0, 0);
  assert_int_equal(betweenness_of_pairs(some, &path.g, none, others, NULL), KERNEL_DONE);
  assert_near(some[2], 0, 0);
  built_free(&path);
  chance_start(&c, 44, 0);
  for (int round = 0; round < 6 * FAMILIES; round++) {
    uint32_t size = 1 + (uint32_t)chance_below(&c, 120), longest = round % 2 ? 9 : 5000;
    bool directed = round / FAMILIES % 2;
    struct built b = round < 4 * FAMILIES ? family_make(&c, (enum family)(round % FAMILIES), size, directed)
                                          : built_random(&c, size, .1, directed, longest, 1);
    uint32_t n = b.g.nodes;
    bool *of_from = memory_array(n, sizeof *of_from), *of_onto = memory_array(n, sizeof *of_onto);
    double *got = memory_array(n, sizeof *got), *due = memory_array(n, sizeof *due);
    for (uint32_t v = 0; v < n; v++) {
      of_from[v] = chance_share(&c) < .4;
      of_onto[v] = chance_share(&c) < .4;
    }
    assert_int_equal(betweenness_of_pairs(got, &b.g, of_from, of_onto, &(struct kernel_watch){.threads = 3}), KERNEL_DONE);
    assert_int_equal(betweenness_of_pairs_plain(due, &b.g, of_from, of_onto, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      assert_near(got[v], due[v], 1e-10);
    free(of_from);
    free(of_onto);
    free(got);
    free(due);
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
      cmocka_unit_test(too_many_paths_are_noticed_through_every_reduction),
      cmocka_unit_test(graphs_of_every_sort_agree_with_one_source_at_a_time),
      cmocka_unit_test(lengths_of_every_sort_agree_with_one_source_at_a_time),
      cmocka_unit_test(lengths_that_are_all_the_same_are_steps),
      cmocka_unit_test(all_betweenness_is_all_distance_but_one_step_a_pair),
      cmocka_unit_test(every_width_of_vectors_gives_the_same_bits),
      cmocka_unit_test(every_width_gives_the_same_bits_by_length),
      cmocka_unit_test(threads_change_no_bit),
      cmocka_unit_test(a_stop_is_heard),
      cmocka_unit_test(pairs_of_two_sets_are_counted_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
