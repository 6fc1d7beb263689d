/* The meeting: a breadth-first search from both ends at once, for all shortest paths by steps, in a graph that is never built. */
#ifndef NONET_KERNEL_MEETING_H
#define NONET_KERNEL_MEETING_H

#include "kernel/graph.h"
#include "kernel/rows.h"

/* The nodes of all shortest paths, in the order of their distance from the beginning. */
struct meeting {
  bool found;
  uint32_t steps; /* of each path */
  uint32_t count;
  uint32_t *node;     /* owned */
  uint32_t *distance; /* owned; of each of them, in steps from the beginning */
};

/* `from` and `to` differ. `within`: at most so many steps; 0: any. O(what is nearer to an end than where they meet), at most O(n + m), time
 * and memory. */
enum kernel_code meeting_find(struct meeting *out, const struct rows *rows, uint32_t from, uint32_t to, uint32_t within,
                              const struct kernel_watch *watch);
void meeting_free(struct meeting *m);

#endif
