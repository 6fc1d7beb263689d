/* A measure: the row of the registry with its functions. The row stands at the foot of the file that implements it; the file exports the
 * row(s) as one name; list.c names the files. */
#ifndef NONET_MEASURE_MEASURE_H
#define NONET_MEASURE_MEASURE_H

#include "base/run.h"
#include "kernel/graph.h"
#include "net/net.h"

/* What a measure's function is given. `simple` is the simple network (weights on it only when `weighted`). */
struct measure_ask {
  const nonet *net;
  const struct graph *simple;
  bool weighted, normalised;
  double parameter;                     /* behind the colon; NaN: none */
  const nonet_measure_options *options; /* never NULL */
  const struct run *run;
  struct measure_shared *shared; /* results of shared passes, kept while one nonet_measure call lasts: see pass.h */
};

/* Fill out[]: one value for each node, tie or layer, or one for the whole; it starts as NaN. */
typedef nonet_code measure_function(double *out, const struct measure_ask *ask, nonet_err *err);

struct measure_row {
  nonet_measure_info info;
  enum net_weights needs;  /* of the weights, when asked with weights */
  measure_function *plain; /* through igraph, or simple and slow: the judge */
  measure_function *fast;  /* a kernel; NULL: plain is used */
};

/* What a measure file exports. */
struct measure_rows {
  const struct measure_row *at;
  size_t count;
};

const struct measure_row *measure_row_at(size_t i); /* NULL beyond the last */

#endif
