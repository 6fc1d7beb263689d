/* Nodes drawn as sources, and how far they are from all others: what sampled closeness of all kinds is made of. */
#ifndef NONET_MEASURE_SAMPLING_SOURCES_H
#define NONET_MEASURE_SAMPLING_SOURCES_H

#include "kernel/sources.h"
#include "measure/pass.h"

/* Put `due` of `count` nodes in front, in an order drawn by chance; with a greater `due` the same ones come first. `stream`: 0 and up. */
void sampling_shuffle(uint32_t *node, uint32_t count, double due, uint64_t seed, uint32_t stream);

/* Nodes of each weak component one behind the other, from first[component] on. */
bool sampling_by_component(uint32_t **node, uint32_t **first, const struct measure_shared *s, uint32_t nodes);

/* Distances of all nodes to the sources; frees nothing of what is asked. */
nonet_code sampling_sums(struct source_sums *out, const struct measure_ask *ask, const uint32_t *source, uint32_t count, nonet_err *err);

#endif
