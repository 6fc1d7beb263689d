/* One path after another: each as long as the distance, made of arcs, the same when asked again, and no search disturbs the next. */
#include "kernel/pathfinder.h"

#include "kernel/built.h"
#include "kernel/judge.h"
#include "test.h"

static bool is_arc(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return true;
  return false;
}

/* All pairs, twice; turns begin where a test wants them to. */
static void check(const struct built *b, uint32_t turn) {
  struct judge j;
  struct pathfinder p;
  judge_start(&j, b, 1);
  assert_true(pathfinder_start(&p, &b->g));
  p.turn = turn;
  for (uint32_t s = 0; s < b->g.nodes; s++)
    for (uint32_t t = 0; t < b->g.nodes; t++) {
      uint32_t was[JUDGE_MOST], steps = pathfinder_find(&p, s, t);
      assert_int_equal(steps, isfinite(j.d[s][t]) ? (uint32_t)j.d[s][t] : PATHFINDER_NONE);
      if (steps == PATHFINDER_NONE) continue;
      assert_int_equal(p.path[0], s);
      assert_int_equal(p.path[steps], t);
      for (uint32_t i = 0; i < steps; i++)
        assert_true(is_arc(&b->g, p.path[i], p.path[i + 1]));
      memcpy(was, p.path, (steps + 1) * sizeof *was);
      assert_int_equal(pathfinder_find(&p, s, t), steps);
      assert_memory_equal(was, p.path, (steps + 1) * sizeof *was);
    }
  pathfinder_free(&p);
}

static void a_path_is_as_long_as_the_distance_and_made_of_arcs(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 200; round++) {
    struct built b = built_random(&c, 1 + (uint32_t)chance_below(&c, 11), 0.05 + 0.4 * chance_share(&c), round % 2, 0, 1);
    check(&b, 0);
    built_free(&b);
  }
}

static void marks_begin_anew_when_their_numbers_are_used_up(void **state) {
  (void)state;
  struct built b = built_text("8: 0-1 0-2 0-3 1-4 2-4 3-4 3-5 4-6 5-6", false);
  for (uint32_t before = 0; before < 40; before++)
    check(&b, UINT32_MAX / 2 - before);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_path_is_as_long_as_the_distance_and_made_of_arcs),
      cmocka_unit_test(marks_begin_anew_when_their_numbers_are_used_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
