/* Covers: the fewest sets such that each element is in as many of them as it demands, and how many such covers there are. */
#ifndef NONET_KERNEL_MULTICOVER_H
#define NONET_KERNEL_MULTICOVER_H

#include "kernel/graph.h"

#include <stddef.h>

/* Set s has the elements to[first[s] .. first[s + 1]), each once. demand[e] is at most the number of sets that e is in. */
struct multicover_question {
  uint32_t sets, elements;
  const uint64_t *first;
  const uint32_t *to, *demand;
  size_t keep;     /* so many of the smallest covers are kept */
  uint64_t effort; /* places that the search for the least, and that for their number, may touch each; 0: 1e8 */
};

/* No cover has fewer than `bound` sets; where size is bound it is a smallest one, else a good one. `count` covers have that size; there may
 * be more where it is not `counted`. cover: kept * size sets, ascending in each, covers in that order too; owned. */
struct multicover {
  uint32_t size, bound;
  double count;
  bool counted;
  size_t kept;
  uint32_t *cover;
};

/* Greedy, then branch and bound, then all branches that can still end in a smallest cover. Deterministic. Each branch O(all sets' sizes).
 */
enum kernel_code multicover_start(struct multicover *out, const struct multicover_question *q, const struct kernel_watch *watch);
void multicover_free(struct multicover *m);

#endif
