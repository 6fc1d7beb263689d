/* The meeting: a breadth-first search from both ends at once, for all shortest paths by steps. */
#ifndef NONET_ASK_MEETING_H
#define NONET_ASK_MEETING_H

#include "ask/ways.h"
#include "base/run.h"

/* The nodes of all shortest paths, in the order of their distance from the beginning. */
struct meeting {
  bool found;
  uint32_t steps; /* of each path */
  uint32_t count;
  uint32_t *node;     /* owned */
  uint32_t *distance; /* owned; of each of them, in steps from the beginning */
};

/* from and to differ, and neither is closed. `within`: at most so many steps; 0: any. O(what is nearer to an end than where they meet), at
 * most O(n + m); memory is touched only where the search comes. */
nonet_code meeting_find(struct meeting *out, const struct ways *w, uint32_t from, uint32_t to, uint32_t within, const struct run *run,
                        nonet_err *err);
void meeting_free(struct meeting *m);

#endif
