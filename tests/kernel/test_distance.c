/* Distances: known small graphs, and every sum against a closure of all pairs. */
#include "kernel/distance.h"
#include "kernel/families.h"
#include "kernel/judge.h"
#include "kernel/known_graphs.h"
#include "tests/test.h"

static void a_path_of_4_has_its_histogram(void **state) {
  struct built b = built_text("5: 0-1 1-2 2-3", false);
  struct distances d;
  (void)state;
  assert_int_equal(distances_start(&d, &b.g, NULL), KERNEL_DONE);
  assert_int_equal(d.longest, 3);
  assert_int_equal(d.pairs[1], 6);
  assert_int_equal(d.pairs[2], 4);
  assert_int_equal(d.pairs[3], 2);
  assert_near(d.sum[0], 6, 0);
  assert_near(d.inverse[0], 1 + 1 / 2.0 + 1 / 3.0, 1e-15);
  assert_near(d.farthest[1], 2, 0);
  assert_int_equal(d.reached[4], 0);
  assert_near(d.farthest[4], 0, 0);
  distances_free(&d);
  built_free(&b);
}

static void compare(const struct distances *d, const struct built *b, double per) {
  struct judge j;
  judge_start(&j, b, per);
  for (uint32_t v = 0; v < j.n; v++) {
    double sum = 0, inverse = 0, farthest = 0;
    uint32_t reached = 0;
    for (uint32_t w = 0; w < j.n; w++)
      if (w != v && isfinite(j.d[v][w])) {
        sum += j.d[v][w], inverse += per / j.d[v][w], reached++;
        farthest = fmax(farthest, j.d[v][w]);
      }
    assert_near(d->sum[v], sum / per, 1e-14);
    assert_near(d->inverse[v], inverse, 1e-14);
    assert_near(d->farthest[v], farthest / per, 1e-15);
    assert_int_equal(d->reached[v], reached);
  }
}

static void random_graphs_agree_with_the_closure_of_all_pairs(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 2, 0);
  for (int round = 0; round < 400; round++) {
    uint32_t n = (uint32_t)chance_below(&c, JUDGE_MOST), most = round % 2 ? 1 + (uint32_t)chance_below(&c, 9) : 0;
    double per = most && round % 4 == 1 ? 10 : 1;
    struct built b = built_random(&c, n, chance_share(&c) * 0.5, round % 3 == 0, most, per);
    struct distances d;
    struct kernel_watch watch = {.threads = 2};
    assert_int_equal(distances_start(&d, &b.g, &watch), KERNEL_DONE);
    compare(&d, &b, per);
    distances_free(&d);
    built_free(&b);
  }
}

static void assert_same(const struct distances *a, const struct distances *b, uint32_t n, double tolerance) {
  assert_int_equal(a->longest, b->longest);
  assert_memory_equal(a->pairs, b->pairs, (a->longest + 1) * sizeof *a->pairs);
  assert_memory_equal(a->sum, b->sum, n * sizeof *a->sum);
  assert_memory_equal(a->farthest, b->farthest, n * sizeof *a->farthest);
  assert_memory_equal(a->reached, b->reached, n * sizeof *a->reached);
  for (uint32_t v = 0; v < n; v++)
    assert_near(a->inverse[v], b->inverse[v], tolerance);
}

/* More nodes than one batch has bits, so that batches add up. */
static void graphs_of_every_sort_agree_with_one_source_at_a_time(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 9, 0);
  for (int round = 0; round < 12 * FAMILIES; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, round % 3 ? 200 : 1100);
    struct built b = family_make(&c, (enum family)(round % FAMILIES), n, round / FAMILIES % 2 == 1);
    struct distances fast, plain;
    assert_int_equal(distances_start(&fast, &b.g, NULL), KERNEL_DONE);
    assert_int_equal(distances_plain(&plain, &b.g, NULL), KERNEL_DONE);
    assert_same(&fast, &plain, n, 2e-15);
    distances_free(&fast);
    distances_free(&plain);
    built_free(&b);
  }
}

static void threads_change_no_bit(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 10, 0);
  for (int round = 0; round < 2; round++) {
    struct built b = family_make(&c, FAMILY_TWO_MODE, 6000, round);
    struct distances one, more;
    assert_int_equal(distances_start(&one, &b.g, NULL), KERNEL_DONE);
    for (unsigned threads = 2; threads <= 8; threads *= 2) {
      struct kernel_watch watch = {.threads = threads};
      assert_int_equal(distances_start(&more, &b.g, &watch), KERNEL_DONE);
      assert_same(&one, &more, b.g.nodes, 0);
      distances_free(&more);
    }
    distances_free(&one);
    built_free(&b);
  }
}

/* A harmonic number, of a length at which rounding of the parts would show. */
static void inverse_distances_along_a_path_are_the_harmonic_number(void **state) {
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  struct distances d;
  long double sum = 0;
  (void)state;
  for (uint32_t v = 1; v < 3000; v++)
    family_add(p, v - 1, v);
  struct built b = family_build(p, 3000, false);
  assert_int_equal(distances_start(&d, &b.g, NULL), KERNEL_DONE);
  for (int i = 2999; i > 0; i--)
    sum += 1.0L / i;
  assert_near(d.inverse[0], (double)sum, 2e-16);
  assert_near(d.sum[0], 2999.0 * 3000 / 2, 0);
  assert_int_equal(d.longest, 2999);
  assert_int_equal(d.pairs[2999], 2);
  distances_free(&d);
  built_free(&b);
  free(p);
}

static bool third_time(void *context) {
  return ++*(int *)context < 3;
}

static void a_stop_is_heard_between_levels(void **state) {
  struct chance c;
  int asked = 0;
  struct distances d;
  struct kernel_watch watch = {.go_on = third_time, .context = &asked, .threads = 1};
  (void)state;
  chance_start(&c, 11, 0);
  struct built b = family_make(&c, FAMILY_GRID, 200, false);
  assert_int_equal(distances_start(&d, &b.g, &watch), KERNEL_STOPPED);
  assert_null(d.sum);
  assert_in_range(asked, 3, 6);
  built_free(&b);
}

static void its_time_is_told_by_steps_and_by_lengths_and_is_none_for_nothing(void **state) {
  struct chance c;
  double seconds = -1, length[4] = {1, 2, 3, 1};
  (void)state;
  chance_start(&c, 12, 0);
  struct built b = family_make(&c, FAMILY_GRID, 600, false);
  assert_int_equal(distances_seconds(&seconds, &b.g, NULL), KERNEL_DONE);
  assert_true(seconds > 0 && seconds < 60);
  built_free(&b);
  struct known_graph k;
  known_graph_start(&k, 5, false, (const uint32_t[][2]){{0, 1}, {1, 2}, {2, 3}, {3, 4}}, 4, NULL);
  k.g.length = length;
  assert_int_equal(distances_seconds(&seconds, &k.g, &(struct kernel_watch){.threads = 2}), KERNEL_DONE);
  assert_true(seconds > 0 && seconds < 60);
  known_graph_free(&k);
  for (int i = 0; i < 2; i++) {
    known_graph_start(&k, 0, i, NULL, 0, NULL);
    k.g.length = i ? length : NULL;
    assert_int_equal(distances_seconds(&seconds, &k.g, NULL), KERNEL_DONE);
    assert_true(seconds >= 0 && seconds < 1);
    known_graph_free(&k);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_path_of_4_has_its_histogram),
      cmocka_unit_test(random_graphs_agree_with_the_closure_of_all_pairs),
      cmocka_unit_test(graphs_of_every_sort_agree_with_one_source_at_a_time),
      cmocka_unit_test(threads_change_no_bit),
      cmocka_unit_test(inverse_distances_along_a_path_are_the_harmonic_number),
      cmocka_unit_test(a_stop_is_heard_between_levels),
      cmocka_unit_test(its_time_is_told_by_steps_and_by_lengths_and_is_none_for_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
