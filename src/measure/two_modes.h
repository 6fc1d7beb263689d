/* The two kinds that split a network, for measures that are made for it. */
#ifndef NONET_MEASURE_TWO_MODES_H
#define NONET_MEASURE_TWO_MODES_H

#include "measure/measure.h"

struct two_modes {
  const nonet *net;
  const struct graph *g; /* the simple network, undirected; weighted as the ask is */
  double size[2];        /* nodes of each kind */
};

/* NONET_EUSAGE, naming the measure, where the network is not of two modes. O(n) */
nonet_code two_modes_start(struct two_modes *out, const struct measure_ask *ask, const char *measure, nonet_err *err);

/* 0 or 1; 2: of neither kind (such a node has no ties). */
static inline unsigned mode_of(const struct two_modes *m, uint32_t v) {
  uint32_t kind = net_node_kind(m->net, v);
  return kind == m->net->mode_kind[0] ? 0 : kind == m->net->mode_kind[1] ? 1 : 2;
}

static inline double two_modes_ties_of(const struct two_modes *m, uint32_t v) {
  return (double)(m->g->first[v + 1] - m->g->first[v]);
}

/* What all rows say of themselves. */
#define TWO_MODES_ONLY "only for a network of two kinds of nodes with ties only between them (--modes A,B names them)"
#define TWO_MODES_READ "simple network, read as undirected"

#endif
