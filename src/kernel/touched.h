/* The nodes that a search has touched, numbered as they came, each with a record: what an array over all nodes would be, for a search that
 * sees few of them.
 *
 *   slot:    hash of node -> (node, number + 1; 0: free), open addressing, at most half full
 *   record:  one of `width` bytes for each number, zeroed when the node comes */
#ifndef NONET_KERNEL_TOUCHED_H
#define NONET_KERNEL_TOUCHED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TOUCHED_NONE UINT32_MAX

struct touched_slot {
  uint32_t node, behind; /* behind its number; 0: free, as memory comes */
};

struct touched {
  struct touched_slot *slot; /* owned */
  unsigned char *record;     /* owned; moves when a node comes */
  size_t width, room;
  uint32_t count, shift; /* 2^(32 - shift) slots */
};

bool touched_start(struct touched *t, size_t width);
void touched_free(struct touched *t);

/* Put a node in that is not there: its number; TOUCHED_NONE: out of memory. */
uint32_t touched_put(struct touched *t, uint32_t node);

/* Multiplying by 2^32 / golden ratio spreads neighbouring numbers (Knuth, The Art of Computer Programming 3, 6.4). */
static inline struct touched_slot *touched_slot(const struct touched *t, uint32_t node) {
  uint32_t mask = (uint32_t)((1ull << (32 - t->shift)) - 1), i = (node * 2654435769u) >> t->shift;
  while (t->slot[i].behind && t->slot[i].node != node)
    i = (i + 1) & mask;
  return &t->slot[i];
}

/* Its number; TOUCHED_NONE: it was not touched. O(1) */
static inline uint32_t touched_find(const struct touched *t, uint32_t node) {
  return touched_slot(t, node)->behind - 1; /* 0 - 1 is TOUCHED_NONE */
}

/* Its number, new where it was not touched. */
static inline uint32_t touched_at(struct touched *t, uint32_t node) {
  uint32_t number = touched_find(t, node);
  return number != TOUCHED_NONE ? number : touched_put(t, node);
}

static inline void *touched_record(const struct touched *t, uint32_t number) {
  return t->record + number * t->width;
}

#endif
