/* A projection while it is made: what was asked, who reaches what, and by which ties. */
#ifndef NONET_NET_PROJECTION_H
#define NONET_NET_PROJECTION_H

#include "net/view.h"

enum weighting { WEIGHT_COUNT, WEIGHT_NEWMAN, WEIGHT_JACCARD, WEIGHT_OVERLAP, WEIGHT_RESOURCE_ALLOCATION, WEIGHT_HYPERBOLIC };

/* Rows of who reaches what, ascending, with the strength of the way. All owned. */
struct reach_rows {
  uint64_t *first; /* of each node */
  uint32_t *to;
  uint32_t *edge; /* of one step: the edge between; else NULL */
  double *strength;
  size_t count, to_room, edge_room, strength_room;
};

/* Where one walk along the path of kinds came: a list of nodes for each step, and marks that tell them. All owned. */
struct reach_walk {
  uint64_t round, *met, *wanted; /* (steps + 1) x nodes: the round in which a node was last met, was last on a way */
  double *width;                 /* (steps + 1) x nodes: the widest way so far */
  uint32_t *node, *size;         /* (steps + 1) x nodes, and how many of each row are filled */
};

struct projection {
  const struct view_ask *ask;
  const nonet *n;
  const struct graph *g; /* simple, undirected */
  uint32_t kind, *path;  /* the kinds on the way; owned; one NONET_NONE: any kind but `kind` */
  size_t steps, path_room;
  enum weighting weighting;
  struct reach_rows out, in; /* what each node of `kind` reaches; who reaches a node */
  double *sum;               /* of the strengths of what each reaches; owned */
  struct reach_walk walk;
};

/* KIND[/THROUGH/...][:weighting]. A kind's name may hold a slash or a colon: at each place the longest text that is a kind counts. */
nonet_code projection_read(struct projection *p, nonet_err *err);

/* Fill out, in and sum. O(nodes of the kind x arcs on their ways). */
nonet_code projection_reach(struct projection *p, nonet_err *err);

/* Of more than one step: append the edges of g on the ways from `from` to each of the nodes that it reaches; `edges` may get one twice. */
nonet_code projection_ways(struct tie_list *edges, struct projection *p, uint32_t from, const uint32_t *to, size_t count, nonet_err *err);

void projection_free(struct projection *p);

static inline bool projection_is_of(const struct projection *p, uint32_t v) {
  return net_node_kind(p->n, v) == p->kind;
}

#endif
