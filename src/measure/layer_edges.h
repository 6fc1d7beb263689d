/* The ties of each layer among the nodes of the whole network, so that layers can be held against each other. */
#ifndef NONET_MEASURE_LAYER_EDGES_H
#define NONET_MEASURE_LAYER_EDGES_H

#include "kernel/qap.h"
#include "measure/measure.h"

/* Nodes are numbered in the order of their keys; all owned. */
struct layer_edges {
  uint32_t layers;
  struct qap_edges *at; /* of each layer: its simple network, with strengths where they are asked for */
  uint8_t *mode;        /* of each node, where the network has two modes; else NULL */
};

/* Of all layers, or (`only` not NULL) of those two alone. */
nonet_code layer_edges_start(struct layer_edges *out, const struct measure_ask *ask, const uint32_t *only, nonet_err *err);
void layer_edges_free(struct layer_edges *e);

/* What the kernel is asked of two layers. */
struct qap_ask layer_edges_pair(const struct layer_edges *e, const nonet *n, uint32_t a, uint32_t b);

/* The two layers that a text "A;B" names; "": the network's two, where it has just two. NONET_EUSAGE else. */
nonet_code layer_pair_read(uint32_t pair[2], const nonet *n, const char *text, nonet_err *err);

#endif
