/* Versatility: how central a node is over all layers at once, not in each by itself.
 *
 * A network of M layers is one matrix over replicas (node, layer): the ties of each layer, and a tie of strength omega between the replicas
 * of a node. A walk goes along ties or changes layer. A node's versatility is the sum over its replicas. Omega and the walk decide who
 * comes first: among Padgett's families it is Peruzzi by the eigenvector, Medici by PageRank.
 *
 * Sources: (1) M. De Domenico et al. 2013, doi:10.1103/PhysRevX.3.041022; (2) M. De Domenico et al. 2015, Ranking in interconnected
 * multilayer networks reveals versatile nodes, doi:10.1038/ncomms7868; (3) L. Sola et al. 2013, doi:10.1063/1.4818544. */
#include "base/memory.h"
#include "measure/leading.h"
#include "measure/multilayer.h"

#include <math.h>
#include <stdlib.h>

#define DAMPING 0.85
#define SETTLED 1e-14 /* sum of changes in one round of visits */

/* The sum over a node's replicas; x in the even form. */
static void sum_replicas(double *out, const double *x, const struct supra *s) {
  for (uint32_t v = 0; v < s->nodes; v++) {
    out[v] = 0;
    for (uint32_t i = s->first[v]; i < s->first[v + 1]; i++)
      out[v] += s->root[i] * x[i];
  }
}

/* ---- eigenvector ---- */

static void scale_to_1(double *out, uint32_t nodes) {
  double most = 0;
  for (uint32_t v = 0; v < nodes; v++)
    most = fmax(most, out[v]);
  for (uint32_t v = 0; v < nodes; v++)
    out[v] = most > 0 ? out[v] / most : (double)NAN;
}

static nonet_code eigenvector_by(double *out, bool by_adding, const struct measure_ask *ask, nonet_err *err) {
  struct coupling c;
  struct multilayer m;
  nonet_code code = coupling_read(&c, "eigenvector-versatility", ask, err);
  if (!code) code = multilayer_start(&m, ask, &c, err);
  if (code) return code;
  double *x = memory_array(m.supra.states, sizeof *x);
  if (!x) code = error_memory(err);
  for (uint32_t i = 0; !code && i < m.supra.states; i++)
    x[i] = NAN;
  if (!code && m.supra.ties.edges)
    code = by_adding ? leading_of_layers_by_adding(x, &m.supra, m.omega, ask->run, err)
                     : leading_of_layers(x, NULL, &m.supra, m.omega, ask->run, err);
  if (!code && m.supra.ties.edges && !isnan(x[0])) { /* undefined is undefined for all */
    sum_replicas(out, x, &m.supra);
    scale_to_1(out, m.supra.nodes);
  }
  free(x);
  multilayer_free(&m);
  return code;
}

static nonet_code eigenvector(double *out, const struct measure_ask *ask, nonet_err *err) {
  return eigenvector_by(out, false, ask, err);
}
static nonet_code eigenvector_by_adding(double *out, const struct measure_ask *ask, nonet_err *err) {
  return eigenvector_by(out, true, ask, err);
}

static nonet_code eigenvalue(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct coupling c;
  struct multilayer m;
  nonet_code code = coupling_read(&c, "supra-eigenvalue", ask, err);
  if (!code) code = multilayer_start(&m, ask, &c, err);
  if (code) return code;
  double *x = memory_array(m.supra.states, sizeof *x);
  code = x ? leading_of_layers(x, out, &m.supra, m.omega, ask->run, err) : error_memory(err);
  free(x);
  multilayer_free(&m);
  return code;
}

/* ---- PageRank ---- */

/* A visitor of states; rank and next are of one replica each. */
struct visit {
  const struct multilayer *m;
  double *rank, *next, *total, *even, *coupled; /* total: strength of all ways from a replica */
};

static bool visit_start(struct visit *v, const struct multilayer *m) {
  const struct supra *s = &m->supra;
  *v = (struct visit){.m = m,
                      .rank = memory_array(s->states, sizeof *v->rank),
                      .next = memory_array(s->states, sizeof *v->next),
                      .total = memory_array(s->states, sizeof *v->total),
                      .even = memory_array(s->states, sizeof *v->even),
                      .coupled = memory_array(s->states, sizeof *v->coupled)};
  if (!v->rank || !v->next || !v->total || !v->even || !v->coupled) return false;
  for (uint32_t i = 0; i < s->states; i++) {
    v->rank[i] = 1 / s->replicas;
    v->total[i] = m->omega * supra_coupled_to(s, i);
    for (uint64_t a = s->ties.first[i]; a < s->ties.first[i + 1]; a++)
      v->total[i] += s->strength[a];
  }
  return true;
}

static void visit_free(struct visit *v) {
  free(v->rank);
  free(v->next);
  free(v->total);
  free(v->even);
  free(v->coupled);
}

/* One step; the sum of changes. */
static double visit_step(struct visit *v) {
  const struct supra *s = &v->m->supra;
  const struct graph *g = &s->ties;
  double nowhere = 0, change = 0, *swap = v->rank;
  for (uint32_t i = 0; i < s->states; i++) {
    v->even[i] = v->total[i] > 0 ? v->rank[i] / v->total[i] * s->root[i] : 0;
    v->coupled[i] = 0;
    if (!(v->total[i] > 0)) nowhere += v->rank[i] * s->times[i];
  }
  for (uint32_t u = 0; u < s->nodes; u++)
    supra_couple(v->coupled + s->first[u], v->even + s->first[u], s, v->m->omega, u);
  for (uint32_t i = 0; i < s->states; i++) {
    double sum = v->coupled[i] / s->root[i];
    for (uint64_t a = g->in_first[i]; a < g->in_first[i + 1]; a++)
      sum += v->even[g->in_to[a]] * s->strength[g->in_edge[a]]; /* a replica with ties is a state of its own: root 1 */
    v->next[i] = (1 - DAMPING + DAMPING * nowhere) / s->replicas + DAMPING * sum;
    change += fabs(v->next[i] - v->rank[i]) * s->times[i];
  }
  v->rank = v->next;
  v->next = swap;
  return change;
}

static nonet_code pagerank(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct coupling c;
  struct multilayer m;
  struct visit v;
  nonet_code code = coupling_read(&c, "pagerank-versatility", ask, err);
  if (!code) code = multilayer_start(&m, ask, &c, err);
  if (code) return code;
  if (!visit_start(&v, &m)) code = error_memory(err);
  for (double change = m.supra.states ? 1 : 0; !code && change > SETTLED;) {
    change = visit_step(&v);
    code = run_check(ask->run, err);
  }
  for (uint32_t i = 0; !code && i < m.supra.states; i++)
    v.rank[i] *= m.supra.root[i];
  if (!code) sum_replicas(out, v.rank, &m.supra);
  visit_free(&v);
  multilayer_free(&m);
  return code;
}

#define DE_DOMENICO                                                                                                                        \
  "De Domenico, M., Sole-Ribalta, A., Omodei, E., Gomez, S., Arenas, A. (2015) Ranking in interconnected multilayer networks reveals "     \
  "versatile nodes, doi:10.1038/ncomms7868"

static const struct measure_row rows[] = {
    {.info = {.name = "eigenvector-versatility",
              .title = "Eigenvector versatility",
              .summary = "How well a partner is tied, over all layers at once, to partners that are themselves well tied.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "sum over a node's replicas of x, with lambda x = S x, lambda greatest; S: ties of each layer, and omega between "
                         "the replicas of a node",
              .convention = REPLICAS "maximum 1; by in-ties when directed; parts as for 'eigenvector'; --weighted: by strength, to which "
                                     "omega is in proportion",
              .undefined =
                  "0 in parts that do not lead; undefined without ties, and in a directed network where no single strong part leads",
              .source = DE_DOMENICO,
              .cost = "O(m + replicas) for each step of ARPACK",
              .parameter = COUPLING_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .layer_by_layer = true,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = eigenvector_by_adding,
     .fast = eigenvector},
    {.info = {.name = "pagerank-versatility",
              .title = "PageRank versatility",
              .summary = "How much of everybody's attention ends at a partner when it is passed on along ties and from layer to layer.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "sum over a node's replicas of r, r(i) = (1-d)/R + d * sum over ways j -> i of r(j) * strength / (strength of all "
                         "ways from j), R all replicas; ways are ties, and omega between the replicas of a node",
              .convention =
                  REPLICAS "damping d 0.85; starts anew at any replica alike; sums to 1; a replica that leads nowhere hands on to "
                           "all alike; --weighted: by strength, to which omega is in proportion",
              .undefined = "an isolate gets its share of the new starts; 0 where a node has no replica",
              .source = DE_DOMENICO,
              .cost = "O(m + replicas) for each of some 200 rounds",
              .parameter = COUPLING_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .layer_by_layer = true,
     .parameter_is_text = true,
     .plain = pagerank},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "supra-eigenvalue",
              .title = "Greatest eigenvalue of the layers together",
              .summary = "How fast walks multiply when they go along ties and from layer to layer: what spreads does so the more readily.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest eigenvalue of S; S: ties of each layer, and omega between the replicas of a node",
              .convention = REPLICAS "--weighted: by strength",
              .undefined = "without ties that of the coupling alone, 0 in one layer",
              .source = "De Domenico, M. et al. (2013) Mathematical formulation of multilayer networks, doi:10.1103/PhysRevX.3.041022",
              .cost = "O(m + replicas) for each step of ARPACK",
              .parameter = COUPLING_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .layer_by_layer = true,
     .parameter_is_text = true,
     .plain = eigenvalue},
};

const struct measure_rows versatility_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows whole_versatility_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
