/* A set of nodes named behind a colon: "A;B;C". */
#ifndef NONET_MEASURE_NODE_SET_H
#define NONET_MEASURE_NODE_SET_H

#include "net/net.h"

/* Each node once however often it is named. Owned. */
struct node_set {
  bool *member;   /* of each node of the network */
  uint32_t *node; /* ascending */
  uint32_t count;
};

/* Names between semicolons, spaces around them left out. NONET_EUSAGE: no such node, or no name at all, for which `usage` is how to ask. */
nonet_code node_set_start(struct node_set *out, const nonet *n, const char *names, const char *usage, nonet_err *err);
void node_set_free(struct node_set *set);

#endif
