/* Betweenness by length from one source of a reduced network at a time. */
#ifndef NONET_KERNEL_LENGTHWISE_H
#define NONET_KERNEL_LENGTHWISE_H

#include "kernel/dial.h"
#include "kernel/halt.h"
#include "kernel/heap.h"
#include "kernel/length.h"
#include "kernel/reduce.h"

/* Of one worker: 36 bytes a node. Every distance is INFINITY between two sources. */
struct lengthwise {
  double *distance, *sigma, *share;
  uint32_t *order; /* nodes as they were settled */
  uint32_t settled;
  bool by_dial; /* lengths are whole numbers within the ring */
  struct dial dial;
  struct heap heap;
};

bool lengthwise_start(struct lengthwise *s, const struct reduced *r, const struct lengths *l);
void lengthwise_free(struct lengthwise *s);

/* Adds the source's sums over ordered pairs; node and edge may be NULL. False: a count of paths went beyond double, or there is a halt. */
bool lengthwise_walk(struct lengthwise *s, const struct reduced *r, const struct lengths *l, uint32_t source, double *node, double *edge,
                     struct halt *halt, unsigned worker);

#endif
