/* Layers over the same nodes as one graph of states: a node in a layer. Ties lead within layers; coupling ties the replicas of a node.
 *
 *   first:  0     2   3       6      states of node v: first[v] .. first[v + 1]
 *   layer:  0 R | R | 0 1 R | ...    ascending; R: one state for all of v's replicas without ties, `times` many, which are alike
 *   ties:   CSR over the states, the arcs of each ascending by head
 *
 * Coupling is never an array of arcs: it is added as an operator, O(states). Absent replicas need no place each unless they differ, as they
 * do where only successive layers are coupled. */
#ifndef NONET_KERNEL_SUPRA_H
#define NONET_KERNEL_SUPRA_H

#include "kernel/graph.h"

#define SUPRA_REST UINT32_MAX

/* An arc of a layer, from node to node; undirected: both ways are given. */
struct supra_arc {
  uint32_t from, layer, to;
  double strength, length;
};

struct supra_place {
  uint32_t node, layer;
};

struct supra_plan {
  uint32_t nodes, layers;
  bool directed;
  bool everywhere;             /* every node has a replica in every layer, else only where it is placed or tied */
  bool successive;             /* a replica is coupled to the next in the order of layers only, else to all of its node */
  const struct supra_arc *arc; /* ascending by from, layer, to; each once */
  uint64_t arcs;
  const struct supra_place *place; /* replicas that there are without ties; in any order, also more than once */
  uint64_t places;
};

struct supra {
  struct graph ties;  /* of states; every arc is an edge of its own, an undirected pair two, and always has strength and length */
  struct graph pairs; /* of nodes, tied as in any of the layers, once for each: for what hangs together; no edges */
  uint32_t nodes, layers, states;
  bool successive;
  uint32_t *first, *node, *layer;
  double *times, *root; /* root: of times */
  double replicas;      /* sum of times */
  /* owned by this, borrowed by the graphs */
  uint64_t *arc_first, *in_arc_first, *pair_first, *in_pair_first;
  uint32_t *arc_to, *arc_from, *arc_edge, *in_edge, *pair_to, *pair_from;
  double *strength, *length;
};

/* O(m log m + layers * nodes where everywhere and successive). */
enum kernel_code supra_start(struct supra *out, const struct supra_plan *plan);
void supra_free(struct supra *s);

/* The state of a node in a layer; UINT32_MAX: it has none of its own. O(log) */
uint32_t supra_state(const struct supra *s, uint32_t node, uint32_t layer);

/* What coupling adds for the states of node v, both arrays at its first: in the even form, in which the entry of a state that stands for
 * `times` replicas is root times that of each, so that the matrix is symmetric. O(states of v) */
void supra_couple(double *to, const double *from, const struct supra *s, double omega, uint32_t v);

/* The same for one state; from NULL: all ones. */
double supra_coupled(const double *from, const struct supra *s, double omega, uint32_t state);

/* How many replicas one of this state is coupled to. */
double supra_coupled_to(const struct supra *s, uint32_t state);

#endif
