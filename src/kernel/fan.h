/* Fans: how many routes that share nothing lead from one node to a crowd of others. */
#ifndef NONET_KERNEL_FAN_H
#define NONET_KERNEL_FAN_H

#include "kernel/flow.h"

/* For many questions about one network, each near its start: what a question turns round is turned back at its end. */
struct fan {
  struct flow_net net;
  uint64_t *came_by, *turned; /* arc by which a point was reached; arcs turned round so far */
  uint32_t *seen;             /* round in which a point was reached last */
  size_t turned_count, turned_room;
  uint32_t round;
  bool split, failed; /* failed: out of memory */
};

/* Split: routes share no node, the ends in the crowd included; else no edge. */
enum kernel_code fan_start(struct fan *f, const struct graph *g, bool split);
void fan_free(struct fan *f);

/* Where a route may end: at node `to`, or (rank not NULL) at any node that ranks before `before`. */
struct fan_goal {
  uint32_t to;
  const uint32_t *rank;
  uint32_t before;
};

/* Routes from node v to the goal, counted up to `limit`. O(limit x m), and much less where the goal is near. */
uint32_t fan_routes(struct fan *f, uint32_t v, const struct fan_goal *goal, uint32_t limit);

#endif
