/* The map equation against closed forms. */
#include "kernel/mapequation.h"

#include "kernel/known_graphs.h"

#include <math.h>

static double bits_of(const struct graph *g, const uint32_t *group) {
  double bits = NAN;
  assert_int_equal(map_equation(&bits, group, g, NULL), KERNEL_DONE);
  return bits;
}

static double entropy(double share, uint32_t times) {
  return -(double)times * share * log2(share);
}

/* In one group nothing but the visits is told. */
static void one_group_is_told_by_the_entropy_of_visits(void **state) {
  const uint32_t circle[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {0, 4}}, star[][2] = {{0, 1}, {0, 2}, {0, 3}};
  const uint32_t one[5] = {0};
  struct known_graph k;
  (void)state;
  known_graph_start(&k, 5, false, circle, 5, NULL);
  assert_near(bits_of(&k.g, one), log2(5), 1e-14);
  known_graph_free(&k);
  known_graph_start(&k, 4, false, star, 3, NULL);
  double centre = (0.15 / 4 + 0.85) / 1.85; /* c = 0.15/4 + 0.85 (1 - c) */
  assert_near(bits_of(&k.g, one), entropy(centre, 1) + entropy((1 - centre) / 3, 3), 1e-14);
  known_graph_free(&k);
}

/* Nothing leads out of 1, so the walker jumps from there: v1 = (0.15 + 0.85 v1) / 2 + 0.85 v0, v0 = 1 - v1. */
static void a_dead_end_is_left_by_a_jump(void **state) {
  const uint32_t arc[][2] = {{0, 1}}, one[] = {0, 0}, two[] = {0, 1};
  struct known_graph k;
  (void)state;
  known_graph_start(&k, 2, true, arc, 1, NULL);
  double end = (0.15 / 2 + 0.85) / (1 + 0.85 / 2), start = 1 - end;
  assert_near(bits_of(&k.g, one), entropy(end, 1) + entropy(start, 1), 1e-14);
  double out0 = start * (0.85 + 0.15 / 2), out1 = end / 2, all = out0 + out1;
  double names = -entropy(all, 1) + 2 * (entropy(out0, 1) + entropy(out1, 1)) - entropy(out0 + start, 1) - entropy(out1 + end, 1);
  assert_near(bits_of(&k.g, two), names + entropy(end, 1) + entropy(start, 1), 1e-14);
  known_graph_free(&k);
}

static void strengths_alike_change_nothing(void **state) {
  double heavy[78];
  struct known_graph plain, k;
  (void)state;
  for (int e = 0; e < 78; e++)
    heavy[e] = 2.5;
  known_graph_start(&plain, KARATE_NODES, false, KNOWN(karate), NULL);
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), heavy);
  assert_near(bits_of(&k.g, karate_club), bits_of(&plain.g, karate_club), 1e-14);
  known_graph_free(&plain);
  known_graph_free(&k);
}

static bool stop(void *context) {
  (void)context;
  return false;
}

static void it_stops_when_told(void **state) {
  struct known_graph k;
  double bits;
  struct kernel_watch watch = {.go_on = stop};
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(map_equation(&bits, karate_club, &k.g, &watch), KERNEL_STOPPED);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_group_is_told_by_the_entropy_of_visits),
      cmocka_unit_test(a_dead_end_is_left_by_a_jump),
      cmocka_unit_test(strengths_alike_change_nothing),
      cmocka_unit_test(it_stops_when_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
