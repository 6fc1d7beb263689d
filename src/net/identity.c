/* The map from (scope, key) to node. Nearly all networks have one scope, so that one is an array over words. */
#include "net/identity.h"

#include "base/memory.h"

#include <stdlib.h>

static size_t home(const struct identity *ids, uint32_t scope, uint32_t key) {
  uint64_t h = ((uint64_t)scope << 32 | key) * 0x9e3779b97f4a7c15u;
  return (size_t)(h >> 32 ^ h) & (ids->slots - 1);
}

/* The slot that holds the pair, or the empty one where it belongs. */
static struct identity_slot *place(const struct identity *ids, uint32_t scope, uint32_t key) {
  size_t i = home(ids, scope, key);
  while (ids->slot[i].node != UINT32_MAX && (ids->slot[i].scope != scope || ids->slot[i].key != key))
    i = (i + 1) & (ids->slots - 1);
  return &ids->slot[i];
}

uint32_t identity_find(const struct identity *ids, uint32_t scope, uint32_t key) {
  if (scope == 0) return word_map_get(&ids->global, key);
  return ids->slots ? place(ids, scope, key)->node : UINT32_MAX;
}

static bool widen(struct identity *ids) {
  struct identity wider = {.slots = ids->slots ? ids->slots * 2 : 64};
  wider.slot = memory_array(wider.slots, sizeof *wider.slot);
  if (!wider.slot) return false;
  for (size_t i = 0; i < wider.slots; i++)
    wider.slot[i].node = UINT32_MAX;
  for (size_t i = 0; i < ids->slots; i++)
    if (ids->slot[i].node != UINT32_MAX) *place(&wider, ids->slot[i].scope, ids->slot[i].key) = ids->slot[i];
  free(ids->slot);
  ids->slot = wider.slot;
  ids->slots = wider.slots;
  return true;
}

bool identity_set(struct identity *ids, uint32_t scope, uint32_t key, uint32_t node) {
  if (scope == 0) return word_map_set(&ids->global, key, node);
  if (ids->used * 2 >= ids->slots && !widen(ids)) return false;
  struct identity_slot *slot = place(ids, scope, key);
  if (slot->node == UINT32_MAX) ids->used++;
  *slot = (struct identity_slot){scope, key, node};
  return true;
}

bool identity_offer(struct identity *ids, uint32_t scope, uint32_t key, uint32_t node) {
  uint32_t known = identity_find(ids, scope, key);
  if (known == node || known == IDENTITY_MANY) return true;
  return identity_set(ids, scope, key, known == UINT32_MAX ? node : IDENTITY_MANY);
}

void identity_free(struct identity *ids) {
  word_map_free(&ids->global);
  free(ids->slot);
  *ids = (struct identity){0};
}
