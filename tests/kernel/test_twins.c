/* Twins: known cases, and every pair of small random graphs by the definition. */
#include "kernel/families.h"
#include "kernel/twins.h"
#include "tests/test.h"

#define MOST 24

static bool arc(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

/* Do all others see v and w alike, and are v and w tied both ways or not at all? */
static bool alike(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint32_t u = 0; u < g->nodes; u++)
    if (u != v && u != w && (arc(g, v, u) != arc(g, w, u) || arc(g, u, v) != arc(g, u, w))) return false;
  return arc(g, v, w) == arc(g, w, v);
}

/* Steps from v to w, not tied and alike, where known without a search: 2, or none. */
static bool distance_is_known(const struct graph *g, uint32_t v, uint32_t w) {
  bool out = false, in = false;
  for (uint32_t u = 0; u < g->nodes; u++) {
    if (arc(g, v, u) && arc(g, u, w)) return true;
    out |= arc(g, v, u), in |= arc(g, u, v);
  }
  return !out || !in;
}

static void partners_of_the_same_strategies_are_twins(void **state) {
  struct built b = built_text("7: 0-4 0-5 1-4 1-5 2-5 3-6", false);
  uint32_t twin[7];
  (void)state;
  assert_int_equal(twins(twin, &b.g), KERNEL_DONE);
  assert_int_equal(twin[1], 0);
  assert_int_equal(twin[2], 2);
  assert_int_equal(twin[3], 3); /* 3 and 6 are alike too, and tied */
  assert_int_equal(twin[6], 3);
  built_free(&b);
}

static void random_graphs_have_the_twins_of_the_definition(void **state) {
  struct chance c;
  unsigned found = 0;
  (void)state;
  chance_start(&c, 30, 0);
  for (int round = 0; round < 400; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, MOST), twin[MOST];
    struct built b =
        round % 3 ? family_make(&c, (enum family)(round % FAMILIES), n, round % 2) : built_random(&c, n, chance_share(&c), round % 2, 0, 1);
    assert_int_equal(twins(twin, &b.g), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      for (uint32_t w = v + 1; w < n; w++) {
        bool want = alike(&b.g, v, w) && (arc(&b.g, v, w) || distance_is_known(&b.g, v, w));
        assert_int_equal(twin[v] == twin[w], want);
        found += want;
      }
    built_free(&b);
  }
  assert_true(found > 1000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(partners_of_the_same_strategies_are_twins),
      cmocka_unit_test(random_graphs_have_the_twins_of_the_definition),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
