/* Coreness: a known graph, and peeling level by level as the definition says. */
#include "kernel/built.h"
#include "kernel/core.h"
#include "tests/test.h"

static void a_clique_with_a_tail_has_cores_3_1_and_0(void **state) {
  struct built b = built_text("7: 0-1 0-2 0-3 1-2 1-3 2-3 3-4 4-5", false);
  uint32_t core[7], want[] = {3, 3, 3, 3, 1, 1, 0};
  (void)state;
  assert_int_equal(coreness(core, &b.g), KERNEL_DONE);
  assert_memory_equal(core, want, sizeof want);
  built_free(&b);
}

/* The k-core: take away nodes with fewer than k neighbours left until none is; v is in it or not. */
static bool in_core(const struct built *b, uint32_t v, uint32_t k) {
  bool gone[32] = {false};
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t w = 0; w < b->g.nodes; w++) {
      uint32_t left = 0;
      for (uint64_t a = b->first[w]; a < b->first[w + 1]; a++)
        left += !gone[b->to[a]];
      if (!gone[w] && left < k) gone[w] = changed = true;
    }
  }
  return !gone[v];
}

static void random_graphs_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 6, 0);
  for (int round = 0; round < 300; round++) {
    uint32_t n = (uint32_t)chance_below(&c, 20), core[20];
    struct built b = built_random(&c, n, chance_share(&c), false, 0, 1);
    assert_int_equal(coreness(core, &b.g), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++) {
      assert_true(in_core(&b, v, core[v]));
      assert_false(in_core(&b, v, core[v] + 1));
    }
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_clique_with_a_tail_has_cores_3_1_and_0),
      cmocka_unit_test(random_graphs_agree_with_the_definition),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
