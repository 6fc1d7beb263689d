/* The fewest ties of two sides that leave no bridge, against trying every smaller set. */
#include "kernel/gain_sided.h"

#include "kernel/gain_grown.h"
#include "kernel/known_graphs.h"
#include "kernel/lowpoint.h"
#include "tests/test.h"

static uint32_t bridges_with(const struct graph *g, const uint32_t (*pair)[2], size_t count) {
  struct grown grown;
  uint8_t bridge[200] = {0};
  uint32_t left = 0;
  assert_int_equal(grown_start(&grown, g, pair, count, 0), KERNEL_DONE);
  assert_true(grown.graph.edges <= 200);
  assert_int_equal(lowpoint(&(struct lowpoint){.bridge = bridge}, &grown.graph), KERNEL_DONE);
  for (uint32_t e = 0; e < grown.graph.edges; e++)
    left += bridge[e];
  grown_free(&grown);
  return left;
}

/* Does a set of `left` more of the pairs from `from` on leave no bridge? */
static bool closes(const struct graph *g, const uint32_t (*all)[2], size_t pairs, uint32_t (*set)[2], size_t count, size_t from,
                   uint32_t left) {
  if (bridges_with(g, (const uint32_t(*)[2])set, count) == 0) return true;
  for (size_t i = from; left && i < pairs; i++) {
    set[count][0] = all[i][0], set[count][1] = all[i][1];
    if (closes(g, all, pairs, set, count + 1, i + 1, left - 1)) return true;
  }
  return false;
}

static void judge(const struct graph *g, const struct sided_ask *ask) {
  struct sided s;
  uint32_t all[100][2], set[100][2];
  size_t pairs = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = u + 1; v < g->nodes; v++)
      if ((ask->side[u] != ask->side[v] || ask->same[ask->side[u]]) && ask->may[u] && ask->may[v] && !known_tied(g, u, v))
        all[pairs][0] = u, all[pairs++][1] = v;
  assert_int_equal(sided_start(&s, g, ask, NULL), KERNEL_DONE);
  if (!s.found) {
    assert_int_equal(s.bound, UINT32_MAX);
    assert_true(bridges_with(g, (const uint32_t(*)[2])all, pairs) > 0);
  } else {
    assert_int_equal(s.count, s.bound);
    assert_int_equal(bridges_with(g, (const uint32_t(*)[2])s.pair, s.count), 0);
    for (uint32_t i = 0; i < s.count; i++)
      assert_true(ask->side[s.pair[i][0]] != ask->side[s.pair[i][1]] || ask->same[ask->side[s.pair[i][0]]]);
    if (s.count && s.count < 5) assert_false(closes(g, (const uint32_t(*)[2])all, pairs, set, 0, 0, s.count - 1));
  }
  sided_free(&s);
}

static void no_smaller_set_leaves_no_bridge(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 81, 1);
  for (int round = 0; round < 150; round++) {
    struct known_graph k;
    uint8_t side[10], may[10];
    uint32_t n = 3 + (uint32_t)chance_below(&c, 7), pair[50][2];
    size_t count = 0;
    double p = 0.15 + 0.3 * chance_share(&c);
    struct sided_ask ask = {.side = side, .may = may, .same = {round % 3 == 2, false}};
    for (uint32_t v = 0; v < n; v++)
      side[v] = v > 1 ? (uint8_t)chance_below(&c, 2) : (uint8_t)v, may[v] = round % 4 || chance_share(&c) < 0.8;
    for (uint32_t u = 0; u < n; u++)
      for (uint32_t v = u + 1; v < n; v++)
        if ((side[u] != side[v] || ask.same[side[u]]) && chance_share(&c) < p) pair[count][0] = u, pair[count++][1] = v;
    known_graph_start(&k, n, false, (const uint32_t(*)[2])pair, count, NULL);
    judge(&k.g, &ask);
    known_graph_free(&k);
  }
}

/* Without effort ties are chosen one after the other: a set that leaves no bridge, and a bound that holds. */
static void a_choice_without_proof_leaves_no_bridge_either(void **state) {
  (void)state;
  enum { N = 60 };
  static uint32_t tree[N - 1][2];
  uint8_t side[N] = {0}, may[N];
  struct known_graph k;
  struct sided quick, proved;
  for (uint32_t v = 1; v < N; v++)
    tree[v - 1][0] = (v - 1) / 3, tree[v - 1][1] = v, side[v] = !side[(v - 1) / 3];
  for (uint32_t v = 0; v < N; v++)
    may[v] = 1;
  known_graph_start(&k, N, false, (const uint32_t(*)[2])tree, N - 1, NULL);
  struct sided_ask ask = {.side = side, .may = may, .effort = 1};
  assert_int_equal(sided_start(&quick, &k.g, &ask, NULL), KERNEL_DONE);
  assert_true(quick.found && quick.count >= quick.bound);
  assert_int_equal(bridges_with(&k.g, (const uint32_t(*)[2])quick.pair, quick.count), 0);
  ask.effort = 0;
  assert_int_equal(sided_start(&proved, &k.g, &ask, NULL), KERNEL_DONE);
  assert_true(proved.found && proved.count <= quick.count && proved.bound >= quick.bound);
  sided_free(&quick);
  sided_free(&proved);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_smaller_set_leaves_no_bridge),
      cmocka_unit_test(a_choice_without_proof_leaves_no_bridge_either),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
