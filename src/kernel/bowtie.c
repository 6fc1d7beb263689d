/* The bow-tie: four searches, from the core along and against the arcs, then from IN along and from OUT against them.
 *
 * What is reached from IN through the core is in OUT already, so a search from IN that meets anything else has gone past the core.
 *
 * Sources: (1) A. Broder et al. 2000, Graph structure in the Web, doi:10.1016/S1389-1286(00)00083-9. */
#include "kernel/bowtie.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Mark with `bit` all that nodes of one place reach (along or against the arcs), themselves too. */
static void spread(uint8_t *reached, uint8_t bit, const uint8_t *place, enum bowtie_place from, uint32_t *queue, const struct graph *g,
                   bool along) {
  const uint64_t *first = along ? g->first : g->in_first;
  const uint32_t *to = along ? g->to : g->in_to;
  size_t head = 0, tail = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    if (place[v] != from) continue;
    reached[v] |= bit;
    queue[tail++] = v;
  }
  while (head < tail) {
    uint32_t v = queue[head++];
    for (uint64_t a = first[v]; a < first[v + 1]; a++) {
      if (reached[to[a]] & bit) continue;
      reached[to[a]] |= bit;
      queue[tail++] = to[a];
    }
  }
}

enum { FROM_CORE = 1, TO_CORE = 2, FROM_IN = 4, TO_OUT = 8 };

enum kernel_code bowtie(uint8_t *place, const uint32_t *strong, const struct graph *g) {
  uint32_t *queue = memory_array(g->nodes, sizeof *queue), core = 0;
  uint8_t *reached = memory_zeroed(g->nodes, 1);
  enum kernel_code code = KERNEL_NO_MEMORY;
  if (!queue || !reached) goto done;
  code = KERNEL_DONE;
  for (uint32_t v = 0; v < g->nodes; v++) {
    place[v] = strong[v] == 0 ? BOWTIE_CORE : BOWTIE_APART;
    core += strong[v] == 0;
  }
  if (core < 2) {
    memset(place, BOWTIE_APART, g->nodes);
    goto done;
  }
  spread(reached, FROM_CORE, place, BOWTIE_CORE, queue, g, true);
  spread(reached, TO_CORE, place, BOWTIE_CORE, queue, g, false);
  for (uint32_t v = 0; v < g->nodes; v++)
    if (place[v] != BOWTIE_CORE && reached[v]) place[v] = reached[v] & FROM_CORE ? BOWTIE_OUT : BOWTIE_IN;
  spread(reached, FROM_IN, place, BOWTIE_IN, queue, g, true);
  spread(reached, TO_OUT, place, BOWTIE_OUT, queue, g, false);
  for (uint32_t v = 0; v < g->nodes; v++) {
    if (place[v] != BOWTIE_APART || !reached[v]) continue;
    bool both = (reached[v] & FROM_IN) && (reached[v] & TO_OUT);
    place[v] = both ? BOWTIE_TUBE : reached[v] & FROM_IN ? BOWTIE_TENDRIL_IN : BOWTIE_TENDRIL_OUT;
  }
done:
  free(queue);
  free(reached);
  return code;
}
