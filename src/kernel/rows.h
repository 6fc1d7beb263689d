/* The rows of a graph that is walked where it lies and never built: a search asks for the neighbours of the few nodes that it comes to.
 *
 * What comes back may hold a node twice, and the node itself; it stays until the next call. Whoever gives the rows keeps what went wrong
 * (no memory, a row that cannot be read) to himself: such a row is empty, and the search's caller looks there before he believes it. */
#ifndef NONET_KERNEL_ROWS_H
#define NONET_KERNEL_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One row: where its arcs lead, and how long each is (NULL unless asked for). */
struct row {
  const uint32_t *to;
  const double *length;
  size_t count;
};

struct rows {
  /* Along the arcs, or (inward) against them. */
  struct row (*row)(void *context, uint32_t v, bool inward, bool lengths);
  /* What a look at the row of v costs, known without one: at least its count. */
  uint64_t (*cost)(void *context, uint32_t v);
  void *context;
};

static inline struct row rows_of(const struct rows *r, uint32_t v, bool inward) {
  return r->row(r->context, v, inward, false);
}

#endif
