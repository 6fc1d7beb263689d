/* Hubs and authorities: a good hub points to good authorities, a good authority is pointed to by good hubs.
 *
 * Both are the leading eigenvector of one undirected network that has each node twice, as a sender and as a receiver, with an edge from
 * sender u to receiver v for each arc u -> v: on the senders it is the hub vector, on the receivers the authority vector. So leading.c says
 * what holds where that network is apart. In an undirected network both would be eigenvectors of the square of the adjacency matrix,
 * which two sides of a two-mode network each have to themselves; there the eigenvector centrality is taken for both.
 *
 * Sources: (1) J. M. Kleinberg 1999, Authoritative sources in a hyperlinked environment, doi:10.1145/324133.324140. */
#include "base/memory.h"
#include "measure/leading.h"

#include <math.h>
#include <stdlib.h>

/* The network of senders (0 .. n - 1) and receivers (n .. 2 n - 1). Edges are numbered, and weigh, as in the network itself. */
struct doubled {
  struct graph g;
  uint64_t *first;
  uint32_t *to, *edge;
};

static void fill_rows(struct doubled *d, const struct graph *g) {
  uint64_t at = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    d->first[v] = at;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++, at++)
      d->to[at] = g->nodes + g->to[a], d->edge[at] = g->edge[a];
  }
  for (uint32_t v = 0; v < g->nodes; v++) {
    d->first[g->nodes + v] = at;
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++, at++)
      d->to[at] = g->in_to[a], d->edge[at] = g->in_edge[a];
  }
  d->first[2 * (size_t)g->nodes] = at;
}

static nonet_code doubled_start(struct doubled *d, const struct graph *g, nonet_err *err) {
  *d = (struct doubled){0};
  if (g->nodes > UINT32_MAX / 2) return error_set(err, NONET_ELIMIT, "a network of more than 2^31 nodes has no hubs and authorities here");
  d->first = memory_array(2 * (size_t)g->nodes + 1, sizeof *d->first);
  d->to = memory_array(2 * (size_t)g->edges, sizeof *d->to);
  d->edge = memory_array(2 * (size_t)g->edges, sizeof *d->edge);
  if (!d->first || !d->to || !d->edge) return error_memory(err);
  fill_rows(d, g);
  d->g = (struct graph){.nodes = 2 * g->nodes,
                        .edges = g->edges,
                        .first = d->first,
                        .in_first = d->first,
                        .to = d->to,
                        .in_to = d->to,
                        .edge = d->edge,
                        .in_edge = d->edge,
                        .strength = g->strength};
  return NONET_OK;
}

/* x of g by either way. */
static nonet_code leading(double *x, const struct graph *g, bool slow, const struct run *run, nonet_err *err) {
  return slow ? leading_by_adding(x, g, run, err) : leading_vector(x, NULL, g, run, err);
}

/* The half of a doubled network's vector that is asked for. */
static nonet_code of_half(double *out, bool receivers, bool slow, const struct measure_ask *ask, nonet_err *err) {
  struct doubled d;
  uint32_t n = ask->simple->nodes;
  double most = 0, *x = memory_array(2 * (size_t)n, sizeof *x);
  nonet_code code = doubled_start(&d, ask->simple, err);
  if (!code && !x) code = error_memory(err);
  for (size_t i = 0; !code && i < 2 * (size_t)n; i++)
    x[i] = NAN;
  if (!code) code = leading(x, &d.g, slow, ask->run, err);
  for (uint32_t v = 0; !code && v < n; v++) {
    out[v] = x[receivers ? n + v : v];
    most = fmax(most, out[v]);
  }
  for (uint32_t v = 0; !code && most > 0 && v < n; v++)
    out[v] /= most;
  free(x);
  free(d.first);
  free(d.to);
  free(d.edge);
  return code;
}

static nonet_code scores(double *out, bool receivers, bool slow, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  nonet_code code = g->directed ? of_half(out, receivers, slow, ask, err) : leading(out, g, slow, ask->run, err);
  if (!code && ask->normalised) leading_unit_length(out, g->nodes);
  return code;
}

static nonet_code hub(double *out, const struct measure_ask *ask, nonet_err *err) {
  return scores(out, false, false, ask, err);
}
static nonet_code hub_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return scores(out, false, true, ask, err);
}
static nonet_code authority(double *out, const struct measure_ask *ask, nonet_err *err) {
  return scores(out, true, false, ask, err);
}
static nonet_code authority_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return scores(out, true, true, ask, err);
}

#define KLEINBERG "Kleinberg, J. M. (1999) Authoritative sources in a hyperlinked environment, doi:10.1145/324133.324140"
#define CONVENTION                                                                                                                         \
  "maximum 1; simple network; an undirected network has its eigenvector centrality as both; parts with a smaller leading value get 0, "    \
  "parts that share the greatest are in proportion to the sum of their vectors; --weighted: by strength"
#define LENGTH "the length of the vector: the squares then add up to 1 (L2)"
#define COST "O(n + m) for each step of ARPACK"

static const struct measure_row rows[] = {
    {.info = {.name = "hub",
              .title = "Hub score",
              .summary = "How well a partner points to those that many others point to as well.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "h with sigma h(u) = sum over arcs u -> v of strength * a(v), a the authority scores, sigma greatest",
              .convention = CONVENTION,
              .undefined = "0 for an isolate and for a node that points to nobody; undefined without ties",
              .source = KLEINBERG,
              .cost = COST,
              .normalised = LENGTH,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = hub_slow,
     .fast = hub},
    {.info = {.name = "authority",
              .title = "Authority score",
              .summary = "How much a partner is pointed to by those that point to the right ones.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "a with sigma a(v) = sum over arcs u -> v of strength * h(u), h the hub scores, sigma greatest",
              .convention = CONVENTION,
              .undefined = "0 for an isolate and for a node that nobody points to; undefined without ties",
              .source = KLEINBERG,
              .cost = COST,
              .normalised = LENGTH,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = authority_slow,
     .fast = authority},
};

const struct measure_rows hits_rows = {rows, sizeof rows / sizeof *rows};
