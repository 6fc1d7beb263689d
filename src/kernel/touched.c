/* See touched.h. The table begins small enough for the nearest cache and grows fourfold when half full: each time all of it
 * is written anew, in memory that the machine has to find page by page. */
#include "kernel/touched.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BITS = 10, MOST_BITS = 32, MORE_BITS = 2 };

static struct touched_slot *slots_new(uint32_t shift) {
  return memory_zeroed((size_t)1 << (MOST_BITS - shift), sizeof(struct touched_slot));
}

bool touched_start(struct touched *t, size_t width) {
  *t = (struct touched){.width = width, .shift = MOST_BITS - FIRST_BITS};
  t->slot = slots_new(t->shift);
  return t->slot != NULL;
}

void touched_free(struct touched *t) {
  free(t->slot);
  free(t->record);
  *t = (struct touched){0};
}

static bool widen(struct touched *t) {
  struct touched wider = *t;
  if (t->shift == 0) return false;
  wider.shift -= wider.shift < MORE_BITS ? wider.shift : MORE_BITS;
  wider.slot = slots_new(wider.shift);
  if (!wider.slot) return false;
  for (size_t i = 0; i < (size_t)1 << (MOST_BITS - t->shift); i++)
    if (t->slot[i].behind) *touched_slot(&wider, t->slot[i].node) = t->slot[i];
  free(t->slot);
  *t = wider;
  return true;
}

uint32_t touched_put(struct touched *t, uint32_t node) {
  if (t->count >= (1ull << (MOST_BITS - t->shift)) / 2 && !widen(t)) return TOUCHED_NONE;
  if (!memory_grow(&t->record, &t->room, (size_t)t->count + 1, t->width)) return TOUCHED_NONE;
  memset(touched_record(t, t->count), 0, t->width);
  *touched_slot(t, node) = (struct touched_slot){node, t->count + 1};
  return t->count++;
}
