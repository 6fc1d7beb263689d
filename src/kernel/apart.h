/* Routes that share nobody, found where they run: as flow.h with FLOW_BETWEEN, but between two nodes of a graph that is never built. */
#ifndef NONET_KERNEL_APART_H
#define NONET_KERNEL_APART_H

#include "kernel/graph.h"
#include "kernel/rows.h"

/* Arrays owned by the struct. As many routes as the cut has nodes, and one more where an arc leads straight from one to the other (Menger).
 * Route r is route_node[route_first[r]] .. route_node[route_first[r + 1] - 1], no node twice. */
struct apart_answer {
  uint32_t routes;
  uint64_t *route_first;
  uint32_t *route_node;
  uint32_t *cut_node; /* ascending */
  uint32_t cut_nodes;
  bool tied; /* the straight arc, route 0, which no node cuts */
};

/* `from` and `to` differ. Of the two cuts nearest either end it is the one with fewer ends before it, of equals the first: which one that
 * is depends on the graph alone, not on how its nodes are numbered. Each pass costs what is nearer to either end than where they meet, the
 * last the smaller of the two sides of the cut; there are at most routes + 1 passes, mostly a few. KERNEL_DONE, _NO_MEMORY or _STOPPED. */
enum kernel_code apart_between(struct apart_answer *out, const struct rows *rows, uint32_t from, uint32_t to,
                               const struct kernel_watch *watch);
void apart_free(struct apart_answer *a);

#endif
