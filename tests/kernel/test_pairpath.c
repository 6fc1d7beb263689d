/* Drawn paths: as long as the distance, made of ties, and each as likely as the others. */
#include "kernel/pairpath.h"

#include "kernel/built.h"
#include "kernel/judge.h"
#include "test.h"

static void drawn_paths_are_as_long_as_the_distance_and_leave_no_trace(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 120; round++) {
    struct built b = built_random(&c, 2 + (uint32_t)chance_below(&c, 9), 0.1 + 0.4 * chance_share(&c), round % 2, 0, 1);
    struct judge j;
    struct pairpath p;
    judge_start(&j, &b, 1);
    assert_true(pairpath_start(&p, &b.g));
    for (uint32_t s = 0; s < b.g.nodes; s++)
      for (uint32_t t = 0; t < b.g.nodes; t++) {
        uint64_t inside[JUDGE_MOST] = {0}, sum = 0;
        uint32_t steps = 77;
        if (s == t) continue;
        assert_true(pairpath_draw(inside, &steps, &p, s, t, &c));
        assert_int_equal(steps, isfinite(j.d[s][t]) ? (uint32_t)j.d[s][t] : 0);
        for (uint32_t v = 0; v < b.g.nodes; v++) {
          sum += inside[v];
          if (inside[v]) assert_true(v != s && v != t && j.d[s][v] + j.d[v][t] == j.d[s][t]);
          assert_int_equal(p.side[v], 0);
        }
        assert_int_equal(sum, steps ? steps - 1 : 0);
      }
    pairpath_free(&p);
    built_free(&b);
  }
}

static void every_shortest_path_is_as_likely_as_the_others(void **state) {
  /* Four paths from 0 to 7: three by way of 4 (1-4-6, 2-4-6, 3-4-6), one by way of 5 (3-5-6): inside 1: 1/4, 3: 2/4, 4: 3/4. */
  struct built b = built_text("8: 0-1 0-2 0-3 1-4 2-4 3-4 3-5 4-6 5-6 6-7", false);
  enum { DRAWS = 40000 };
  const double share[8] = {0, .25, .25, .5, .75, .25, 1, 0};
  uint64_t inside[8] = {0}, back[8] = {0};
  struct pairpath p;
  struct chance c;
  (void)state;
  chance_start(&c, 1, 0);
  assert_true(pairpath_start(&p, &b.g));
  for (int i = 0; i < DRAWS; i++) {
    assert_true(pairpath_draw(inside, NULL, &p, 0, 7, &c));
    assert_true(pairpath_draw(back, NULL, &p, 7, 0, &c));
  }
  for (uint32_t v = 0; v < 8; v++) { /* five standard deviations */
    double slack = 5 * sqrt(share[v] * (1 - share[v]) / DRAWS);
    assert_true(fabs((double)inside[v] / DRAWS - share[v]) <= slack);
    assert_true(fabs((double)back[v] / DRAWS - share[v]) <= slack);
  }
  pairpath_free(&p);
  built_free(&b);
}

static void more_paths_than_a_double_holds_are_refused(void **state) {
  enum { LAYERS = 1100 }; /* of two nodes each, all tied to all of the next: 2^1100 paths */
  uint64_t *first = memory_zeroed(2 * LAYERS + 1, sizeof *first), *in_first = memory_zeroed(2 * LAYERS + 1, sizeof *first);
  uint32_t *to = memory_array(4 * LAYERS, sizeof *to), *in_to = memory_array(4 * LAYERS, sizeof *to);
  uint64_t *inside = memory_zeroed(2 * LAYERS, sizeof *inside);
  struct graph g = {
      .nodes = 2 * LAYERS, .edges = 4 * (LAYERS - 1), .directed = true, .first = first, .in_first = in_first, .to = to, .in_to = in_to};
  struct pairpath p;
  struct chance c;
  (void)state;
  for (uint32_t v = 0; v < 2 * LAYERS; v++) {
    uint64_t out = first[v], in = in_first[v];
    for (uint32_t i = 0; i < 2 && v + 2 < 2 * LAYERS; i++)
      to[out++] = v / 2 * 2 + 2 + i;
    for (uint32_t i = 0; i < 2 && v >= 2; i++)
      in_to[in++] = v / 2 * 2 - 2 + i;
    first[v + 1] = out, in_first[v + 1] = in;
  }
  chance_start(&c, 1, 0);
  assert_true(pairpath_start(&p, &g));
  assert_false(pairpath_draw(inside, NULL, &p, 0, 2 * LAYERS - 1, &c));
  assert_true(pairpath_draw(inside, NULL, &p, 0, 2, &c));
  pairpath_free(&p);
  free(first), free(in_first), free(to), free(in_to), free(inside);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(drawn_paths_are_as_long_as_the_distance_and_leave_no_trace),
      cmocka_unit_test(every_shortest_path_is_as_likely_as_the_others),
      cmocka_unit_test(more_paths_than_a_double_holds_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
