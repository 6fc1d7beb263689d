/* Clustering of each node, and transitivity of the whole: how often two contacts of one are contacts of each other.
 *
 * Sources: (1) D. J. Watts, S. H. Strogatz 1998, doi:10.1038/30918; (2) R. D. Luce, A. D. Perry 1949, doi:10.1007/BF02289146. */
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>

static double pairs_at(const struct graph *g, uint32_t v) {
  double k = (double)(g->first[v + 1] - g->first[v]);
  return k * (k - 1) / 2;
}

static nonet_code clustering(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  const uint64_t *triangles;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = pass_triangles(&triangles, ask, err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    out[v] = pairs_at(g, v) > 0 ? (double)triangles[v] / pairs_at(g, v) : (double)NAN;
  return code;
}

static nonet_code transitivity(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  const uint64_t *triangles;
  double closed = 0, all = 0;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = pass_triangles(&triangles, ask, err);
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++) {
    closed += (double)triangles[v];
    all += pairs_at(g, v);
  }
  *out = all > 0 ? closed / all : (double)NAN;
  return NONET_OK;
}

static nonet_code triangles_of_nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  const uint64_t *count;
  nonet_code code = pass_triangles(&count, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = (double)count[v];
  return code;
}

static igraph_error_t call_triangles(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights,
                                     const struct measure_ask *ask) {
  (void)weights, (void)ask;
  return border_triangles(out, g);
}

static nonet_code triangles_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, ask->net->nodes, ask, true, THROUGH_NONE, call_triangles, err);
}

static igraph_error_t call_nodes(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  (void)weights, (void)ask;
  return igraph_transitivity_local_undirected(g, out, igraph_vss_all(), IGRAPH_TRANSITIVITY_NAN);
}

static nonet_code clustering_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, ask->net->nodes, ask, true, THROUGH_NONE, call_nodes, err);
}

static igraph_error_t call_whole(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  (void)weights, (void)ask;
  igraph_error_t code = igraph_vector_resize(out, 1);
  return code ? code : igraph_transitivity_undirected(g, &VECTOR(*out)[0], IGRAPH_TRANSITIVITY_NAN);
}

static nonet_code transitivity_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, 1, ask, true, THROUGH_NONE, call_whole, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "clustering",
              .title = "Clustering coefficient",
              .summary = "How many of a partner's contacts also work with each other directly.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "ties among the node's neighbours / (k(k-1)/2), k its neighbours",
              .convention = "direction is left out of account; simple network; never weighted",
              .undefined = "undefined for a node with fewer than 2 neighbours",
              .source = "Watts, D. J., Strogatz, S. H. (1998) Collective dynamics of 'small-world' networks, doi:10.1038/30918",
              .cost = "O(m^1.5)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = clustering_by_igraph,
     .fast = clustering},
    {.info = {.name = "triangles",
              .title = "Triangles",
              .summary = "How many pairs of a partner's contacts also work with each other: its circles of three.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of pairs of the node's neighbours that a tie joins",
              .convention = "direction is left out of account; simple network; never weighted",
              .undefined = "0 for a node with fewer than 2 neighbours",
              .source = "Watts, D. J., Strogatz, S. H. (1998) Collective dynamics of 'small-world' networks, doi:10.1038/30918",
              .cost = "O(m^1.5)"},
     .reads_undirected = true,
     .plain = triangles_by_igraph,
     .fast = triangles_of_nodes},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "transitivity",
              .title = "Transitivity",
              .summary = "How likely two partners that share a contact work with each other too.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "3 * triangles / (pairs of ties that meet in a node)",
              .convention =
                  "of the whole network, not the mean over nodes; direction is left out of account; simple network; never weighted",
              .undefined = "undefined where no two ties meet",
              .source = "Luce, R. D., Perry, A. D. (1949) A method of matrix analysis of group structure, doi:10.1007/BF02289146",
              .cost = "O(m^1.5)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = transitivity_by_igraph,
     .fast = transitivity},
};

const struct measure_rows clustering_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows whole_clustering_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
