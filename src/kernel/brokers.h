/* Brokers between groups: the five roles of Gould and Fernandez, and what chance alone would give. */
#ifndef NONET_KERNEL_BROKERS_H
#define NONET_KERNEL_BROKERS_H

#include "kernel/graph.h"

/* By the groups of a -> v -> b, where a is not tied to b directly; v is the broker and B its group. */
enum broker_role {
  BROKER_COORDINATOR,    /* B -> B -> B */
  BROKER_ITINERANT,      /* A -> B -> A */
  BROKER_GATEKEEPER,     /* A -> B -> B */
  BROKER_REPRESENTATIVE, /* B -> B -> C */
  BROKER_LIAISON,        /* A -> B -> C */
  BROKER_ALL,            /* any of these */
  BROKER_ROLES
};

#define BROKER_NO_GROUP UINT32_MAX

/* count[v * BROKER_ROLES + role], zeroed for a node without group; nodes without group are no ends either. group[v] < groups or
 * BROKER_NO_GROUP. Undirected: each tie counts both ways, so a path counts once from each end. O(m^1.5 log n + n + groups). */
enum kernel_code brokers(uint64_t *count, const struct graph *g, const uint32_t *group, uint32_t groups, const struct kernel_watch *watch);

/* What is kept when ties are thrown anew, all networks being equally likely: how many there are, or only how likely each is (the density;
 * that is the model of Gould and Fernandez). Group sizes are kept in both. */
enum broker_model { BROKER_TIES_FIXED, BROKER_DENSITY_FIXED };

/* mean and sd [h * BROKER_ROLES + role] of a broker in group h, exactly; NaN for an empty group. O(groups^2). */
enum kernel_code brokers_expected(double *mean, double *sd, const struct graph *g, const uint32_t *group, uint32_t groups,
                                  enum broker_model model);

#endif
