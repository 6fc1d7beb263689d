/* Distances: known small graphs, and every sum against a closure of all pairs. */
#include "kernel/distance.h"
#include "kernel/judge.h"
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
    struct kernel_watch watch = {NULL, NULL, 2};
    assert_int_equal(distances_start(&d, &b.g, &watch), KERNEL_DONE);
    compare(&d, &b, per);
    distances_free(&d);
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_path_of_4_has_its_histogram),
      cmocka_unit_test(random_graphs_agree_with_the_closure_of_all_pairs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
