/* Coreness by taking away the node of least remaining degree, again and again.
 *
 *   order:  nodes sorted by remaining degree    start[k]: where degree k begins in `order`    place[v]: where v stands
 * A neighbour that loses a tie swaps places with the first node of its degree, and that border moves up by one.
 *
 * Sources: (1) S. B. Seidman 1983, Network structure and minimum degree, doi:10.1016/0378-8733(83)90028-X; (2) V. Batagelj, M. Zaversnik
 * 2011, Fast algorithms for determining (generalized) core groups in social networks, doi:10.1007/s11634-010-0079-y. */
#include "kernel/core.h"

#include "base/memory.h"

#include <stdlib.h>

struct peeling {
  uint32_t *core; /* remaining degree; in the end the coreness */
  uint32_t *order, *place, *start;
};

static void sort_by_degree(struct peeling *p, const struct graph *g) {
  for (uint32_t v = 0; v < g->nodes; v++) {
    p->core[v] = (uint32_t)(g->first[v + 1] - g->first[v]);
    p->start[p->core[v] + 1]++;
  }
  for (uint32_t k = 1; k <= g->nodes; k++)
    p->start[k] += p->start[k - 1];
  for (uint32_t v = 0; v < g->nodes; v++) {
    p->place[v] = p->start[p->core[v]]++;
    p->order[p->place[v]] = v;
  }
  for (uint32_t k = g->nodes; k > 0; k--)
    p->start[k] = p->start[k - 1];
  p->start[0] = 0;
}

/* w loses a tie: it moves one degree down. */
static void lower(struct peeling *p, uint32_t w) {
  uint32_t degree = p->core[w], to = p->start[degree], other = p->order[to], from = p->place[w];
  p->order[from] = other;
  p->place[other] = from;
  p->order[to] = w;
  p->place[w] = to;
  p->start[degree]++;
  p->core[w]--;
}

enum kernel_code coreness(uint32_t *core, const struct graph *g) {
  struct peeling p = {.core = core};
  enum kernel_code code = KERNEL_NO_MEMORY;
  p.order = memory_array(g->nodes, sizeof *p.order);
  p.place = memory_array(g->nodes, sizeof *p.place);
  p.start = memory_zeroed((size_t)g->nodes + 2, sizeof *p.start);
  if (!p.order || !p.place || !p.start) goto done;
  sort_by_degree(&p, g);
  for (uint32_t i = 0; i < g->nodes; i++) {
    uint32_t v = p.order[i];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      if (core[g->to[a]] > core[v]) lower(&p, g->to[a]);
  }
  code = KERNEL_DONE;
done:
  free(p.order);
  free(p.place);
  free(p.start);
  return code;
}
