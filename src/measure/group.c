/* Group centrality: a named set of nodes as if it were one, measured on the nodes outside of it.
 *
 * Sources: (1) M. G. Everett, S. P. Borgatti 1999, The centrality of groups and classes, doi:10.1080/0022250X.1999.9990219. */
#include "kernel/group.h"
#include "base/memory.h"
#include "measure/node_set.h"
#include "measure/pass.h"
#include "measure/path_counts.h"

#include <math.h>
#include <stdlib.h>

/* The set that stands behind the colon. */
static nonet_code group_start(struct node_set *group, const struct measure_ask *ask, nonet_err *err) {
  return node_set_start(group, ask->net, ask->parameter_text, "group-degree:A;B", err);
}

/* How many nodes are not in it. */
static double outside_of(const struct node_set *group, const struct measure_ask *ask) {
  return (double)ask->net->nodes - group->count;
}

static nonet_code degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct node_set group;
  struct group_reach reach;
  nonet_code code = group_start(&group, ask, err);
  if (!code) code = pass_result(group_reach(&reach, group.member, ask->simple), ask, err);
  double outside = outside_of(&group, ask);
  if (!code && (!ask->normalised || outside > 0)) *out = ask->normalised ? reach.tied / outside : reach.tied;
  node_set_free(&group);
  return code;
}

static nonet_code closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct node_set group;
  struct group_reach reach;
  nonet_code code = group_start(&group, ask, err);
  if (!code) code = pass_result(group_reach(&reach, group.member, ask->simple), ask, err);
  double outside = outside_of(&group, ask);
  if (!code && outside > 0) *out = reach.reached > 0 ? reach.reached / outside * (reach.reached / reach.distance) : 0;
  node_set_free(&group);
  return code;
}

static void scale(double *out, const struct node_set *group, const struct measure_ask *ask) {
  double outside = outside_of(group, ask), pairs = outside * (outside - 1) / (ask->net->directed ? 1 : 2);
  if (ask->normalised) *out = pairs > 0 ? *out / pairs : (double)NAN;
}

static nonet_code between(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct node_set group;
  nonet_code code = group_start(&group, ask, err);
  if (!code) code = pass_result(group_betweenness(out, group.member, ask->simple, &watch), ask, err);
  if (!code) scale(out, &group, ask);
  node_set_free(&group);
  return code;
}

/* ---- pair by pair ---- */

static nonet_code degree_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct node_set group;
  const struct graph *g = ask->simple;
  bool *tied = memory_zeroed(g->nodes, sizeof *tied);
  nonet_code code = group_start(&group, ask, err);
  double sum = 0, outside = outside_of(&group, ask);
  if (!code && !tied) code = error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    for (uint64_t a = g->first[v]; group.member[v] && a < g->first[v + 1]; a++)
      tied[g->to[a]] = true;
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    sum += tied[v] && !group.member[v];
  if (!code && (!ask->normalised || outside > 0)) *out = ask->normalised ? sum / outside : sum;
  free(tied);
  node_set_free(&group);
  return code;
}

static nonet_code closeness_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct node_set group;
  struct path_counts p = {0};
  double sum = 0, reached = 0;
  nonet_code code = group_start(&group, ask, err);
  if (!code) code = path_counts(&p, ask, NULL, err);
  for (size_t v = 0; !code && v < p.nodes; v++) {
    double nearest = INFINITY;
    for (size_t c = 0; c < p.nodes; c++)
      if (group.member[c]) nearest = fmin(nearest, p.distance[c * p.nodes + v]);
    if (!group.member[v] && isfinite(nearest)) sum += nearest, reached++;
  }
  double outside = outside_of(&group, ask);
  if (!code && outside > 0) *out = reached > 0 ? reached * reached / (sum * outside) : 0;
  path_counts_free(&p);
  node_set_free(&group);
  return code;
}

static nonet_code between_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct node_set group;
  struct path_counts all = {0}, clear = {0};
  double sum = 0;
  nonet_code code = group_start(&group, ask, err);
  if (!code) code = path_counts(&all, ask, NULL, err);
  if (!code) code = path_counts(&clear, ask, group.member, err);
  for (size_t s = 0; !code && s < all.nodes; s++)
    for (size_t t = 0; t < all.nodes; t++) {
      size_t i = s * all.nodes + t;
      if (s != t && !group.member[s] && !group.member[t] && all.count[i] > 0) sum += 1 - clear.count[i] / all.count[i];
    }
  if (!code) *out = ask->net->directed ? sum : sum / 2;
  if (!code) scale(out, &group, ask);
  path_counts_free(&all);
  path_counts_free(&clear);
  node_set_free(&group);
  return code;
}

#define EVERETT "Everett, M. G., Borgatti, S. P. (1999) The centrality of groups and classes, doi:10.1080/0022250X.1999.9990219"
#define SET "A;B;..., the names of the group's nodes"

static const struct measure_row rows[] = {
    {.info = {.name = "group-degree",
              .title = "Group degree",
              .summary = "How many partners outside a group are in direct contact with somebody in it.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of nodes outside the group that a tie joins to a member",
              .convention = "each once, however many members it has ties to; out-going ties of members when directed; simple network",
              .undefined = "0 where no member has a tie to the outside; with --normalised undefined where nobody is outside",
              .source = EVERETT,
              .cost = "O(n + m)",
              .normalised = "the number of nodes outside the group",
              .parameter = SET},
     .parameter_is_text = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = degree_by_pairs,
     .fast = degree},
    {.info = {.name = "group-closeness",
              .title = "Group closeness",
              .summary = "How near a group is to all outside of it, counted from its nearest member.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "(r/o) * (r/sum of distances), o the nodes outside, r those of them that the group reaches",
              .convention = "distance from the nearest member; o/sum on a connected network; outward when directed; simple network; "
                            "--weighted: distance by length, 1/strength, so that it may exceed 1",
              .undefined = "0 where the group reaches nobody; undefined where nobody is outside",
              .source = EVERETT,
              .cost = "O(n + m), weighted O(m log n)",
              .parameter = SET,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = closeness_by_pairs,
     .fast = closeness},
    {.info = {.name = "group-betweenness",
              .title = "Group betweenness",
              .summary = "How often the shortest ways between those outside a group lead through it.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t outside the group of (shortest paths s-t that meet the group) / (shortest paths s-t)",
              .convention = "raw count over unordered pairs (ordered when directed); simple network; --weighted: shortest by length, "
                            "1/strength; pairs without a path add nothing",
              .undefined = "0 where nothing leads through the group; with --normalised undefined where fewer than 2 are outside",
              .source = EVERETT,
              .cost = "O(nm), weighted O(nm log n)",
              .normalised = "the pairs of nodes outside the group, ordered when directed",
              .parameter = SET,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .parameter_is_text = true,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = between_by_pairs,
     .fast = between},
};

const struct measure_rows group_rows = {rows, sizeof rows / sizeof *rows};
