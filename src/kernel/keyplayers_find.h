/* The searches behind keyplayers_find. Each fills size, node (room for the set is there), score, bound and exact. */
#ifndef NONET_KERNEL_KEYPLAYERS_FIND_H
#define NONET_KERNEL_KEYPLAYERS_FIND_H

#include "kernel/keyplayers.h"

/* FRAGMENT, DISTANCE: sets whose loss breaks the network. */
enum kernel_code keyplayers_break(struct keyplayers *out, const struct graph *g, const struct keyplayers_question *q,
                                  const struct kernel_watch *watch);

/* What no set of that size scores above; 1 where telling more would take beyond the effort. */
enum kernel_code keyplayers_break_bound(double *bound, const struct graph *g, const struct keyplayers_question *q,
                                        const struct kernel_watch *watch);

/* NEAR, REACH: sets that are near to all. */
enum kernel_code keyplayers_near(struct keyplayers *out, const struct graph *g, const struct keyplayers_question *q,
                                 const struct kernel_watch *watch);

#endif
