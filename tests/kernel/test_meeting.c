/* Nodes on shortest paths, found from both ends, against a search of the whole graph from each end. */
#include "kernel/meeting.h"

#include "kernel/families.h"
#include "kernel/known_graphs.h"
#include "kernel/rows_of.h"
#include "kernel/shortest.h"

#include <math.h>

static struct graph_rows room;

static void search(struct shortest *s, const struct graph *g, uint32_t end, bool backward) {
  static const struct lengths steps = {.units = 1, .exact = true};
  assert_true(shortest_start(s, g, &steps, backward));
  shortest_from(s, &end, 1);
}

static void compare(const struct graph *g, uint32_t from, uint32_t to, uint32_t within) {
  struct shortest there, back;
  search(&there, g, from, false);
  search(&back, g, to, true);
  double steps = there.distance[to];
  for (int untidy = 0; untidy < 2; untidy++) {
    struct rows rows = rows_of_graph(&room, g, untidy);
    struct meeting got;
    assert_int_equal(meeting_find(&got, &rows, from, to, within, NULL), KERNEL_DONE);
    bool found = isfinite(steps) && (!within || steps <= within);
    uint32_t on_paths = 0;
    assert_int_equal(got.found, found);
    for (uint32_t v = 0; v < g->nodes; v++)
      on_paths += found && there.distance[v] + back.distance[v] == steps;
    assert_int_equal(got.count, on_paths);
    if (found) assert_near(got.steps, steps, 0);
    for (uint32_t i = 0; i < got.count; i++) {
      assert_near(there.distance[got.node[i]], got.distance[i], 0);
      assert_near(there.distance[got.node[i]] + back.distance[got.node[i]], steps, 0);
      assert_true(i == 0 || got.distance[i] >= got.distance[i - 1]);
      for (uint32_t k = 0; k < i; k++)
        assert_true(got.node[k] != got.node[i]);
    }
    meeting_free(&got);
  }
  shortest_free(&there);
  shortest_free(&back);
}

static void the_nodes_of_all_shortest_paths_are_found(void **state) {
  (void)state;
  struct chance c = {{21}};
  for (int trial = 0; trial < 600; trial++) {
    struct built b = family_make(&c, (enum family)(trial / 2 % FAMILIES), 3 + (uint32_t)chance_below(&c, 120), trial % 2);
    uint32_t from = (uint32_t)chance_below(&c, b.g.nodes), to = (uint32_t)chance_below(&c, b.g.nodes);
    if (from != to) compare(&b.g, from, to, trial % 3 ? 0 : 1 + (uint32_t)chance_below(&c, 4));
    built_free(&b);
  }
}

static void little_is_looked_at_where_the_ends_are_near(void **state) {
  (void)state;
  struct chance c = {{22}};
  struct built b = family_make(&c, FAMILY_GRID, 10000, false);
  struct rows rows = rows_of_graph(&room, &b.g, false);
  struct meeting got;
  assert_int_equal(meeting_find(&got, &rows, 5050, 5153, 0, NULL), KERNEL_DONE);
  assert_int_equal(got.steps, 3); /* its rows are 101 wide */
  assert_int_equal(got.count, 6);
  assert_true(room.calls < 40);
  meeting_free(&got);
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
  struct meeting got;
  assert_int_equal(meeting_find(&got, &rows, 0, 2, 0, &(struct kernel_watch){.go_on = never}), KERNEL_STOPPED);
  assert_null(got.node);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_nodes_of_all_shortest_paths_are_found),
      cmocka_unit_test(little_is_looked_at_where_the_ends_are_near),
      cmocka_unit_test(a_watch_stops_the_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
