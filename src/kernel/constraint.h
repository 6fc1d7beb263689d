/* Burt's constraint: how far a node's contacts are tied to each other. */
#ifndef NONET_KERNEL_CONSTRAINT_H
#define NONET_KERNEL_CONSTRAINT_H

#include "kernel/graph.h"

/* out[i] = sum over neighbours j of (p_ij + sum over neighbours q of p_iq p_qj)^2, with p_ij = z_ij / sum of z_i*, z_ij the strength both
 * ways (1 for each edge without strengths). NaN where a node has no strength at all. Strengths are not negative. O(sum over i of the
 * degrees of its neighbours). */
enum kernel_code constraint(double *out, const struct graph *g, const struct kernel_watch *watch);

#endif
