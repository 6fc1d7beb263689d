/* The bow-tie of a directed network: who can reach the core, who is reached by it, and what hangs on. */
#ifndef NONET_KERNEL_BOWTIE_H
#define NONET_KERNEL_BOWTIE_H

#include "kernel/graph.h"

enum bowtie_place {
  BOWTIE_CORE,        /* the largest strong component */
  BOWTIE_IN,          /* reaches the core */
  BOWTIE_OUT,         /* is reached from the core */
  BOWTIE_TUBE,        /* leads from IN to OUT past the core */
  BOWTIE_TENDRIL_IN,  /* is reached from IN, and leads nowhere of the above */
  BOWTIE_TENDRIL_OUT, /* reaches OUT, and is reached from nowhere of the above */
  BOWTIE_APART,       /* none of these */
  BOWTIE_PLACES
};

/* place[v] is one of the above; `strong` is what component_strong gives. Where no two nodes reach each other there is no core, and every
 * node is apart. Undirected: each component but the largest is apart. O(n + m). */
enum kernel_code bowtie(uint8_t *place, const uint32_t *strong, const struct graph *g);

#endif
