/* The lists of what a signal handler tidies: see ending.h. Only atomic operations that need no lock are used, and the place that holds a
 * value is emptied by whoever takes it, so owner and handler never both believe to have it. */
#include "base/ending.h"

#include <stdlib.h>

#include "base/memory.h"

_Static_assert(ATOMIC_POINTER_LOCK_FREE == 2 && ATOMIC_LONG_LOCK_FREE == 2, "a signal handler may not meet a lock");

static ending_place *take_place(struct ending_list *group, uintptr_t value) {
  for (size_t i = 0; i < ENDING_GROUP; i++) {
    uintptr_t empty = 0;
    if (atomic_compare_exchange_strong(&group->places[i], &empty, value)) return &group->places[i];
  }
  return NULL;
}

ending_place *ending_add(struct ending_list *list, uintptr_t value) {
  for (struct ending_list *group = list;;) {
    ending_place *place = take_place(group, value);
    if (place) return place;
    struct ending_list *next = atomic_load(&group->next);
    if (!next) {
      struct ending_list *fresh = memory_zeroed(1, sizeof *fresh); /* stays for good */
      if (!fresh) return NULL;
      if (atomic_compare_exchange_strong(&group->next, &next, fresh))
        next = fresh;
      else
        free(fresh); /* another thread was first */
    }
    group = next;
  }
}

bool ending_take(ending_place *place, uintptr_t value) {
  return atomic_compare_exchange_strong(place, &value, 0);
}

void ending_each(struct ending_list *list, void (*tidy)(uintptr_t value)) {
  for (struct ending_list *group = list; group; group = atomic_load(&group->next))
    for (size_t i = 0; i < ENDING_GROUP; i++) {
      uintptr_t value = atomic_exchange(&group->places[i], 0);
      if (value) tidy(value);
    }
}
