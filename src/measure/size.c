/* Size: nodes, ties, density, reciprocity.
 *
 * Sources: (1) S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478, ch. 4; (2) M. E. J. Newman, S. Forrest, J. Balthrop 2002,
 * doi:10.1103/PhysRevE.66.035101. */
#include "measure/pass.h"

#include <math.h>

static nonet_code nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  *out = ask->net->nodes;
  return NONET_OK;
}

static nonet_code ties(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  *out = ask->net->ties;
  return NONET_OK;
}

static nonet_code density(double *out, const struct measure_ask *ask, nonet_err *err) {
  double n = ask->net->nodes, possible = n * (n - 1) / (ask->net->directed ? 1 : 2);
  (void)err;
  if (n > 1) *out = ask->simple->edges / possible;
  return NONET_OK;
}

/* Both rows are ascending: walk arcs out and in of each node side by side. */
static nonet_code reciprocity(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  uint64_t both = 0;
  (void)err;
  if (!g->directed || !g->edges) return NONET_OK;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint64_t a = g->first[v], b = g->in_first[v];
    while (a < g->first[v + 1] && b < g->in_first[v + 1]) {
      if (g->to[a] == g->in_to[b]) both++;
      if (g->to[a] <= g->in_to[b])
        a++;
      else
        b++;
    }
  }
  *out = (double)both / g->edges;
  return NONET_OK;
}

#define WASSERMAN_FAUST "Wasserman, S., Faust, K. (1994) Social Network Analysis, ch. 4, doi:10.1017/CBO9780511815478"

static const struct measure_row rows[] = {
    {.info = {.name = "nodes",
              .title = "Nodes",
              .summary = "How many partners and strategies the network holds.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "n",
              .convention = "all of them, isolates too",
              .undefined = "0 for a network without nodes",
              .source = WASSERMAN_FAUST,
              .cost = "O(1)"},
     .apart_from_silence = true,
     .plain = nodes},
    {.info = {.name = "ties",
              .title = "Ties",
              .summary = "How many ties the network holds, each as it was given.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "m",
              .convention = "all of them: parallel ties each, loops too; an undirected tie is one, in a directed network as well",
              .undefined = "0 for a network without nodes",
              .source = WASSERMAN_FAUST,
              .cost = "O(1)"},
     .sees_all_ties = true,
     .plain = ties},
    {.info = {.name = "density",
              .title = "Density",
              .summary = "Which share of all possible pairs of partners is tied directly.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "2m/(n(n-1)), or m/(n(n-1)) when directed, m the edges of the simple network",
              .convention = "simple network; over all pairs, also in a network of two modes; never weighted",
              .undefined = "undefined for fewer than 2 nodes",
              .source = WASSERMAN_FAUST,
              .cost = "O(n + m)"},
     .gaps = MEASURE_GAPS,
     .plain = density},
    {.info = {.name = "reciprocity",
              .title = "Reciprocity",
              .summary = "Which share of what partners say of each other is returned.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "arcs u -> v for which v -> u is there too / all arcs",
              .convention =
                  "share of arcs, not of pairs; an undirected tie in a directed network is two arcs, so it is returned; simple network",
              .undefined = "undefined for an undirected network and without ties",
              .source = "Newman, M. E. J., Forrest, S., Balthrop, J. (2002) Email networks and the spread of computer viruses, "
                        "doi:10.1103/PhysRevE.66.035101",
              .cost = "O(n + m)"},
     .gaps = MEASURE_GAPS,
     .plain = reciprocity},
};

const struct measure_rows size_rows = {rows, 3};
const struct measure_rows reciprocity_rows = {rows + 3, 1};
