/* Cut nodes and bridges: what the connection of others hangs on.
 *
 * A pair of nodes is one edge here however many ties it carries, so a bridge is a pair whose loss disconnects, and all ties of the pair are
 * marked. One depth-first search finds both; igraph's two functions are the second method.
 *
 * Sources: (1) R. Tarjan 1972, doi:10.1137/0201010; (2) R. Tarjan 1974, doi:10.1016/0020-0190(74)90003-9. */
#include "base/memory.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>

/* Bytes 0 or 1 of edges of the undirected simple network to the ties of each. */
static void to_ties(double *out, const uint8_t *bridge, uint32_t edges, const nonet *n) {
  for (uint32_t t = 0; t < n->ties; t++)
    out[t] = 0;
  for (uint32_t e = 0; e < edges; e++) {
    size_t count;
    const uint32_t *ties = net_simple_ties(n, false, e, &count);
    for (size_t i = 0; i < count; i++)
      out[ties[i]] = bridge[e];
  }
}

static nonet_code cut_node(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  nonet_code code = pass_lowpoints(&s, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = s->cut[v];
  return code;
}

static nonet_code bridge(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  const struct graph *g;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = pass_lowpoints(&s, ask, err);
  if (!code) to_ties(out, s->bridge, g->edges, ask->net);
  return code;
}

static double sum_of(const uint8_t *marks, uint32_t count) {
  double sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += marks[i];
  return sum;
}

static nonet_code cut_nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  nonet_code code = pass_lowpoints(&s, ask, err);
  if (!code) *out = sum_of(s->cut, ask->net->nodes);
  return code;
}

static nonet_code bridges(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  const struct graph *g;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = pass_lowpoints(&s, ask, err);
  if (!code) *out = sum_of(s->bridge, g->edges);
  return code;
}

/* The second method: igraph lists the numbers of cut nodes, or of bridges; they become marks. */
typedef igraph_error_t listing(const igraph_t *g, igraph_vector_int_t *out);

static igraph_error_t mark(igraph_vector_t *out, const igraph_t *g, listing *list, igraph_integer_t size) {
  igraph_vector_int_t found;
  igraph_error_t code = igraph_vector_int_init(&found, 0);
  if (code) return code;
  code = list(g, &found);
  if (!code) code = igraph_vector_resize(out, size);
  if (!code) igraph_vector_null(out);
  for (igraph_integer_t i = 0; !code && i < igraph_vector_int_size(&found); i++)
    VECTOR(*out)[VECTOR(found)[i]] = 1;
  igraph_vector_int_destroy(&found);
  return code;
}

static igraph_error_t call_cuts(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  (void)weights, (void)ask;
  return mark(out, g, igraph_articulation_points, igraph_vcount(g));
}

static igraph_error_t call_bridges(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  (void)weights, (void)ask;
  return mark(out, g, igraph_bridges, igraph_ecount(g));
}

static nonet_code cut_node_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, ask->net->nodes, ask, true, THROUGH_NONE, call_cuts, err);
}

/* Marks of the edges of the undirected simple network; yours to free. */
static nonet_code bridge_marks(uint8_t **out, uint32_t *edges, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  *out = NULL;
  nonet_code code = pass_undirected(&g, ask, err);
  if (code) return code;
  double *marks = memory_array(g->edges, sizeof *marks);
  *out = memory_array(g->edges, 1);
  code = marks && *out ? through_igraph(marks, g->edges, ask, true, THROUGH_NONE, call_bridges, err) : error_memory(err);
  for (uint32_t e = 0; !code && e < g->edges; e++)
    (*out)[e] = marks[e] > 0;
  *edges = g->edges;
  free(marks);
  return code;
}

static nonet_code bridge_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint8_t *marks;
  uint32_t edges;
  nonet_code code = bridge_marks(&marks, &edges, ask, err);
  if (!code) to_ties(out, marks, edges, ask->net);
  free(marks);
  return code;
}

static nonet_code cut_nodes_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  double *marks = memory_array(ask->net->nodes, sizeof *marks);
  nonet_code code = marks ? cut_node_by_igraph(marks, ask, err) : error_memory(err);
  if (!code) *out = 0;
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    *out += marks[v];
  free(marks);
  return code;
}

static nonet_code bridges_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint8_t *marks;
  uint32_t edges;
  nonet_code code = bridge_marks(&marks, &edges, ask, err);
  if (!code) *out = sum_of(marks, edges);
  free(marks);
  return code;
}

#define CUTS "Tarjan, R. (1972) Depth-first search and linear graph algorithms, doi:10.1137/0201010"
#define BRIDGES "Tarjan, R. (1974) A note on finding the bridges of a graph, doi:10.1016/0020-0190(74)90003-9"

static const struct measure_row rows[] = {
    {.info = {.name = "cut-node",
              .title = "Cut node",
              .summary = "Whether others would lose all contact with each other if this partner left (1 yes, 0 no).",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "1 where the network without the node has more components among the others",
              .convention = "also called articulation point; direction is left out of account; simple network",
              .undefined = "0 for an isolate",
              .source = CUTS,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = cut_node_by_igraph,
     .fast = cut_node},
};

static const struct measure_row tie_rows[] = {
    {.info = {.name = "bridge",
              .title = "Bridge",
              .summary = "Whether partners would lose all contact with each other if what joins these two ended (1 yes, 0 no).",
              .scope = NONET_OF_TIES,
              .low = 0,
              .high = 1,
              .formula = "1 where the network without the pair's ties has more components",
              .convention = "of the pair, however many ties it carries: all of them are marked; direction is left out of account",
              .undefined = "0 for a loop",
              .source = BRIDGES,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = bridge_by_igraph,
     .fast = bridge},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "cut-nodes",
              .title = "Cut nodes",
              .summary = "How many partners there are whose loss would leave others without contact.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of cut nodes",
              .convention = "direction is left out of account; simple network",
              .undefined = "0 for a network without nodes",
              .source = CUTS,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = cut_nodes_by_igraph,
     .fast = cut_nodes},
    {.info = {.name = "bridges",
              .title = "Bridges",
              .summary = "How many pairs of partners there are whose ending of contact would leave others without contact.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of pairs whose loss adds a component",
              .convention = "pairs, however many ties they carry; direction is left out of account",
              .undefined = "0 for a network without nodes",
              .source = BRIDGES,
              .cost = "O(n + m)"},
     .reads_undirected = true,
     .plain = bridges_by_igraph,
     .fast = bridges},
};

const struct measure_rows cut_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows bridge_rows = {tie_rows, sizeof tie_rows / sizeof *tie_rows};
const struct measure_rows whole_cut_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
