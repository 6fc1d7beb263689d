/* What parts the network: all smallest separators, and routes that share nothing.
 *
 * Sources: (1) A. Kanevsky 1993, doi:10.1002/net.3230230604; (2) K. Menger 1927, Fundamenta
 * Mathematicae 10. */
#include "kernel/separators.h"

#include "base/memory.h"
#include "kernel/flow.h"
#include "measure/judge.h"
#include "measure/pass.h"
#include "measure/sides.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static nonet_code set_row(nonet_sheet *s, size_t row, size_t set, const char *member, nonet_err *err) {
  char text[24];
  snprintf(text, sizeof text, "%zu", set + 1);
  nonet_code code = sheet_set_text(s, row, 0, text, err);
  return code ? code : sheet_set_text(s, row, 1, member, err);
}

static nonet_code minimum_separators(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct separators all = {0};
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = pass_result(separators_all(&all, g, 0, &watch), ask, err);
  if (!code) code = sheet_new(out, "minimum-separators", "Smallest separators", NONET_BY_SET, all.count * all.size, err);
  for (size_t i = 0; !code && i < all.count * all.size; i++)
    code = set_row(*out, i, i / all.size, net_key(ask->net, all.node[i]), err);
  separators_free(&all);
  return code;
}

static nonet_code routes(double *out, const struct measure_ask *ask, bool of_nodes, nonet_err *err) {
  struct sides sides;
  struct flow_answer answer = {0};
  nonet_code code = sides_read(&sides, ask->net, ask->parameter_text, err);
  if (code) return code;
  struct kernel_watch watch = pass_watch(ask);
  struct flow_question q = {.apart = FLOW_EDGES, .source = sides.node[0], .target = sides.node[1]};
  q.sources = sides.count[0];
  q.targets = sides.count[1];
  if (of_nodes) q.apart = q.sources != 1 || q.targets != 1 ? FLOW_NODES : FLOW_BETWEEN;
  code = pass_result(flow_between(&answer, ask->simple, &q, &watch), ask, err);
  if (!code) *out = answer.routes == FLOW_ENDLESS ? (double)NAN : answer.routes;
  flow_answer_free(&answer);
  sides_free(&sides);
  return code;
}

static nonet_code node_routes(double *out, const struct measure_ask *ask, nonet_err *err) {
  return routes(out, ask, true, err);
}

static nonet_code tie_routes(double *out, const struct measure_ask *ask, nonet_err *err) {
  return routes(out, ask, false, err);
}

#define MENGER "Menger, K. (1927) Zur allgemeinen Kurventheorie, doi:10.4064/fm-10-1-96-115"

static const struct measure_row rows[] = {
    {.info = {.name = "node-routes",
              .title = "Routes that share no partner",
              .summary = "How many partners would have to leave to part two, or two layers: the number of routes that share nobody.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest number of paths from A to B that share no node but their ends (Menger's number)",
              .convention = "between two nodes a direct tie is a route; between layers or kinds a member of both is a route of its own, "
                            "and routes share no node "
                            "at all; along the arcs when directed; simple network",
              .undefined = "0 where no path leads from one to the other; undefined from a node to itself",
              .source = MENGER,
              .cost = "O(m n^0.5)",
              .parameter = "A;B, two nodes, layers or kinds"},
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = node_routes},
    {.info = {.name = "tie-routes",
              .title = "Routes that share no tie",
              .summary = "How many contacts would have to end to part two, or two layers: the number of routes that share no contact.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "greatest number of paths from A to B that share no tied pair",
              .convention = "a pair counts once however many ties it carries; along the arcs when directed; simple network",
              .undefined = "0 where no path leads from one to the other; undefined where A and B share a node",
              .source = MENGER,
              .cost = "O(m min(m^0.5, n^0.67))",
              .parameter = "A;B, two nodes, layers or kinds"},
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = tie_routes},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "minimum-separators",
              .title = "Smallest separators",
              .summary = "Which smallest groups of partners would have to leave for the others to lose contact with each other.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "every set of nodes of the least size whose loss disconnects the network",
              .convention = "direction is left out of account; simple network",
              .undefined = "no set where the network is disconnected already, or everybody is tied to everybody",
              .source = "Kanevsky, A. (1993) Finding all minimum-size separating vertex sets in a graph, doi:10.1002/net.3230230604",
              .cost = "O(k n m) and O(n (n + m)) for each set"},
     .reads_undirected = true,
     .table = minimum_separators,
     .check = judge_separators},
};

const struct measure_rows routes_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows separators_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
