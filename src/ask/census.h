/* A census: what a network holds, counted in one pass over nodes and one over ties. */
#ifndef NONET_ASK_CENSUS_H
#define NONET_ASK_CENSUS_H

#include "net/net.h"

/* How many ties of a kind there are in a layer. */
struct census_tie_kind {
  uint32_t layer, kind; /* NONET_NONE: in none; a word */
  uint64_t ties;
};

struct census {
  uint32_t isolates, in_several_layers, in_no_layer;
  uint64_t one_way, loops, weighted, dated, with_source;
  uint64_t by_scale[3];         /* weighted ties by what their weight means */
  int32_t first_day, last_day;  /* DATE_NONE: no tie has a date */
  uint32_t *nodes_of_kind;      /* owned; of each kind, then of none */
  uint32_t *nodes_of_layer;     /* owned */
  uint32_t *only_in_layer;      /* owned */
  uint64_t *ties_of_layer;      /* owned; of each layer, then of none */
  struct census_tie_kind *kind; /* owned; by layer, then as first met */
  size_t kinds, room;
};

nonet_code census_start(struct census *out, const nonet *n, nonet_err *err);
void census_free(struct census *c);

#endif
