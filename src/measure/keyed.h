/* The simple network with its nodes in the order of their keys: what is drawn by chance, or goes by the first of equals, then does not
 * depend on the order of rows. */
#ifndef NONET_MEASURE_KEYED_H
#define NONET_MEASURE_KEYED_H

#include "measure/measure.h"

struct keyed {
  struct graph graph; /* its arrays are owned here; edges ascending by (tail, head) */
  uint32_t *place;    /* of each node of the network, in `graph` */
  uint32_t *node;     /* the other way round */
};

/* O((n + m) log). */
nonet_code keyed_start(struct keyed *out, const struct graph *g, const nonet *n, nonet_err *err);
void keyed_free(struct keyed *k);

#endif
