/* Betweenness of nodes and edges: how many shortest paths between others pass there. */
#ifndef NONET_KERNEL_BETWEENNESS_H
#define NONET_KERNEL_BETWEENNESS_H

#include "kernel/graph.h"
#include "kernel/lanes.h"

/* Raw counts over unordered pairs (ordered where g is directed), each pair sharing out 1 among its shortest paths; by length where g has
 * lengths (above 0 and finite). node: n entries, edge: m entries; either may be NULL. O(nm), with lengths O(nm + n^2 log n). Space: 16 sums
 * of 8 bytes for each node (and each edge when edges are asked for), and for each worker some 400 bytes a node and 40 an arc (with lengths
 * 402 and 52 an arc at most, directed 72, with edges up to 8 more). The same bytes come out at any number of threads and any width of
 * vectors. KERNEL_TOO_MANY_PATHS: more shortest paths between a pair (undirected: of one block) than a double can hold (about 1.8e308). */
enum kernel_code betweenness(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch);

/* The same with vectors of a given width: the same bits. */
enum kernel_code betweenness_with(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch,
                                  enum lanes_width width);

/* Of ordered pairs from one set onto another alone, of_from and of_onto saying who is in which: n entries. As above, but the network is
 * not made smaller first, and only those of the first set are sources. */
enum kernel_code betweenness_of_pairs(double *node, const struct graph *g, const bool *of_from, const bool *of_onto,
                                      const struct kernel_watch *watch);

/* Seconds that betweenness would take here with the watch's threads, from a few of its batches: about right, and another number each time.
 * Nodes or edges, as `edges` says. O(m + n log n) and a hundredth of the whole at most where that is long. */
enum kernel_code betweenness_seconds(double *seconds, const struct graph *g, bool edges, const struct kernel_watch *watch);

/* The same from one source at a time on the graph as it is: slow, and different enough to check the fast form. */
enum kernel_code betweenness_plain(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch);
enum kernel_code betweenness_of_pairs_plain(double *node, const struct graph *g, const bool *of_from, const bool *of_onto,
                                            const struct kernel_watch *watch);

#endif
