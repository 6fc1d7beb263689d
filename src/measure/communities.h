/* Communities: groups found in the ties themselves, by one of several methods. */
#ifndef NONET_MEASURE_COMMUNITIES_H
#define NONET_MEASURE_COMMUNITIES_H

#include "measure/measure.h"

/* "leiden" and so on, for texts. */
#define COMMUNITIES_METHODS "leiden, louvain, infomap, walktrap, label-propagation or fast-greedy"

/* Group of each node (n entries of the caller), 0 the largest, of equal ones that whose least key comes first; *groups how many. `method`
 * "" is leiden. By strengths (not negative) with --weighted, also for a
 * measure that takes no weights itself: the communities of one call are the same for all. Does not depend on the order of rows, nor on
 * threads. NONET_EUSAGE: no such method. */
nonet_code communities_find(uint32_t *group, uint32_t *groups, const struct measure_ask *ask, const char *method, nonet_err *err);

/* The same on a graph of which only nodes, edges, directed, tail, head and strength are read, numbered in the order of its nodes. */
nonet_code communities_of_graph(uint32_t *group, uint32_t *groups, const struct graph *g, const struct measure_ask *ask, const char *method,
                                nonet_err *err);

/* Newman's modularity of groups, directed as the graph is; NaN without strength. A group of UINT32_MAX is none: its ties are left out.
 */
double communities_modularity(const struct graph *g, const uint32_t *group, uint32_t groups, bool *no_memory);

/* Infomap's description of a random walk, in bits a step; NaN without ties. */
nonet_code communities_codelength(double *out, const struct measure_ask *ask, nonet_err *err);

/* Labels that spread: each node takes the label that weighs most around it, until none changes. */
bool communities_labels(uint32_t *group, const struct graph *g, struct chance *chance);

#endif
