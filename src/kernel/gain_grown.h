/* A graph with edges and nodes added: what it would be if gaps were closed. */
#ifndef NONET_KERNEL_GAIN_GROWN_H
#define NONET_KERNEL_GAIN_GROWN_H

#include "kernel/graph.h"

#include <stddef.h>

/* Owns its arrays; unweighted. Edges keep their numbers, new ones come behind in order. */
struct grown {
  struct graph graph;
  uint64_t *first;
  uint32_t *to, *edge, *tail, *head;
  uint64_t *in_first; /* directed; else NULL, as the next two */
  uint32_t *in_to, *in_edge;
};

/* Directed: ties go from the first to the second. Pairs are not tied in g and all different; they may name the `spare` nodes behind g's.
 * O(n + m). On failure nothing is left to free. */
enum kernel_code grown_start(struct grown *out, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t spare);
void grown_free(struct grown *w);

#endif
