/* The columns of a network that edits make: room for what is new, and what merging changes. */
#ifndef NONET_NET_EDIT_COLUMNS_H
#define NONET_NET_EDIT_COLUMNS_H

#include "net/edit.h"

/* Columns that new ties need even where the network had none. */
struct edit_needs {
  bool kind, layer, weight, source, direction;
};

/* Room for `more` rows behind `old` ones, filled with "not said". A column that nothing needs stays absent. */
nonet_code edit_widen_nodes(nonet *v, uint32_t old, uint32_t more, bool kinds, nonet_err *err);
nonet_code edit_widen_ties(nonet *v, uint32_t old, uint32_t more, const struct edit_needs *needs, nonet_err *err);

/* Further columns end at the rows that there are in the end. */
void edit_close_columns(struct net_columns *c, uint32_t rows);
/* Ties from `old` on have no parents. */
nonet_code edit_close_parents(nonet *v, uint32_t old, nonet_err *err);

/* Aliases of all nodes: a node has those of the nodes that were merged into it, and their keys, labels and short names. */
nonet_code edit_aliases(nonet *v, const struct edit_work *w, const uint32_t *map, nonet_err *err);

/* The layers declared for each node of v, in the numbers of the work. */
struct edit_declared {
  uint64_t *first; /* owned; nodes + 1 */
  uint32_t *layer; /* owned */
  uint64_t count;
  size_t room;
};
nonet_code edit_declare(struct edit_declared *out, const struct edit_work *w, const uint32_t *map, const nonet *v, nonet_err *err);

#endif
