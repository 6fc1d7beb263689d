/* Betweenness from a sample of shortest paths, with a guarantee. */
#ifndef NONET_KERNEL_SAMPLED_H
#define NONET_KERNEL_SAMPLED_H

#include "kernel/graph.h"

struct sampled_ask {
  uint64_t samples; /* so many paths; 0: until the guarantee holds */
  double epsilon;   /* with samples 0: above 0, below 1 */
  double delta;     /* above 0, below 1 */
  uint64_t seed;
};

struct sampled {
  uint64_t samples; /* that were drawn for the result */
  uint64_t pilot;   /* that were drawn before, to share out delta */
  double epsilon;   /* all values are within it but with a probability of delta */
};

/* node[v]: the share of ordered pairs of nodes that v lies between, as betweenness() over n (n - 1). But with a probability of delta, each
 * of them is within epsilon of the true one; a node that no path can pass gets 0 exactly. Lengths are left out of account. The same bytes
 * come out at any number of threads. O(samples n^1/2) expected, O(samples (n + m)) at worst. Space: 33 bytes a node for each worker. */
enum kernel_code betweenness_sampled(double *node, struct sampled *out, const struct graph *g, const struct sampled_ask *ask,
                                     const struct kernel_watch *watch);

#endif
