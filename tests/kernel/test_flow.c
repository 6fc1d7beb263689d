/* Routes and cuts: a cut and as many routes prove each other, so every answer is checked as its own certificate; sizes also by trying every
 * set of nodes. */
#include "kernel/flow.h"

#include "kernel/known_graphs.h"

static bool in_list(const uint32_t *list, uint32_t count, uint32_t x) {
  for (uint32_t i = 0; i < count; i++)
    if (list[i] == x) return true;
  return false;
}

static bool lost_edge(const struct flow_answer *f, uint32_t e) {
  return in_list(f->cut_edge, f->cut_edges, e);
}

/* Does a target stay within reach when the cut is gone? */
static bool still_reached(const struct graph *g, const struct flow_question *q, const struct flow_answer *f) {
  bool seen[64] = {false};
  uint32_t queue[64], head = 0, tail = 0;
  for (uint32_t i = 0; i < q->sources; i++)
    if (!in_list(f->cut_node, f->cut_nodes, q->source[i])) seen[q->source[i]] = true, queue[tail++] = q->source[i];
  while (head < tail) {
    uint32_t v = queue[head++];
    if (in_list(q->target, q->targets, v)) return true;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (seen[w] || lost_edge(f, g->edge[a]) || in_list(f->cut_node, f->cut_nodes, w)) continue;
      seen[w] = true;
      queue[tail++] = w;
    }
  }
  return false;
}

static uint32_t edge_between(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return g->edge[a];
  fail_msg("a route goes where no edge is");
  return 0;
}

/* Routes lead from a source to a target along edges and share nothing that they may not share. */
static void check_routes(const struct graph *g, const struct flow_question *q, const struct flow_answer *f) {
  uint32_t node_used[64] = {0}, edge_used[64 * 64] = {0};
  for (uint32_t r = 0; r < f->routes; r++) {
    const uint32_t *route = f->route_node + f->route_first[r];
    size_t length = (size_t)(f->route_first[r + 1] - f->route_first[r]);
    bool in_this[64] = {false};
    assert_true(in_list(q->source, q->sources, route[0]));
    assert_true(in_list(q->target, q->targets, route[length - 1]));
    for (size_t i = 0; i < length; i++) {
      bool end = i == 0 || i + 1 == length;
      assert_false(in_this[route[i]]);
      in_this[route[i]] = true;
      if (q->apart == FLOW_NODES || (q->apart == FLOW_BETWEEN && !end)) assert_int_equal(node_used[route[i]]++, 0);
      if (i > 0) assert_int_equal(edge_used[edge_between(g, route[i - 1], route[i])]++, 0);
    }
  }
}

static uint32_t proved_size(const struct graph *g, const struct flow_question *q) {
  struct flow_answer f;
  assert_int_equal(flow_between(&f, g, q, NULL), KERNEL_DONE);
  assert_int_equal(f.routes, f.cut_nodes + f.cut_edges);
  if (q->apart == FLOW_EDGES) assert_int_equal(f.cut_nodes, 0);
  if (q->apart == FLOW_NODES) assert_int_equal(f.cut_edges, 0);
  for (uint32_t i = 0; q->apart == FLOW_BETWEEN && i < f.cut_nodes; i++) {
    assert_false(in_list(q->source, q->sources, f.cut_node[i]));
    assert_false(in_list(q->target, q->targets, f.cut_node[i]));
  }
  for (uint32_t i = 0; q->apart == FLOW_BETWEEN && i < f.cut_edges; i++) {
    uint32_t u = g->tail[f.cut_edge[i]], v = g->head[f.cut_edge[i]];
    assert_true((in_list(q->source, q->sources, u) && in_list(q->target, q->targets, v)) ||
                (in_list(q->source, q->sources, v) && in_list(q->target, q->targets, u)));
  }
  assert_false(still_reached(g, q, &f));
  check_routes(g, q, &f);
  uint32_t size = f.routes;
  flow_answer_free(&f);
  return size;
}

static uint32_t pair_size(const struct graph *g, uint32_t s, uint32_t t, enum flow_apart apart) {
  return proved_size(g, &(struct flow_question){&s, &t, 1, 1, apart});
}

static void karate_members_1_and_34_have_6_routes_apart_in_members_and_10_in_ties(void **state) {
  struct known_graph k;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(pair_size(&k.g, 0, 33, FLOW_BETWEEN), 6);
  assert_int_equal(pair_size(&k.g, 0, 33, FLOW_EDGES), 10);
  assert_int_equal(pair_size(&k.g, 0, 33, FLOW_NODES), 1);
  known_graph_free(&k);
}

static void strozzi_reach_ginori_by_one_route_only(void **state) {
  struct known_graph k;
  (void)state;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_int_equal(pair_size(&k.g, STROZZI, GINORI, FLOW_BETWEEN), 1);
  assert_int_equal(pair_size(&k.g, STROZZI, GINORI, FLOW_EDGES), 1);
  assert_int_equal(pair_size(&k.g, STROZZI, MEDICI, FLOW_BETWEEN), 3);
  known_graph_free(&k);
}

static void a_direct_tie_is_a_route_and_part_of_the_cut(void **state) {
  static const uint32_t pairs[][2] = {{0, 1}, {0, 2}, {1, 2}};
  struct known_graph k;
  struct flow_answer f;
  uint32_t s = 0, t = 1;
  (void)state;
  known_graph_start(&k, 3, false, pairs, 3, NULL);
  assert_int_equal(flow_between(&f, &k.g, &(struct flow_question){&s, &t, 1, 1, FLOW_BETWEEN}, NULL), KERNEL_DONE);
  assert_int_equal(f.routes, 2);
  assert_int_equal(f.cut_nodes, 1);
  assert_int_equal(f.cut_node[0], 2);
  assert_int_equal(f.cut_edges, 1);
  assert_int_equal(f.cut_edge[0], 0);
  flow_answer_free(&f);
  known_graph_free(&k);
}

static void a_node_on_both_sides_is_endless_unless_nodes_are_counted(void **state) {
  static const uint32_t pairs[][2] = {{0, 1}, {1, 2}};
  static const uint32_t here[] = {0, 1}, there[] = {1, 2};
  struct known_graph k;
  struct flow_answer f;
  (void)state;
  known_graph_start(&k, 3, false, pairs, 2, NULL);
  for (enum flow_apart apart = FLOW_EDGES; apart <= FLOW_BETWEEN; apart++) {
    assert_int_equal(flow_between(&f, &k.g, &(struct flow_question){here, there, 2, 2, apart}, NULL), KERNEL_DONE);
    assert_true(f.routes == FLOW_ENDLESS && f.cut_nodes == 0 && f.cut_edges == 0);
    flow_answer_free(&f);
  }
  assert_int_equal(proved_size(&k.g, &(struct flow_question){here, there, 2, 2, FLOW_NODES}), 1);
  known_graph_free(&k);
}

static void islands_and_empty_sets_have_no_route(void **state) {
  static const uint32_t pairs[][2] = {{0, 1}, {2, 3}};
  struct known_graph k;
  uint32_t s = 0;
  (void)state;
  known_graph_start(&k, 4, false, pairs, 2, NULL);
  for (enum flow_apart apart = FLOW_EDGES; apart <= FLOW_NODES; apart++) {
    assert_int_equal(pair_size(&k.g, 0, 3, apart), 0);
    assert_int_equal(proved_size(&k.g, &(struct flow_question){&s, NULL, 1, 0, apart}), 0);
  }
  known_graph_free(&k);
}

static void direction_is_kept(void **state) {
  static const uint32_t pairs[][2] = {{0, 1}, {1, 2}, {2, 0}};
  struct known_graph k;
  (void)state;
  known_graph_start(&k, 3, true, pairs, 3, NULL);
  assert_int_equal(pair_size(&k.g, 0, 1, FLOW_EDGES), 1);
  assert_int_equal(pair_size(&k.g, 1, 0, FLOW_BETWEEN), 1);
  known_graph_free(&k);
}

/* The fewest other nodes that part s from t, by trying every set; the two are not tied. */
static uint32_t by_trying(const struct graph *g, uint32_t s, uint32_t t) {
  uint32_t best = UINT32_MAX;
  for (uint32_t gone = 0; gone < 1u << g->nodes; gone++) {
    if (gone >> s & 1 || gone >> t & 1) continue;
    uint32_t list[16], count = 0;
    for (uint32_t v = 0; v < g->nodes; v++)
      if (gone >> v & 1) list[count++] = v;
    struct flow_answer f = {.cut_node = list, .cut_nodes = count};
    if (count < best && !still_reached(g, &(struct flow_question){&s, &t, 1, 1, FLOW_BETWEEN}, &f)) best = count;
  }
  return best;
}

static void random_pairs_have_the_cut_that_trying_every_set_finds(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 1, 0);
  for (int round = 0; round < 60; round++) {
    struct known_graph k;
    known_random(&k, &c, 8, round % 2, 0.2 + 0.01 * round);
    for (uint32_t s = 0; s < 8; s++)
      for (uint32_t t = 0; t < 8; t++) {
        if (s == t || known_tied(&k.g, s, t)) continue;
        assert_int_equal(pair_size(&k.g, s, t, FLOW_BETWEEN), by_trying(&k.g, s, t));
      }
    known_graph_free(&k);
  }
}

static void random_sets_prove_themselves(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 2, 0);
  for (int round = 0; round < 600; round++) {
    struct known_graph k;
    uint32_t order[40], n = 2 + (uint32_t)chance_below(&c, 38);
    for (uint32_t v = 0; v < n; v++)
      order[v] = v;
    for (uint32_t v = n - 1; v > 0; v--) {
      uint32_t w = (uint32_t)chance_below(&c, v + 1), kept = order[v];
      order[v] = order[w];
      order[w] = kept;
    }
    uint32_t sources = 1 + (uint32_t)chance_below(&c, n - 1), targets = 1 + (uint32_t)chance_below(&c, n - sources);
    known_random(&k, &c, n, round % 2, 3.0 / n + 0.2 * chance_share(&c));
    for (enum flow_apart apart = FLOW_EDGES; apart <= FLOW_NODES; apart++)
      proved_size(&k.g, &(struct flow_question){order, order + sources, sources, targets, apart});
    uint32_t overlap = targets < n - sources ? targets + 1 : targets;
    proved_size(&k.g, &(struct flow_question){order, order + (sources - 1), sources, overlap, FLOW_NODES});
    known_graph_free(&k);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_stops_it(void **state) {
  struct known_graph k;
  struct flow_answer f;
  struct kernel_watch watch = {.go_on = never, .threads = 1};
  uint32_t s = 0, t = 33;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(flow_between(&f, &k.g, &(struct flow_question){&s, &t, 1, 1, FLOW_EDGES}, &watch), KERNEL_STOPPED);
  assert_null(f.route_node);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_members_1_and_34_have_6_routes_apart_in_members_and_10_in_ties),
      cmocka_unit_test(strozzi_reach_ginori_by_one_route_only),
      cmocka_unit_test(a_direct_tie_is_a_route_and_part_of_the_cut),
      cmocka_unit_test(a_node_on_both_sides_is_endless_unless_nodes_are_counted),
      cmocka_unit_test(islands_and_empty_sets_have_no_route),
      cmocka_unit_test(direction_is_kept),
      cmocka_unit_test(random_pairs_have_the_cut_that_trying_every_set_finds),
      cmocka_unit_test(random_sets_prove_themselves),
      cmocka_unit_test(a_watch_stops_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
