/* The simple network: parallel ties merged, loops left out, rows ascending; checked against a slow twin on random networks. */
#include "base/run.h"
#include "fixture/net_of.h"
#include "net/net.h"
#include "rows.h"

#include <stdio.h>
#include <stdlib.h>

static const struct graph *simple_of(const nonet *n, bool directed, bool weighted) {
  const struct graph *g;
  nonet_err err;
  assert_ok(net_simple(&g, n, directed, weighted, &err), err);
  return g;
}

static void parallel_ties_are_merged_and_loops_left_out(void **state) {
  (void)state;
  nonet *n = corner("multi");
  const struct graph *g = simple_of(n, true, false);
  size_t count;
  assert_int_equal(g->edges, 2);
  assert_false(g->directed);
  assert_int_equal(g->tail[0], 0);
  assert_int_equal(g->head[0], 1);
  const uint32_t *tie = net_simple_ties(n, false, 0, &count);
  assert_int_equal(count, 3);
  for (uint32_t i = 0; i < 3; i++)
    assert_int_equal(tie[i], i);
  assert_null(net_simple_ties(n, false, 2, &count));
  assert_null(g->strength);
  nonet_free(n);
  n = corner("loop");
  assert_int_equal(simple_of(n, false, false)->edges, 1);
  nonet_free(n);
}

static void an_undirected_tie_of_a_directed_network_is_two_arcs_and_one_tie(void **state) {
  (void)state;
  nonet *n = net_of("a-b b>c c>b b>c");
  const struct graph *g = simple_of(n, true, false);
  size_t count;
  assert_int_equal(g->edges, 4); /* a>b b>a b>c c>b */
  assert_true(g->directed);
  const uint32_t *tie = net_simple_ties(n, true, 2, &count);
  assert_int_equal(count, 2);
  assert_int_equal(tie[0], 1);
  assert_int_equal(tie[1], 3);
  assert_int_equal(net_simple_ties(n, true, 1, &count)[0], 0);
  assert_int_equal(simple_of(n, false, false)->edges, 2);
  nonet_free(n);
}

static void assert_merged(nonet_repeats repeats, const char *scale, double strength, double length) {
  nonet *n = net_of_with("a-b:2 a-b:8 b-a:5", &(nonet_seal_options){.repeats = repeats, .scale = scale});
  const struct graph *g = simple_of(n, false, true);
  assert_int_equal(g->edges, 1);
  assert_near(g->strength[0], strength, 1e-15);
  assert_near(g->length[0], length, 1e-15);
  nonet_free(n);
}

static void repeats_say_what_becomes_of_weights(void **state) {
  (void)state;
  assert_merged(NONET_SUM, NULL, 15, 1.0 / 15);
  assert_merged(NONET_ONCE, NULL, 2, 0.5);
  assert_merged(NONET_MAX, NULL, 8, 0.125);
  assert_merged(NONET_MEAN, NULL, 5, 0.2);
  assert_merged(NONET_SUM, "length", 1.0 / 2 + 1.0 / 8 + 1.0 / 5, 2);
  assert_merged(NONET_ONCE, "length", 0.5, 2);
  assert_merged(NONET_MAX, "length", 0.5, 2);
  assert_merged(NONET_MEAN, "length", (1.0 / 2 + 1.0 / 8 + 1.0 / 5) / 3, 5);
}

/* Whether some tie leads from a to b, and the sum of strengths of those that do, by looking at every tie. */
static double slow_strength(const nonet *n, uint32_t a, uint32_t b, bool directed, size_t *count) {
  double sum = 0;
  *count = 0;
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_tie_get(&tie, n, t);
    bool there = tie.from == a && tie.to == b, back = tie.from == b && tie.to == a && (!directed || !tie.directed);
    if (!there && !back) continue;
    ++*count;
    sum += tie.strength;
  }
  return sum;
}

static void assert_graph(const nonet *n, bool directed) {
  const struct graph *g = simple_of(n, directed, true);
  uint32_t edges = 0;
  for (uint32_t a = 0; a < g->nodes; a++)
    for (uint32_t b = 0; b < g->nodes; b++) {
      size_t count, got;
      double sum = slow_strength(n, a, b, g->directed, &count);
      if (a == b || !count || (!g->directed && a > b)) continue;
      assert_int_equal(g->tail[edges], a); /* ascending by (tail, head) */
      assert_int_equal(g->head[edges], b);
      assert_near(g->strength[edges], sum, 1e-12);
      net_simple_ties(n, directed, edges, &got);
      assert_int_equal(got, count);
      edges++;
    }
  assert_int_equal(g->edges, edges);
  for (uint32_t v = 0; v < g->nodes; v++) {
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      assert_true(a == g->first[v] || g->to[a - 1] < g->to[a]);
      uint32_t e = g->edge[a];
      assert_true((g->tail[e] == v && g->head[e] == g->to[a]) || (!g->directed && g->head[e] == v && g->tail[e] == g->to[a]));
    }
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++) {
      assert_true(a == g->in_first[v] || g->in_to[a - 1] < g->in_to[a]);
      assert_true(!g->directed || (g->head[g->in_edge[a]] == v && g->tail[g->in_edge[a]] == g->in_to[a]));
    }
  }
}

static void random_networks_agree_with_a_slow_twin(void **state) {
  (void)state;
  struct chance c;
  for (uint64_t seed = 0; seed < 200; seed++) {
    char line[1024] = "";
    chance_start(&c, seed, 0);
    uint64_t ties = chance_below(&c, 20);
    for (uint64_t t = 0; t < ties; t++) {
      size_t at = strlen(line);
      snprintf(line + at, sizeof line - at, "%c%c%c:%u ", (char)('a' + (int)chance_below(&c, 6)),
               seed % 3 && chance_below(&c, 2) ? '>' : '-', (char)('a' + (int)chance_below(&c, 6)), (unsigned)chance_below(&c, 5) + 1);
    }
    nonet *n = net_of(line);
    assert_graph(n, true);
    assert_graph(n, false);
    nonet_free(n);
  }
}

static void corner_graphs_have_simple_networks(void **state) {
  (void)state;
  for (size_t i = 0; corner_at(i); i++) {
    nonet *n = corner(corner_at(i)->name);
    assert_graph(n, false);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parallel_ties_are_merged_and_loops_left_out),
      cmocka_unit_test(an_undirected_tie_of_a_directed_network_is_two_arcs_and_one_tie),
      cmocka_unit_test(repeats_say_what_becomes_of_weights),
      cmocka_unit_test(random_networks_agree_with_a_slow_twin),
      cmocka_unit_test(corner_graphs_have_simple_networks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
