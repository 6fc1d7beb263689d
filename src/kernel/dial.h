/* A queue of nodes whose keys are whole numbers, each at most `span` above the least one that was taken: Dial's ring of buckets. */
#ifndef NONET_KERNEL_DIAL_H
#define NONET_KERNEL_DIAL_H

#include <stdbool.h>
#include <stdint.h>

#define DIAL_NONE UINT32_MAX
#define DIAL_SPAN 1048575u /* most */

/* Bucket key % ring is a list through `next` and `before`. Owned: 8 bytes a node, and 4 bytes a bucket. */
struct dial {
  uint32_t *next, *before, *head;
  uint64_t *filled; /* one bit a bucket */
  uint32_t ring, count;
  uint64_t least; /* the key that was taken last */
};

bool dial_start(struct dial *d, uint32_t nodes, uint32_t span);
void dial_free(struct dial *d);

/* Before the first node goes in: keys start from 0. The queue is empty. */
static inline void dial_reset(struct dial *d) {
  d->least = 0;
}

/* Put v in, which is not there. O(1). */
void dial_put(struct dial *d, uint32_t v, uint64_t key);
/* Take out v, which is there under `key`. O(1). */
void dial_drop(struct dial *d, uint32_t v, uint64_t key);
/* Take a node with the least key. The queue is not empty. O(1 + distance to the next key / 64). */
uint32_t dial_take(struct dial *d);

#endif
