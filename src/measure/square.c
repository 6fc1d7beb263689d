/* Square matrices of all nodes. Their memory and time grow fast, so there is a limit that is said. */
#include "measure/square.h"

#include "base/memory.h"

#define MOST 3000 /* nodes: 72 MB a matrix */

nonet_code square_zeros(double **out, size_t count, const struct graph *g, const char *measure, nonet_err *err) {
  size_t n = g->nodes;
  *out = NULL;
  if (n > MOST) return error_set(err, NONET_ELIMIT, "the second method for '%s' works on at most %d nodes", measure, MOST);
  *out = memory_zeroed(n * n * count, sizeof **out);
  return *out ? NONET_OK : error_memory(err);
}

void square_add_arcs(double *a, const struct graph *g, double by) {
  for (size_t v = 0; v < g->nodes; v++)
    for (uint64_t k = g->first[v]; k < g->first[v + 1]; k++)
      a[v * g->nodes + g->to[k]] += by * (g->strength ? g->strength[g->edge[k]] : 1);
}
