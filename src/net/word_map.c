/* A map from words to numbers. Words of an interner are dense, so an array beats a hash: one read for each look-up, which is what
 * resolving the ends of ten million ties does twenty million times. */
#include "net/word_map.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

bool word_map_set(struct word_map *m, uint32_t word, uint32_t number) {
  if (word >= m->room) {
    size_t old = m->room;
    if (!memory_grow(&m->at, &m->room, (size_t)word + 1, sizeof *m->at)) return false;
    memset(m->at + old, 0xff, (m->room - old) * sizeof *m->at);
  }
  m->at[word] = number;
  return true;
}

void word_map_free(struct word_map *m) {
  free(m->at);
  *m = (struct word_map){0};
}
