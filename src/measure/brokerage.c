/* Brokers between groups: how often a node stands between two that are not tied to each other, by the groups of the three.
 *
 * Sources: (1) R. V. Gould, R. M. Fernandez 1989, Structures of mediation, doi:10.2307/270949. */
#include "base/memory.h"
#include "kernel/brokers.h"
#include "measure/partition.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

static nonet_code by_kernel(double *out, enum broker_role role, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct partition p;
  size_t n = ask->net->nodes;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  uint64_t *count = memory_array(n * BROKER_ROLES, sizeof *count);
  code = count ? pass_result(brokers(count, ask->simple, p.group, p.groups, &watch), ask, err) : error_memory(err);
  for (size_t v = 0; !code && v < n; v++)
    if (p.group[v] != NONET_NONE) out[v] = (double)count[v * BROKER_ROLES + role];
  free(count);
  partition_free(&p);
  return code;
}

/* ---- path by path ---- */

static bool is_tied(const struct graph *g, uint32_t a, uint32_t b) {
  for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
    if (g->to[i] == b) return true;
  return false;
}

static enum broker_role role_of(uint32_t from, uint32_t at, uint32_t to) {
  if (from == at && to == at) return BROKER_COORDINATOR;
  if (from != at && to != at) return from == to ? BROKER_ITINERANT : BROKER_LIAISON;
  return from == at ? BROKER_REPRESENTATIVE : BROKER_GATEKEEPER;
}

static double count_paths(const struct graph *g, const uint32_t *group, uint32_t v, enum broker_role role) {
  double count = 0;
  for (uint64_t i = g->in_first[v]; i < g->in_first[v + 1]; i++)
    for (uint64_t o = g->first[v]; o < g->first[v + 1]; o++) {
      uint32_t a = g->in_to[i], b = g->to[o];
      if (a == b || group[a] == NONET_NONE || group[b] == NONET_NONE) continue;
      count += role_of(group[a], group[v], group[b]) == role && !is_tied(g, a, b);
    }
  return count;
}

static nonet_code by_paths(double *out, enum broker_role role, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  for (uint32_t v = 0; v < ask->net->nodes; v++)
    if (p.group[v] != NONET_NONE) out[v] = count_paths(ask->simple, p.group, v, role);
  partition_free(&p);
  return NONET_OK;
}

/* ---- rows ---- */

static nonet_code coordinator(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, BROKER_COORDINATOR, ask, err);
}
static nonet_code itinerant(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, BROKER_ITINERANT, ask, err);
}
static nonet_code gatekeeper(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, BROKER_GATEKEEPER, ask, err);
}
static nonet_code representative(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, BROKER_REPRESENTATIVE, ask, err);
}
static nonet_code liaison(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, BROKER_LIAISON, ask, err);
}
static nonet_code coordinator_by_paths(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_paths(out, BROKER_COORDINATOR, ask, err);
}
static nonet_code itinerant_by_paths(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_paths(out, BROKER_ITINERANT, ask, err);
}
static nonet_code gatekeeper_by_paths(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_paths(out, BROKER_GATEKEEPER, ask, err);
}
static nonet_code representative_by_paths(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_paths(out, BROKER_REPRESENTATIVE, ask, err);
}
static nonet_code liaison_by_paths(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_paths(out, BROKER_LIAISON, ask, err);
}

#define GOULD                                                                                                                              \
  "Gould, R. V., Fernandez, R. M. (1989) Structures of mediation: a formal approach to brokerage in transaction networks, "                \
  "doi:10.2307/270949"
#define OPEN "simple network; never weighted; an undirected tie leads both ways, so that a path counts once from each of its ends"
#define NO_GROUP "undefined for a node without group, which is no end of a path either; 0 for an isolate"
#define ROLE(NAME, TITLE, SUMMARY, GROUPS, FAST, PLAIN)                                                                                    \
  {                                                                                                                                        \
    .info = {.name = NAME,                                                                                                                 \
             .title = TITLE,                                                                                                               \
             .summary = SUMMARY,                                                                                                           \
             .scope = NONET_OF_NODES,                                                                                                      \
             .low = 0,                                                                                                                     \
             .high = INFINITY,                                                                                                             \
             .formula = "number of paths a -> v -> b without a tie a -> b, " GROUPS,                                                       \
             .convention = OPEN,                                                                                                           \
             .undefined = NO_GROUP,                                                                                                        \
             .source = GOULD,                                                                                                              \
             .cost = "O(m^1.5 log n)",                                                                                                     \
             .parameter = PARTITION_PARAMETER},                                                                                            \
    .parameter_is_text = true, .example = "communities", .gaps = MEASURE_GAPS, .plain = PLAIN, .fast = FAST                                \
  }

static const struct measure_row rows[] = {
    ROLE("coordinator", "Coordinator (brokerage)", "How often a partner stands between two of its own group who are not in contact.",
         "all three in one group", coordinator, coordinator_by_paths),
    ROLE("itinerant", "Itinerant broker", "How often a partner stands between two of another group who are not in contact.",
         "a and b in one group, v in another", itinerant, itinerant_by_paths),
    ROLE("gatekeeper", "Gatekeeper (brokerage)", "How often a partner lets in to its own group what comes from outside.",
         "v and b in one group, a in another", gatekeeper, gatekeeper_by_paths),
    ROLE("representative", "Representative (brokerage)", "How often a partner carries to the outside what comes from its own group.",
         "a and v in one group, b in another", representative, representative_by_paths),
    ROLE("liaison", "Liaison (brokerage)", "How often a partner stands between two groups and belongs to neither.",
         "all three in different groups", liaison, liaison_by_paths),
};

const struct measure_rows brokerage_rows = {rows, sizeof rows / sizeof *rows};
