/* Which ties would join strong components. */
#ifndef NONET_KERNEL_GAIN_STRONG_H
#define NONET_KERNEL_GAIN_STRONG_H

#include "kernel/graph.h"

#include <stddef.h>

/* joins[i]: how many strong components fewer there are with a tie from pair[i][0] to pair[i][1]; *parts (may be NULL): how many there are.
 * g is directed. O((arcs + pairs) parts / 64) at worst; 1 KB for each part. */
enum kernel_code gain_strong(uint32_t *joins, uint32_t *parts, const struct graph *g, const uint32_t (*pair)[2], size_t count);

#endif
