/* Shortest paths by length from 32 sources side by side, where lengths are small whole numbers.
 *
 *   distance:  node 0: [lane 0 .. lane 31]  node 1: [lane 0 .. lane 31] ...     16 bits each: a line of the caches
 *   far, arc:  lane 0: [touched 0, 1, ..]   lane 1: [touched 0, 1, ..]  ...     distances, and arcs into the nodes, for a lane alone */
#ifndef NONET_KERNEL_LENGTHLANES_H
#define NONET_KERNEL_LENGTHLANES_H

#include "kernel/dial.h"
#include "kernel/lengthwise.h"

#define LENGTHLANES 32u
#define LENGTHLANES_FAR 16384          /* farther than any distance that is told; no sum of two goes beyond 16 bits */
#define LENGTHLANES_SEVERAL UINT16_MAX /* in place of an arc: more than one, or one too far back in the row */
#define LENGTHLANES_LONGEST 4095u      /* most for a length */

/* What is walked, with lengths beside the arcs. Rows are the reduced network's; lengths are owned, 2 bytes an arc (directed 4). */
struct lengthlanes_net {
  const struct reduced *small;
  int16_t *length, *in_length; /* undirected: the same array */
  int16_t longest;
};

/* Are lengths such that all fits into lanes? */
bool lengthlanes_fit(const struct reduced *small, const struct lengths *l);
bool lengthlanes_net_start(struct lengthlanes_net *net, const struct reduced *small);
void lengthlanes_net_free(struct lengthlanes_net *net);

/* Widths of the processor's vectors. The same numbers come from all. */
enum lengthlanes_width { LENGTHLANES_PLAIN, LENGTHLANES_AVX2, LENGTHLANES_AVX512 };
enum lengthlanes_width lengthlanes_best_width(void);

/* An arc into a node that some lane's shortest paths come along: where in the row, and in which lanes. */
struct lengthlanes_hit {
  uint32_t arc, lanes;
};

/* Of one worker: 214 bytes a node, 8 an arc and 132 KB. Every distance is LENGTHLANES_FAR, and no node queued, between searches. */
struct lengthlanes {
  struct lengthlanes_row *distance;
  uint32_t *touched, reached, room; /* nodes that any lane reaches; a column has room for so many */
  uint16_t *far, *arc;              /* columns: distance, and which arc of its row a node's shortest path comes along */
  struct lengthlanes_hit *hit;      /* where LENGTHLANES_SEVERAL is said: touched i has hit_first[i] .. */
  uint64_t *hit_first;
  uint16_t *key;   /* where a node is queued: the least distance not yet passed on */
  uint32_t *count; /* of each distance; 0 between searches */
  struct dial dial;
  enum lengthlanes_width width; /* the best one, unless it is changed after the start */
  void *block;
};

bool lengthlanes_start(struct lengthlanes *s, const struct lengthlanes_net *net);
void lengthlanes_free(struct lengthlanes *s);

/* Shortest paths from sources source .. source + count - 1, each in its lane. False: a distance is too far, or there is a halt; then
 * nothing is kept. After true, each lane may be asked for by lengthlanes_settle until lengthlanes_clean. */
bool lengthlanes_search(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t source, unsigned count, struct halt *halt,
                        unsigned worker);
/* One lane's nodes by distance, with the arcs on its shortest paths and their counts, as lengthwise_back wants them. */
void lengthlanes_settle(struct lengthwise *out, struct lengthlanes *s, const struct lengthlanes_net *net, unsigned lane);
void lengthlanes_clean(struct lengthlanes *s);

#endif
