/* The work of building a network from some of another's nodes and ties, shared by view_subset.c and view_gather.c. */
#ifndef NONET_NET_VIEW_SUBSET_H
#define NONET_NET_VIEW_SUBSET_H

#include "net/view.h"

/* The work of building: what is kept, and where it went. All owned. */
struct subset_work {
  const struct subset *s;
  nonet *v;
  uint32_t *node, *tie;         /* new -> old */
  uint32_t *node_map, *tie_map; /* old -> new, NONET_NONE: left out */
  uint32_t *kind_map, *layer_map;
  uint64_t *declared_first; /* of new nodes */
  uint32_t *declared_layer; /* new layers */
};

/* Every column of the kept nodes, of the kept ties (with their parents). Kinds and layers keep their old numbers here. */
nonet_code subset_gather_nodes(struct subset_work *w, nonet_err *err);
nonet_code subset_gather_ties(struct subset_work *w, nonet_err *err);
/* What was asked among the kept nodes, of the layers that are kept. */
nonet_code subset_gather_surveys(struct subset_work *w, nonet_err *err);

#endif
