/* One call through igraph: lock, graph, weights, call, copy out, unlock. The second method of many measures. */
#ifndef NONET_MEASURE_THROUGH_IGRAPH_H
#define NONET_MEASURE_THROUGH_IGRAPH_H

#include "measure/measure.h"
#include "net/igraph_border.h"

/* Fill `out` (initialised, of any length) from the graph; `weights` is NULL when the measure is not weighted. */
typedef igraph_error_t through_call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask);

enum through_weights { THROUGH_NONE = 0, THROUGH_LENGTHS, THROUGH_STRENGTHS };

/* Make the call on the simple network, directed as the ask's or (undirected true) not, and copy its `count` numbers to out. */
nonet_code through_igraph(double *out, size_t count, const struct measure_ask *ask, bool undirected, enum through_weights weights,
                          through_call *call, nonet_err *err);

/* Whole numbers as a vector of doubles. */
igraph_error_t through_whole(igraph_vector_t *out, const igraph_vector_int_t *from);

#endif
