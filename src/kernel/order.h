/* The order in which a network is walked best, and its rows in that order. */
#ifndef NONET_KERNEL_ORDER_H
#define NONET_KERNEL_ORDER_H

#include "kernel/graph.h"

#define ORDER_OUT UINT32_MAX

struct order_rows {
  uint64_t *first;
  uint32_t *to, *edge; /* edge: NULL unless asked for */
};

/* Node v of the graph is at place[v], or ORDER_OUT; node[i] is at place i. Rows ascend. Undirected: `in` is empty, rows go both ways.
 * Arrays owned by the struct: 8 bytes a node and each side's rows, 8 bytes a node and 4 an arc (8 with edges). */
struct order {
  uint32_t nodes, *place, *node;
  struct order_rows out, in;
};

/* Only nodes v with only[v] == v, and arcs between them; NULL: all. O(n + m). */
enum kernel_code order_start(struct order *out, const struct graph *g, const uint32_t *only, bool edges);
/* All nodes, and where no arc joins two nodes of the same of two sides: one side first, *sides nodes, then the other, each as ordered
 * above; else *sides is 0. O(n + m). */
enum kernel_code order_by_sides(struct order *out, uint32_t *sides, const struct graph *g);
/* All nodes, those of which side[v] is 0 first, then those of which it is 1, each as ordered above. O(n + m). */
enum kernel_code order_on_sides(struct order *out, uint32_t *first, const struct graph *g, const uint8_t *side, bool edges);
void order_free(struct order *o);

#endif
