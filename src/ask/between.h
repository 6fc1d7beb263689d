/* What lies between two nodes, found without looking at the rest of the network: the searches of trails.h for two who are asked about most,
 * in networks that are never built as graphs. All take different nodes, neither of them closed. */
#ifndef NONET_ASK_BETWEEN_H
#define NONET_ASK_BETWEEN_H

#include "ask/trails.h"
#include "kernel/meeting.h"

/* The nodes of all shortest paths; `within`: at most so many steps, 0: any. */
nonet_code between_meeting(struct meeting *out, const struct ways *w, uint32_t from, uint32_t to, uint32_t within, const struct run *run,
                           nonet_err *err);

/* As trails_shortest. */
nonet_code between_shortest(struct shortest_found *out, const struct ways *w, uint32_t from, uint32_t to, uint64_t at_most,
                            const struct run *run, nonet_err *err);

/* As trails_strongest, of any number of steps. NONET_EINPUT: a length on the way that sums cannot be made of. */
nonet_code between_strongest(struct trails *out, double *length, const struct ways *w, uint32_t from, uint32_t to, const struct run *run,
                             nonet_err *err);

/* As trails_apart; the cut is the one that apart.h says. */
nonet_code between_apart(struct routes_found *out, const struct ways *w, uint32_t from, uint32_t to, const struct run *run, nonet_err *err);

#endif
