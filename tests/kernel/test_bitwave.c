/* The wave of bits: chosen sources along arcs, and the sum of inverse distances. */
#include "kernel/bitwave.h"
#include "kernel/families.h"
#include "tests/test.h"

static struct bitwave_net net_of_graph(const struct graph *g) {
  return (struct bitwave_net){g->nodes, g->first, g->in_first, g->to, g->in_to};
}

static void what_reaches_the_sources_along_arcs_is_counted(void **state) {
  struct built b = built_text("5: 0-1 1-2 2-3 4-2", true);
  struct bitwave_net net = net_of_graph(&b.g);
  struct bitwave_scratch s;
  struct halt halt;
  static const uint32_t sources[] = {3, 1};
  (void)state;
  halt_start(&halt, NULL);
  assert_true(bitwave_scratch_start(&s, 5));
  assert_int_equal(bitwave_walk(&s, &net, sources, 2, &halt, 0), 3);
  assert_int_equal(s.sums[0].reached, 2); /* 1 after one step, 3 after three */
  assert_int_equal(s.sums[0].steps, 4);
  assert_int_equal(s.sums[0].farthest, 3);
  assert_near(bitwave_inverse(&s.sums[0]), 1 + 1 / 3.0, 2e-16);
  assert_int_equal(s.sums[3].reached, 0);
  assert_int_equal(s.sums[4].steps, 2);
  assert_int_equal(s.pairs[1], 2);
  assert_int_equal(s.pairs[2], 2);
  bitwave_scratch_free(&s);
  built_free(&b);
}

static void words_are_clean_for_the_next_walk(void **state) {
  struct chance c;
  struct bitwave_scratch s;
  struct halt halt;
  uint32_t sources[BITWAVE_SOURCES];
  (void)state;
  chance_start(&c, 60, 0);
  halt_start(&halt, NULL);
  struct built b = family_make(&c, FAMILY_SPARSE, 300, false);
  struct bitwave_net net = net_of_graph(&b.g);
  assert_true(bitwave_scratch_start(&s, 300));
  for (uint32_t i = 0; i < BITWAVE_SOURCES; i++)
    sources[i] = i;
  uint32_t once = bitwave_walk(&s, &net, sources, BITWAVE_SOURCES, &halt, 0);
  uint64_t pairs = s.pairs[2];
  assert_int_equal(bitwave_walk(&s, &net, sources, BITWAVE_SOURCES, &halt, 0), once);
  assert_int_equal(s.pairs[2], 2 * pairs);
  bitwave_scratch_free(&s);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_reaches_the_sources_along_arcs_is_counted),
      cmocka_unit_test(words_are_clean_for_the_next_walk),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
