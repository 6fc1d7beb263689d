/* Reach and its bounds, against the distances of all pairs. */
#include "kernel/reachbound.h"

#include "kernel/known_graphs.h"

struct truth {
  uint32_t reached, farthest;
  double steps;
};

/* By relaxing every arc until nothing changes. */
static struct truth truth_of(const struct graph *g, uint32_t v) {
  struct truth t = {0};
  uint32_t d[64];
  bool changed = true;
  for (uint32_t w = 0; w < g->nodes; w++)
    d[w] = w == v ? 0 : 1000;
  while (changed) {
    changed = false;
    for (uint32_t e = 0; e < 2 * g->edges; e++) {
      uint32_t u = e % 2 ? g->head[e / 2] : g->tail[e / 2], w = e % 2 ? g->tail[e / 2] : g->head[e / 2];
      if ((e % 2 && g->directed) || d[u] + 1 >= d[w]) continue;
      d[w] = d[u] + 1, changed = true;
    }
  }
  for (uint32_t w = 0; w < g->nodes; w++)
    if (w != v && d[w] < 1000) {
      t.reached++, t.steps += d[w];
      if (d[w] > t.farthest) t.farthest = d[w];
    }
  return t;
}

static void small_networks_are_searched_to_the_end(void **state) {
  struct chance c;
  uint64_t whole = 0, through_core = 0;
  (void)state;
  chance_start(&c, 3, 0);
  for (int round = 0; round < 600; round++) {
    struct known_graph k;
    struct reachbound r[64];
    uint32_t n = (uint32_t)chance_below(&c, 32);
    known_random(&k, &c, n, round % 5 != 0, 2.5 * chance_share(&c) / (n + 1));
    assert_int_equal(reachbound(r, &k.g, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++) {
      struct truth t = truth_of(&k.g, v);
      assert_int_equal(r[v].least, t.reached);
      assert_int_equal(r[v].most, t.reached);
      assert_true(r[v].farthest >= t.farthest);
      if (r[v].whole) {
        assert_near(r[v].steps, t.steps, 0);
        assert_int_equal(r[v].farthest, t.farthest);
      }
      whole += r[v].whole && t.reached, through_core += !r[v].whole;
    }
    known_graph_free(&k);
  }
  assert_true(whole > 1000 && through_core > 1000);
}

/* All of 60 nodes lead to all with a greater number, 1770 arcs: more than a search looks at. */
static void a_search_that_finds_no_end_leaves_bounds(void **state) {
  uint32_t pairs[1770][2];
  size_t count = 0;
  struct known_graph k;
  struct reachbound r[60];
  (void)state;
  for (uint32_t u = 0; u < 60; u++)
    for (uint32_t v = u + 1; v < 60; v++)
      pairs[count][0] = u, pairs[count++][1] = v;
  known_graph_start(&k, 60, true, (const uint32_t(*)[2])pairs, count, NULL);
  assert_int_equal(reachbound(r, &k.g, NULL), KERNEL_DONE);
  assert_false(r[0].whole);
  assert_true(r[0].least <= 59 && r[0].most >= 59 && r[0].farthest >= 1);
  assert_true(r[50].whole && r[50].least == 9 && r[50].most == 9 && r[50].farthest == 1);
  known_graph_free(&k);
}

static bool stop(void *context) {
  (void)context;
  return false;
}

static void it_stops_when_told(void **state) {
  struct known_graph k;
  struct reachbound r[3];
  (void)state;
  known_graph_start(&k, 3, true, (const uint32_t[][2]){{0, 1}, {1, 2}}, 2, NULL);
  assert_int_equal(reachbound(r, &k.g, &(struct kernel_watch){.go_on = stop}), KERNEL_STOPPED);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_networks_are_searched_to_the_end),
      cmocka_unit_test(a_search_that_finds_no_end_leaves_bounds),
      cmocka_unit_test(it_stops_when_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
