/* Local efficiency: how well a node's neighbours reach each other among themselves; and vulnerability: how much efficiency is lost with it.
 *
 * Both measure the efficiency of a part of the network: the neighbours only, or all but one.
 *
 * Sources: (1) V. Latora, M. Marchiori 2001, doi:10.1103/PhysRevLett.87.198701; (2) V. Latora, M. Marchiori 2005,
 * doi:10.1103/PhysRevE.71.015103. */
#include "base/memory.h"
#include "kernel/part.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

/* Sum over ordered pairs of 1 / distance. */
static nonet_code closeness_sum(double *out, const struct graph *g, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct distances d;
  enum kernel_code code = distances_start(&d, g, &watch);
  if (code) return pass_result(code, ask, err);
  *out = 0;
  if (d.pairs)
    for (uint32_t steps = 1; steps <= d.longest; steps++)
      *out += (double)d.pairs[steps] / steps;
  else
    for (uint32_t v = 0; v < g->nodes; v++)
      *out += d.inverse[v];
  distances_free(&d);
  return NONET_OK;
}

/* The sum for the part of g that some nodes make. */
static nonet_code part_sum(double *out, const struct graph *g, const uint32_t *node, uint32_t count, uint32_t *place,
                           const struct measure_ask *ask, nonet_err *err) {
  struct part part;
  enum kernel_code made = part_start(&part, g, node, count, place);
  if (made) return pass_result(made, ask, err);
  nonet_code code = closeness_sum(out, &part.graph, ask, err);
  part_free(&part);
  return code;
}

/* Scratch for parts: a list of nodes and where each stands in it. */
struct scratch {
  uint32_t *node, *place;
};

static nonet_code scratch_start(struct scratch *s, uint32_t nodes, nonet_err *err) {
  *s = (struct scratch){memory_array(nodes, sizeof *s->node), memory_array(nodes, sizeof *s->place)};
  for (uint32_t v = 0; s->place && v < nodes; v++)
    s->place[v] = PART_NONE;
  return s->node && s->place ? NONET_OK : error_memory(err);
}

static void scratch_free(struct scratch *s) {
  free(s->node);
  free(s->place);
}

static nonet_code local(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct scratch s;
  nonet_code code = scratch_start(&s, ask->net->nodes, err);
  if (!code) code = net_simple(&g, ask->net, false, ask->weighted, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++) {
    uint32_t k = (uint32_t)(g->first[v + 1] - g->first[v]);
    if (k < 2) continue;
    for (uint32_t i = 0; i < k; i++)
      s.node[i] = g->to[g->first[v] + i];
    code = run_check(ask->run, err);
    if (!code) code = part_sum(&out[v], g, s.node, k, s.place, ask, err);
    if (!code) out[v] /= (double)k * (k - 1);
  }
  scratch_free(&s);
  return code;
}

static nonet_code mean_local(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t n = ask->net->nodes;
  if (n == 0) return NONET_OK;
  double *each = memory_array(n, sizeof *each);
  for (uint32_t v = 0; each && v < n; v++)
    each[v] = NAN;
  nonet_code code = each ? local(each, ask, err) : error_memory(err);
  *out = code ? (double)NAN : 0;
  for (uint32_t v = 0; !code && v < n; v++)
    *out += isnan(each[v]) ? 0 : each[v] / n;
  free(each);
  return code;
}

/* (E - E_v) / E: E_v over the pairs of the n nodes (v kept, but alone), or of the n - 1 others. */
static nonet_code vulnerability_of(double *out, const struct measure_ask *ask, bool among_others, nonet_err *err) {
  const struct graph *g = ask->simple;
  uint32_t n = g->nodes;
  struct scratch s;
  double all = 0, rest = 0;
  nonet_code code = scratch_start(&s, n, err);
  if (!code) code = closeness_sum(&all, g, ask, err);
  for (uint32_t v = 0; !code && all > 0 && n > 2 && v < n; v++) {
    uint32_t count = 0;
    for (uint32_t w = 0; w < n; w++)
      if (w != v) s.node[count++] = w;
    code = run_check(ask->run, err);
    if (!code) code = part_sum(&rest, g, s.node, count, s.place, ask, err);
    double pairs = among_others ? (double)n / (n - 2.0) : 1;
    if (!code) out[v] = (all - rest * pairs) / all;
  }
  scratch_free(&s);
  return code;
}

static nonet_code vulnerability(double *out, const struct measure_ask *ask, nonet_err *err) {
  return vulnerability_of(out, ask, false, err);
}

static nonet_code vulnerability_among_others(double *out, const struct measure_ask *ask, nonet_err *err) {
  return vulnerability_of(out, ask, true, err);
}

#define LATORA_2001 "Latora, V., Marchiori, M. (2001) Efficient behavior of small-world networks, doi:10.1103/PhysRevLett.87.198701"
#define LATORA_2005                                                                                                                        \
  "Latora, V., Marchiori, M. (2005) Vulnerability and protection of infrastructure networks, doi:10.1103/PhysRevE.71.015103"

static const struct measure_row rows[] = {
    {.info = {.name = "local-efficiency",
              .title = "Local efficiency",
              .summary = "How well a partner's contacts can reach each other without it.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "efficiency of the network of the node's neighbours and the ties among them",
              .convention =
                  "paths among the neighbours only; direction is left out of account; simple network; --weighted: distance by length, so "
                  "values above 1 can occur",
              .undefined = "undefined below 2 neighbours",
              .source = LATORA_2001,
              .cost = "O(sum over nodes of k times the ties among k neighbours)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = local},
    {.info = {.name = "vulnerability",
              .title = "Vulnerability",
              .summary = "What share of everybody's ease of reaching each other would be lost with this partner.",
              .scope = NONET_OF_NODES,
              .low = -1,
              .high = 1,
              .formula = "(E - E_v) / E, E the efficiency, E_v that of the network in which the node has lost all its ties",
              .convention =
                  "the lost node still counts among the n (vulnerability-among-others leaves it out); along the arcs when directed; simple "
                  "network; --weighted: distance by length",
              .undefined = "0 for an isolate; undefined without ties and below 3 nodes",
              .source = LATORA_2005,
              .cost = "O(n^2 m)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = vulnerability},
    {.info =
         {.name = "vulnerability-among-others",
          .title = "Vulnerability among the others",
          .summary =
              "How much less easily the others would reach each other if this partner left; below 0 where they would do so more easily.",
          .scope = NONET_OF_NODES,
          .low = -INFINITY,
          .high = 1,
          .formula = "(E - E_v) / E, E the efficiency, E_v that of the network of the other n - 1 nodes",
          .convention =
              "the lost node no longer counts (vulnerability keeps it); along the arcs when directed; simple network; --weighted: "
              "distance by length",
          .undefined = "undefined without ties and below 3 nodes",
          .source = LATORA_2005,
          .cost = "O(n^2 m)",
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = vulnerability_among_others},
};

static const struct measure_row whole_rows[] = {
    {.info =
         {.name = "mean-local-efficiency",
          .title = "Mean local efficiency",
          .summary = "How well, on average, the contacts of a partner can reach each other without it.",
          .scope = NONET_OF_WHOLE,
          .low = 0,
          .high = 1,
          .formula = "mean over all nodes of local-efficiency",
          .convention =
              "a node with fewer than 2 neighbours counts 0; direction is left out of account; --weighted: distance by length, so values "
              "above 1 can occur",
          .undefined = "undefined for a network without nodes",
          .source = LATORA_2001,
          .cost = "O(sum over nodes of k times the ties among k neighbours)",
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = mean_local},
};

const struct measure_rows local_efficiency_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows whole_local_efficiency_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
