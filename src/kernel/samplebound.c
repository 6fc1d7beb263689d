/* Bounds of sampling.
 *
 * Chernoff's bound in the form of Hoeffding's first theorem: if the mean of independent numbers in [0, 1] is q, the mean of `samples` of
 * them falls to p < q or below with a probability of at most exp(-samples * entropy(p, q)), and so upwards. It is never weaker than
 * Hoeffding's 2 samples epsilon^2, and far stronger where the mean is near 0, as betweenness mostly is.
 *
 * In closed form: entropy(p, q) is the integral of (t - p) / (t (1 - t)) from p to q, so at least (q - p)^2 over 2 q where q > p, over 2 p
 * where q < p, likewise with 1 - p and 1 - q, and always 2 (q - p)^2 (Pinsker); solved for q, the nearest of the three counts.
 *
 * Sources: (1) W. Hoeffding 1963, Probability inequalities for sums of bounded random variables, doi:10.1080/01621459.1963.10500830;
 * (2) M. Riondato, E. M. Kornaropoulos 2014, Fast approximation of betweenness centrality through sampling, doi:10.1145/2556195.2556224;
 * (3) R. Bardenet, O.-A. Maillard 2015, Concentration inequalities for sampling without replacement, doi:10.3150/14-BEJ605 (theorem 4.3:
 * each side but with 5 exp(-surprise)). */
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

/* How far above `seen` the true mean can lie; turned round also how far below. */
static double room_above(double seen, double share) {
  double near_zero = share + sqrt(share * share + 2 * share * seen), near_one = sqrt(2 * share * (1 - seen));
  return fmin(fmin(near_zero, near_one), sqrt(share / 2));
}

struct samplebound_range samplebound_range(double seen, double samples, double surprise) {
  double share = surprise / samples;
  return (struct samplebound_range){fmax(seen - room_above(1 - seen, share), 0), fmin(seen + room_above(seen, share), 1)};
}

struct samplebound_range samplebound_varied(double seen, double variance, double samples, double population, double surprise) {
  double left = samples <= population / 2 ? 1 - (samples - 1) / population : (1 - samples / population) * (1 + 1 / samples);
  double share = (surprise + log(5)) / samples, room = sqrt(2 * fmax(variance, 0) * left * share) + (7. / 3 + 3 / sqrt(2)) * share;
  return (struct samplebound_range){fmax(seen - room, 0), fmin(seen + room, 1)};
}
