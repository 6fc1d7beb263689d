/* Nodes within k steps against the matrix of distances. */
#include "kernel/reach.h"

#include "kernel/judge.h"
#include "test.h"

static void random_networks_agree_with_their_distances(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 34, 0);
  for (int round = 0; round < 60; round++) {
    struct built b = built_random(&c, (uint32_t)chance_below(&c, JUDGE_MOST), 0.3 * chance_share(&c), round % 2, 0, 1);
    struct judge j;
    uint32_t got[JUDGE_MOST];
    judge_start(&j, &b, 1);
    for (uint32_t steps = 0; steps < 6; steps++) {
      assert_int_equal(reach_within(got, steps, &b.g, NULL), KERNEL_DONE);
      for (uint32_t v = 0; v < b.g.nodes; v++) {
        uint32_t want = 0;
        for (uint32_t w = 0; w < b.g.nodes; w++)
          want += v != w && j.d[v][w] <= steps;
        assert_int_equal(got[v], want);
      }
    }
    built_free(&b);
  }
}

static void as_many_steps_as_can_be_asked_for_reach_what_can_be_reached(void **state) {
  struct built b = built_text("5: 0-1 1-2 3-4", false);
  uint32_t got[5];
  (void)state;
  assert_int_equal(reach_within(got, UINT32_MAX, &b.g, NULL), KERNEL_DONE);
  assert_int_equal(got[0], 2);
  assert_int_equal(got[3], 1);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_their_distances),
      cmocka_unit_test(as_many_steps_as_can_be_asked_for_reach_what_can_be_reached),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
