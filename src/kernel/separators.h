/* Connectivity: the fewest nodes or edges whose loss parts the network, and every smallest set of nodes that does. */
#ifndef NONET_KERNEL_SEPARATORS_H
#define NONET_KERNEL_SEPARATORS_H

#include "kernel/graph.h"

#include <stddef.h>

/* A smallest cut: once its items are lost, `from` no longer reaches `to`. A network without such a cut (nodes: every two are tied; fewer
 * than 2 nodes) has size n - 1 (0 for none), found false and no items. A network already apart has a cut of size 0. */
struct separator {
  uint32_t size;
  bool found;
  uint32_t from, to;
  uint32_t *item; /* nodes or edges, ascending; owned */
};

/* Of nodes. Directed: some node must lose its way along the arcs to another. `enough` above 0: any cut smaller than that will do, and the
 * search ends with the first; the size is then the smallest only where it is not smaller than `enough`.
 * Undirected at most n + d^2 / 2 flows, d the least degree, far fewer where neighbours are shared; directed 2 n (size + 1) flows. */
enum kernel_code separator_of_nodes(struct separator *out, const struct graph *g, uint32_t enough, const struct kernel_watch *watch);

/* Of edges. n - 1 flows, directed twice as many. */
enum kernel_code separator_of_edges(struct separator *out, const struct graph *g, const struct kernel_watch *watch);

void separator_free(struct separator *s);

/* Every set of `size` nodes whose loss parts the network, `size` being the least for which there is one; set i is node[i * size] ..,
 * ascending, sets in lexicographic order. None where the network is apart already or every two nodes are tied. */
struct separators {
  uint32_t size;
  size_t count;
  uint32_t *node; /* owned */
  bool complete;  /* false: there are more than were asked for */
};

/* g is undirected. `most` 0: all of them, however many. size * n flows, and O(n (n + m)) at worst for each set. */
enum kernel_code separators_all(struct separators *out, const struct graph *g, size_t most, const struct kernel_watch *watch);
void separators_free(struct separators *s);

#endif
