/* A word -> a number, for words of one interner: an array that grows with the words it has seen. */
#ifndef NONET_NET_WORD_MAP_H
#define NONET_NET_WORD_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct word_map {
  uint32_t *at; /* owned; UINT32_MAX: nothing */
  size_t room;
};

static inline uint32_t word_map_get(const struct word_map *m, uint32_t word) {
  return word < m->room ? m->at[word] : UINT32_MAX;
}
bool word_map_set(struct word_map *m, uint32_t word, uint32_t number); /* false: out of memory */
void word_map_free(struct word_map *m);

#endif
