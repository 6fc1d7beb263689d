/* What a named set of key players is worth: how its loss breaks the network, and how near it is to all.
 *
 * The second method goes through igraph's distances: with the members taken out of the graph, or from the nearest member.
 *
 * Sources: (1) S. P. Borgatti 2006, Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x. */
#include "kernel/keyplayers.h"

#include "base/number.h"
#include "measure/distance_matrix.h"
#include "measure/node_set.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The set behind the colon; for reach the steps stand before it. */
struct named {
  struct node_set set;
  uint32_t steps;
};

static nonet_code named_start(struct named *out, const struct measure_ask *ask, enum keyplayers_goal goal, nonet_err *err) {
  static const char *const usage[] = {"set-fragmentation:A;B", "set-distance-fragmentation:A;B", "set-distance-reach:A;B",
                                      "set-reach:1;A;B"};
  const char *names = ask->parameter_text;
  uint64_t steps = 0;
  *out = (struct named){0};
  if (goal == KEYPLAYERS_REACH) {
    names += strspn(names, " \t");
    size_t length = strcspn(names, ";");
    while (length && strchr(" \t", names[length - 1]))
      length--;
    if (!number_parse_whole(&steps, names, length))
      return error_set(err, NONET_EUSAGE, "'set-reach': the number of steps stands before the names, as in set-reach:1;A;B");
    names += strcspn(names, ";");
  }
  out->steps = steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX;
  return node_set_start(&out->set, ask->net, names, usage[goal], err);
}

static nonet_code score(double *out, const struct measure_ask *ask, enum keyplayers_goal goal, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct named named;
  nonet_code code = named_start(&named, ask, goal, err);
  if (!code) code = pass_result(keyplayers_score(out, ask->simple, goal, named.steps, named.set.node, named.set.count, &watch), ask, err);
  if (!code && goal == KEYPLAYERS_REACH && ask->normalised) *out /= ask->net->nodes;
  node_set_free(&named.set);
  return code;
}

static nonet_code fragmentation(double *out, const struct measure_ask *ask, nonet_err *err) {
  return score(out, ask, KEYPLAYERS_FRAGMENT, err);
}

static nonet_code distance_fragmentation(double *out, const struct measure_ask *ask, nonet_err *err) {
  return score(out, ask, KEYPLAYERS_DISTANCE, err);
}

static nonet_code distance_reach(double *out, const struct measure_ask *ask, nonet_err *err) {
  return score(out, ask, KEYPLAYERS_NEAR, err);
}

static nonet_code reach(double *out, const struct measure_ask *ask, nonet_err *err) {
  return score(out, ask, KEYPLAYERS_REACH, err);
}

/* ---- through igraph ---- */

/* Ordered pairs in contact, and the sum of 1/d over them. */
static igraph_error_t add_up(igraph_vector_t *out, const igraph_t *g) {
  igraph_matrix_t d;
  igraph_error_t code = igraph_matrix_init(&d, 0, 0);
  if (code) return code;
  code = border_distances(&d, g, NULL, IGRAPH_ALL);
  if (!code) code = igraph_vector_resize(out, 2);
  if (!code) igraph_vector_null(out);
  for (igraph_integer_t i = 0; !code && i < igraph_matrix_nrow(&d); i++)
    for (igraph_integer_t j = 0; j < igraph_matrix_ncol(&d); j++) {
      if (i == j || !isfinite(MATRIX(d, i, j))) continue;
      VECTOR(*out)[0]++;
      VECTOR(*out)[1] += 1 / MATRIX(d, i, j);
    }
  igraph_matrix_destroy(&d);
  return code;
}

/* The same without the members, who are named in the parameter. */
static igraph_error_t without_members(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights,
                                      const struct measure_ask *ask) {
  struct node_set set;
  igraph_vector_int_t gone;
  igraph_t rest;
  (void)weights;
  if (node_set_start(&set, ask->net, ask->parameter_text, "", NULL)) return IGRAPH_ENOMEM; /* the names were read before */
  igraph_error_t code = igraph_vector_int_init(&gone, set.count);
  for (uint32_t i = 0; !code && i < set.count; i++)
    VECTOR(gone)[i] = set.node[i];
  node_set_free(&set);
  if (code) return code;
  code = igraph_copy(&rest, g);
  if (!code) {
    code = igraph_delete_vertices(&rest, igraph_vss_vector(&gone));
    if (!code) code = add_up(out, &rest);
    igraph_destroy(&rest);
  }
  igraph_vector_int_destroy(&gone);
  return code;
}

static nonet_code broken_by_igraph(double *out, const struct measure_ask *ask, enum keyplayers_goal goal, nonet_err *err) {
  double sum[2];
  struct named named;
  nonet_code code = named_start(&named, ask, goal, err);
  double left = (double)ask->net->nodes - named.set.count, pairs = left * (left - 1);
  node_set_free(&named.set);
  if (!code) code = through_igraph(sum, 2, ask, true, THROUGH_NONE, without_members, err);
  if (!code && left > 1) *out = 1 - sum[goal == KEYPLAYERS_DISTANCE] / pairs;
  return code;
}

static nonet_code fragmentation_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return broken_by_igraph(out, ask, KEYPLAYERS_FRAGMENT, err);
}

static nonet_code distance_fragmentation_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return broken_by_igraph(out, ask, KEYPLAYERS_DISTANCE, err);
}

static nonet_code near_by_igraph(double *out, const struct measure_ask *ask, enum keyplayers_goal goal, nonet_err *err) {
  size_t n = ask->net->nodes;
  struct named named;
  double *d = NULL, sum = 0;
  nonet_code code = named_start(&named, ask, goal, err);
  if (!code) code = distance_matrix(&d, ask, err);
  for (size_t v = 0; !code && v < n; v++) {
    double nearest = INFINITY;
    for (uint32_t i = 0; i < named.set.count; i++)
      nearest = fmin(nearest, d[named.set.node[i] * n + v]);
    sum += goal == KEYPLAYERS_REACH ? nearest <= named.steps : nearest > 0 ? 1 / nearest : 1;
  }
  if (!code) *out = goal == KEYPLAYERS_NEAR || ask->normalised ? sum / (double)n : sum;
  node_set_free(&named.set);
  free(d);
  return code;
}

static nonet_code distance_reach_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return near_by_igraph(out, ask, KEYPLAYERS_NEAR, err);
}

static nonet_code reach_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return near_by_igraph(out, ask, KEYPLAYERS_REACH, err);
}

#define BORGATTI "Borgatti, S. P. (2006) Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x"
#define SET "A;B;..., the names of the nodes of the set"

static const struct measure_row rows[] = {
    {.info = {.name = "set-fragmentation",
              .title = "Fragmentation without a set",
              .summary = "How far those who are left would lose contact with each other if a named set of partners went.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula =
                  "KPP-Neg, F: 1 - sum of s * (s - 1) / (n' * (n' - 1)), s the sizes of the components among the n' nodes outside the set",
              .convention = "pairs of those who are left, not of all; direction is left out of account; simple network, never weighted",
              .undefined = "undefined where fewer than 2 nodes are left",
              .source = BORGATTI,
              .cost = "O(n + m)",
              .parameter = SET},
     .parameter_is_text = true,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = fragmentation_by_igraph,
     .fast = fragmentation},
    {.info = {.name = "set-distance-fragmentation",
              .title = "Distance fragmentation without a set",
              .summary = "How far apart those who are left would be if a named set of partners went, lost contact counting in full.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "KPP-Neg, DF: 1 - mean of 1/d(i,j) over pairs of the nodes outside the set, along paths that avoid the set",
              .convention = "1/d is 0 where no path is left; distances in steps, never weighted; direction is left out of account; simple "
                            "network",
              .undefined = "undefined where fewer than 2 nodes are left",
              .source = BORGATTI,
              .cost = "O(n (n + m))",
              .parameter = SET},
     .parameter_is_text = true,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = distance_fragmentation_by_igraph,
     .fast = distance_fragmentation},
    {.info = {.name = "set-reach",
              .title = "Reach of a set",
              .summary = "How many partners a named set reaches within some steps, its members included.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "KPP-Pos, m-reach: number of nodes at M steps or less from the nearest member",
              .convention = "members count; in steps, never weighted; outward when directed; simple network",
              .undefined = "an isolate is reached only where it is a member; a set of isolates reaches itself alone",
              .source = BORGATTI,
              .cost = "O(n + m)",
              .normalised = "n",
              .parameter = "A;B;..., the names of the nodes of the set, behind the number of steps: 1;A;B"},
     .parameter_is_text = true,
     .example = "1;NAME;NAME",
     .plain = reach_by_igraph,
     .fast = reach},
    {.info = {.name = "set-distance-reach",
              .title = "Nearness of a set to all",
              .summary = "How near a named set of partners is to everybody, from 0 to 1 where all are in it or tied to a member.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "KPP-Pos, DR: mean over all n nodes of 1/d from the nearest member, a member counting 1",
              .convention = "divided by n with members counted, as first published; some programs leave members out of the sum and "
                            "still divide by n; in steps, never weighted; outward when directed; simple network",
              .undefined = "a node out of reach, as an isolate outside the set, adds 0",
              .source = BORGATTI,
              .cost = "O(n + m)",
              .parameter = SET},
     .parameter_is_text = true,
     .plain = distance_reach_by_igraph,
     .fast = distance_reach},
};

const struct measure_rows key_players_named_rows = {rows, sizeof rows / sizeof *rows};
