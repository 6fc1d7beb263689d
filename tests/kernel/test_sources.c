/* Distances to some nodes against all distances and against sums of single ones. */
#include "kernel/sources.h"

#include "kernel/distance.h"
#include "kernel/families.h"
#include "kernel/judge.h"
#include "test.h"

static void sums_to_some_nodes_are_those_over_single_distances(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 12, 0);
  for (int round = 0; round < 100; round++) {
    struct built b = built_random(&c, 1 + (uint32_t)chance_below(&c, 10), 0.3 * chance_share(&c), round % 2, 0, 1);
    struct judge j;
    struct source_sums got[JUDGE_MOST];
    uint32_t source[JUDGE_MOST], count = 0;
    judge_start(&j, &b, 1);
    for (uint32_t v = b.g.nodes; v-- > 0;) /* from the last on: the order must not matter */
      if (chance_share(&c) < .5) source[count++] = v;
    assert_int_equal(sources_sums(got, &b.g, source, count, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < b.g.nodes; v++) {
      double steps = 0, inverse = 0;
      uint32_t reached = 0;
      for (uint32_t i = 0; i < count; i++) {
        double d = j.d[v][source[i]];
        if (source[i] == v || isinf(d)) continue;
        steps += d, inverse += 1 / d, reached++;
      }
      assert_near(got[v].steps, steps, 0);
      assert_near(got[v].inverse, inverse, 1e-15);
      assert_int_equal(got[v].reached, reached);
    }
    built_free(&b);
  }
}

static void all_nodes_as_sources_give_the_pass_over_all_distances_at_any_number_of_threads(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 13, 0);
  for (unsigned threads = 1; threads <= 8; threads *= 2) {
    struct built b = family_make(&c, FAMILY_SPARSE, 600, threads % 2);
    struct kernel_watch watch = {.threads = threads};
    struct distances d;
    struct source_sums *got = memory_array(b.g.nodes, sizeof *got);
    uint32_t *source = memory_array(b.g.nodes, sizeof *source);
    for (uint32_t v = 0; v < b.g.nodes; v++)
      source[v] = v;
    assert_int_equal(distances_start(&d, &b.g, &watch), KERNEL_DONE);
    assert_int_equal(sources_sums(got, &b.g, source, b.g.nodes, &watch), KERNEL_DONE);
    for (uint32_t v = 0; v < b.g.nodes; v++) {
      assert_near(got[v].steps, d.sum[v], 0);
      assert_near(got[v].inverse, d.inverse[v], 0);
      assert_int_equal(got[v].reached, d.reached[v]);
    }
    distances_free(&d);
    free(got), free(source);
    built_free(&b);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void it_stops_when_told_to(void **state) {
  struct built b = built_text("3: 0-1 1-2", false);
  struct source_sums got[3];
  (void)state;
  assert_int_equal(sources_sums(got, &b.g, (uint32_t[]){1}, 1, &(struct kernel_watch){.go_on = never, .threads = 1}), KERNEL_STOPPED);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_to_some_nodes_are_those_over_single_distances),
      cmocka_unit_test(all_nodes_as_sources_give_the_pass_over_all_distances_at_any_number_of_threads),
      cmocka_unit_test(it_stops_when_told_to),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
