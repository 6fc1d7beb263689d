/* Counting spanning trees, exactly where a double can hold the number.
 *
 * By Kirchhoff's theorem the number is a minor of the Laplacian, that is, the product of the pivots when it is taken apart. As nothing is
 * subtracted there, the product has a relative error of a few rounding errors a node. Below 2^53 that leaves a few candidates, and the same
 * product modulo a prime near 2^31 says which one it is.
 *
 * Sources: (1) G. Kirchhoff 1847, doi:10.1002/andp.18471481202. */
#include "kernel/spanning.h"

#include "kernel/laplacian.h"

#include <math.h>

static const uint32_t primes[] = {2147483647u, 2147483629u, 2147483587u};
#define PRIMES (sizeof primes / sizeof primes[0])
#define EXACT_BELOW 9007199254740992.0 /* 2^53 */

/* Product of pivots as fraction * 2^power, so that it never overflows. */
static double product(const struct laplacian *l, double *log_product) {
  double fraction = 1, power = 0;
  for (uint32_t i = 0; i < l->nodes; i++) {
    int shift;
    if (l->pivot[i] == 0) continue;
    fraction = frexp(fraction * l->pivot[i], &shift);
    power += shift;
  }
  *log_product = log(fraction) + power * log(2);
  return power > 2000 ? (double)INFINITY : power < -2000 ? 0 : ldexp(fraction, (int)power);
}

/* The whole number nearest to x with that residue; false if it is too far away to be the one meant. */
static bool settle(double *x, uint32_t residue, uint32_t prime) {
  double near = round(*x);
  int64_t gap = (int64_t)residue - (int64_t)fmod(near, prime);
  if (gap > prime / 2) gap -= prime;
  if (gap < -(int64_t)(prime / 2)) gap += prime;
  if (fabs((double)gap) > 1 + 1e-10 * near) return false;
  *x = near + (double)gap;
  return true;
}

enum kernel_code spanning_trees(struct spanning *out, const struct graph *g, const struct kernel_watch *watch) {
  *out = (struct spanning){(double)NAN, (double)NAN, (double)NAN, false};
  if (g->nodes == 0) return KERNEL_DONE;
  for (size_t i = 0; i < PRIMES && !out->exact; i++) {
    struct laplacian l;
    enum kernel_code code = laplacian_start(&l, g, primes[i], watch);
    if (code) return code;
    uint32_t residue = l.residue, parts = l.parts;
    double trees = product(&l, &out->log_forests);
    laplacian_free(&l);
    out->trees = parts == 1 ? trees : 0;
    out->log_trees = parts == 1 ? out->log_forests : -(double)INFINITY;
    out->exact = parts > 1;
    if (g->strength || out->exact || trees >= EXACT_BELOW) break;
    if (residue) out->exact = settle(&out->trees, residue, primes[i]);
  }
  return KERNEL_DONE;
}
