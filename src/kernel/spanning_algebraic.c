/* Algebraic connectivity: the least eigenvalue of the Laplacian but the 0 of the constant vector.
 *
 * Small networks: all eigenvalues of the dense matrix. Others: Lanczos on the inverse of the Laplacian, at right angles to the constant
 * vector, where the eigenvalue sought is the greatest and well apart, so some dozens of steps do. Each new vector is made orthogonal to all
 * before, twice. When the basis is full it begins anew from the best vector so far.
 *
 * Sources: (1) M. Fiedler 1973, Algebraic connectivity of graphs, Czechoslovak Math. J. 23, 298-305; (2) B. N. Parlett 1980, The Symmetric
 * Eigenvalue Problem, chapter 13. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/dense.h"
#include "kernel/laplacian.h"
#include "kernel/spanning.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DENSE 200
#define BASIS 80 /* vectors before a new beginning */
#define BEGINNINGS 40
#define TOLERANCE 1e-13

struct lanczos {
  struct laplacian l;
  size_t n, count;
  double *basis; /* BASIS + 1 vectors of n */
  double diagonal[BASIS], beside[BASIS], ritz[BASIS * BASIS];
};

static double inner(const double *x, const double *y, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

static void centre(double *x, size_t n) {
  double mean = 0;
  for (size_t i = 0; i < n; i++)
    mean += x[i];
  mean /= (double)n;
  for (size_t i = 0; i < n; i++)
    x[i] -= mean;
}

static double make_unit(double *x, size_t n) {
  double length = sqrt(inner(x, x, n));
  for (size_t i = 0; i < n && length > 0; i++)
    x[i] /= length;
  return length;
}

/* One more vector: the image of the last one, less its parts along all before. Returns the length of what was left. */
static double extend(struct lanczos *z) {
  size_t n = z->n, k = z->count;
  double *last = z->basis + k * n, *next = last + n;
  memcpy(next, last, n * sizeof *next);
  laplacian_solve(&z->l, next);
  centre(next, n);
  z->diagonal[k] = inner(next, last, n);
  for (int again = 0; again < 2; again++)
    for (size_t j = 0; j <= k; j++) {
      const double *other = z->basis + j * n;
      double part = inner(next, other, n);
      for (size_t i = 0; i < n; i++)
        next[i] -= part * other[i];
    }
  centre(next, n);
  double length = make_unit(next, n);
  z->beside[k] = length;
  z->count++;
  return length;
}

/* The greatest eigenvalue of the small matrix, its error bound, and its vector in the last column of `ritz`. */
static enum kernel_code greatest(struct lanczos *z, double *value, double *error, const struct kernel_watch *watch) {
  size_t k = z->count;
  double values[BASIS];
  bool settled;
  memset(z->ritz, 0, k * k * sizeof *z->ritz);
  for (size_t i = 0; i < k; i++) {
    z->ritz[i * k + i] = z->diagonal[i];
    if (i + 1 < k) z->ritz[i * k + i + 1] = z->ritz[(i + 1) * k + i] = z->beside[i];
  }
  enum kernel_code code = dense_eigen(values, &settled, z->ritz, k, true, watch);
  *value = values[k - 1];
  *error = settled ? fabs(z->beside[k - 1] * z->ritz[(k - 1) * k + k - 1]) : (double)INFINITY;
  return code;
}

/* Begin anew from the best vector so far. */
static void begin_again(struct lanczos *z) {
  size_t n = z->n, k = z->count;
  double *best = z->basis + k * n;
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = 0; j < k; j++)
      sum += z->basis[j * n + i] * z->ritz[j * k + k - 1];
    best[i] = sum;
  }
  centre(best, n);
  make_unit(best, n);
  memcpy(z->basis, best, n * sizeof *best);
  z->count = 0;
}

static enum kernel_code iterate(double *value, struct lanczos *z, const struct kernel_watch *watch) {
  struct chance c;
  size_t most = z->n - 1 < BASIS ? z->n - 1 : BASIS;
  double inverse = 0, error = (double)INFINITY;
  chance_start(&c, 0, 0);
  for (size_t i = 0; i < z->n; i++)
    z->basis[i] = chance_share(&c) - 0.5;
  centre(z->basis, z->n);
  make_unit(z->basis, z->n);
  for (int beginning = 0; beginning < BEGINNINGS && error > TOLERANCE * inverse; beginning++) {
    bool ended = false;
    if (beginning) begin_again(z);
    while (z->count < most && !ended) {
      if (!watch_says_go(watch)) return KERNEL_STOPPED;
      ended = extend(z) <= TOLERANCE * z->diagonal[0];
      if (!ended && z->count % 8 && z->count < most) continue;
      enum kernel_code code = greatest(z, &inverse, &error, watch);
      if (code) return code;
      ended = ended || error <= TOLERANCE * inverse;
    }
  }
  *value = 1 / inverse;
  return KERNEL_DONE;
}

/* All eigenvalues; NaN in *value if they did not settle. */
static enum kernel_code by_all(double *value, const struct graph *g, const struct kernel_watch *watch) {
  size_t n = g->nodes;
  double *a = memory_zeroed(n * n, sizeof *a), *values = memory_array(n, sizeof *values);
  enum kernel_code code = KERNEL_NO_MEMORY;
  bool settled;
  if (a && values) {
    for (uint32_t e = 0; e < g->edges; e++) {
      size_t u = g->tail[e], v = g->head[e];
      double s = g->strength ? g->strength[e] : 1;
      a[u * n + v] -= s;
      a[v * n + u] -= s;
      a[u * n + u] += s;
      a[v * n + v] += s;
    }
    code = dense_eigen(values, &settled, a, n, false, watch);
    if (!code && settled) *value = values[1];
  }
  free(a);
  free(values);
  return code;
}

enum kernel_code spanning_algebraic_connectivity(double *value, const struct graph *g, uint32_t dense, const struct kernel_watch *watch) {
  *value = (double)NAN;
  if (g->nodes < 2) return KERNEL_DONE;
  struct lanczos *z = memory_zeroed(1, sizeof *z);
  if (!z) return KERNEL_NO_MEMORY;
  z->n = g->nodes;
  enum kernel_code code = laplacian_start(&z->l, g, 0, watch);
  if (!code && z->l.parts > 1)
    *value = 0; /* exactly, where an eigenvalue would only be nearly so */
  else if (!code && g->nodes <= (dense ? dense : DENSE))
    code = by_all(value, g, watch);
  if (!code && isnan(*value)) {
    z->basis = memory_array((BASIS + 1) * z->n, sizeof *z->basis);
    code = z->basis ? iterate(value, z, watch) : KERNEL_NO_MEMORY;
  }
  laplacian_free(&z->l);
  free(z->basis);
  free(z);
  return code;
}
