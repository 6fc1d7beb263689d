/* Unit flow: how many routes without a common edge (or node) lead from one place to another. */
#ifndef NONET_KERNEL_FLOW_H
#define NONET_KERNEL_FLOW_H

#include "kernel/graph.h"

/* A network of arcs that carry one unit each. Every arc stands beside its turned twin, which starts empty.
 *
 *   first[v] .. first[v + 1]: arcs at v    to[a]: far end    twin[a]: the same arc seen from there    room[a]: 1 or 0 at the start
 *
 * With nodes split, node v is 2v (where arcs come in) and 2v + 1 (where they leave), with one unit between. */
struct flow_net {
  uint32_t places;
  uint64_t arcs, *first, *twin;
  uint32_t *to;
  uint8_t *room;
};

/* What one worker needs for itself. */
struct flow_scratch {
  uint8_t *room;
  uint64_t *came_by; /* arc by which a place was reached */
  uint32_t *seen, *queue;
  uint32_t round;
};

bool flow_net_start(struct flow_net *out, const struct graph *g, bool split_nodes);
void flow_net_free(struct flow_net *f);
bool flow_scratch_start(struct flow_scratch *s, const struct flow_net *f);
void flow_scratch_free(struct flow_scratch *s);

/* Units from one place to another, counted up to `limit`. O(limit x arcs). */
uint32_t flow_units(const struct flow_net *f, struct flow_scratch *s, uint32_t from, uint32_t to, uint32_t limit);

#endif
