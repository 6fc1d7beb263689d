/* The terrain of a question about two sides: the ways that are open, as a graph for kernels, with each side brought to one point.
 *
 *   nodes 0 .. n-1          those of the network; closed ones have no arcs
 *   node n (first), n + 1   a point for a side of several nodes, joined to each of them; a side of one node is that node
 *
 * Of a few nodes alone it is made in the same way: then they are numbered 0 .. nodes - 1 in their order, and `node` says who they are.
 *
 * A side's point lets routes that share nothing be counted between crowds: members are then met like everybody else, so a cut may hold
 * them, and one who stands on both sides is a route by himself. */
#ifndef NONET_ASK_TERRAIN_H
#define NONET_ASK_TERRAIN_H

#include "ask/ways.h"
#include "kernel/shortest.h"

/* Who is asked about: flags of each node, and how many. */
struct side {
  const uint8_t *flag; /* NULL: `only`, where nobody needed flags */
  uint32_t count;
  uint32_t only; /* the node, where the count is 1 */
};
static inline bool side_has(const struct side *s, uint32_t v) {
  return s->flag ? s->flag[v] != 0 : v == s->only;
}

struct terrain {
  struct graph graph;
  const struct ways *ways;
  uint32_t nodes;  /* without points */
  uint32_t *node;  /* of the network, ascending; NULL: all, as they are numbered there */
  uint8_t *one[2]; /* flags of sides that are one node, where `node` is given */
  struct side side[2];
  uint32_t point[2];                                   /* where each side begins and ends */
  uint64_t *first, *in_first;                          /* owned, as all below; undirected: in_* are the outward ones */
  uint32_t *to, *edge, *in_to, *in_edge, *tail, *head; /* of each arc; of each edge */
  uint64_t *at, *stop;                                 /* of each arc out: ends of its node, for its ties; none for a point */
  double *length;                                      /* of each edge; NULL: all are 1 */
  struct lengths lengths;
};

/* `ways` is borrowed. O(n + m) */
nonet_code terrain_start(struct terrain *out, const struct ways *w, const struct side side[2], nonet_err *err);
/* The same of `count` nodes alone, ascending, between two of them. O(their ends, times log) */
nonet_code terrain_start_among(struct terrain *out, const struct ways *w, const uint32_t *node, uint32_t count, const uint32_t ends[2],
                               nonet_err *err);
void terrain_free(struct terrain *t);

/* Who a node of it is in the network. */
static inline uint32_t terrain_node(const struct terrain *t, uint32_t v) {
  return t->node ? t->node[v] : v;
}

/* The arc from one node to another; UINT64_MAX: there is none. O(log) */
uint64_t terrain_arc(const struct terrain *t, uint32_t from, uint32_t to);

#endif
