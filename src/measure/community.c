/* Communities as measures: the group of each node, and how good a division into groups is.
 *
 * Sources: (1) M. E. J. Newman, M. Girvan 2004, doi:10.1103/PhysRevE.69.026113; (2) E. A. Leicht, M. E. J. Newman 2008,
 * doi:10.1103/PhysRevLett.100.118703; (3) M. Rosvall, C. T. Bergstrom 2008, doi:10.1073/pnas.0706851105. */
#include "base/memory.h"
#include "measure/communities.h"
#include "measure/partition.h"

#include <math.h>
#include <stdlib.h>

static nonet_code community(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t n = ask->net->nodes, groups, *group = memory_array(n, sizeof *group);
  nonet_code code = group ? communities_find(group, &groups, ask, ask->parameter_text, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < n; v++)
    out[v] = group[v] + 1.0;
  free(group);
  return code;
}

static nonet_code codelength(double *out, const struct measure_ask *ask, nonet_err *err) {
  return ask->simple->edges ? communities_codelength(out, ask, err) : NONET_OK;
}

/* ---- modularity ---- */

static nonet_code modularity(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  bool no_memory;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  *out = communities_modularity(ask->simple, p.group, p.groups, &no_memory);
  if (no_memory) code = error_memory(err);
  partition_free(&p);
  return code;
}

/* From all pairs of nodes: ties there are less those that chance would give. */
static nonet_code modularity_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  size_t n = g->nodes;
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  double *a = memory_zeroed(n * n, sizeof *a), *row = memory_zeroed(n, sizeof *row), *column = memory_zeroed(n, sizeof *column), total = 0;
  if (!a || !row || !column) code = error_memory(err);
  for (uint32_t e = 0; !code && e < g->edges; e++) {
    size_t t = g->tail[e], h = g->head[e];
    double w = g->strength ? g->strength[e] : 1;
    if (p.group[t] == NONET_NONE || p.group[h] == NONET_NONE) continue;
    a[t * n + h] += w;
    if (!g->directed) a[h * n + t] += w;
  }
  for (size_t i = 0; !code && i < n * n; i++)
    row[i / n] += a[i], column[i % n] += a[i], total += a[i];
  double sum = 0;
  for (size_t i = 0; !code && i < n * n; i++)
    if (p.group[i / n] != NONET_NONE && p.group[i / n] == p.group[i % n]) sum += a[i] - row[i / n] * column[i % n] / total;
  if (!code && total > 0) *out = sum / total;
  free(a);
  free(row);
  free(column);
  partition_free(&p);
  return code;
}

#define METHODS "METHOD: " COMMUNITIES_METHODS " (leiden)"

static const struct measure_row rows[] = {
    {.info =
         {.name = "community",
          .title = "Community",
          .summary = "Which group a partner is in, when groups are drawn so that most ties stay within; 1 is the largest.",
          .scope = NONET_OF_NODES,
          .low = 1,
          .high = INFINITY,
          .formula = "number of the group; leiden, louvain, fast-greedy: groups of great modularity; infomap: of the shortest telling of "
                     "a random walk; walktrap: of random walks of 4 steps; label-propagation: each has the heaviest label around it",
          .convention =
              "leiden, louvain, label-propagation: of 10 tries drawn by --seed (up to 200 ties 2000/ties, at most 50; beyond 100000 ties "
              "1000000/ties, at least 1) the one of greatest modularity; read as undirected but by infomap; simple network; --weighted: "
              "by strength",
          .undefined = "an isolate is a group of its own",
          .source = "Traag, V. A., Waltman, L., van Eck, N. J. (2019), doi:10.1038/s41598-019-41695-z; Blondel, V. D. et al. (2008), "
                    "doi:10.1088/1742-5468/2008/10/P10008; Rosvall, M., Bergstrom, C. T. (2008), doi:10.1073/pnas.0706851105; Pons, P., "
                    "Latapy, M. (2005), doi:10.1007/11569596_31; Raghavan, U. N., Albert, R., Kumara, S. (2007), "
                    "doi:10.1103/PhysRevE.76.036106; Clauset, A., Newman, M. E. J., Moore, C. (2004), doi:10.1103/PhysRevE.70.066111",
          .cost = "O(m) a round, of some 10 rounds and 10 to 50 tries; walktrap O(n^2 log n), fast-greedy O(m log^2 n)",
          .parameter = METHODS,
          .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .parameter_is_text = true,
     .plain = community},
    {.info = {.name = "modularity",
              .title = "Modularity",
              .summary = "How many more ties stay within groups than chance would keep there; near 0 there is no grouping.",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula =
                  "share of ties within groups - sum over groups of (share of tie ends in the group)^2; directed: of (share of tails) * "
                  "(share of heads)",
              .convention = "resolution 1; directed after Leicht and Newman; ties to nodes without group are left out; simple network; "
                            "--weighted: by strength",
              .undefined = "undefined without ties between nodes that have a group",
              .source = "Newman, M. E. J., Girvan, M. (2004) Finding and evaluating community structure in networks, "
                        "doi:10.1103/PhysRevE.69.026113; Leicht, E. A., Newman, M. E. J. (2008), doi:10.1103/PhysRevLett.100.118703",
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = modularity_by_pairs,
     .fast = modularity},
    {.info = {.name = "codelength",
              .title = "Length of a walk's description",
              .summary = "How many bits tell each step of a random walk, when the network is best divided for telling it.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "Infomap's two-level map equation at the division that it finds",
              .convention = "of igraph's Infomap, best of 10 trials drawn by --seed; other versions of Infomap teleport otherwise and give "
                            "other lengths; nodes without ties are left out; simple network; --weighted: by strength",
              .undefined = "undefined without ties",
              .source = "Rosvall, M., Bergstrom, C. T. (2008) Maps of random walks on complex networks reveal community structure, "
                        "doi:10.1073/pnas.0706851105",
              .cost = "O(m) a round",
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .gaps = MEASURE_GAPS,
     .plain = codelength},
};

const struct measure_rows community_rows = {rows, 1};
const struct measure_rows modularity_rows = {rows + 1, 2};
