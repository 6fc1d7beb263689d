/* Parts: which nodes hang together, and how they come apart when something changes. */
#ifndef NONET_ASK_WHATIF_PARTS_H
#define NONET_ASK_WHATIF_PARTS_H

#include "base/run.h"
#include "net/net.h"

/* A group of nodes that stay together; several groups of one whole were together before. */
struct parts_group {
  uint32_t whole;
  uint32_t first, count; /* in parts.node */
};

/* Wholes that come apart, each with its groups: greatest first, then by the least key. Nodes of a group are ascending. */
struct parts {
  struct parts_group *group; /* owned */
  uint32_t *node;            /* owned */
  uint32_t groups, wholes;
  double pairs; /* that were together and are not any more */
};

/* Compare two partitions of n's nodes, numbers below `nodes`; NONET_NONE in either: the node does not count. O(n). */
nonet_code parts_compare(struct parts *out, const nonet *n, const uint32_t *before, const uint32_t *after, nonet_err *err);
void parts_free(struct parts *p);

/* The component of each node, whichever way ties point. O(n + m). */
nonet_code parts_components(uint32_t *part, const nonet *n, nonet_err *err);

/* How the component of a node comes apart without it. O(n + m). */
nonet_code parts_without(struct parts *out, const nonet *n, uint32_t node, nonet_err *err);

#endif
