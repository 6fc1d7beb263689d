/* One call through igraph. Results are copied out of igraph's own vector: it may resize what it is given. */
#include "measure/through_igraph.h"

#include "measure/pass.h"

#include <string.h>

static const double *weights_of(const struct graph *g, const struct measure_ask *ask, enum through_weights weights) {
  if (!ask->weighted || weights == THROUGH_NONE) return NULL;
  return weights == THROUGH_LENGTHS ? g->length : g->strength;
}

static nonet_code called(double *out, size_t count, const struct measure_ask *ask, const struct border *b, const igraph_t *ig,
                         const double *weights, through_call *call, nonet_err *err) {
  igraph_vector_t result, view;
  igraph_error_t code = igraph_vector_init(&result, 0);
  if (code) return border_result(b, code, "a vector", err);
  if (weights) igraph_vector_view(&view, weights, igraph_ecount(ig));
  code = call(&result, ig, weights ? &view : NULL, ask);
  nonet_code done = border_result(b, code, "a measure", err);
  if (!done && (size_t)igraph_vector_size(&result) != count) done = error_set(err, NONET_EINTERNAL, "igraph gave a result of wrong length");
  if (!done && count) memcpy(out, igraph_vector_get_ptr(&result, 0), count * sizeof *out);
  igraph_vector_destroy(&result);
  return done;
}

nonet_code through_igraph(double *out, size_t count, const struct measure_ask *ask, bool undirected, enum through_weights weights,
                          through_call *call, nonet_err *err) {
  bool directed = ask->net->directed && !undirected;
  const struct graph *g;
  const igraph_t *ig;
  struct border b;
  nonet_code code = net_simple(&g, ask->net, directed, ask->weighted, err);
  if (code) return code;
  if (ask->shared) ask->shared->used_igraph = true;
  border_enter(&b, ask->run);
  code = net_igraph(&ig, ask->net, true, directed, err);
  if (!code) code = called(out, count, ask, &b, ig, weights_of(g, ask, weights), call, err);
  border_leave(&b);
  return code;
}

igraph_error_t through_whole(igraph_vector_t *out, const igraph_vector_int_t *from) {
  igraph_integer_t size = igraph_vector_int_size(from);
  igraph_error_t code = igraph_vector_resize(out, size);
  for (igraph_integer_t i = 0; !code && i < size; i++)
    VECTOR(*out)[i] = (double)VECTOR(*from)[i];
  return code;
}
