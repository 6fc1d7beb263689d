/* Judges of tables about groups: counts made again by going through all pairs, and what must hold between a table and other measures. */
#include "measure/judge.h"

#include "base/memory.h"
#include "measure/partition.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

nonet_code judge_brokerage(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  static const char *const roles[] = {"coordinator", "itinerant", "gatekeeper", "representative", "liaison"};
  size_t role = judge_column(s, "role"), column = judge_column(s, "observed"), rows = nonet_sheet_rows(s);
  uint32_t *node = NULL;
  double *value = memory_array(ask->net->nodes, sizeof *value);
  nonet_code code = value ? judge_nodes(&node, s, 0, ask->net, err) : error_memory(err);
  for (size_t r = 0; !code && r < sizeof roles / sizeof *roles; r++) {
    code = judge_plain(value, roles[r], ask->parameter_text, ask, err);
    for (size_t row = 0; !code && row < rows; row++)
      if (!strcmp(nonet_sheet_text(s, row, role), roles[r]) && !judge_alike(nonet_sheet_number(s, row, column), value[node[row]]))
        code = judge_failed(s, "a count is another by the second method of its role", err);
  }
  if (!code) buffer_text(said, "the observed counts agree with those of a plain computation of each role; expected and sd are not checked");
  free(value);
  free(node);
  return code;
}

nonet_code judge_local_constraint(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  uint32_t n = ask->net->nodes, *node = NULL;
  double *whole = memory_array(n, sizeof *whole), *sum = memory_zeroed(n, sizeof *sum);
  nonet_code code = whole && sum ? judge_nodes(&node, s, 0, ask->net, err) : error_memory(err);
  if (!code) code = judge_plain(whole, "constraint", "", ask, err);
  for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++)
    sum[node[row]] += nonet_sheet_number(s, row, 2);
  for (uint32_t v = 0; !code && v < n; v++)
    if (!isnan(whole[v]) && !judge_alike(sum[v], whole[v])) code = judge_failed(s, "a sum is not the node's constraint", err);
  if (!code) buffer_text(said, "the sum over each node's contacts is its constraint, by igraph");
  free(whole);
  free(sum);
  free(node);
  return code;
}

/* ---- the E-I index ---- */

static nonet_code same_index(const nonet_sheet *s, double external, double internal, const struct measure_ask *ask, nonet_err *err) {
  double whole;
  nonet_code code = judge_plain(&whole, "e-i-index", ask->parameter_text, ask, err);
  double index = external + internal > 0 ? (external - internal) / (external + internal) : (double)NAN;
  return code || judge_alike(index, whole) ? code : judge_failed(s, "its ties give another index of the whole", err);
}

nonet_code judge_e_i_groups(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  double external = 0, internal = 0;
  for (size_t row = 0; row < nonet_sheet_rows(s); row++) {
    external += nonet_sheet_number(s, row, judge_column(s, "external")) / 2; /* both groups count it */
    internal += nonet_sheet_number(s, row, judge_column(s, "internal"));
  }
  nonet_code code = same_index(s, external, internal, ask, err);
  if (!code) buffer_text(said, "the ties of all groups add up to the E-I index of the whole");
  return code;
}

/* By chance two ends of a tie are as likely of one group as any two nodes. */
static nonet_code chance_of_same(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct partition p = {0};
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  uint32_t *size = code ? NULL : partition_sizes(&p, ask->net->nodes);
  double all = 0, same = 0;
  if (!code && !size) code = error_memory(err);
  for (uint32_t h = 0; !code && h < p.groups; h++) {
    all += size[h];
    same += size[h] * (size[h] - 1.0);
  }
  *out = all > 1 ? same / (all * (all - 1)) : (double)NAN;
  free(size);
  partition_free(&p);
  return code;
}

nonet_code judge_e_i_test(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  double same, mean = nonet_sheet_number(s, 0, judge_column(s, "mean"));
  nonet_code code =
      same_index(s, nonet_sheet_number(s, 0, judge_column(s, "external")), nonet_sheet_number(s, 0, judge_column(s, "internal")), ask, err);
  if (!code) code = chance_of_same(&same, ask, err);
  if (!code && !isnan(mean) && !judge_alike(mean, 1 - 2 * same)) code = judge_failed(s, "the mean is not that of the sizes", err);
  if (!code)
    buffer_text(said,
                "the index is that of a plain count, the mean by chance follows from the sizes of the groups; sd and p are not checked");
  return code;
}

/* ---- density between groups ---- */

struct cells {
  double *tied, *possible;
};

static double weight_of(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return g->strength ? g->strength[g->edge[a]] : 1;
  return 0;
}

/* Every ordered pair, one by one. */
static void count_pairs(struct cells *c, const struct partition *p, const struct graph *g) {
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = 0; v < g->nodes; v++) {
      if (u == v || p->group[u] == NONET_NONE || p->group[v] == NONET_NONE) continue;
      size_t cell = (size_t)p->group[u] * p->groups + p->group[v];
      double half = !g->directed && p->group[u] == p->group[v] ? 0.5 : 1;
      c->tied[cell] += half * weight_of(g, u, v);
      c->possible[cell] += half;
    }
}

static nonet_code compare_cells(const nonet_sheet *s, const struct cells *c, const struct partition *p, nonet_err *err) {
  size_t column = judge_column(s, "density");
  for (size_t row = 0; row < nonet_sheet_rows(s); row++) {
    uint32_t a = 0, b = 0;
    while (a < p->groups && strcmp(p->name[a], nonet_sheet_text(s, row, 0)) != 0)
      a++;
    while (b < p->groups && strcmp(p->name[b], nonet_sheet_text(s, row, 1)) != 0)
      b++;
    if (a == p->groups || b == p->groups) return judge_failed(s, "a row names no group", err);
    size_t cell = (size_t)a * p->groups + b;
    double density = c->possible[cell] > 0 ? c->tied[cell] / c->possible[cell] : (double)NAN;
    if (!judge_alike(density, nonet_sheet_number(s, row, column))) return judge_failed(s, "a density is another", err);
  }
  return NONET_OK;
}

nonet_code judge_density_matrix(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct partition p = {0};
  struct cells c = {0};
  double steps = (double)ask->net->nodes * ((double)ask->net->nodes + 2.0 * ask->simple->edges);
  if (steps > 20 * JUDGE_STEPS) {
    buffer_text(said, "not checked, as all pairs of so many nodes would have to be gone through");
    return NONET_OK;
  }
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  c.tied = memory_zeroed((size_t)p.groups * p.groups, sizeof *c.tied);
  c.possible = memory_zeroed((size_t)p.groups * p.groups, sizeof *c.possible);
  if (!code && (!c.tied || !c.possible)) code = error_memory(err);
  if (!code) count_pairs(&c, &p, ask->simple);
  if (!code) code = compare_cells(s, &c, &p, err);
  if (!code) buffer_text(said, "every density agrees with a count over all pairs of nodes");
  free(c.tied);
  free(c.possible);
  partition_free(&p);
  return code;
}

/* ---- communities and chance ---- */

nonet_code judge_community_test(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  double p = nonet_sheet_number(s, 0, judge_column(s, "p")), z = nonet_sheet_number(s, 0, judge_column(s, "z"));
  double q = nonet_sheet_number(s, 0, judge_column(s, "modularity")), mean = nonet_sheet_number(s, 0, judge_column(s, "mean"));
  double sd = nonet_sheet_number(s, 0, judge_column(s, "sd")), draws = nonet_sheet_number(s, 0, judge_column(s, "draws")), again = NAN;
  nonet_measure_options never_weighted = *ask->options;
  struct measure_ask other = *ask;
  struct buffer method = {0};
  never_weighted.weighted = false;
  other.options = &never_weighted;
  buffer_print(&method, "communities%s%.*s", *ask->parameter_text && *ask->parameter_text != ';' ? ":" : "",
               (int)strcspn(ask->parameter_text, ";"), ask->parameter_text);
  nonet_code code = method.failed ? error_memory(err) : NONET_OK;
  if (!code && !ask->net->directed) code = judge_plain(&again, "modularity", buffer_string(&method), &other, err);
  if (!code && !ask->net->directed && !judge_alike(q, again)) code = judge_failed(s, "the modularity is another by its second method", err);
  if (!code && !isnan(z) && !judge_alike(z * sd, q - mean)) code = judge_failed(s, "z does not follow from mean and sd", err);
  if (!code && !isnan(p) && !(p >= 1 / (1 + draws) - 1e-12 && p <= 1)) code = judge_failed(s, "p is out of its range", err);
  if (!code && !ask->net->directed) buffer_text(said, "the modularity agrees with its second method; ");
  if (!code) buffer_text(said, "z follows from mean and sd, p is in its range; the draws are not repeated");
  buffer_free(&method);
  return code;
}
