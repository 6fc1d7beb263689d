/* A network made as small as exact betweenness allows, and put in the order in which it is walked best. */
#ifndef NONET_KERNEL_REDUCE_H
#define NONET_KERNEL_REDUCE_H

#include "kernel/lanes.h"
#include "kernel/order.h"

/* Part p is (a piece of) the graph's node part_node[p]; it gets what the net's node at[p] gets. Edges keep their numbers. All arrays are
 * owned by the struct; net borrows them. */
struct reduced {
  struct lanes_net net;
  struct order order;
  double *mass, *copies;      /* copies NULL: no twins */
  double *onto;               /* NULL: mass, from as onto */
  double *length, *in_length; /* of each arc out of a node, and into it (directed, else NULL); NULL: steps */
  uint32_t parts, *part_node, *at;
};

/* Undirected: cut nodes taken apart. Without lengths and edges: twins as one. Always: breadth-first order. `length` (of each edge) may be
 * NULL. Into node and edge (each may be NULL) goes what needs no walk, over ordered pairs. O(n log n + m). Kept: 8 bytes an arc (4 without
 * edge and length; directed 4 more) and 40 a part; while it is made, about three times as much. */
enum kernel_code reduce_start(struct reduced *out, double *node, double *edge, const struct graph *g, const double *length);

/* Not made smaller, for pairs from one set onto another, as of_from and of_onto say of each node: those of the first set are the first
 * *sources nodes of the net. O(n + m) */
enum kernel_code reduce_not(struct reduced *out, uint32_t *sources, const struct graph *g, const double *length, const bool *of_from,
                            const bool *of_onto);
void reduce_free(struct reduced *r);

#endif
