/* A node's place among the groups: how its ties are spread over them, and how well tied it is within its own.
 *
 * Sources: (1) R. Guimera, L. A. N. Amaral 2005, Functional cartography of complex metabolic networks, doi:10.1038/nature03288. */
#include "kernel/participation.h"
#include "base/memory.h"
#include "measure/partition.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

enum what { COEFFICIENT, Z_POPULATION, Z_SAMPLE };

static nonet_code by_kernel(double *out, enum what what, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  struct participation wanted = {.coefficient = what == COEFFICIENT ? out : NULL,
                                 .z_population = what == Z_POPULATION ? out : NULL,
                                 .z_sample = what == Z_SAMPLE ? out : NULL};
  struct participation_groups groups = {p.group, p.groups};
  code = pass_result(participation(&wanted, ask->simple, &groups), ask, err);
  partition_free(&p);
  return code;
}

/* ---- group by group ---- */

/* toward[v * groups + h]: strength of v's ties to group h, both ways. The caller frees it. */
static double *toward_groups(const struct graph *g, const struct partition *p) {
  double *toward = memory_zeroed((size_t)g->nodes * p->groups, sizeof *toward);
  for (uint32_t e = 0; toward && e < g->edges; e++) {
    size_t a = g->tail[e], b = g->head[e], k = p->groups;
    double w = g->strength ? g->strength[e] : 1;
    if (p->group[b] != NONET_NONE) toward[a * k + p->group[b]] += w;
    if (p->group[a] != NONET_NONE) toward[b * k + p->group[a]] += w;
  }
  return toward;
}

static double coefficient_of(const double *toward, uint32_t groups) {
  double total = 0, rest = 1;
  for (uint32_t h = 0; h < groups; h++)
    total += toward[h];
  for (uint32_t h = 0; h < groups; h++)
    rest -= pow(toward[h] / total, 2);
  return total > 0 ? rest : (double)NAN;
}

/* Of the members of group h. */
static void z_of_group(double *out, const double *toward, const struct partition *p, uint32_t nodes, uint32_t h, bool sample) {
  double count = 0, sum = 0, squares = 0;
  for (size_t v = 0; v < nodes; v++)
    if (p->group[v] == h) count++, sum += toward[v * p->groups + h];
  double mean = sum / count;
  for (size_t v = 0; v < nodes; v++)
    if (p->group[v] == h) squares += pow(toward[v * p->groups + h] - mean, 2);
  if (!(squares > 1e-24 * count * mean * mean)) return;
  double sd = sqrt(squares / (sample ? count - 1 : count));
  for (size_t v = 0; v < nodes; v++)
    if (p->group[v] == h) out[v] = (toward[v * p->groups + h] - mean) / sd;
}

static nonet_code by_groups(double *out, enum what what, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  double *toward = toward_groups(ask->simple, &p);
  if (!toward) code = error_memory(err);
  for (size_t v = 0; !code && what == COEFFICIENT && v < ask->net->nodes; v++)
    out[v] = coefficient_of(toward + v * p.groups, p.groups);
  for (uint32_t h = 0; !code && what != COEFFICIENT && h < p.groups; h++)
    z_of_group(out, toward, &p, ask->net->nodes, h, what == Z_SAMPLE);
  free(toward);
  partition_free(&p);
  return code;
}

/* ---- rows ---- */

static nonet_code coefficient(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, COEFFICIENT, ask, err);
}
static nonet_code z_population(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, Z_POPULATION, ask, err);
}
static nonet_code z_sample(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, Z_SAMPLE, ask, err);
}
static nonet_code coefficient_by_groups(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_groups(out, COEFFICIENT, ask, err);
}
static nonet_code z_population_by_groups(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_groups(out, Z_POPULATION, ask, err);
}
static nonet_code z_sample_by_groups(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_groups(out, Z_SAMPLE, ask, err);
}

#define GUIMERA "Guimera, R., Amaral, L. A. N. (2005) Functional cartography of complex metabolic networks, doi:10.1038/nature03288"
#define BOTH_WAYS                                                                                                                          \
  "ties to nodes without group are left out; when directed, ties both ways are added; simple network; --weighted: by strength"

static const struct measure_row rows[] = {
    {.info = {.name = "participation",
              .title = "Participation coefficient",
              .summary = "How evenly a partner's ties are spread over the groups: 0 where all lead to one group.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "1 - sum over groups of (share of the node's ties that lead to the group)^2",
              .convention = "never above 1 - 1/number of groups; " BOTH_WAYS,
              .undefined = "undefined for a node without ties to nodes that have a group",
              .source = GUIMERA,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = coefficient_by_groups,
     .fast = coefficient},
    {.info = {.name = "within-module-z",
              .title = "Ties within the group, z-score",
              .summary = "How much better tied within its own group a partner is than the others of that group.",
              .scope = NONET_OF_NODES,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "(k - mean of k in the group) / sd of k in the group, k the node's ties within its group",
              .convention = "sd over all N members (population); 'within-module-z-sample' has N - 1; " BOTH_WAYS,
              .undefined = "undefined for a node without group, and where all of a group have the same",
              .source = GUIMERA,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = z_population_by_groups,
     .fast = z_population},
    {.info = {.name = "within-module-z-sample",
              .title = "Ties within the group, z-score by sample",
              .summary = "How much better tied within its own group a partner is than the others, taken as a sample.",
              .scope = NONET_OF_NODES,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "(k - mean of k in the group) / sd of k in the group, k the node's ties within its group",
              .convention = "sd over N - 1 (sample); 'within-module-z' has N; " BOTH_WAYS,
              .undefined = "undefined for a node without group, and where all of a group have the same",
              .source = GUIMERA,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = z_sample_by_groups,
     .fast = z_sample},
};

const struct measure_rows participation_rows = {rows, sizeof rows / sizeof *rows};
