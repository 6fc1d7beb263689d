/* A binary heap of nodes, least key on top, with keys that may be lowered. */
#ifndef NONET_KERNEL_HEAP_H
#define NONET_KERNEL_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* place[v] is where v stands in `node`, or HEAP_OUT. Keys are borrowed: key[v]. */
#define HEAP_OUT UINT32_MAX
struct heap {
  uint32_t *node, *place; /* owned */
  size_t count;
  const double *key;
};

bool heap_start(struct heap *h, uint32_t nodes, const double *key);
void heap_free(struct heap *h);

/* Put v in, or move it up after its key was lowered. O(log n). */
void heap_raise(struct heap *h, uint32_t v);
/* Take the node with the least key. The heap is not empty. O(log n). */
uint32_t heap_take(struct heap *h);

#endif
