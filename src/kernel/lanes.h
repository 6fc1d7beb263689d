/* Betweenness from many sources side by side: each has a lane of the processor's vectors, and all walk the network together.
 *
 *   value:  node 0: [lane 0 .. lane L-1]  node 1: [lane 0 .. lane L-1] ...     path counts on the way out, shares on the way back
 *   seen:   node 0: one bit a lane        node 1: ...                          the small arrays that are asked about every arc */
#ifndef NONET_KERNEL_LANES_H
#define NONET_KERNEL_LANES_H

#include "kernel/halt.h"

#define LANES_MOST 32u
#define LANES_AHEAD 16u /* arcs; where a line comes from far away, about as long as it takes */

/* What is walked. Arrays are owned by whoever made it. Undirected: `in_*` are the outward arrays. A node may stand for `copies` identical
 * ones; `from` and `onto` are then what all of them together weigh as sources and as targets. For a batch that looks ahead, LANES_AHEAD
 * more numbers of nodes stand behind the last arc of `to` and `in_to`, and mean nothing. */
struct lanes_net {
  uint32_t nodes;
  const uint64_t *first, *in_first;
  const uint32_t *to, *in_to;
  const uint32_t *edge; /* of each outward arc; NULL when edges are not asked for */
  const double *from, *onto;
  const double *copies; /* NULL: 1 each */
};

/* A node that is reached at some level, in these lanes. */
struct lanes_entry {
  uint32_t node, lanes;
};

/* Of one worker. 16 bytes a node, and 16 bytes a node and lane, of which the second half is touched only as far as lanes part. */
struct lanes_scratch {
  double *value;             /* nodes x lanes, aligned to 64 bytes */
  uint32_t *seen, *near;     /* lanes in which a node is reached; in which it is reached at the level at hand. 0 between batches */
  struct lanes_entry *entry; /* level after level */
  uint64_t *level;           /* where each level starts in entry */
  void *block;               /* what value lies in */
};

/* One batch: sources source .. source + count - 1, count at most the lanes. Sums are over ordered pairs; those of a node are what each of
 * its copies gets. node and edge may be NULL. */
struct lanes_batch {
  const struct lanes_net *net;
  uint32_t source;
  unsigned count;
  double *node, *edge;
  struct halt *halt; /* looked at between levels, asked by worker 0 where `ask` is set; once called, the sums are of no use */
  unsigned worker;
  bool ask, ahead; /* ahead: ask for values before they are drawn, see lanes_reach_far */
};

/* Widths of the processor's vectors. The same bits come from all: lanes never mix but in one sum of fixed order. */
enum lanes_width { LANES_SCALAR, LANES_AVX2, LANES_AVX512 };
enum lanes_width lanes_best_width(void);

/* A width, which the processor must have, and 8, 16 or 32 lanes; 0: as many as pay. */
struct lanes_form {
  enum lanes_width width;
  unsigned lanes;
};

/* Whether the values of so many nodes are more than the caches near the processor hold. */
bool lanes_reach_far(uint32_t nodes, unsigned lanes);

/* How many lanes pay for a network of so many nodes: 8, 16 or 32. */
unsigned lanes_for(uint32_t nodes);

/* False: a count of paths went beyond double, or there is a halt. */
typedef bool lanes_walk(struct lanes_scratch *s, const struct lanes_batch *b);
lanes_walk *lanes_walk_of(struct lanes_form form);

bool lanes_scratch_start(struct lanes_scratch *s, const struct lanes_net *net, unsigned lanes);
void lanes_scratch_free(struct lanes_scratch *s);

/* ---- the three forms, each with 8, 16 and 32 lanes ---- */
lanes_walk lanes_scalar_8, lanes_scalar_16, lanes_scalar_32;
lanes_walk lanes_avx2_8, lanes_avx2_16, lanes_avx2_32;
lanes_walk lanes_avx512_8, lanes_avx512_16, lanes_avx512_32;

#endif
