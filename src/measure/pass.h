/* What several measures of one call share: passes over the network that run once and are kept until the call ends. */
#ifndef NONET_MEASURE_PASS_H
#define NONET_MEASURE_PASS_H

#include "base/buffer.h"
#include "kernel/distance.h"
#include "measure/measure.h"

/* Results of passes, each made when first asked for; index 1 is with weights. Owned by the call of nonet_measure. */
struct measure_shared {
  struct distances *distances[2];
  bool all_distances; /* some measure of the call reads them */
  double *betweenness[2];
  uint32_t *component, *component_size, components;
  uint64_t *triangles;
  uint8_t *cut, *bridge;
  bool has_components, has_lowpoints;
  struct buffer sampled; /* what a measure from samples says of itself, for a line under the sheet */
  bool used_igraph;      /* set by a method that goes through igraph */
};
void pass_free(struct measure_shared *shared);

/* The simple network read as undirected (without weights): the same graph where it is that already. */
nonet_code pass_undirected(const struct graph **out, const struct measure_ask *ask, nonet_err *err);

/* All distances, along the arcs, by length when weighted. */
nonet_code pass_distances(const struct distances **out, const struct measure_ask *ask, nonet_err *err);
/* Raw betweenness of each node. */
nonet_code pass_betweenness(const double **out, const struct measure_ask *ask, nonet_err *err);
/* Seconds that pass_distances takes. */
nonet_code pass_distances_seconds(double *out, const struct measure_ask *ask, nonet_err *err);
/* Weak components: the part of each node, 0 the largest; how many; how large. */
nonet_code pass_components(const struct measure_shared **out, const struct measure_ask *ask, nonet_err *err);
/* Triangles at each node, undirected. */
nonet_code pass_triangles(const uint64_t **out, const struct measure_ask *ask, nonet_err *err);
/* Cut nodes and bridges (edges of the undirected simple network). */
nonet_code pass_lowpoints(const struct measure_shared **out, const struct measure_ask *ask, nonet_err *err);

/* How a kernel is watched over during a call, and what its code means to the caller. */
struct kernel_watch pass_watch(const struct measure_ask *ask);
nonet_code pass_result(enum kernel_code code, const struct measure_ask *ask, nonet_err *err);

#endif
