/* Columns: a two-mode network with one kind on the left and the other on the right. */
#ifndef NONET_SHOW_COLUMNS_H
#define NONET_SHOW_COLUMNS_H

#include "base/error.h"
#include "kernel/graph.h"

/* The place of each node in its column, 0 at the top, so that few ties cross. `right` tells the column. The order starts with `first`
 * (lower ones higher up), so that groups stay near each other. O(sweeps m log n). */
nonet_code columns_order(uint32_t *rank, const struct graph *graph, const bool *right, const double *first, nonet_err *err);

/* Pairs of ties that cross. O(m log n). */
nonet_code columns_crossings(uint64_t *out, const struct graph *graph, const bool *right, const uint32_t *rank, nonet_err *err);

#endif
