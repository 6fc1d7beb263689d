/* Routes and cuts: how many ways lead from here to there that share nothing, and what must be lost to close them all. */
#ifndef NONET_KERNEL_FLOW_H
#define NONET_KERNEL_FLOW_H

#include "kernel/graph.h"

#include <stddef.h>

/* What routes may not share, and so what the cut is made of. */
enum flow_apart {
  FLOW_EDGES,   /* no edge: a cut of edges */
  FLOW_BETWEEN, /* no node but their ends: a cut of other nodes, and of the edges that lead straight from a source to a target */
  FLOW_NODES    /* no node at all: a cut of nodes, the ends among them */
};

/* From any of the sources to any of the targets, along the arcs. A node is listed once. */
struct flow_question {
  const uint32_t *source, *target;
  uint32_t sources, targets;
  enum flow_apart apart;
};

#define FLOW_ENDLESS UINT32_MAX /* a node is source and target, so nothing can part them (not with FLOW_NODES, where it is one route) */

/* Arrays owned by the struct. As many routes as the cut has nodes and edges (Menger). Route r is route_node[route_first[r]] ..
 * route_node[route_first[r + 1] - 1], from a source to a target, no node twice. The cut is the one nearest the sources, ascending. */
struct flow_answer {
  uint32_t routes;
  uint64_t *route_first;
  uint32_t *route_node;
  uint32_t *cut_node, *cut_edge;
  uint32_t cut_nodes, cut_edges;
};

/* FLOW_EDGES O(m min(m^1/2, n^2/3)), else O(m n^1/2). Both fields of the cut and the routes stay empty when endless. */
enum kernel_code flow_between(struct flow_answer *out, const struct graph *g, const struct flow_question *q,
                              const struct kernel_watch *watch);
void flow_answer_free(struct flow_answer *f);

/* ---- the residual network below, for kernels that ask about many pairs ----
 *
 * Points: a node each with FLOW_EDGES; else node v is point 2v (in) and 2v + 1 (out), joined by an arc of room 1. Arcs come in pairs: arc a
 * and its reverse a ^ 1. Arc a leads to to[a] with room[a] left of full[a]; the arcs out of point p are arc[first[p]] .. */
#define FLOW_WIDE (UINT32_MAX / 2) /* room that no flow fills */

struct flow_net {
  uint32_t points;
  uint64_t arcs;
  uint64_t *first, *arc, *next;
  uint32_t *to, *room, *full;
  uint32_t *edge; /* of arc pair a / 2: edge of the graph, or FLOW_NO_EDGE */
  uint32_t *level, *queue;
  uint64_t *trail;
};
#define FLOW_NO_EDGE UINT32_MAX

/* More arcs between points, room 0 in both directions unless given. */
struct flow_extra {
  uint32_t from, to, room;
};

/* The network of g; with FLOW_BETWEEN and FLOW_NODES arcs of edges are wide. `spare` further points without arcs of g. */
enum kernel_code flow_net_start(struct flow_net *f, const struct graph *g, bool split, uint32_t spare, const struct flow_extra *extra,
                                size_t extras);
void flow_net_free(struct flow_net *f);
void flow_net_reset(struct flow_net *f);

/* Push units of flow from one point to another until none more goes or `limit` have gone. Afterwards, below the limit, level[p] is
 * FLOW_UNREACHED for the points beyond the cut. KERNEL_DONE or KERNEL_STOPPED. */
#define FLOW_UNREACHED UINT32_MAX
enum kernel_code flow_net_push(uint32_t *pushed, struct flow_net *f, uint32_t from, uint32_t to, uint32_t limit,
                               const struct kernel_watch *watch);

#endif
