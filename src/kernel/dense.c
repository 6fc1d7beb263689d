/* Dense routines for a few thousand rows.
 *
 * Eigenvalues: Householder reflections from the last row up make the matrix tridiagonal; then implicit QL steps with Wilkinson's shift
 * chase the entries beside the diagonal to zero. Backward stable: errors are of the order of rounding times the norm. Systems: elimination
 * by rows with the pivot of greatest size in the column.
 *
 * Sources: (1) J. H. Wilkinson, C. Reinsch 1971, Handbook for Automatic Computation II, contributions II/2 and II/3 (tridiagonalisation;
 * QL), doi:10.1007/978-3-642-86940-2; (2) G. H. Golub, C. F. Van Loan 2013, Matrix Computations, 4th ed., chapters 3 and 8. */
#include "kernel/dense.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#define STEPS 60 /* of QL for one eigenvalue; three are usual */

/* Reflect row i, whose first i entries become (0 .. 0, e): v is left in row i, H = I - v v^T / h. Returns h, 0 when there is nothing to do.
 */
static double reflect(double *row, double *beside, size_t i) {
  double scale = 0, h = 0;
  for (size_t k = 0; k < i; k++)
    scale += fabs(row[k]);
  *beside = i ? row[i - 1] : 0;
  if (i < 2 || scale == 0 || scale == fabs(row[i - 1])) return 0;
  for (size_t k = 0; k < i; k++) {
    row[k] /= scale;
    h += row[k] * row[k];
  }
  double f = row[i - 1], g = f > 0 ? -sqrt(h) : sqrt(h);
  *beside = scale * g;
  row[i - 1] = f - g;
  return h - f * g;
}

/* A becomes H A H in its first i rows and columns (the lower half is kept up): A - v w^T - w v^T. */
static void two_sided(double *a, size_t n, size_t i, double h, double *w) {
  const double *v = a + i * n;
  double k = 0;
  for (size_t r = 0; r < i; r++) {
    double sum = 0;
    for (size_t c = 0; c <= r; c++)
      sum += a[r * n + c] * v[c];
    for (size_t c = r + 1; c < i; c++)
      sum += a[c * n + r] * v[c];
    w[r] = sum / h;
    k += w[r] * v[r];
  }
  k /= 2 * h;
  for (size_t r = 0; r < i; r++)
    w[r] -= k * v[r];
  for (size_t r = 0; r < i; r++)
    for (size_t c = 0; c <= r; c++)
      a[r * n + c] -= v[r] * w[c] + w[r] * v[c];
}

/* Multiply the reflections out, first to last, into the matrix itself; h[i] of row i, 0 for none. */
static void multiply_out(double *a, const double *h, size_t n) {
  for (size_t i = 0; i < n; i++) {
    double *v = a + i * n;
    if (h[i] != 0) {
      for (size_t c = 0; c < i; c++) {
        double sum = 0;
        for (size_t k = 0; k < i; k++)
          sum += v[k] * a[k * n + c];
        for (size_t k = 0; k < i; k++)
          a[k * n + c] -= sum / h[i] * v[k];
      }
    }
    for (size_t k = 0; k < i; k++)
      v[k] = a[k * n + i] = 0;
    v[i] = 1;
  }
}

/* Diagonal d and the entries e[i] beside it, between i - 1 and i. */
static enum kernel_code tridiagonal(double *d, double *e, double *h, double *a, size_t n, bool vectors, const struct kernel_watch *watch) {
  for (size_t i = n; i-- > 0;) {
    if (!watch_says_go(watch)) return KERNEL_STOPPED;
    h[i] = reflect(a + i * n, &e[i], i);
    if (h[i] != 0) two_sided(a, n, i, h[i], d);
  }
  for (size_t i = 0; i < n; i++)
    d[i] = a[i * n + i];
  if (vectors) multiply_out(a, h, n);
  return KERNEL_DONE;
}

/* One implicit step on rows from .. to; the rotations go into the columns of z where there are vectors. e[i] is beside i and i + 1 here. */
static void ql_step(double *d, double *e, double *z, size_t n, size_t from, size_t to) {
  double g = (d[from + 1] - d[from]) / (2 * e[from]), r = hypot(g, 1);
  g = d[to] - d[from] + e[from] / (g + copysign(r, g));
  double s = 1, c = 1, p = 0;
  for (size_t i = to; i-- > from;) {
    double f = s * e[i], b = c * e[i];
    r = hypot(f, g);
    e[i + 1] = r;
    if (r == 0) { /* an entry became zero by chance: the rest starts anew */
      d[i + 1] -= p;
      e[to] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    r = (d[i] - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    for (size_t k = 0; z && k < n; k++) {
      double x = z[k * n + i + 1];
      z[k * n + i + 1] = s * z[k * n + i] + c * x;
      z[k * n + i] = c * z[k * n + i] - s * x;
    }
  }
  d[from] -= p;
  e[from] = g;
  e[to] = 0;
}

static enum kernel_code diagonal(bool *settled, double *d, double *e, double *z, size_t n, const struct kernel_watch *watch) {
  for (size_t i = 1; i < n; i++)
    e[i - 1] = e[i];
  if (n) e[n - 1] = 0;
  *settled = true;
  for (size_t l = 0; l < n; l++) {
    for (int step = 0;; step++) {
      size_t to = l;
      while (to + 1 < n && fabs(e[to]) > DBL_EPSILON * (fabs(d[to]) + fabs(d[to + 1])))
        to++;
      if (to == l) break;
      if (step == STEPS) {
        *settled = false;
        return KERNEL_DONE;
      }
      if (!watch_says_go(watch)) return KERNEL_STOPPED;
      ql_step(d, e, z, n, l, to);
    }
  }
  return KERNEL_DONE;
}

/* Ascending, columns with them: each value changes places once at most. */
static void put_in_order(double *d, double *z, size_t n) {
  for (size_t i = 0; i + 1 < n; i++) {
    size_t least = i;
    for (size_t k = i + 1; k < n; k++)
      if (d[k] < d[least]) least = k;
    if (least == i) continue;
    double kept = d[i];
    d[i] = d[least];
    d[least] = kept;
    for (size_t k = 0; z && k < n; k++) {
      kept = z[k * n + i];
      z[k * n + i] = z[k * n + least];
      z[k * n + least] = kept;
    }
  }
}

static void turn_signs(double *z, size_t n) {
  for (size_t c = 0; c < n; c++) {
    double most = 0, sign = 1;
    for (size_t r = 0; r < n; r++)
      if (fabs(z[r * n + c]) > most * (1 + 1e-12)) most = fabs(z[r * n + c]), sign = z[r * n + c];
    for (size_t r = 0; sign < 0 && r < n; r++)
      z[r * n + c] = -z[r * n + c];
  }
}

enum kernel_code dense_eigen(double *value, bool *settled, double *a, size_t n, bool vectors, const struct kernel_watch *watch) {
  double *e = memory_zeroed(n + 1, sizeof *e), *h = memory_zeroed(n + 1, sizeof *h);
  enum kernel_code code = e && h ? tridiagonal(value, e, h, a, n, vectors, watch) : KERNEL_NO_MEMORY;
  if (!code) code = diagonal(settled, value, e, vectors ? a : NULL, n, watch);
  if (!code) {
    put_in_order(value, vectors ? a : NULL, n);
    if (vectors) turn_signs(a, n);
  }
  free(e);
  free(h);
  return code;
}

static void swap_rows(double *x, double *y, size_t n) {
  for (size_t k = 0; k < n; k++) {
    double kept = x[k];
    x[k] = y[k];
    y[k] = kept;
  }
}

static void solve_upper(const double *a, double *b, size_t n) {
  for (size_t i = n; i-- > 0;) {
    double sum = b[i];
    for (size_t k = i + 1; k < n; k++)
      sum -= a[i * n + k] * b[k];
    b[i] = sum / a[i * n + i];
  }
}

enum kernel_code dense_solve(bool *regular, double *a, double *b, size_t n, size_t count, const struct kernel_watch *watch) {
  double norm = 0;
  for (size_t i = 0; i < n * n; i++)
    norm = fmax(norm, fabs(a[i]));
  *regular = true;
  for (size_t c = 0; c < n; c++) {
    size_t pivot = c;
    if (!watch_says_go(watch)) return KERNEL_STOPPED;
    for (size_t r = c + 1; r < n; r++)
      if (fabs(a[r * n + c]) > fabs(a[pivot * n + c])) pivot = r;
    if (!(fabs(a[pivot * n + c]) > DBL_EPSILON * norm)) {
      *regular = false;
      return KERNEL_DONE;
    }
    if (pivot != c) {
      swap_rows(a + c * n, a + pivot * n, n);
      for (size_t k = 0; k < count; k++)
        swap_rows(b + k * n + c, b + k * n + pivot, 1);
    }
    for (size_t r = c + 1; r < n; r++) {
      double factor = a[r * n + c] / a[c * n + c];
      if (factor == 0) continue;
      for (size_t k = c + 1; k < n; k++)
        a[r * n + k] -= factor * a[c * n + k];
      for (size_t k = 0; k < count; k++)
        b[k * n + r] -= factor * b[k * n + c];
    }
  }
  for (size_t k = 0; k < count; k++)
    solve_upper(a, b + k * n, n);
  return KERNEL_DONE;
}
