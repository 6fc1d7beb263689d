/* The layers of a network as one graph of states (kernel/supra.h), for the measures of multilayer networks. */
#ifndef NONET_MEASURE_MULTILAYER_H
#define NONET_MEASURE_MULTILAYER_H

#include "kernel/supra.h"
#include "measure/measure.h"

struct multilayer {
  struct supra supra;
  uint32_t *layer; /* of each position: layers stand in the order of their names (years and numbers by value); owned */
  double omega;
};

/* How the replicas of a node are coupled: as it was typed behind the colon. */
struct coupling {
  double omega;
  bool successive;
  bool undirected; /* direction is left out of account: a pair is tied in a layer either way; not of what is typed */
};

/* "", "OMEGA", "ordinal" or "OMEGA;ordinal", OMEGA (1) above 0; the name is for the error. */
nonet_code coupling_read(struct coupling *out, const char *measure, const struct measure_ask *ask, nonet_err *err);

/* Texts of rows that take it. */
#define COUPLING_PARAMETER                                                                                                                 \
  "OMEGA, how strongly the replicas of a node are coupled (1), or OMEGA;ordinal: each replica with the next only, layers in the order of " \
  "their names"
#define REPLICAS                                                                                                                           \
  "every node has a replica in every layer (node-aligned), or with --replicas members only where it is declared or tied; ties of no "      \
  "layer are left out; a network without layers is one layer; "

/* Ties of each layer, parallel ones merged and loops left out; strengths and lengths when weighted, else 1. Coupled categorically unless
 * c says otherwise (may be NULL). O(m log m) */
nonet_code multilayer_start(struct multilayer *out, const struct measure_ask *ask, const struct coupling *c, nonet_err *err);
void multilayer_free(struct multilayer *m);

/* The keys of a row about a state, in a sheet by node and layer; the layer is empty where there is none. */
nonet_code multilayer_name_row(nonet_sheet *s, size_t row, const struct multilayer *m, const nonet *n, uint32_t state, nonet_err *err);

#endif
