/* Which ties would raise the node connectivity. */
#ifndef NONET_KERNEL_GAIN_CONNECTIVITY_H
#define NONET_KERNEL_GAIN_CONNECTIVITY_H

#include "kernel/graph.h"

#include <stddef.h>

/* raises[i]: 1 where the network with pair i tied (which is not tied in g) has a greater node connectivity, by 1; *connectivity: of g.
 * Directed: ties from the first to the second, connectivity along the arcs. A search for a smallest cut at first, and one for each pair
 * that no cut found so far parts; a cut that such a search finds settles all pairs that it does not part. */
enum kernel_code gain_connectivity(uint8_t *raises, uint32_t *connectivity, const struct graph *g, const uint32_t (*pair)[2], size_t count,
                                   const struct kernel_watch *watch);

/* At least so many ties are needed to raise the connectivity of g to k: each node needs k neighbours, directed k out and k in. O(n). */
uint64_t gain_connectivity_needs(const struct graph *g, uint32_t k);

#endif
