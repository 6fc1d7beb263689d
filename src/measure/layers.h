/* Layers as networks by themselves, for the measures of layers. */
#ifndef NONET_MEASURE_LAYERS_H
#define NONET_MEASURE_LAYERS_H

#include "measure/pass.h"

/* A tie of a layer, no loop: an undirected pair with the lesser node first, each way of a directed network apart. */
struct layer_arc {
  uint32_t layer, from, to;
};
int layer_arc_order(const void *x, const void *y);

/* The arcs of all layers, each once, ascending; owned by the caller. O(m log m) */
nonet_code layer_arcs(struct layer_arc **out, size_t *count, const nonet *n, nonet_err *err);

/* The layers that a tie may be of: first[0 ..]; the count. Where no tie names a layer they are those of its first end, and the tie is of
 * those that its other end is in too. `room` is a place for one. */
uint32_t layers_of_tie(const uint32_t **first, uint32_t *room, const nonet *n, uint32_t t);
bool layer_has_node(const nonet *n, uint32_t layer, uint32_t v);

/* How many nodes each layer has, or has for itself. */
void layer_members(double *out, const nonet *n, bool only_here);

/* A measure of the whole network by its name, for the view of each layer. */
nonet_code layer_by_view(double *out, const char *measure, bool normalised, const struct measure_ask *ask, nonet_err *err);

#endif
