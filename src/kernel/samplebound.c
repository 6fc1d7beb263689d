/* Bounds of sampling.
 *
 * Chernoff's bound in the form of Hoeffding's first theorem: if the mean of independent numbers in [0, 1] is q, the mean of `samples` of
 * them falls to p < q or below with a probability of at most exp(-samples * entropy(p, q)), and so upwards. It is never weaker than
 * Hoeffding's 2 samples epsilon^2, and far stronger where the mean is near 0, as betweenness mostly is.
 *
 * Sources: (1) W. Hoeffding 1963, Probability inequalities for sums of bounded random variables, doi:10.1080/01621459.1963.10500830;
 * (2) M. Riondato, E. M. Kornaropoulos 2014, Fast approximation of betweenness centrality through sampling, doi:10.1145/2556195.2556224. */
#include "kernel/samplebound.h"

#include <math.h>

double samplebound_dimension(double diameter, double epsilon, double delta) {
  if (diameter < 3) return 1;
  return ceil(.5 / (epsilon * epsilon) * (floor(log2(diameter - 2)) + 1 + log(1 / delta)));
}

double samplebound_hoeffding(double values, double epsilon, double delta) {
  return ceil(log(2 * fmax(values, 1) / delta) / (2 * epsilon * epsilon));
}

/* x ln(x / y), 0 at x = 0. */
static double part(double x, double y) {
  return x > 0 ? x * log(x / y) : 0;
}

double samplebound_entropy(double p, double q) {
  if ((q <= 0 && p > 0) || (q >= 1 && p < 1)) return (double)INFINITY;
  return part(p, q) + part(1 - p, 1 - q);
}

bool samplebound_below(double seen, double samples, double epsilon, double surprise) {
  return seen + epsilon >= 1 || samples * samplebound_entropy(seen, seen + epsilon) >= surprise;
}

bool samplebound_above(double seen, double samples, double epsilon, double surprise) {
  return seen <= epsilon || samples * samplebound_entropy(seen, seen - epsilon) >= surprise;
}

double samplebound_width(double seen, double samples, double surprise) {
  double low = 0, high = 1; /* high always holds */
  for (int i = 0; i < 60; i++) {
    double half = (low + high) / 2;
    bool holds = samplebound_below(seen, samples, half, surprise) && samplebound_above(seen, samples, half, surprise);
    *(holds ? &high : &low) = half;
  }
  return high;
}
