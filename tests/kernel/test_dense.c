/* Dense routines: what they return is put back into the equations, and eigenvalues come again from Jacobi's rotations. */
#include "kernel/dense.h"

#include "kernel/known_graphs.h"

#define N 24

static void random_symmetric(double *a, size_t n, struct chance *c, int kind) {
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j <= i; j++) {
      double x = kind == 0 ? chance_share(c) - 0.5 : (double)chance_below(c, 2); /* whole numbers: many equal eigenvalues */
      a[i * n + j] = a[j * n + i] = kind == 2 ? (double)(i == j) : x;
    }
}

/* Eigenvalues by Jacobi's rotations, ascending. */
static void jacobi(double *value, const double *from, size_t n) {
  static double a[N * N];
  memcpy(a, from, n * n * sizeof *a);
  for (int sweep = 0; sweep < 60; sweep++)
    for (size_t p = 0; p < n; p++)
      for (size_t q = p + 1; q < n; q++) {
        double angle = 0.5 * atan2(2 * a[p * n + q], a[q * n + q] - a[p * n + p]), s = sin(angle), c = cos(angle);
        for (size_t k = 0; k < n; k++) {
          double x = a[k * n + p], y = a[k * n + q];
          a[k * n + p] = c * x - s * y;
          a[k * n + q] = s * x + c * y;
        }
        for (size_t k = 0; k < n; k++) {
          double x = a[p * n + k], y = a[q * n + k];
          a[p * n + k] = c * x - s * y;
          a[q * n + k] = s * x + c * y;
        }
      }
  for (size_t i = 0; i < n; i++) {
    size_t at = i;
    for (; at > 0 && value[at - 1] > a[i * n + i]; at--)
      value[at] = value[at - 1];
    value[at] = a[i * n + i];
  }
}

static void eigenvalues_are_those_of_jacobi_and_vectors_fit(void **state) {
  static double a[N * N], z[N * N];
  struct chance c;
  (void)state;
  chance_start(&c, 17, 0);
  for (int round = 0; round < 150; round++) {
    size_t n = (size_t)chance_below(&c, N + 1);
    double value[N], alone[N], want[N];
    bool settled;
    random_symmetric(a, n, &c, round % 3);
    memcpy(z, a, n * n * sizeof *z);
    assert_int_equal(dense_eigen(value, &settled, z, n, true, NULL), KERNEL_DONE);
    assert_true(settled);
    jacobi(want, a, n);
    for (size_t k = 0; k < n; k++) {
      assert_near(value[k], want[k], 1e-12);
      for (size_t l = 0; l < n; l++) {
        double product = 0, image = 0;
        for (size_t i = 0; i < n; i++) {
          product += z[i * n + k] * z[i * n + l];
          image += a[l * n + i] * z[i * n + k];
        }
        assert_near(product, k == l, 1e-12);
        assert_near(image, value[k] * z[l * n + k], 1e-12);
      }
    }
    memcpy(z, a, n * n * sizeof *z);
    assert_int_equal(dense_eigen(alone, &settled, z, n, false, NULL), KERNEL_DONE);
    for (size_t k = 0; k < n; k++)
      assert_near(alone[k], value[k], 1e-12);
  }
}

static void karate_has_its_greatest_eigenvalue(void **state) {
  static double a[KARATE_NODES * KARATE_NODES];
  double value[KARATE_NODES];
  bool settled;
  (void)state;
  memset(a, 0, sizeof a);
  for (size_t e = 0; e < 78; e++)
    a[karate_ties[e][0] * KARATE_NODES + karate_ties[e][1]] = a[karate_ties[e][1] * KARATE_NODES + karate_ties[e][0]] = 1;
  assert_int_equal(dense_eigen(value, &settled, a, KARATE_NODES, true, NULL), KERNEL_DONE);
  assert_near(value[KARATE_NODES - 1], 6.725697727631738, 1e-14);
  assert_near(a[33 * KARATE_NODES + 33], 0.37336347, 1e-8);
}

static void systems_are_solved_and_singular_ones_are_told(void **state) {
  static double a[N * N], kept[N * N], b[3 * N], right[3 * N];
  struct chance c;
  bool regular;
  (void)state;
  chance_start(&c, 18, 0);
  for (int round = 0; round < 200; round++) {
    size_t n = (size_t)chance_below(&c, N + 1);
    for (size_t i = 0; i < n * n; i++)
      a[i] = kept[i] = chance_share(&c) - 0.5;
    for (size_t i = 0; i < 3 * n; i++)
      b[i] = right[i] = chance_share(&c);
    assert_int_equal(dense_solve(&regular, a, b, n, 3, NULL), KERNEL_DONE);
    assert_true(regular);
    for (size_t k = 0; k < 3; k++)
      for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; j < n; j++)
          sum += kept[i * n + j] * b[k * n + j];
        assert_near(sum, right[k * n + i], 1e-9);
      }
    if (n < 2) continue;
    memcpy(a, kept, n * n * sizeof *a);
    memcpy(a, a + n, n * sizeof *a); /* two rows alike */
    assert_int_equal(dense_solve(&regular, a, b, n, 1, NULL), KERNEL_DONE);
    assert_false(regular);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(eigenvalues_are_those_of_jacobi_and_vectors_fit),
      cmocka_unit_test(karate_has_its_greatest_eigenvalue),
      cmocka_unit_test(systems_are_solved_and_singular_ones_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
