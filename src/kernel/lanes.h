/* Betweenness from many sources side by side: each has a lane of the processor's vectors, and all walk the network together.
 *
 *   count:  node 0: [lane 0 .. lane 31]  node 1: [lane 0 .. lane 31] ...    path counts, on the way out
 *   value:  node 0: [lane 0 .. lane 31]  node 1: [lane 0 .. lane 31] ...    shares, on the way back
 *   seen:   node 0: one bit a lane       node 1: ...                        the small array that is asked about every arc */
#ifndef NONET_KERNEL_LANES_H
#define NONET_KERNEL_LANES_H

#include "kernel/halt.h"

#define LANES 32u
#define LANES_AHEAD 16u /* arcs; where a line comes from far away, about as long as it takes */

/* What is walked. Arrays are owned by whoever made it. Undirected: `in_*` are the outward arrays. A node may stand for `copies` identical
 * ones; `from` and `onto` are then what all of them together weigh as sources and as targets. */
struct lanes_net {
  uint32_t nodes;
  const uint64_t *first, *in_first;
  const uint32_t *to, *in_to;
  const uint32_t *edge; /* of each outward arc; NULL when edges are not asked for */
  const double *from, *onto;
  const double *copies; /* NULL: 1 each */
};

/* A node that is reached at some level, in these lanes, and how many of its arcs lead on. */
struct lanes_entry {
  uint32_t node, lanes, arcs;
};

/* An arc that shortest paths of some lanes take, by the node where it leads: low and high half. (A struct is put together by way of
 * vectors, which takes longer than all else that is done to list an arc.) */
typedef uint64_t lanes_arc;

static inline lanes_arc lanes_arc_of(uint32_t node, uint32_t lanes) {
  return (uint64_t)lanes << 32 | node;
}

static inline uint32_t lanes_arc_node(lanes_arc a) {
  return (uint32_t)a;
}

static inline uint32_t lanes_arc_lanes(lanes_arc a) {
  return (uint32_t)(a >> 32);
}

/* Of one worker. 10 bytes a node and lane; and an entry for each level at which a node is reached and an arc for each at which one is
 * taken: lanes part little, so that a node has some three entries and an arc is taken once or twice, and never more than once a lane. */
struct lanes_scratch {
  double *value;             /* nodes x lanes, aligned to 64 bytes */
  uint16_t *count;           /* the same; path counts that do not fit are kept in value */
  uint32_t *seen, *near;     /* lanes in which a node is reached; in which it is reached at the level at hand. 0 between batches */
  struct lanes_entry *entry; /* level after level */
  lanes_arc *arc;            /* of entry after entry */
  uint32_t *edge;            /* of each of these arcs, where the net tells edges */
  size_t arcs, room, edge_room;
  void *block[2];           /* what value and count lie in */
  uint32_t batches, misses; /* walked; where counts did not fit */
};

/* One batch: sources source .. source + count - 1, count at most LANES. Sums are over ordered pairs; those of a node are what each of
 * its copies gets. node and edge may be NULL. */
struct lanes_batch {
  const struct lanes_net *net;
  uint32_t source;
  unsigned count;
  double *node, *edge;
  struct halt *halt; /* looked at between levels, asked by worker 0 where `ask` is set; once called, the sums are of no use */
  unsigned worker;
  bool ask;
};

/* Widths of the processor's vectors. The same bits come from all: lanes never mix but in one sum of fixed order. */
enum lanes_width { LANES_SCALAR, LANES_AVX2, LANES_AVX512 };
enum lanes_width lanes_best_width(void);

bool lanes_scratch_start(struct lanes_scratch *s, const struct lanes_net *net);
void lanes_scratch_free(struct lanes_scratch *s);

/* With vectors of a width that the processor has. KERNEL_TOO_MANY_PATHS: a count of paths went beyond double. */
enum kernel_code lanes_walk(struct lanes_scratch *s, const struct lanes_batch *b, enum lanes_width width);

/* ---- for the forms ---- */

/* The list of arcs made empty. */
enum kernel_code lanes_list_start(struct lanes_scratch *s, const struct lanes_net *net);

/* List the arcs of entries from .. end - 1 that lead to nodes not yet seen, in some lane of theirs. Returns the first, LANES_AHEAD that
 * mean nothing stand behind the last; NULL: no memory. */
const lanes_arc *lanes_list(struct lanes_scratch *s, const struct lanes_net *net, uint64_t from, uint64_t end);

/* All as it is between batches, after one was broken off; returns why. */
enum kernel_code lanes_broken_off(struct lanes_scratch *s, const struct lanes_net *net, enum kernel_code why);

/* ---- the forms: path counts in 16 bits, which is enough for most networks, or too many for that; else in doubles ---- */
typedef enum kernel_code lanes_form(struct lanes_scratch *s, const struct lanes_batch *b);
lanes_form lanes_scalar_narrow, lanes_scalar_wide;
lanes_form lanes_avx2_narrow, lanes_avx2_wide;
lanes_form lanes_avx512_narrow, lanes_avx512_wide;

#endif
