/* The rich club by counting: an edge lies among the nodes above k for each k below the lesser degree of its ends, so counts by that degree,
 * summed from the top, give all levels at once. Unnormalised: a random network with these degrees has a rich club as well.
 *
 * Sources: (1) S. Zhou, R. J. Mondragon 2004, doi:10.1109/LCOMM.2004.823426; (2) V. Colizza, A. Flammini, M. A. Serrano, A. Vespignani
 * 2006, doi:10.1038/nphys209. */
#include "kernel/richclub.h"

#include <math.h>

static uint32_t degree(const struct graph *g, uint32_t v) {
  return (uint32_t)(g->first[v + 1] - g->first[v]);
}

uint32_t richclub_levels(const struct graph *g) {
  uint32_t levels = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (degree(g, v) >= levels) levels = degree(g, v) + 1;
  return levels;
}

enum kernel_code richclub(uint32_t *nodes, uint32_t *edges, double *density, const struct graph *g) {
  uint32_t levels = richclub_levels(g);
  for (uint32_t k = 0; k < levels; k++)
    nodes[k] = edges[k] = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (degree(g, v) > 0) nodes[degree(g, v) - 1]++;
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t u = degree(g, g->tail[e]), v = degree(g, g->head[e]);
    edges[(u < v ? u : v) - 1]++;
  }
  for (uint32_t k = levels; k-- > 0;) {
    if (k + 1 < levels) {
      nodes[k] += nodes[k + 1];
      edges[k] += edges[k + 1];
    }
    density[k] = nodes[k] < 2 ? (double)NAN : 2.0 * edges[k] / ((double)nodes[k] * (nodes[k] - 1.0));
  }
  return KERNEL_DONE;
}
