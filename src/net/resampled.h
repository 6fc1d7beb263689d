/* Networks of nodes drawn from another's with replacement, and of all but one. */
#ifndef NONET_NET_RESAMPLED_H
#define NONET_NET_RESAMPLED_H

#include "base/run.h"
#include "net/net.h"

/* Nodes in the order of their keys; n entries, the caller's to free. NULL: no memory. */
uint32_t *resampled_order(const nonet *n);

/* As many nodes drawn with replacement, each from its own of two modes; keys come again. Copies of two nodes have the ties that these have,
 * copies of one those of two nodes that are drawn for it. O(n + m) expected */
nonet_code resampled_make(nonet **out, const nonet *n, const uint32_t *order, struct chance *c, nonet_err *err);
/* Without one node. */
nonet_code resampled_without(nonet **out, const nonet *n, uint32_t node, nonet_err *err);

#endif
