/* Dial's ring: as many buckets as keys can differ, taken in turn.
 *
 * Why: lengths of ties are often small whole numbers (or have a small common unit). Then no comparison is due to find the nearest node, and
 * lowering a key is moving a list element. A bit for each bucket lets 64 empty ones be passed at once.
 *
 * Sources: (1) R. B. Dial 1969, Algorithm 360: shortest-path forest with topological ordering, doi:10.1145/363269.363610. */
#include "kernel/dial.h"

#include "base/memory.h"

#include <stdlib.h>

bool dial_start(struct dial *d, uint32_t nodes, uint32_t span) {
  *d = (struct dial){.ring = 64};
  while (d->ring <= span)
    d->ring *= 2;
  d->next = memory_array(nodes, sizeof *d->next);
  d->before = memory_array(nodes, sizeof *d->before);
  d->head = memory_array(d->ring, sizeof *d->head);
  d->filled = memory_zeroed(d->ring / 64, sizeof *d->filled);
  if (!d->next || !d->before || !d->head || !d->filled) return false;
  for (uint32_t b = 0; b < d->ring; b++)
    d->head[b] = DIAL_NONE;
  return true;
}

void dial_free(struct dial *d) {
  free(d->next);
  free(d->before);
  free(d->head);
  free(d->filled);
  *d = (struct dial){0};
}

void dial_put(struct dial *d, uint32_t v, uint64_t key) {
  uint32_t bucket = (uint32_t)key & (d->ring - 1), old = d->head[bucket];
  d->next[v] = old;
  d->before[v] = DIAL_NONE;
  if (old != DIAL_NONE) d->before[old] = v;
  d->head[bucket] = v;
  d->filled[bucket / 64] |= (uint64_t)1 << bucket % 64;
  d->count++;
}

void dial_drop(struct dial *d, uint32_t v, uint64_t key) {
  uint32_t bucket = (uint32_t)key & (d->ring - 1), next = d->next[v], before = d->before[v];
  if (next != DIAL_NONE) d->before[next] = before;
  if (before != DIAL_NONE)
    d->next[before] = next;
  else
    d->head[bucket] = next;
  if (d->head[bucket] == DIAL_NONE) d->filled[bucket / 64] &= ~((uint64_t)1 << bucket % 64);
  d->count--;
}

/* The first filled bucket from that of `least` on, round the ring. */
static uint32_t next_filled(const struct dial *d) {
  uint32_t start = (uint32_t)d->least & (d->ring - 1), words = d->ring / 64, at = start / 64;
  uint64_t word = d->filled[at] & ~(uint64_t)0 << start % 64;
  while (!word) {
    at = at + 1 < words ? at + 1 : 0;
    word = d->filled[at];
  }
  return at * 64 + (uint32_t)__builtin_ctzll(word);
}

uint32_t dial_take(struct dial *d) {
  uint32_t bucket = next_filled(d), v = d->head[bucket];
  d->least += (bucket - (uint32_t)d->least) & (d->ring - 1);
  dial_drop(d, v, d->least);
  return v;
}
