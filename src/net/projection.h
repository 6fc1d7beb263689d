/* A projection while it is made: what was asked, who reaches what, and by which ties. */
#ifndef NONET_NET_PROJECTION_H
#define NONET_NET_PROJECTION_H

#include "kernel/projected.h"
#include "net/view.h"

enum weighting { WEIGHT_COUNT, WEIGHT_NEWMAN, WEIGHT_JACCARD, WEIGHT_OVERLAP, WEIGHT_RESOURCE_ALLOCATION, WEIGHT_HYPERBOLIC };

/* Rows of who reaches what, ascending, with the strength of the way; those of the other end as kernel/projected.h has them. All owned. */
struct reach_rows {
  uint64_t *first; /* of each node, and one more */
  uint32_t *to;
  double *strength; /* NULL: 1 */
  uint32_t *layer;  /* that all ties of the entry are of, NONET_NONE: of none or several; NULL: no tie has one */
  size_t to_room, strength_room;
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
  uint32_t kind, *path; /* the kinds on the way; owned; one NONET_NONE: any kind but `kind` */
  size_t steps, path_room;
  enum weighting weighting;
  uint32_t *node, nodes;     /* those of `kind`, ascending; owned. Projected nodes are numbered by it */
  struct reach_rows out, in; /* what each projected node reaches; which of them reach a node, each row with an end */
  uint64_t *next;            /* of each entry of out: behind it in `in`. Owned */
  double *sum;               /* of the strengths of what each projected node reaches; owned */
  uint64_t *tie_first;       /* of one step: the first network's ties of each entry of out. Owned */
  struct tie_list tie;
  const struct graph *g; /* of more than one: simple, undirected */
  struct reach_walk walk;
};

/* KIND[/THROUGH/...][:weighting]. A kind's name may hold a slash or a colon: at each place the longest text that is a kind counts. */
nonet_code projection_read(struct projection *p, nonet_err *err);

/* Fill node, out, in and sum. O(nodes of the kind x arcs on their ways); of one step O(n + m). */
nonet_code projection_reach(struct projection *p, nonet_err *err);
/* Of one step, straight from the ends of ties: out with its ties. */
nonet_code projection_step(struct projection *p, nonet_err *err);
/* Of more: out; and append the edges of g on the ways from the old node `from` to some of what it reaches; `edges` may get one twice. */
nonet_code projection_walk(struct projection *p, nonet_err *err);
nonet_code projection_ways(struct tie_list *edges, struct projection *p, uint32_t from, const uint32_t *to, size_t count, nonet_err *err);

/* Give a view, whose ties are there, what it takes to tell its parents. Of one step that is kept for whoever asks first; of more they are
 * found now, with the layers of ties, in numbers of p->n. */
nonet_code projection_evidence(nonet *v, struct projection *p, nonet_err *err);

void projection_free(struct projection *p);

/* How many reach a node that anybody reaches. */
static inline uint64_t projection_who_reach(const struct projection *p, uint32_t k) {
  return p->in.first[k + 1] - p->in.first[k] - 1;
}

static inline bool projection_may_be_at(const struct projection *p, size_t step, uint32_t v) {
  uint32_t kind = net_node_kind(p->n, v), due = p->path[step - 1];
  return due == NONET_NONE ? kind != p->kind : kind == due;
}

#endif
