/* Constraint: Burt's known cases, and the formula on a full matrix. */
#include "kernel/built.h"
#include "kernel/constraint.h"
#include "tests/test.h"

static void star_triangle_and_isolate_have_their_known_values(void **state) {
  struct built star = built_text("5: 0-1 0-2 0-3", false), triangle = built_text("3: 0-1 0-2 1-2", false);
  double c[5];
  (void)state;
  assert_int_equal(constraint(c, &star.g, NULL), KERNEL_DONE);
  assert_near(c[0], 1 / 3.0, 1e-15);
  assert_near(c[1], 1, 1e-15);
  assert_near(c[4], (double)NAN, 0);
  assert_int_equal(constraint(c, &triangle.g, NULL), KERNEL_DONE);
  assert_near(c[0], 1.125, 1e-15);
  built_free(&star);
  built_free(&triangle);
}

static double by_matrix(const struct built *b, uint32_t i) {
  double z[16][16] = {{0}}, total[16] = {0}, sum = 0;
  for (uint32_t e = 0; e < b->g.edges; e++) {
    double s = b->strength ? b->strength[e] : 1;
    z[b->tail[e]][b->head[e]] += s, z[b->head[e]][b->tail[e]] += s;
  }
  for (uint32_t v = 0; v < b->g.nodes; v++)
    for (uint32_t w = 0; w < b->g.nodes; w++)
      total[v] += z[v][w];
  for (uint32_t j = 0; j < b->g.nodes; j++) {
    if (z[i][j] <= 0) continue;
    double p = z[i][j] / total[i];
    for (uint32_t q = 0; q < b->g.nodes; q++)
      if (z[i][q] > 0) p += z[i][q] / total[i] * z[q][j] / total[q];
    sum += p * p;
  }
  return total[i] > 0 ? sum : (double)NAN;
}

static void random_graphs_agree_with_the_full_matrix(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 10, 0);
  for (int round = 0; round < 300; round++) {
    uint32_t n = (uint32_t)chance_below(&c, 16);
    struct built b = built_random(&c, n, chance_share(&c) * 0.6, round % 2, round % 3 ? 5 : 0, 1);
    double got[16];
    assert_int_equal(constraint(got, &b.g, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      assert_near(got[v], by_matrix(&b, v), 1e-13);
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(star_triangle_and_isolate_have_their_known_values),
      cmocka_unit_test(random_graphs_agree_with_the_full_matrix),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
