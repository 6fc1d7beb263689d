/* How many samples a guarantee takes, and what a number of samples guarantees. All bounds hold for finitely many samples. */
#ifndef NONET_KERNEL_SAMPLEBOUND_H
#define NONET_KERNEL_SAMPLEBOUND_H

#include <stdbool.h>
#include <stdint.h>

/* Riondato and Kornaropoulos (2014): samples for all nodes at once, from the number of nodes of the longest shortest path (`diameter`, at
 * least 3, else 1 is enough): c / e^2 (floor(log2(diameter - 2)) + 1 + ln(1 / d)) with c = 1/2, which they take from experiments. */
double samplebound_dimension(double diameter, double epsilon, double delta);

/* Hoeffding (1963) and the union over `values` means of numbers in [0, 1]: samples after which all are within epsilon but with probability
 * delta. */
double samplebound_hoeffding(double values, double epsilon, double delta);

/* The relative entropy of a coin with p to one with q, in natural units; infinite where q rules out what p allows. */
double samplebound_entropy(double p, double q);

/* Chernoff's bound: after `samples` tries that gave the mean `seen`, is it farther than epsilon below (above) the true one with a
 * probability of at most exp(-surprise)? */
bool samplebound_below(double seen, double samples, double epsilon, double surprise);
bool samplebound_above(double seen, double samples, double epsilon, double surprise);

/* The least epsilon for which both hold. */
double samplebound_width(double seen, double samples, double surprise);

/* Where the true mean lies, each end but with a probability of exp(-surprise): a little wider than Chernoff's bound, in closed form. */
struct samplebound_range {
  double low, high;
};
struct samplebound_range samplebound_range(double seen, double samples, double surprise);

/* The same by Bardenet and Maillard (2015) from the variance that was seen, for samples that were drawn out of a population without putting
 * them back: far nearer where numbers differ little and samples are many. */
struct samplebound_range samplebound_varied(double seen, double variance, double samples, double population, double surprise);

#endif
