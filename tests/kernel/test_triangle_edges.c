/* Edges held by triangles: each again by looking at all nodes, and none where there cannot be one. */
#include "base/memory.h"
#include "kernel/built.h"
#include "kernel/families.h"
#include "kernel/triangle.h"
#include "tests/test.h"

static bool tied(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

static bool is_held(const struct graph *g, uint32_t e) {
  for (uint32_t v = 0; v < g->nodes; v++)
    if (tied(g, g->tail[e], v) && tied(g, g->head[e], v)) return true;
  return false;
}

static void compare(const struct graph *g, unsigned threads) {
  struct kernel_watch watch = {.threads = threads};
  uint8_t *held = memory_array(g->edges, 1);
  assert_int_equal(triangle_edges(held, g, &watch), KERNEL_DONE);
  for (uint32_t e = 0; e < g->edges; e++)
    assert_int_equal(held[e], is_held(g, e));
  free(held);
}

static void random_graphs_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 71, 0);
  for (unsigned round = 0; round < 300; round++) {
    struct built b = built_random(&c, (uint32_t)chance_below(&c, 30), chance_share(&c), false, 0, 1);
    compare(&b.g, 1 + round % 3);
    built_free(&b);
  }
}

static void families_of_graphs_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 72, 0);
  for (unsigned family = 0; family < FAMILIES; family++) {
    struct built b = family_make(&c, (enum family)family, 120, false);
    compare(&b.g, 2);
    built_free(&b);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_that_says_no_ends_it(void **state) {
  struct chance c;
  struct kernel_watch watch = {.go_on = never, .threads = 1};
  (void)state;
  chance_start(&c, 73, 0);
  struct built b = built_random(&c, 40, 0.3, false, 0, 1);
  uint8_t *held = memory_array(b.g.edges, 1);
  assert_int_equal(triangle_edges(held, &b.g, &watch), KERNEL_STOPPED);
  free(held);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_graphs_agree_with_the_definition),
      cmocka_unit_test(families_of_graphs_agree_with_the_definition),
      cmocka_unit_test(a_watch_that_says_no_ends_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
