/* Dominating sets: the fewest nodes such that each other node is tied to one of them. */
#ifndef NONET_KERNEL_DOMINATING_H
#define NONET_KERNEL_DOMINATING_H

#include "kernel/graph.h"

/* A node covers itself and the heads of its arcs. `need`: nodes that must be covered, `may`: nodes that may be chosen (n flags each; NULL:
 * all). With need the one kind and may the other of a two-mode network this is the smallest set cover. */
struct dominating_question {
  const uint8_t *need, *may;
  uint64_t effort; /* arcs that the search may touch; 0: 3e8 */
};

#define DOMINATING_NONE UINT32_MAX

/* `size` nodes, ascending, owned; no cover has fewer than `bound`, so it is a smallest one where they are equal. `uncovered`: a node that
 * needs cover and that none may cover (then no set is given), else DOMINATING_NONE. */
struct dominating {
  uint32_t size, bound, uncovered;
  uint32_t *node;
};

/* Greedy, then branch and bound within the effort. Greedy alone O(n + m); each branch O(n + m). Deterministic. */
enum kernel_code dominating_start(struct dominating *out, const struct graph *g, const struct dominating_question *q,
                                  const struct kernel_watch *watch);
void dominating_free(struct dominating *d);

#endif
