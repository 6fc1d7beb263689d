/* Components: which part of the network a node is in, how many parts there are, and how large the largest is.
 *
 * Parts are numbered by size, parts of equal size by the least key in them, so that the order of rows in a file changes no number.
 *
 * Sources: (1) F. Harary, R. Z. Norman, D. Cartwright 1965, Structural Models; (2) M. E. J. Newman 2003, doi:10.1137/S003614450342480. */
#include "base/memory.h"
#include "measure/numbering.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

static nonet_code component(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  nonet_code code = pass_components(&s, ask, err);
  return code ? code : numbering(out, s->component, s->components, ask->net, err);
}

static nonet_code components(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  nonet_code code = pass_components(&s, ask, err);
  if (!code) *out = s->components;
  return code;
}

static nonet_code giant(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  nonet_code code = pass_components(&s, ask, err);
  if (code) return code;
  *out = s->components ? s->component_size[0] : 0;
  if (ask->normalised) *out = ask->net->nodes ? *out / ask->net->nodes : (double)NAN;
  return NONET_OK;
}

/* The second method: igraph's weak components; the number of each node's, from 0. */
static igraph_error_t call(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_vector_int_t part;
  (void)weights, (void)ask;
  igraph_error_t code = igraph_vector_int_init(&part, 0);
  if (code) return code;
  code = igraph_connected_components(g, &part, NULL, NULL, IGRAPH_WEAK);
  if (!code) code = through_whole(out, &part);
  igraph_vector_int_destroy(&part);
  return code;
}

/* How many parts, how large the largest, and (out may be NULL) the number of each node. */
static nonet_code by_igraph(double *out, double *count, double *largest, const struct measure_ask *ask, nonet_err *err) {
  uint32_t n = ask->net->nodes, parts = 0;
  double *found = memory_array(n, sizeof *found);
  uint32_t *part = memory_array(n, sizeof *part), *size = memory_zeroed(n, sizeof *size);
  nonet_code code = found && part && size ? NONET_OK : error_memory(err);
  if (!code) code = through_igraph(found, n, ask, true, THROUGH_NONE, call, err);
  *count = *largest = 0;
  for (uint32_t v = 0; !code && v < n; v++) {
    part[v] = (uint32_t)found[v];
    if (part[v] + 1 > parts) parts = part[v] + 1;
    *largest = fmax(*largest, ++size[part[v]]);
  }
  *count = parts;
  if (!code && out) code = numbering(out, part, parts, ask->net, err);
  free(found);
  free(part);
  free(size);
  return code;
}

static nonet_code component_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  double count, largest;
  return by_igraph(out, &count, &largest, ask, err);
}

static nonet_code components_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  double largest;
  return by_igraph(NULL, out, &largest, ask, err);
}

static nonet_code giant_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  double count;
  nonet_code code = by_igraph(NULL, &count, out, ask, err);
  if (!code && ask->normalised) *out = ask->net->nodes ? *out / ask->net->nodes : (double)NAN;
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "component",
              .title = "Component",
              .summary = "Which connected part of the network a partner belongs to; 1 is the largest.",
              .scope = NONET_OF_NODES,
              .low = 1,
              .high = INFINITY,
              .formula = "number of the component, by size, then by the least key in it",
              .convention = "weak components: direction is left out of account",
              .undefined = "an isolate is a component of its own",
              .source = "Harary, F., Norman, R. Z., Cartwright, D. (1965) Structural Models, Wiley",
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = component_by_igraph,
     .fast = component},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "components",
              .title = "Components",
              .summary = "Into how many parts without any contact between them the network falls.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of components",
              .convention = "weak components: direction is left out of account; isolates count",
              .undefined = "0 for a network without nodes",
              .source = "Harary, F., Norman, R. Z., Cartwright, D. (1965) Structural Models, Wiley",
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = components_by_igraph,
     .fast = components},
    {.info = {.name = "giant",
              .title = "Largest component",
              .summary = "How many partners are in the largest part in which everybody can be reached somehow.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "nodes in the largest component",
              .convention = "weak components: direction is left out of account",
              .undefined = "0 for a network without nodes (undefined there with --normalised)",
              .source = "Newman, M. E. J. (2003) The structure and function of complex networks, doi:10.1137/S003614450342480",
              .cost = "O(n + m)",
              .normalised = "n"},
     .reads_undirected = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = giant_by_igraph,
     .fast = giant},
};

const struct measure_rows component_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows whole_component_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
