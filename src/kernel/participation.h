/* Nodes and groups: how ties are spread over the groups of a partition. */
#ifndef NONET_KERNEL_PARTICIPATION_H
#define NONET_KERNEL_PARTICIPATION_H

#include "kernel/graph.h"

#define PARTICIPATION_NO_GROUP UINT32_MAX

/* A partition: group[v] < groups, or PARTICIPATION_NO_GROUP; ties to nodes without group are left out. */
struct participation_groups {
  const uint32_t *group;
  uint32_t groups;
};

/* Arrays of n entries, of the caller; each may be NULL. Ties count with their strength (above 0) where g has it, both ways when
 * directed. */
struct participation {
  double *internal, *external; /* strength of ties to the own group, to other groups; NaN without group */
  double *coefficient;         /* 1 - sum over groups of (share of ties)^2: Blau's diversity of the neighbours; NaN without ties */
  double *z_population;        /* (internal - mean in the group) / its standard deviation over N; NaN where that is 0 */
  double *z_sample;            /* the same over N - 1 */
};

/* O(n + m + groups). */
enum kernel_code participation(struct participation *out, const struct graph *g, const struct participation_groups *p);

/* ties[a * groups + b]: strength of the ties from group a to b; undirected: between them, each tie once. pairs[..]: how many ties there
 * could be, so that their quotient is the density. Arrays of groups^2 entries, of the caller. O(n + m + groups^2). */
enum kernel_code participation_between(double *ties, double *pairs, const struct graph *g, const struct participation_groups *p);

/* The E-I index of the whole: (external - internal) / (external + internal) ties, unweighted, and what it is when the groups are dealt to
 * the nodes by chance: exact mean and standard deviation, and from permutations the shares that are at most, at least, and as far from the
 * mean as, the observed one (the observed one counted in, so never 0). NaN without ties. */
struct participation_test {
  uint64_t external, internal;
  double index, mean, sd;
  double p_low, p_high, p_two;
};

/* Same seed, same result. O(m) a permutation; permutations 0 gives NaN for the three shares. */
enum kernel_code participation_test(struct participation_test *out, const struct graph *g, const struct participation_groups *p,
                                    uint32_t permutations, uint64_t seed, const struct kernel_watch *watch);

#endif
