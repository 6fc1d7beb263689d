/* Networks drawn by chance that keep what another one has: the degrees of every node, or only how many edges there are. */
#ifndef NONET_KERNEL_REWIRE_H
#define NONET_KERNEL_REWIRE_H

#include "base/run.h"
#include "kernel/graph.h"

/* What an edge may become; edges are exchanged with those of their own kind alone. */
enum rewire_kind {
  REWIRE_PAIR = 0, /* undirected */
  REWIRE_ACROSS,   /* undirected between two modes: the tail stays in the tails' mode */
  REWIRE_ARC,      /* directed */
  REWIRE_ARC_OUT,  /* directed, from the one mode to the other, and back */
  REWIRE_ARC_BACK,
  REWIRE_STAYS, /* is not moved, but its cell is taken */
  REWIRE_KINDS
};

/* One layer: simple, without loops; tail and head are changed in place. An edge keeps its number, and of the kinds with a direction or two
 * modes its tail. No two edges ever have the same two ends in the same direction; an undirected one has both. */
struct rewire {
  uint32_t nodes, edges;
  uint32_t *tail, *head;
  const uint8_t *kind;   /* of each edge */
  const uint8_t *mode;   /* 0 or 1 of each node, where edges are across; else NULL. ACROSS and ARC_OUT begin in 0, ARC_BACK in 1 */
  const uint8_t *member; /* nodes that rewire_ties may use; NULL: all */
};

/* Another network with the same degrees (and in- and out-degrees) of each kind. O(edges) expected, for each edge 100 exchanges tried. */
enum kernel_code rewire_degrees(struct rewire *r, struct chance *c);

/* Another one with as many edges of each kind, all equally likely. O(edges) expected unless nearly all are tied */
enum kernel_code rewire_ties(struct rewire *r, struct chance *c);

#endif
