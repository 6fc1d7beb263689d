/* Networks with known answers, and small graphs for slow twins.
 *
 * KARATE: Zachary 1977, 34 members (member 1 is node 0), 78 ties; clubs 17 and 17. FLO-15: Padgett's marriages without Pucci, 15 families
 * in alphabetical order, 20 ties. DAVIS-89: 18 women (0 .. 17, Evelyn first), 14 events (18 .. 31), 89 ties. The same facts as in graphs/.
 */
#ifndef NONET_TESTS_KERNEL_KNOWN_GRAPHS_H
#define NONET_TESTS_KERNEL_KNOWN_GRAPHS_H

#include "base/run.h"
#include "kernel/graph.h"
#include "test.h"

#include <stdlib.h>

#define KARATE_NODES 34
static const uint32_t karate_ties[78][2] = {
    {0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},  {0, 11},  {0, 12},  {0, 13},  {0, 17},
    {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},   {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},
    {2, 8},   {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},   {4, 10},  {5, 6},   {5, 10},
    {5, 16},  {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},  {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33}, {18, 32}, {18, 33},
    {19, 33}, {20, 32}, {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25}, {24, 27}, {24, 31},
    {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32}, {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}};
static const uint32_t karate_club[KARATE_NODES] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0,
                                                   0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

enum {
  ACCIAIUOLI,
  ALBIZZI,
  BARBADORI,
  BISCHERI,
  CASTELLANI,
  GINORI,
  GUADAGNI,
  LAMBERTESCHI,
  MEDICI,
  PAZZI,
  PERUZZI,
  RIDOLFI,
  SALVIATI,
  STROZZI,
  TORNABUONI,
  FLORENCE_NODES
};
static const uint32_t florence_ties[20][2] = {{0, 8},  {1, 5}, {1, 6},  {1, 8},  {2, 4},  {2, 8},  {3, 6},  {3, 10},  {3, 13},  {4, 10},
                                              {4, 13}, {6, 7}, {6, 14}, {8, 11}, {8, 12}, {8, 14}, {9, 12}, {10, 13}, {11, 13}, {11, 14}};

#define DAVIS_NODES 32
#define DAVIS_WOMEN 18
static const uint32_t davis_ties[89][2] = {
    {0, 18},  {0, 19},  {0, 20},  {0, 21},  {0, 22},  {0, 23},  {0, 25},  {0, 26},  {1, 18},  {1, 19},  {1, 20},  {1, 22},  {1, 23},
    {1, 24},  {1, 25},  {2, 19},  {2, 20},  {2, 21},  {2, 22},  {2, 23},  {2, 24},  {2, 25},  {2, 26},  {3, 18},  {3, 20},  {3, 21},
    {3, 22},  {3, 23},  {3, 24},  {3, 25},  {4, 20},  {4, 21},  {4, 22},  {4, 24},  {5, 20},  {5, 22},  {5, 23},  {5, 25},  {6, 22},
    {6, 23},  {6, 24},  {6, 25},  {7, 23},  {7, 25},  {7, 26},  {8, 22},  {8, 24},  {8, 25},  {8, 26},  {9, 24},  {9, 25},  {9, 26},
    {9, 29},  {10, 25}, {10, 26}, {10, 27}, {10, 29}, {11, 25}, {11, 26}, {11, 27}, {11, 29}, {11, 30}, {11, 31}, {12, 24}, {12, 25},
    {12, 26}, {12, 27}, {12, 29}, {12, 30}, {12, 31}, {13, 23}, {13, 24}, {13, 26}, {13, 27}, {13, 28}, {13, 29}, {13, 30}, {13, 31},
    {14, 24}, {14, 25}, {14, 27}, {14, 28}, {14, 29}, {15, 25}, {15, 26}, {16, 26}, {16, 28}, {17, 26}, {17, 28}};

#define KNOWN(name) name##_ties, sizeof name##_ties / sizeof name##_ties[0]

/* A graph that owns its arrays. */
struct known_graph {
  struct graph g;
  uint64_t *first, *in_first;
  uint32_t *to, *in_to, *edge, *in_edge, *tail, *head;
};

static inline void known_graph_free(struct known_graph *k) {
  free(k->first);
  free(k->to);
  free(k->edge);
  if (k->g.directed) {
    free(k->in_first);
    free(k->in_to);
    free(k->in_edge);
  }
  free(k->tail);
  free(k->head);
}

/* Rows of arcs u -> v with edge_of[u * n + v] >= 0, or of v -> u when turned. */
static inline void known_rows(uint64_t **first, uint32_t **to, uint32_t **edge, const int64_t *edge_of, uint32_t n, bool turned) {
  uint64_t arcs = 0;
  for (size_t i = 0; i < (size_t)n * n; i++)
    arcs += edge_of[i] >= 0;
  *first = malloc(((size_t)n + 1) * sizeof **first);
  *to = malloc((size_t)arcs * sizeof **to + 1);
  *edge = malloc((size_t)arcs * sizeof **edge + 1);
  assert_true(*first && *to && *edge);
  uint64_t at = 0;
  for (uint32_t u = 0; u < n; u++) {
    (*first)[u] = at;
    for (uint32_t v = 0; v < n; v++) {
      int64_t e = turned ? edge_of[(size_t)v * n + u] : edge_of[(size_t)u * n + v];
      if (e < 0) continue;
      (*to)[at] = v;
      (*edge)[at++] = (uint32_t)e;
    }
  }
  (*first)[n] = at;
}

/* A simple graph; edge e is pair e. Strengths are borrowed and may be NULL. */
static inline void known_graph_start(struct known_graph *k, uint32_t nodes, bool directed, const uint32_t (*pairs)[2], size_t count,
                                     const double *strength) {
  int64_t *edge_of = malloc((size_t)nodes * nodes * sizeof *edge_of + 1);
  memset(k, 0, sizeof *k);
  k->tail = malloc(count * sizeof *k->tail + 1);
  k->head = malloc(count * sizeof *k->head + 1);
  assert_true(edge_of && k->tail && k->head);
  for (size_t i = 0; i < (size_t)nodes * nodes; i++)
    edge_of[i] = -1;
  for (size_t e = 0; e < count; e++) {
    uint32_t u = pairs[e][0], v = pairs[e][1];
    if (!directed && u > v) u = pairs[e][1], v = pairs[e][0];
    assert_true(u != v && u < nodes && v < nodes && edge_of[(size_t)u * nodes + v] < 0);
    edge_of[(size_t)u * nodes + v] = (int64_t)e;
    if (!directed) edge_of[(size_t)v * nodes + u] = (int64_t)e;
    k->tail[e] = u;
    k->head[e] = v;
  }
  known_rows(&k->first, &k->to, &k->edge, edge_of, nodes, false);
  if (directed)
    known_rows(&k->in_first, &k->in_to, &k->in_edge, edge_of, nodes, true);
  else
    k->in_first = k->first, k->in_to = k->to, k->in_edge = k->edge;
  k->g = (struct graph){.nodes = nodes,
                        .edges = (uint32_t)count,
                        .directed = directed,
                        .first = k->first,
                        .in_first = k->in_first,
                        .to = k->to,
                        .in_to = k->in_to,
                        .edge = k->edge,
                        .in_edge = k->in_edge,
                        .tail = k->tail,
                        .head = k->head,
                        .strength = strength};
  free(edge_of);
}

/* Is there an arc u -> v? */
static inline bool known_tied(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return true;
  return false;
}

/* A graph in which each pair (directed: each ordered pair) is tied with probability p. At most 64 nodes. */
static inline void known_random(struct known_graph *k, struct chance *c, uint32_t nodes, bool directed, double p) {
  static uint32_t pairs[64 * 64][2];
  size_t count = 0;
  assert_true(nodes <= 64);
  for (uint32_t u = 0; u < nodes; u++)
    for (uint32_t v = directed ? 0 : u + 1; v < nodes; v++)
      if (u != v && chance_share(c) < p) pairs[count][0] = u, pairs[count++][1] = v;
  known_graph_start(k, nodes, directed, (const uint32_t(*)[2])pairs, count, NULL);
}

/* The undirected graph on n <= 6 nodes whose pairs (0,1), (0,2) ... (n-2,n-1) are the bits of `mask`. */
static inline void known_of_mask(struct known_graph *k, uint32_t n, uint32_t mask) {
  uint32_t pairs[15][2], bit = 0;
  size_t count = 0;
  for (uint32_t u = 0; u < n; u++)
    for (uint32_t v = u + 1; v < n; v++, bit++)
      if (mask >> bit & 1) pairs[count][0] = u, pairs[count++][1] = v;
  known_graph_start(k, n, false, (const uint32_t(*)[2])pairs, count, NULL);
}

/* Bit of the pair u, v in such a mask. */
static inline uint32_t known_bit(uint32_t n, uint32_t u, uint32_t v) {
  if (u > v) return known_bit(n, v, u);
  return u * n - u * (u + 1) / 2 + (v - u - 1);
}

/* Mark every renumbering of `mask` as seen: all orders of n nodes by Heap's method. */
static inline void known_mark_orbit(uint8_t *seen, uint32_t n, uint32_t mask) {
  uint32_t order[6] = {0, 1, 2, 3, 4, 5}, turn[6] = {0};
  for (uint32_t i = 0;;) {
    uint32_t image = 0;
    for (uint32_t u = 0; u < n; u++)
      for (uint32_t v = u + 1; v < n; v++)
        if (mask >> known_bit(n, u, v) & 1) image |= 1u << known_bit(n, order[u], order[v]);
    seen[image] = 1;
    while (i < n && turn[i] >= i)
      turn[i++] = 0;
    if (i >= n) return;
    uint32_t with = i % 2 ? turn[i] : 0, kept = order[with];
    order[with] = order[i];
    order[i] = kept;
    turn[i]++;
    i = 0;
  }
}

/* Nodes of `mask`'s graph reachable from node `from` without leaving the set `inside` (bits). */
static inline uint32_t known_reach(uint32_t n, uint32_t mask, uint32_t inside, uint32_t from) {
  uint32_t reached = 1u << from, before = 0;
  while (reached != before) {
    before = reached;
    for (uint32_t u = 0; u < n; u++)
      for (uint32_t v = 0; v < n; v++)
        if (u != v && before >> u & 1 && inside >> v & 1 && mask >> known_bit(n, u, v) & 1) reached |= 1u << v;
  }
  return reached;
}

static inline bool known_connected(uint32_t n, uint32_t mask, uint32_t inside) {
  for (uint32_t v = 0; v < n; v++)
    if (inside >> v & 1) return known_reach(n, mask, inside, v) == inside;
  return true;
}

/* Every connected graph on n <= 6 nodes once, up to renumbering; returns how many (4: 6, 5: 21, 6: 112). */
static inline size_t known_each_connected(uint32_t n, void (*visit)(uint32_t nodes, uint32_t mask)) {
  static uint8_t seen[1u << 15];
  size_t found = 0;
  memset(seen, 0, sizeof seen);
  for (uint32_t mask = 0; mask < 1u << n * (n - 1) / 2; mask++) {
    if (seen[mask]) continue;
    known_mark_orbit(seen, n, mask);
    if (!known_connected(n, mask, (1u << n) - 1)) continue;
    found++;
    visit(n, mask);
  }
  return found;
}

#endif
