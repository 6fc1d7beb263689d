/* The matrix of all distances through igraph. Only judges ask for it: its memory grows with the square of the nodes. */
#include "measure/distance_matrix.h"

#include "base/memory.h"
#include "measure/through_igraph.h"

#include <stdlib.h>

static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_integer_t n = igraph_vcount(g);
  igraph_matrix_t all;
  (void)ask;
  igraph_error_t code = igraph_matrix_init(&all, 0, 0);
  if (code) return code;
  code = border_distances(&all, g, weights, IGRAPH_OUT);
  if (!code) code = igraph_vector_resize(out, n * n);
  for (igraph_integer_t i = 0; !code && i < n; i++)
    for (igraph_integer_t j = 0; j < n; j++)
      VECTOR(*out)[i * n + j] = MATRIX(all, i, j);
  igraph_matrix_destroy(&all);
  return code;
}

nonet_code distance_matrix(double **out, const struct measure_ask *ask, nonet_err *err) {
  size_t n = ask->net->nodes, cells = n * n;
  *out = n < SIZE_MAX / 8 / (n + 1) ? memory_array(cells, sizeof **out) : NULL;
  if (!*out) return error_memory(err);
  nonet_code code = through_igraph(*out, cells, ask, false, THROUGH_LENGTHS, call, err);
  if (code) {
    free(*out);
    *out = NULL;
  }
  return code;
}
