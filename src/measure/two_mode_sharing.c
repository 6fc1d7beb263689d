/* What nodes of one mode share: how alike those are that share something, how much hangs on a node alone, whom it brings together.
 *
 * The kernel counts walks of two steps from each node; the second methods here compare whole rows of neighbours two by two.
 *
 * Sources: (1) M. Latapy, C. Magnien, N. Del Vecchio 2008, Basic notions for the analysis of large two-mode networks,
 * doi:10.1016/j.socnet.2007.04.006; (2) L. Jasny, M. Lubell 2015, Two-mode brokerage in policy networks, doi:10.1016/j.socnet.2014.11.005.
 */
#include "kernel/sharing.h"
#include "measure/pass.h"
#include "measure/two_modes.h"

#include <math.h>
#include <string.h>

/* How many neighbours two nodes share: both rows are ascending. */
static double shared_by(const struct graph *g, uint32_t v, uint32_t w) {
  uint64_t a = g->first[v], b = g->first[w];
  double count = 0;
  while (a < g->first[v + 1] && b < g->first[w + 1]) {
    uint32_t x = g->to[a], y = g->to[b];
    count += x == y;
    a += x <= y;
    b += y <= x;
  }
  return count;
}

static void leave_out_neither(double *out, const struct two_modes *m) {
  for (uint32_t v = 0; v < m->g->nodes; v++)
    if (mode_of(m, v) == 2) out[v] = NAN;
}

/* ---- clustering ---- */

static nonet_code read_form(enum sharing_form *out, const struct measure_ask *ask, nonet_err *err) {
  static const char *const form[] = {"dot", "min", "max"};
  *out = SHARING_OF_ALL;
  for (unsigned i = 0; i < 3; i++)
    if (!strcmp(ask->parameter_text, form[i])) {
      *out = (enum sharing_form)i;
      return NONET_OK;
    }
  return *ask->parameter_text ? error_set(err, NONET_EUSAGE, "'latapy-clustering:%s' is none of dot, min, max", ask->parameter_text)
                              : NONET_OK;
}

static nonet_code clustering(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  enum sharing_form form;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = two_modes_start(&m, ask, "latapy-clustering", err);
  if (!code) code = read_form(&form, ask, err);
  return code ? code : pass_result(sharing_likeness(out, m.g, form, &watch), ask, err);
}

static nonet_code clustering_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  enum sharing_form form;
  nonet_code code = two_modes_start(&m, ask, "latapy-clustering", err);
  if (!code) code = read_form(&form, ask, err);
  for (uint32_t v = 0; !code && v < m.g->nodes; v++) {
    double sum = 0, others = 0, k = two_modes_ties_of(&m, v);
    for (uint32_t w = 0; w < m.g->nodes; w++) {
      double c = w == v ? 0 : shared_by(m.g, v, w), l = two_modes_ties_of(&m, w);
      if (!(c > 0)) continue;
      others++;
      sum += form == SHARING_OF_ALL ? c / (k + l - c) : form == SHARING_OF_LESSER ? c / fmin(k, l) : c / fmax(k, l);
    }
    if (others > 0) out[v] = sum / others;
    code = run_check(ask->run, err);
  }
  return code;
}

/* ---- redundancy ---- */

static nonet_code redundancy(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = two_modes_start(&m, ask, "redundancy", err);
  return code ? code : pass_result(sharing_redundancy(out, m.g, &watch), ask, err);
}

/* A pair of v's neighbours shares v; one more, and it does not need v. */
static nonet_code redundancy_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "redundancy", err);
  for (uint32_t v = 0; !code && v < m.g->nodes; v++) {
    const uint64_t start = m.g->first[v], end = m.g->first[v + 1];
    double k = two_modes_ties_of(&m, v), pairs = 0;
    for (uint64_t a = start; a < end; a++)
      for (uint64_t b = a + 1; b < end; b++)
        pairs += shared_by(m.g, m.g->to[a], m.g->to[b]) > 1;
    if (k > 1) out[v] = pairs / (k * (k - 1) / 2);
    code = run_check(ask->run, err);
  }
  return code;
}

/* ---- brokerage ---- */

static nonet_code brokerage(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = two_modes_start(&m, ask, "two-mode-brokerage", err);
  if (!code) code = pass_result(sharing_chains(out, m.g, &watch), ask, err);
  if (!code) leave_out_neither(out, &m);
  return code;
}

static nonet_code brokerage_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct two_modes m;
  nonet_code code = two_modes_start(&m, ask, "two-mode-brokerage", err);
  for (uint32_t v = 0; !code && v < m.g->nodes; v++) {
    double chains = 0;
    for (uint32_t a = 0; a < m.g->nodes; a++) {
      double with_a = a == v ? 0 : shared_by(m.g, v, a);
      for (uint32_t b = a + 1; with_a > 0 && b < m.g->nodes; b++)
        if (b != v && !(shared_by(m.g, a, b) > 0)) chains += with_a * shared_by(m.g, v, b);
    }
    out[v] = chains;
    code = run_check(ask->run, err);
  }
  if (!code) leave_out_neither(out, &m);
  return code;
}

#define LATAPY                                                                                                                             \
  "Latapy, M., Magnien, C., Del Vecchio, N. (2008) Basic notions for the analysis of large two-mode networks, Social Networks 30, 31-48, " \
  "doi:10.1016/j.socnet.2007.04.006"

static const struct measure_row rows[] = {
    {.info = {.name = "latapy-clustering",
              .title = "Clustering in two modes, of a node",
              .summary = "How alike the strategies of a partner are to those of the partners that it shares one with.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "mean over the w that share a neighbour with v of |N(v) and N(w)| / |N(v) or N(w)|",
              .convention = TWO_MODES_READ
              "; dot as given here; min divides by the smaller of both sets of neighbours, max by the larger; " TWO_MODES_ONLY,
              .undefined = "undefined for an isolate and for a node that shares its neighbours with nobody",
              .source = LATAPY,
              .cost = "O(walks of two steps)",
              .parameter = "dot (default), min or max",
              .needs_two_modes = true},
     .reads_undirected = true,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = clustering_by_pairs,
     .fast = clustering},
    {.info = {.name = "redundancy",
              .title = "Redundancy",
              .summary = "Which share of the pairs that a partner brings together would still meet without it.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "pairs of neighbours that share another neighbour / pairs of neighbours",
              .convention = TWO_MODES_READ "; Latapy's of two-mode networks, not Burt's of contacts; " TWO_MODES_ONLY,
              .undefined = "undefined for a node with fewer than 2 neighbours",
              .source = LATAPY,
              .cost = "O(walks of three steps)",
              .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = redundancy_by_pairs,
     .fast = redundancy},
    {.info = {.name = "two-mode-brokerage",
              .title = "Brokerage in two modes",
              .summary = "How often a partner links two others that share no strategy, by one that it shares with each of them.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of chains a - x - v - y - b whose ends a and b have no neighbour in common",
              .convention = TWO_MODES_READ
              "; a, v and b are of one kind, x and y of the other; a chain and its reverse count once; open chains of five "
              "in Jasny and Lubell's framework, here not parted by types of nodes; " TWO_MODES_ONLY,
              .undefined = "0 for an isolate; undefined for a node of neither kind",
              .source = "Jasny, L., Lubell, M. (2015) Two-mode brokerage in policy networks, Social Networks 41, 36-47, "
                        "doi:10.1016/j.socnet.2014.11.005",
              .cost = "O(walks of four steps)",
              .needs_two_modes = true},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = brokerage_by_pairs,
     .fast = brokerage},
};

const struct measure_rows two_mode_sharing_rows = {rows, sizeof rows / sizeof *rows};
