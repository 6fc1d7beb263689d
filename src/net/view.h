/* Views from inside: each family is a file with rows of the registry at its foot; view.c lists them and does what all share. */
#ifndef NONET_NET_VIEW_H
#define NONET_NET_VIEW_H

#include "net/build.h"

/* What a view is made from. `argument` is what stands behind the colon; "" where nothing does. */
struct view_ask {
  const nonet *net;
  const char *argument;
  const struct run *run;
};

struct view_row {
  nonet_view_form form;
  const char *name; /* before the colon */
  bool takes_argument;
  nonet_code (*make)(nonet **out, const struct view_ask *ask, nonet_err *err);
};

struct view_rows {
  const struct view_row *at;
  size_t count;
};

extern const struct view_rows view_layer_rows, view_filter_rows, view_near_rows, view_confirm_rows, view_project_rows;

/* Some of a network's nodes and ties. */
struct subset {
  const nonet *net;
  uint8_t *node, *tie; /* owned flags: 1 is kept; a tie is kept only with both of its ends */
  uint32_t only_layer; /* memberships of others are left out; NONET_NONE: all count */
  uint32_t not_layer;  /* memberships of this one are left out; NONET_NONE: none */
};

/* All nodes and ties, or none. */
nonet_code subset_start(struct subset *s, const nonet *n, bool nodes, bool ties, nonet_err *err);
void subset_free(struct subset *s);
/* The network of what is kept, in its order. Kinds and layers that nothing is of any more are left out; a node keeps the layers declared
 * for it, those that followed from ties follow from the ties kept. */
nonet_code subset_build(nonet **out, const struct subset *s, nonet_err *err);

/* Only the kept nodes, with all of their layers as if declared: for views that make ties of their own. *map (owned by the caller) gives
 * each node's new number. */
nonet_code subset_build_nodes(nonet **out, uint32_t **map, const struct subset *s, nonet_err *err);

/* The nodes that can be reached from `start` in at most `steps`, whatever way ties point, flagged in `reached`; the count of them. */
uint32_t view_reach(uint8_t *reached, uint32_t *queue, const nonet *n, uint32_t start, uint64_t steps);

/* Append the ties of the first network that a tie came from (itself, if `n` is no view). */
struct tie_list {
  uint32_t *tie; /* owned */
  size_t count, room;
};
bool tie_list_add_parents(struct tie_list *list, const nonet *n, uint32_t tie);
/* Ascending, each once, from `start` on. */
void tie_list_settle(struct tie_list *list, size_t start);

#endif
