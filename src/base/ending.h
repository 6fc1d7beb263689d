/* What must be tidied when a signal ends the program: temporary files, running children.
 *
 * The one global state of the library, because a signal handler has nothing else to look at. A list is a chain of fixed groups of
 * atomic places; it grows by a group and never shrinks, so a handler may walk it at any moment without a lock and without memory.
 *
 *   list: [ value | 0 | value | ... | next ] -> [ ... | next ] -> NULL */
#ifndef NONET_BASE_ENDING_H
#define NONET_BASE_ENDING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define ENDING_GROUP 63

typedef _Atomic uintptr_t ending_place; /* 0: free */

struct ending_list {
  ending_place places[ENDING_GROUP];
  _Atomic(struct ending_list *) next;
};

/* Put a value (not 0) into a free place; NULL when memory ran out. */
ending_place *ending_add(struct ending_list *list, uintptr_t value);

/* Take it out again and make the place free. False if a handler took it first (the place may then hold another value). */
bool ending_take(ending_place *place, uintptr_t value);

/* Take out every value and hand it to `tidy`: async-signal-safe if tidy is. */
void ending_each(struct ending_list *list, void (*tidy)(uintptr_t value));

#endif
