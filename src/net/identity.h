/* Identity: which node a (scope, key) is. Keys of scope 0 are looked up in an array, those of other scopes in a hash table. */
#ifndef NONET_NET_IDENTITY_H
#define NONET_NET_IDENTITY_H

#include "net/word_map.h"

#define IDENTITY_MANY (UINT32_MAX - 1) /* what identity_offer leaves for a name that two nodes have */

struct identity_slot {
  uint32_t scope, key, node; /* node UINT32_MAX: empty */
};

struct identity {
  struct word_map global;
  struct identity_slot *slot; /* owned; open addressing, a power of two */
  size_t slots, used;
};

/* The node of a key in a scope; UINT32_MAX: none. O(1) */
uint32_t identity_find(const struct identity *ids, uint32_t scope, uint32_t key);
/* Set it (again). False: out of memory. */
bool identity_set(struct identity *ids, uint32_t scope, uint32_t key, uint32_t node);
/* Set it unless another node has it: then IDENTITY_MANY. */
bool identity_offer(struct identity *ids, uint32_t scope, uint32_t key, uint32_t node);
void identity_free(struct identity *ids);

#endif
