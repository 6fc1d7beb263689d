/* Removal: orders and the curve of the giant component, each against looking at what is left. */
#include "kernel/betweenness.h"
#include "kernel/built.h"
#include "kernel/component.h"
#include "kernel/part.h"
#include "kernel/removal.h"
#include "tests/test.h"

enum { MOST = 40 };

/* The largest component, and the greatest value with the least rank, of what is left: the slow way. */
struct rest {
  struct part part;
  uint32_t node[MOST], count;
};

static void rest_start(struct rest *r, const struct graph *g, const bool *gone) {
  uint32_t place[MOST];
  r->count = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    place[v] = PART_NONE;
    if (!gone[v]) r->node[r->count++] = v;
  }
  assert_int_equal(part_start(&r->part, g, r->node, r->count, place), KERNEL_DONE);
}

static uint32_t rest_giant(const struct rest *r) {
  uint32_t part[MOST], size[MOST] = {0}, parts;
  if (r->count == 0) return 0;
  assert_int_equal(component_weak(part, size, &parts, &r->part.graph), KERNEL_DONE);
  return size[0];
}

static uint32_t rest_best(const struct rest *r, const uint32_t *rank, bool betweenness_wanted) {
  double value[MOST];
  uint32_t best = 0;
  if (betweenness_wanted) assert_int_equal(betweenness_plain(value, NULL, &r->part.graph, NULL), KERNEL_DONE);
  for (uint32_t i = 0; i < r->count; i++) {
    if (!betweenness_wanted) value[i] = (double)(r->part.graph.first[i + 1] - r->part.graph.first[i]);
    double more = value[i] - value[best];
    if (more > 1e-7 || (more > -1e-7 && rank[r->node[i]] < rank[r->node[best]])) best = i;
  }
  return r->node[best];
}

static void random_ranks(uint32_t *rank, uint32_t nodes, struct chance *c) {
  for (uint32_t v = 0; v < nodes; v++)
    rank[v] = v;
  for (uint32_t i = nodes; i > 1; i--) {
    uint32_t j = (uint32_t)chance_below(c, i), swap = rank[i - 1];
    rank[i - 1] = rank[j];
    rank[j] = swap;
  }
}

static void the_curve_is_what_is_left_after_each_departure(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 3, 0);
  for (int round = 0; round < 120; round++) {
    uint32_t n = (uint32_t)chance_below(&c, MOST), order[MOST], giant[MOST + 1];
    struct built b = built_random(&c, n, 0.02 + 0.15 * chance_share(&c), round % 2, 0, 1);
    bool gone[MOST] = {false};
    random_ranks(order, n, &c);
    assert_int_equal(removal_giant(giant, order, &b.g), KERNEL_DONE);
    for (uint32_t q = 0; q <= n; q++) {
      struct rest r;
      rest_start(&r, &b.g, gone);
      assert_int_equal(giant[q], rest_giant(&r));
      part_free(&r.part);
      if (q < n) gone[order[q]] = true;
    }
    built_free(&b);
  }
}

static void each_departure_is_the_best_of_its_order(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 60; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, MOST - 1), rank[MOST], order[4][MOST];
    struct built b = built_random(&c, n, 0.02 + 0.25 * chance_share(&c), false, 0, 1);
    bool gone[4][MOST] = {{false}};
    random_ranks(rank, n, &c);
    assert_int_equal(removal_by_degree(order[0], rank, &b.g), KERNEL_DONE);
    assert_int_equal(removal_by_betweenness(order[1], rank, &b.g, NULL), KERNEL_DONE);
    assert_int_equal(removal_by_degree_adaptive(order[2], rank, &b.g), KERNEL_DONE);
    assert_int_equal(removal_by_betweenness_adaptive(order[3], rank, &b.g, NULL), KERNEL_DONE);
    for (int by = 2; by < 4; by++)
      for (uint32_t q = 0; q < n; q++) {
        struct rest r;
        rest_start(&r, &b.g, gone[by]);
        assert_int_equal(order[by][q], rest_best(&r, rank, by == 3));
        part_free(&r.part);
        gone[by][order[by][q]] = true;
      }
    double between[MOST];
    assert_int_equal(betweenness_plain(between, NULL, &b.g, NULL), KERNEL_DONE);
    for (int by = 0; by < 2; by++)
      for (uint32_t q = 1; q < n; q++) {
        uint32_t v = order[by][q - 1], w = order[by][q];
        double x = by ? between[v] : (double)(b.first[v + 1] - b.first[v]), y = by ? between[w] : (double)(b.first[w + 1] - b.first[w]);
        assert_true(x > y - 1e-7);
        assert_true(x > y + 1e-7 || rank[v] < rank[w]);
      }
    built_free(&b);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_stops_the_counting_of_paths(void **state) {
  struct built b = built_text("5: 0-1 1-2 2-3 3-4", false);
  uint32_t rank[] = {0, 1, 2, 3, 4}, order[5];
  struct kernel_watch watch = {.go_on = never};
  (void)state;
  assert_int_equal(removal_by_betweenness_adaptive(order, rank, &b.g, &watch), KERNEL_STOPPED);
  assert_int_equal(removal_by_betweenness_adaptive(order, rank, &b.g, NULL), KERNEL_DONE);
  assert_int_equal(order[0], 2);
  assert_int_equal(order[1], 0); /* pairs are left: all are 0, and ranks decide */
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_curve_is_what_is_left_after_each_departure),
      cmocka_unit_test(each_departure_is_the_best_of_its_order),
      cmocka_unit_test(a_watch_stops_the_counting_of_paths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
