/* Betweenness by length from 32 sources side by side, where lengths are whole numbers.
 *
 *   distance:  node 0: [lane 0 .. lane 31]  node 1: [lane 0 .. lane 31] ...     16 bits each, or 32 where lengths are long
 *   part:      node 0: masks of lanes       node 1: ...                         one bit a lane
 *   column:    lane l: [inner nodes] [arcs] lane l + 1: ...                     a few lanes at a time, each alone
 *
 * Where a lane's shortest paths are a tree, all that is counted is whole numbers, side by side: nodes are cut off from the ends inwards.
 * What is left of a lane are its inner nodes, and the arcs that its shortest paths come to them along. */
#ifndef NONET_KERNEL_LENGTHLANES_H
#define NONET_KERNEL_LENGTHLANES_H

#include "kernel/dial.h"
#include "kernel/halt.h"
#include "kernel/length.h"
#include "kernel/reduce.h"

#define LENGTHLANES 32u
#define LENGTHLANES_LISTED 4u    /* lanes that are listed at a time */
#define LENGTHLANES_FAR 16384    /* farther than any distance that is told; no sum of two goes beyond 16 bits */
#define LENGTHLANES_LONGEST 1023 /* most for a length; and both in rows of 32 bits: */
#define LENGTHLANES_FAR_WIDE 1073741824
#define LENGTHLANES_LONGEST_WIDE 268435455

/* What is walked, with lengths beside the arcs. Rows are the reduced network's; lengths are owned, 4 bytes an arc (directed 8),
 * as are 4 bytes a node. */
struct lengthlanes_net {
  const struct reduced *small;
  int32_t *length, *in_length; /* undirected: the same array */
  int32_t longest;
  unsigned shift; /* of distances into keys of the ring */
  bool wide;      /* rows have 32 bits for each lane */
  uint32_t *onto; /* the network's, as whole numbers */
};

/* Are lengths, and what nodes weigh, such that all fits into lanes? */
bool lengthlanes_fit(const struct reduced *small, const struct lengths *l);
bool lengthlanes_net_start(struct lengthlanes_net *net, const struct reduced *small);
void lengthlanes_net_free(struct lengthlanes_net *net);

/* Widths of the processor's vectors. The same numbers come from all. */
enum lengthlanes_width { LENGTHLANES_PLAIN, LENGTHLANES_AVX2, LENGTHLANES_AVX512 };
enum lengthlanes_width lengthlanes_best_width(void);

/* Lanes of a node: in which it is inner; reached along one arc alone; cut off. */
struct lengthlanes_part {
  uint32_t inner, one, cut;
};

/* An arc that shortest paths go along, and in which lanes. Those of touched i: hits[i].into .., hits[i].out .. */
struct lengthlanes_hit {
  uint32_t arc, lanes;
};

struct lengthlanes_hits {
  uint32_t into, out;
};

/* What is left: a node and the lanes in which it is inner; an arc, where it is from and to, and the lanes in which it counts. */
struct lengthlanes_inner {
  uint32_t node, lanes;
};

struct lengthlanes_link {
  uint32_t from, to, arc, lanes;
};

/* The same of one lane: nodes and what was cut off behind them; links. */
struct lengthlanes_node {
  uint32_t node, behind;
};

struct lengthlanes_column {
  struct lengthlanes_node *node;
  uint32_t *link, nodes, links;
};

/* A link and the distance where it ends. */
struct lengthlanes_far {
  uint32_t far, link;
};

/* A link in the order in which paths are counted. */
struct lengthlanes_ends {
  uint32_t from, to;
};

/* A lane's counts at a node: shortest paths, sum of shares drawn from later nodes, and the node's own share. */
struct lengthlanes_count {
  double sigma, drawn, own;
};

/* Of one worker: 290 bytes a node, 44 an arc (46 when edges are asked for; directed 56 and 60) and 132 KB; where rows are wide, 64 a node
 * and 8 an arc (directed 16) more. Every distance is far, and no node queued, between batches. */
struct lengthlanes {
  void *distance;                  /* rows */
  struct lengthlanes_sums *behind; /* of each node and lane: what was cut off behind it */
  uint32_t *touched, reached;      /* nodes that any lane reaches */
  struct lengthlanes_part *part;
  struct lengthlanes_hit *into, *out; /* of each touched node, by arcs into nodes and out of them */
  struct lengthlanes_hits *hits;
  struct lengthlanes_inner *inner;
  struct lengthlanes_link *link;
  uint32_t inners, links;
  struct lengthlanes_column column[LENGTHLANES_LISTED];
  struct lengthlanes_ends *sorted;
  uint32_t *sorted_edge;
  struct lengthlanes_count *of_node;
  uint32_t from[LENGTHLANES];                   /* what the sources weigh */
  uint16_t *key;                                /* where a node is queued: the least distance not yet passed on */
  uint32_t *at_far;                             /* arcs of each distance, or part of one; 0 between lanes */
  struct lengthlanes_far *by_far, *by_far_more; /* where rows are wide */
  struct dial dial;
  enum lengthlanes_width width; /* the best one, unless it is changed after the start */
  void *block, *columns;
};

/* Sources source .. source + count - 1, each in its lane; node and edge may be NULL. */
struct lengthlanes_batch {
  uint32_t source;
  unsigned count;
  double *node, *edge;
  struct halt *halt;
  unsigned worker;
};

bool lengthlanes_start(struct lengthlanes *s, const struct lengthlanes_net *net, bool edges);
void lengthlanes_free(struct lengthlanes *s);

/* What became of a batch. */
enum lengthlanes_code {
  LENGTHLANES_DONE,
  LENGTHLANES_TOO_FAR, /* a distance is, or the search does not end in time; nothing is added */
  LENGTHLANES_NOT      /* a count of paths went beyond double, or there is a halt: the sums are of no use */
};

/* Adds the sums of the batch's sources over ordered pairs. The same bits come from all widths. */
enum lengthlanes_code lengthlanes_walk(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b);

/* Of lengthlanes_walk. LENGTHLANES_LISTED lanes from `lane` on, each into its column; one of them, its links put in order; its paths
 * counted, and its shares added. False: a count went beyond double. */
void lengthlanes_list(struct lengthlanes *s, unsigned lane);
void lengthlanes_sort(struct lengthlanes *s, const struct lengthlanes_net *net, unsigned lane);
bool lengthlanes_share(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b, unsigned lane);

#endif
