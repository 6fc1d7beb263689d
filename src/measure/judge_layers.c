/* Judges of tables about several layers: contacts counted again tie by tie, quality by its definition, brokers by trying all. */
#include "measure/judge.h"

#include "base/memory.h"
#include "kernel/slices.h"
#include "measure/layers.h"
#include "measure/multilayer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- contacts, tie by tie ---- */

enum way { EITHER = 1, FROM, TO };

/* Who was met, by the stamp of the row. */
struct meetings {
  const nonet *net;
  uint32_t *met[TO + 1]; /* by each way */
  uint32_t stamp;
};

static bool meetings_start(struct meetings *m, const nonet *n) {
  *m = (struct meetings){.net = n};
  for (int way = EITHER; way <= TO; way++)
    if (!(m->met[way] = memory_zeroed(n->nodes, sizeof *m->met[way]))) return false;
  return true;
}

static void meetings_free(struct meetings *m) {
  for (int way = EITHER; way <= TO; way++)
    free(m->met[way]);
}

/* Is tie t one of the layer that is called so ("": of none, where the network has none)? */
static bool is_of_layer(const nonet *n, uint32_t t, const char *name) {
  const uint32_t *layer;
  uint32_t room, count = n->layers ? layers_of_tie(&layer, &room, n, t) : 0;
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(net_word(n, n->layer_name[layer[i]]), name) == 0) return n->tie_layer || layer_has_node(n, layer[i], n->tie_to[t]);
  return !n->layers;
}

static bool leads(const nonet *n, uint32_t t, uint32_t v, enum way way) {
  if (way == EITHER || !net_tie_directed(n, t)) return true;
  return (n->tie_from[t] == v) == (way == FROM);
}

/* How many others v meets: in the layer of that name; in_layer false: in ties of any other layer (of any layer: name NULL). */
static double count_met(struct meetings *m, uint32_t v, const char *name, bool in_layer, enum way way) {
  const nonet *n = m->net;
  double count = 0;
  m->stamp++;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    uint32_t t = n->end_tie[e], w = n->end_other[e];
    bool counts = false;
    if (w == v || !leads(n, t, v, way) || m->met[way][w] == m->stamp) continue;
    if (name && in_layer) counts = is_of_layer(n, t, name);
    for (uint32_t l = 0; !(name && in_layer) && l < n->layers; l++) {
      const char *other = net_word(n, n->layer_name[l]);
      counts |= (!name || strcmp(other, name) != 0) && is_of_layer(n, t, other);
    }
    if (!n->layers) counts = in_layer || !name;
    if (!counts) continue;
    m->met[way][w] = m->stamp;
    count++;
  }
  return count;
}

static double contacts(struct meetings *m, uint32_t v, const char *layer) {
  if (!m->net->directed) return count_met(m, v, layer, true, EITHER);
  return count_met(m, v, layer, true, FROM) + count_met(m, v, layer, true, TO);
}

/* Lines that there should be: a node and a layer that it has a contact in. */
static size_t lines(struct meetings *m) {
  size_t count = 0;
  for (uint32_t v = 0; v < m->net->nodes; v++) {
    for (uint32_t l = 0; l < m->net->layers; l++)
      count += count_met(m, v, net_word(m->net, m->net->layer_name[l]), true, EITHER) > 0;
    count += !m->net->layers && count_met(m, v, "", true, EITHER) > 0;
  }
  return count;
}

/* What counting all lines takes. */
static double steps(const nonet *n) {
  return 2.0 * n->ties * (1.0 + n->layers) * (1.0 + n->layers);
}

typedef nonet_code on_row(struct meetings *m, const nonet_sheet *s, size_t row, uint32_t v, const struct measure_ask *ask, nonet_err *err);

static nonet_code each_row(struct buffer *said, const nonet_sheet *s, on_row *each, const char *what, const struct measure_ask *ask,
                           nonet_err *err) {
  struct meetings m;
  uint32_t *node = NULL;
  nonet_code code = NONET_OK;
  if (steps(ask->net) > JUDGE_STEPS) {
    buffer_text(said, "too many ties and layers to count every contact again");
    return NONET_OK;
  }
  if (!meetings_start(&m, ask->net)) code = error_memory(err);
  if (!code) code = judge_nodes(&node, s, 0, ask->net, err);
  if (!code && nonet_sheet_rows(s) != lines(&m))
    code = judge_failed(s, "there is not one line for each layer that a node has ties in", err);
  for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++)
    code = each(&m, s, row, node[row], ask, err);
  if (!code) buffer_text(said, what);
  meetings_free(&m);
  free(node);
  return code;
}

/* ---- ties in each layer ---- */

static nonet_code hold_degree(struct meetings *m, const nonet_sheet *s, size_t row, uint32_t v, const struct measure_ask *ask,
                              nonet_err *err) {
  double degree = nonet_sheet_number(s, row, judge_column(s, "degree")), share = nonet_sheet_number(s, row, judge_column(s, "share"));
  double sum = 0;
  for (size_t r = row; r < nonet_sheet_rows(s) && strcmp(nonet_sheet_text(s, r, 0), nonet_sheet_text(s, row, 0)) == 0; r++)
    sum += nonet_sheet_number(s, r, judge_column(s, "degree"));
  for (size_t r = row; r-- > 0 && strcmp(nonet_sheet_text(s, r, 0), nonet_sheet_text(s, row, 0)) == 0;)
    sum += nonet_sheet_number(s, r, judge_column(s, "degree"));
  if (!judge_alike(share, degree / sum)) return judge_failed(s, "a share is not the degree's part of the node's degrees", err);
  if (ask->weighted || judge_alike(degree, contacts(m, v, nonet_sheet_text(s, row, 1)))) return NONET_OK;
  return judge_failed(s, "a degree is another, counted tie by tie", err);
}

nonet_code judge_multilayer_degree(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  return each_row(said, s, hold_degree,
                  ask->weighted ? "every layer that a node has ties in has its line, and the shares follow from the degrees"
                                : "every degree agrees with a count tie by tie, and the shares follow from them",
                  ask, err);
}

/* ---- relevance ---- */

static nonet_code hold_relevance(struct meetings *m, const nonet_sheet *s, size_t row, uint32_t v, const struct measure_ask *ask,
                                 nonet_err *err) {
  const char *layer = nonet_sheet_text(s, row, 1);
  double own = count_met(m, v, layer, true, EITHER), all = count_met(m, v, NULL, false, EITHER);
  double only = all - (m->net->layers ? count_met(m, v, layer, false, EITHER) : 0);
  const struct {
    const char *column;
    double value;
  } expected[] = {{"neighbours", own}, {"relevance", own / all}, {"exclusive-neighbours", only}, {"exclusive-relevance", only / all}};
  (void)ask;
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
    if (!judge_alike(nonet_sheet_number(s, row, judge_column(s, expected[i].column)), expected[i].value))
      return judge_failed(s, "contacts are others, counted tie by tie", err);
  return NONET_OK;
}

nonet_code judge_layer_relevance(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  return each_row(said, s, hold_relevance, "every number of contacts agrees with a count tie by tie", ask, err);
}

/* ---- communities ---- */

/* The community of each state, as the rows have it; they are in the order of states. */
static nonet_code read_communities(uint32_t *community, const nonet_sheet *s, const struct multilayer *m, const nonet *n, nonet_err *err) {
  uint32_t *node;
  nonet_code code = nonet_sheet_rows(s) == m->supra.states ? judge_nodes(&node, s, 0, n, err)
                                                           : judge_failed(s, "there is not one line for each replica", err);
  if (code) return code;
  for (uint32_t i = 0; !code && i < m->supra.states; i++) {
    double number = nonet_sheet_number(s, i, judge_column(s, "community"));
    if (node[i] != m->supra.node[i] || !(number >= 1 && number <= m->supra.states))
      code = judge_failed(s, "a line is not that of a replica", err);
    else
      community[i] = (uint32_t)number - 1;
  }
  free(node);
  return code;
}

nonet_code judge_multilayer_communities(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  struct coupling c;
  double found = NAN, quality = NAN;
  nonet_code code = coupling_read(&c, "multilayer-communities", ask, err);
  c.undirected = true;
  if (!code) code = multilayer_start(&m, ask, &c, err);
  if (code) return code;
  uint32_t *community = memory_zeroed(m.supra.states, sizeof *community), *order = memory_array(m.supra.states, sizeof *order);
  if (!community || !order) code = error_memory(err);
  for (uint32_t i = 0; !code && i < m.supra.states; i++)
    order[i] = i;
  if (!code && m.supra.ties.edges) code = read_communities(community, s, &m, ask->net, err);
  struct slices asked = {.supra = &m.supra, .omega = c.omega, .gamma = 1, .order = order};
  if (!code && m.supra.ties.edges) code = pass_result(slices_quality(&quality, community, &asked), ask, err);
  if (!code) code = judge_plain(&found, "multilayer-modularity", ask->parameter_text, ask, err);
  if (!code && !judge_alike(found, quality)) code = judge_failed(s, "the communities have not the modularity that was found", err);
  if (!code) buffer_text(said, "the communities have the modularity that was found; that none has more is not proved");
  free(community);
  free(order);
  multilayer_free(&m);
  return code;
}

/* ---- layers between layers ---- */

static double links(const struct graph *g, uint32_t a, uint32_t b) {
  for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
    if (g->to[i] == b) return g->strength[g->edge[i]];
  return NAN;
}

static nonet_code hold_broker(const nonet_sheet *s, size_t row, const struct graph *g, const nonet *layers, uint32_t a, uint32_t b,
                              nonet_err *err) {
  const char *broker = nonet_sheet_text(s, row, judge_column(s, "broker"));
  double share = nonet_sheet_number(s, row, judge_column(s, "share")), strength = nonet_sheet_number(s, row, judge_column(s, "links"));
  uint32_t ways = 0, between = NONET_NONE;
  for (uint32_t c = 0; c < g->nodes; c++) {
    bool both = judge_tied(g, a, c) && judge_tied(g, c, b);
    ways += both;
    if (both && strcmp(net_key(layers, c), broker) == 0) between = c;
  }
  if (judge_tied(g, a, b))
    return !*broker && judge_alike(share, 1) && judge_alike(strength, links(g, a, b))
               ? NONET_OK
               : judge_failed(s, "two layers that meet are told wrongly", err);
  if (between == NONET_NONE) return judge_failed(s, "a layer is not tied to both of those that it is to stand between", err);
  if (judge_alike(share, 1.0 / ways) && judge_alike(strength, fmin(links(g, a, between), links(g, between, b)))) return NONET_OK;
  return judge_failed(s, "a broker's share or links are others", err);
}

/* Pairs of layers that are tied, and brokers of those that are not. */
static double count_lines(const struct graph *g) {
  double count = 0;
  for (uint32_t a = 0; a < g->nodes; a++)
    for (uint32_t b = 0; b < a; b++) {
      bool tied = judge_tied(g, a, b);
      count += tied;
      for (uint32_t c = 0; !tied && c < g->nodes; c++)
        count += judge_tied(g, a, c) && judge_tied(g, c, b);
    }
  return count;
}

static nonet_code hold_brokers(const nonet_sheet *s, const nonet *layers, nonet_err *err) {
  const struct graph *g;
  uint32_t *from = NULL, *to = NULL;
  nonet_code code = net_simple(&g, layers, false, true, err);
  if (!code) code = judge_nodes(&from, s, 0, layers, err);
  if (!code) code = judge_nodes(&to, s, 1, layers, err);
  if (!code && count_lines(g) != (double)nonet_sheet_rows(s)) code = judge_failed(s, "there are more or fewer lines than ways", err);
  for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++)
    code = hold_broker(s, row, g, layers, from[row], to[row], err);
  free(from);
  free(to);
  return code;
}

nonet_code judge_layer_brokers(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  nonet *layers;
  double all = ask->net->layers;
  if (!ask->net->layers) {
    if (nonet_sheet_rows(s)) return judge_failed(s, "there is no layer, and yet a line", err);
    buffer_text(said, "there is no layer");
    return NONET_OK;
  }
  if (all * all * all > JUDGE_STEPS) {
    buffer_text(said, "too many layers to try all brokers");
    return NONET_OK;
  }
  nonet_code code = nonet_view(&layers, ask->net, "layers", ask->run->asked, err);
  if (code) return code;
  code = hold_brokers(s, layers, err);
  if (!code) buffer_text(said, "every broker and share agrees with a trial of all layers between all pairs");
  nonet_free(layers);
  return code;
}
