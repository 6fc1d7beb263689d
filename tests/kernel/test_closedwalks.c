/* Closed walks against eigenvalues, closed forms, and the range of numbers. */
#include "kernel/closedwalks.h"

#include "kernel/dense.h"
#include "kernel/judge.h"
#include "test.h"

static void undirected_networks_agree_with_their_eigenvectors(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 35, 0);
  for (int round = 0; round < 60; round++) {
    struct built b = built_random(&c, (uint32_t)chance_below(&c, 30), 0.5 * chance_share(&c), false, round % 2 ? 5 : 0, 3);
    size_t n = b.g.nodes;
    double *a = memory_zeroed(n * n, sizeof *a), *value = memory_array(n, sizeof *value), *got = memory_array(n, sizeof *got);
    bool settled;
    for (uint32_t e = 0; e < b.g.edges; e++)
      a[b.tail[e] * n + b.head[e]] = a[b.head[e] * n + b.tail[e]] = b.strength ? b.strength[e] : 1;
    assert_int_equal(dense_eigen(value, &settled, a, n, true, NULL), KERNEL_DONE);
    assert_true(settled);
    assert_int_equal(closed_walks(got, &b.g, NULL), KERNEL_DONE);
    for (size_t v = 0; v < n; v++) {
      double want = 0;
      for (size_t k = 0; k < n; k++)
        want += a[v * n + k] * a[v * n + k] * exp(value[k]);
      assert_near(got[v], want, 1e-11);
    }
    free(a), free(value), free(got);
    built_free(&b);
  }
}

static void circles_and_pairs_have_their_closed_forms(void **state) {
  double got[3];
  (void)state;
  struct built pair = built_text("2: 0-1", false), circle = built_text("3: 0-1 1-2 2-0", true), way = built_text("3: 0-1 1-2", true);
  assert_int_equal(closed_walks(got, &pair.g, NULL), KERNEL_DONE);
  assert_near(got[0], cosh(1), 1e-15);
  assert_int_equal(closed_walks(got, &circle.g, NULL), KERNEL_DONE); /* 1 + 1/3! + 1/6! + ... */
  assert_near(got[1], (exp(1) + 2 * exp(-0.5) * cos(sqrt(3.0) / 2)) / 3, 1e-15);
  assert_int_equal(closed_walks(got, &way.g, NULL), KERNEL_DONE);
  assert_near(got[0], 1, 0);
  built_free(&pair), built_free(&circle), built_free(&way);
}

/* Strengths s there and 1/s back: walks grow and shrink by turns, and the sum is that of a plain pair. */
static void a_tie_that_is_strong_one_way_does_not_take_long(void **state) {
  struct built b = built_text("2: 0-1 1-0", true);
  double strength[2] = {1e12, 1e-12}, got[2];
  (void)state;
  b.g.strength = strength;
  assert_int_equal(closed_walks(got, &b.g, NULL), KERNEL_DONE);
  assert_near(got[0], cosh(1), 1e-14);
  built_free(&b);
}

static void near_the_end_of_the_range_it_is_right_and_beyond_it_infinite(void **state) {
  struct built b = built_text("2: 0-1", false);
  double strength[1] = {700}, got[2];
  (void)state;
  b.g.strength = strength;
  assert_int_equal(closed_walks(got, &b.g, NULL), KERNEL_DONE);
  assert_near(got[0] / cosh(700), 1, 1e-12);
  strength[0] = 720;
  assert_int_equal(closed_walks(got, &b.g, NULL), KERNEL_DONE);
  assert_true(isinf(got[0]));
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(undirected_networks_agree_with_their_eigenvectors),
      cmocka_unit_test(circles_and_pairs_have_their_closed_forms),
      cmocka_unit_test(a_tie_that_is_strong_one_way_does_not_take_long),
      cmocka_unit_test(near_the_end_of_the_range_it_is_right_and_beyond_it_infinite),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
