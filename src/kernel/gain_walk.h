/* Breadth-first from many nodes at once, for gains: who is how far, in rows or in counts. */
#ifndef NONET_KERNEL_GAIN_WALK_H
#define NONET_KERNEL_GAIN_WALK_H

#include "kernel/gain.h"

enum { GAIN_WALKS = 64 }; /* sources side by side */

/* Of one worker. Words are 0 between searches. */
struct gain_walker {
  uint64_t *seen, *near, *next;
  uint32_t *front, *found;
  uint16_t *row; /* GAIN_WALKS rows of n, where they are asked for */
  uint64_t *count;
  struct gain_score *score;
  bool too_far;
};

struct gain_walk {
  const uint64_t *first;
  const uint32_t *to, *source;
  uint32_t nodes, count, most; /* sources, GAIN_WALKS at most; no farther than `most` */
  uint16_t **row;              /* of each source, filled with GAIN_FAR; NULL: the next two are for it */
  const struct gain_field *f;
  uint64_t one, two; /* sources that count with nodes of group 2, of group 1 */
};

void gain_walk(struct gain_walker *s, const struct gain_walk *x);
/* All of a row too far to tell, as it is to be before a walk. */
void gain_walk_forget(uint16_t *row, uint32_t nodes);

/* One for each worker; NULL: out of memory. */
struct gain_walker *gain_walkers_start(unsigned workers, uint32_t nodes);
/* Frees them: `code`, or KERNEL_TOO_MANY_PATHS where a path was too long to tell. */
enum kernel_code gain_walkers_end(struct gain_walker *s, unsigned workers, enum kernel_code code);

#endif
