/* Nodes on lightest paths, found from both ends, against searches of the whole graph from each end, which know the lengths' common unit. */
#include "kernel/lightest.h"

#include "kernel/known_graphs.h"
#include "kernel/rows_of.h"
#include "kernel/shortest.h"

#include <math.h>

static struct graph_rows room;

static void search(struct shortest *s, const struct graph *g, const struct lengths *lengths, uint32_t end, bool backward) {
  assert_true(shortest_start(s, g, lengths, backward));
  shortest_from(s, &end, 1);
}

static bool is_listed(const struct lightest *l, uint32_t v) {
  for (uint32_t i = 0; i < l->count; i++)
    if (l->node[i] == v) return true;
  return false;
}

static void compare(const struct graph *g, uint32_t from, uint32_t to) {
  struct shortest there, back;
  struct lengths lengths;
  struct lightest got;
  assert_int_equal(lengths_start(&lengths, g), KERNEL_DONE);
  search(&there, g, &lengths, from, false);
  search(&back, g, &lengths, to, true);
  struct rows rows = rows_of_graph(&room, g, false);
  assert_int_equal(lightest_find(&got, &rows, from, to, NULL), KERNEL_DONE);
  double length = there.distance[to];
  if (isinf(length))
    assert_int_equal(got.count, 0);
  else
    assert_near(got.length * lengths.units, length, 1e-9 * length);
  for (uint32_t v = 0; v < g->nodes && isfinite(length); v++)
    if (is_listed(&got, v))
      assert_near(there.distance[v] + back.distance[v], length, 1e-8 * length);
    else
      assert_false(lengths_equal(&lengths, there.distance[v] + back.distance[v], length));
  for (uint32_t i = 1; i < got.count; i++)
    assert_true(got.node[i] > got.node[i - 1]);
  lightest_free(&got);
  shortest_free(&there);
  shortest_free(&back);
  lengths_free(&lengths);
}

static void the_nodes_of_all_lightest_paths_are_found(void **state) {
  (void)state;
  struct chance c = {{31}};
  for (int trial = 0; trial < 2000; trial++) {
    uint32_t most = 1 + (uint32_t)chance_below(&c, trial % 3 ? 4 : 1000);
    struct built b = built_random(&c, 2 + (uint32_t)chance_below(&c, 18), 0.1 + 0.5 * chance_share(&c), trial % 2, most, trial % 5 ? 1 : 7);
    uint32_t from = (uint32_t)chance_below(&c, b.g.nodes), to = (uint32_t)chance_below(&c, b.g.nodes);
    if (from != to) compare(&b.g, from, to);
    built_free(&b);
  }
}

/* 0.1 + 0.2 and 0.3 tie for a person; added up as doubles they do not. */
static void equal_sums_that_round_apart_are_both_there(void **state) {
  (void)state;
  struct built b = built_text("4: 0-1 1-3 0-2 2-3", false);
  double length[4];
  b.g.length = length;
  struct rows rows = rows_of_graph(&room, &b.g, false);
  for (uint32_t e = 0; e < 4; e++)
    length[e] = b.tail[e] == 0 && b.head[e] == 1 ? 0.1 : b.tail[e] == 1 ? 0.2 : 0.15;
  struct lightest got;
  assert_int_equal(lightest_find(&got, &rows, 0, 3, NULL), KERNEL_DONE);
  assert_int_equal(got.count, 4);
  lightest_free(&got);
  built_free(&b);
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_stops_the_search(void **state) {
  (void)state;
  struct built b = built_text("3: 0-1 1-2", false);
  struct rows rows = rows_of_graph(&room, &b.g, false);
  struct lightest got;
  assert_int_equal(lightest_find(&got, &rows, 0, 2, &(struct kernel_watch){.go_on = never}), KERNEL_STOPPED);
  assert_null(got.node);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_nodes_of_all_lightest_paths_are_found),
      cmocka_unit_test(equal_sums_that_round_apart_are_both_there),
      cmocka_unit_test(a_watch_stops_the_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
