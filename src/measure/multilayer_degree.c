/* How a node's ties spread over layers: alike in all of them, or in one alone.
 *
 * Of a node with degrees k in M layers: their sum o, the participation M/(M-1) (1 - sum of (k/o)^2), which is 1 where all k are the same
 * and 0 where all ties are in one layer, and the entropy of k/o.
 *
 * Sources: (1) F. Battiston, V. Nicosia, V. Latora 2014, Structural measures for multiplex networks, doi:10.1103/PhysRevE.89.032804. */
#include "base/memory.h"
#include "measure/judge.h"
#include "measure/multilayer.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

/* Ties at a state: arcs both ways when directed; strengths when weighted. */
static double ties_at(const struct supra *s, uint32_t state) {
  double sum = 0;
  for (uint64_t a = s->ties.first[state]; a < s->ties.first[state + 1]; a++)
    sum += s->strength[a];
  for (uint64_t a = s->ties.in_first[state]; s->ties.directed && a < s->ties.in_first[state + 1]; a++)
    sum += s->strength[s->ties.in_edge[a]];
  return sum;
}

/* What is made of a node's degrees: their sum, the sums of squared shares and of share * log(share), the layers with ties, all of its. */
struct spread {
  double sum, squares, entropy, active, layers;
};

static struct spread spread_of(const struct supra *s, uint32_t v) {
  struct spread p = {0};
  for (uint32_t i = s->first[v]; i < s->first[v + 1]; i++) {
    double ties = ties_at(s, i);
    p.sum += ties;
    p.active += ties > 0;
    p.layers += s->times[i];
  }
  for (uint32_t i = s->first[v]; i < s->first[v + 1] && p.sum > 0; i++) {
    double share = ties_at(s, i) / p.sum;
    p.squares += share * share;
    if (share > 0) p.entropy -= share * log(share);
  }
  return p;
}

static double overlapping(const struct spread *p) {
  return p->sum;
}
static double participation(const struct spread *p) {
  if (!(p->sum > 0) || p->layers < 2) return NAN;
  return p->active < 2 ? 0 : fmin(1, p->layers / (p->layers - 1) * (1 - p->squares));
}
static double entropy(const struct spread *p) {
  return p->sum > 0 ? p->entropy : (double)NAN;
}
static double coverage(const struct spread *p) {
  return p->layers > 0 ? p->active / p->layers : (double)NAN;
}

static nonet_code of_nodes(double *out, double (*value)(const struct spread *), const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  nonet_code code = multilayer_start(&m, ask, NULL, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++) {
    struct spread p = spread_of(&m.supra, v);
    out[v] = value(&p);
  }
  if (!code) multilayer_free(&m);
  return code;
}

static nonet_code overlapping_degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  return of_nodes(out, overlapping, ask, err);
}
static nonet_code multilayer_participation(double *out, const struct measure_ask *ask, nonet_err *err) {
  return of_nodes(out, participation, ask, err);
}
static nonet_code multilayer_entropy(double *out, const struct measure_ask *ask, nonet_err *err) {
  return of_nodes(out, entropy, ask, err);
}
static nonet_code layer_coverage(double *out, const struct measure_ask *ask, nonet_err *err) {
  return of_nodes(out, coverage, ask, err);
}

/* ---- node by node and layer by layer ---- */

static nonet_code fill_degrees(nonet_sheet *s, const struct multilayer *m, const nonet *n, nonet_err *err) {
  double *degree, *share;
  nonet_code code = sheet_add_numbers(&degree, s, "degree", err);
  if (!code) code = sheet_add_numbers(&share, s, "share", err);
  size_t row = 0;
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    double sum = spread_of(&m->supra, v).sum;
    for (uint32_t i = m->supra.first[v]; !code && i < m->supra.first[v + 1]; i++) {
      double ties = ties_at(&m->supra, i);
      if (!(ties > 0)) continue;
      degree[row] = ties;
      share[row] = ties / sum;
      code = multilayer_name_row(s, row++, m, n, i, err);
    }
  }
  return code;
}

static nonet_code multilayer_degree(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  size_t rows = 0;
  *out = NULL;
  nonet_code code = multilayer_start(&m, ask, NULL, err);
  if (code) return code;
  for (uint32_t i = 0; i < m.supra.states; i++)
    rows += ties_at(&m.supra, i) > 0;
  code = sheet_new(out, "multilayer-degree", "Ties of nodes in each layer", NONET_BY_NODE_LAYER, rows, err);
  if (!code) code = fill_degrees(*out, &m, ask->net, err);
  multilayer_free(&m);
  if (code) nonet_sheet_free(*out);
  if (code) *out = NULL;
  return code;
}

#define BATTISTON "Battiston, F., Nicosia, V., Latora, V. (2014) Structural measures for multiplex networks, doi:10.1103/PhysRevE.89.032804"
#define EACH_LAYER                                                                                                                         \
  "in each layer parallel ties are one and loops are left out; directed: ties to and from together; a network without layers is one "      \
  "layer; "
#define MEMBERS "; M all layers, or with --replicas members those that the node is declared or tied in"

static const struct measure_row rows[] = {
    {.info = {.name = "overlapping-degree",
              .title = "Overlapping degree",
              .summary = "How many contacts a partner has in all layers together, one who is met in two of them counting twice.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "o = sum over layers of k, k the ties of the node in the layer",
              .convention = EACH_LAYER "--weighted: strengths",
              .undefined = "0 for an isolate",
              .source = BATTISTON,
              .cost = "O(m log m)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .layer_by_layer = true,
     .plain = overlapping_degree},
    {.info = {.name = "multilayer-participation",
              .title = "Multilayer participation",
              .summary = "How evenly a partner's ties are spread over the layers: 1 alike in all, 0 all in one.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "M/(M-1) * (1 - sum over layers of (k/o)^2), k the ties of the node in the layer, o their sum, M layers",
              .convention = EACH_LAYER "--weighted: strengths" MEMBERS,
              .undefined = "undefined for an isolate and where there is one layer only",
              .source = BATTISTON,
              .cost = "O(m log m)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .layer_by_layer = true,
     .gaps = MEASURE_GAPS,
     .plain = multilayer_participation},
    {.info = {.name = "multilayer-entropy",
              .title = "Entropy of ties over layers",
              .summary = "How uncertain it is in which layer a partner's next tie would be, by those it has.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "-sum over layers of k/o * ln(k/o), k the ties of the node in the layer, o their sum",
              .convention = EACH_LAYER "in nats, at most ln of the number of layers; --weighted: strengths",
              .undefined = "undefined for an isolate; 0 where all ties are in one layer",
              .source = BATTISTON,
              .cost = "O(m log m)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .layer_by_layer = true,
     .gaps = MEASURE_GAPS,
     .plain = multilayer_entropy},
    {.info = {.name = "layer-coverage",
              .title = "Layers that a node is active in",
              .summary = "In which share of the layers a partner has any tie.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "layers in which the node has a tie / M layers",
              .convention = "ties to others, of either direction" MEMBERS,
              .undefined = "0 for an isolate; undefined where a node has no replica",
              .source = "Nicosia, V., Latora, V. (2015) Measuring and modeling correlations in multiplex networks, "
                        "doi:10.1103/PhysRevE.92.032805",
              .cost = "O(m log m)"},
     .layer_by_layer = true,
     .gaps = MEASURE_GAPS,
     .plain = layer_coverage},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "multilayer-degree",
              .title = "Ties in each layer",
              .summary = "How many contacts each partner has in each layer, and which share of all its contacts these are.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "degree: k, the ties of the node in the layer; share: k/o, o the sum over layers",
              .convention = EACH_LAYER "--weighted: strengths; layers in which the node has no tie have no line",
              .undefined = "an isolate has no line",
              .source = BATTISTON,
              .cost = "O(m log m)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .layer_by_layer = true,
     .table = multilayer_degree,
     .check = judge_multilayer_degree},
};

const struct measure_rows multilayer_degree_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows multilayer_degree_table_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
