/* Lengths as multiples of a common unit.
 *
 * What: 0.1 + 0.2 and 0.3 are equal lengths to a person and different doubles; 1/3 + 1/3 + 1/3 and 1 as well. Whether two routes tie
 * decides betweenness, so the comparison must be right. Each length is taken as the simplest fraction that it is the double of (by its
 * continued fraction; denominators up to a million); with the least common multiple L of all denominators, length x L is a whole number.
 * Where n times the longest stays below 2^53 every sum along a path is exact, and equality is equality. Else (lengths of no common unit)
 * the lengths stay as they are and routes within a relative 1e-12 count as equally long.
 *
 * Sources: (1) G. H. Hardy, E. M. Wright, An Introduction to the Theory of Numbers, ch. 10 (continued fractions). */
#include "kernel/length.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

#define LARGEST_DENOMINATOR 1000000.0
#define EXACT_UP_TO 9007199254740992.0 /* 2^53 */

/* The denominator of the simplest fraction within two roundings of x; 0 if none is small. */
static double denominator(double x) {
  double rest = x, p = 1, p_before = 0, q = 0, q_before = 1;
  for (int step = 0; step < 40; step++) {
    double whole = floor(rest), p_next = whole * p + p_before, q_next = whole * q + q_before;
    if (q_next > LARGEST_DENOMINATOR || p_next >= EXACT_UP_TO) return 0;
    if (fabs(p_next / q_next - x) <= 4.5e-16 * x) return q_next;
    p_before = p, p = p_next;
    q_before = q, q = q_next;
    if (rest - whole <= 0) return 0;
    rest = 1 / (rest - whole);
  }
  return 0;
}

static double greatest_divisor(double a, double b) {
  while (b > 0) {
    double r = fmod(a, b);
    a = b;
    b = r;
  }
  return a;
}

/* The common unit's inverse L, or 0. */
static double find_units(const struct graph *g) {
  double units = 1, longest = 0, last = 0;
  for (uint32_t e = 0; e < g->edges; e++) {
    double x = g->length[e];
    if (x > longest) longest = x;
    if (!(x > 0)) return 0;
    if (x == last) continue;
    last = x;
    double q = denominator(x);
    if (q <= 0) return 0;
    units *= q / greatest_divisor(units, q);
    if (units >= EXACT_UP_TO || units * longest * g->nodes >= EXACT_UP_TO) return 0;
  }
  return units;
}

enum kernel_code lengths_start(struct lengths *out, const struct graph *g) {
  *out = (struct lengths){NULL, 1, true};
  if (!g->length) return KERNEL_DONE;
  out->of_edge = memory_array(g->edges, sizeof *out->of_edge);
  if (!out->of_edge) return KERNEL_NO_MEMORY;
  double units = find_units(g);
  out->exact = units > 0;
  out->units = out->exact ? units : 1;
  for (uint32_t e = 0; e < g->edges; e++)
    out->of_edge[e] = out->exact ? nearbyint(g->length[e] * units) : g->length[e];
  return KERNEL_DONE;
}

void lengths_free(struct lengths *l) {
  free(l->of_edge);
  *l = (struct lengths){0};
}
