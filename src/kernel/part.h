/* A part of a graph as a graph of its own: some of its nodes and what joins them. */
#ifndef NONET_KERNEL_PART_H
#define NONET_KERNEL_PART_H

#include "kernel/graph.h"

#define PART_NONE UINT32_MAX

/* Owns its arrays. Node i of `graph` is the i-th kept one. Weights come along. */
struct part {
  struct graph graph;
  uint64_t *first, *in_first;
  uint32_t *to, *edge, *in_to, *in_edge, *tail, *head;
  double *strength, *length;
};

/* The part of g that `count` nodes make, `node` ascending. `place`: n entries of PART_NONE, left as they were. O(ends of those nodes). */
enum kernel_code part_start(struct part *out, const struct graph *g, const uint32_t *node, uint32_t count, uint32_t *place);
void part_free(struct part *p);

#endif
