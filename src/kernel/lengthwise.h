/* Betweenness by length from one source of a reduced network at a time. */
#ifndef NONET_KERNEL_LENGTHWISE_H
#define NONET_KERNEL_LENGTHWISE_H

#include "kernel/dial.h"
#include "kernel/halt.h"
#include "kernel/heap.h"
#include "kernel/length.h"
#include "kernel/reduce.h"

/* Of one worker: 48 bytes a node and 4 an arc (8 when edges are asked for). Every distance is INFINITY between two sources. */
struct lengthwise {
  double *distance, *sigma, *drawn; /* drawn: sum of shares of later nodes */
  uint32_t *order;                  /* nodes as they were settled */
  uint32_t settled;
  uint64_t *first;         /* the arcs on shortest paths into order[i]: first[i] .. */
  uint32_t *before, *edge; /* of each of them: where it comes from, and its number (NULL unless asked for) */
  double slack;            /* relative, within which routes are equally long */
  bool by_dial;            /* lengths are whole numbers within the ring */
  struct dial dial;
  struct heap heap;
};

bool lengthwise_start(struct lengthwise *s, const struct reduced *r, const struct lengths *l, bool edges);
void lengthwise_free(struct lengthwise *s);

/* Adds the source's sums over ordered pairs; node and edge may be NULL. False: a count of paths went beyond double, or there is a halt. */
bool lengthwise_walk(struct lengthwise *s, const struct reduced *r, uint32_t source, double *node, double *edge, struct halt *halt,
                     unsigned worker);

#endif
