/* How alike two networks on the same nodes are, and how alike they would be if the nodes of one were dealt to its places by chance (the
 * quadratic assignment procedure). */
#ifndef NONET_KERNEL_QAP_H
#define NONET_KERNEL_QAP_H

#include "kernel/graph.h"

/* The edges of one network on the nodes, ascending by lesser, then greater end: no loops, each cell once; undirected: tail < head. */
struct qap_edges {
  uint32_t edges;
  const uint32_t *tail, *head;
  const double *value; /* NULL: 1 each */
};

struct qap_ask {
  uint32_t nodes;
  bool directed;       /* cells are ordered pairs, else pairs */
  const uint8_t *mode; /* 0 or 1 of each node: only cells between the two are there, and nodes are dealt within theirs; NULL: one mode */
  struct qap_edges a, b;
};

struct qap {
  double cells;
  uint64_t both, either; /* cells that are tied in both, in one at least */
  double r;              /* Pearson's over all cells; NaN: one of the two has the same value in every cell */
  /* of a test; NaN where r is */
  double mean, sd;      /* of r over the permutations drawn */
  double p_high, p_low; /* (1 + permutations with an r as great, as small) / (1 + permutations) */
};

/* r and the counts. O(n + m) expected */
enum kernel_code qap_correlation(struct qap *out, const struct qap_ask *ask);

struct qap_chance {
  uint32_t permutations;
  uint64_t seed;
};

/* The same and the test: rows and columns of one network permuted together. Each permutation has a stream of its own, so that the number of
 * threads changes no bit. O(n + m) expected for each */
enum kernel_code qap_test(struct qap *out, const struct qap_ask *ask, const struct qap_chance *chance, const struct kernel_watch *watch);

#endif
