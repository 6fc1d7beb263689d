/* A cover in the making: what the search for a smallest dominating set works on. */
#ifndef NONET_KERNEL_DOMINATING_COVER_H
#define NONET_KERNEL_DOMINATING_COVER_H

#include "kernel/dominating.h"

#include <stddef.h>

/* A branching: the nodes that may cover one node, order[from .. to), of which those before `at` were tried. */
struct fork {
  size_t from, at, to;
};

struct cover {
  const struct graph *g;
  uint8_t *open, *allowed;  /* still to be covered or covered; may be chosen in this branch */
  uint32_t *times, *useful; /* times[v]: how many chosen nodes cover v; useful[v]: how many uncovered nodes v would cover */
  uint32_t *chosen, *best, *order;
  struct fork *fork;
  size_t forks, order_room;
  double *load;                     /* shares collected, of each node */
  uint32_t *ways, *start, *waiting; /* of the nodes to be covered, by how many may cover them */
  uint32_t chosen_count, best_count, uncovered;
};

bool cover_start(struct cover *c, const struct graph *g, const struct dominating_question *q);
void cover_free(struct cover *c);

/* Nothing is chosen, nothing covered. O(n + m). */
void cover_begin(struct cover *c);

/* Set `useful` from what is open, covered or not. O(n + m). */
void cover_count_useful(struct cover *c);

/* Choose v; take the last choice back. O(sum of the degrees of v's neighbours). */
void cover_choose(struct cover *c, uint32_t v);
void cover_unchoose(struct cover *c);

/* How many may cover v in this branch; *most is what the most useful of them would cover. */
uint32_t cover_ways(const struct cover *c, uint32_t v, uint32_t *most);

/* What any completion needs at least, and the uncovered node that fewest may cover; UINT32_MAX when that one cannot be covered. O(n + m).
 */
uint32_t cover_bound(struct cover *c, uint32_t *narrowest);

/* Bar nodes and drop demands that decide themselves. A smallest cover of what is left is a smallest one of all. */
enum kernel_code cover_settle(struct cover *c, const struct kernel_watch *watch);

/* Of v's closed neighbourhood, the i-th node: v itself first. */
static inline uint32_t covered_by(const struct graph *g, uint32_t v, uint64_t i) {
  return i == 0 ? v : g->to[g->first[v] + i - 1];
}

static inline uint64_t reach(const struct graph *g, uint32_t v) {
  return g->first[v + 1] - g->first[v] + 1;
}

static inline uint32_t coverer_of(const struct graph *g, uint32_t v, uint64_t i) {
  return i == 0 ? v : g->in_to[g->in_first[v] + i - 1];
}

static inline uint64_t coverers(const struct graph *g, uint32_t v) {
  return g->in_first[v + 1] - g->in_first[v] + 1;
}

#endif
