/* The E-I index: do ties lead out of the groups, or stay within? Of a node, of each group, of the whole, and against chance.
 *
 * Sources: (1) D. Krackhardt, R. N. Stern 1988, Informal networks and organizational crises, doi:10.2307/2786835. */
#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/participation.h"
#include "measure/judge.h"
#include "measure/keyed.h"
#include "measure/partition.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

#define PERMUTATIONS 9999

static double index_of(double external, double internal) {
  return external + internal > 0 ? (external - internal) / (external + internal) : (double)NAN;
}

/* ---- of a node ---- */

static nonet_code node(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct partition p;
  uint32_t n = ask->net->nodes;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  double *external = memory_array(n, sizeof *external), *internal = memory_array(n, sizeof *internal);
  struct participation wanted = {.external = external, .internal = internal};
  struct participation_groups groups = {p.group, p.groups};
  code = external && internal ? pass_result(participation(&wanted, g, &groups), ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < n; v++)
    out[v] = index_of(external[v], internal[v]);
  free(external);
  free(internal);
  partition_free(&p);
  return code;
}

static nonet_code node_by_ties(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct partition p;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++) {
    double ties = 0, sum = 0;
    if (p.group[v] == NONET_NONE) continue;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      if (p.group[g->to[a]] == NONET_NONE) continue;
      ties++;
      sum += p.group[g->to[a]] == p.group[v] ? -1 : 1;
    }
    out[v] = sum / ties;
  }
  partition_free(&p);
  return NONET_OK;
}

/* ---- of the whole ---- */

static nonet_code whole(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct participation_test test;
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  struct participation_groups groups = {p.group, p.groups};
  code = pass_result(participation_test(&test, ask->simple, &groups, 0, 0, NULL), ask, err);
  if (!code) *out = test.index;
  partition_free(&p);
  return code;
}

static nonet_code whole_by_ties(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  struct partition p;
  double ties = 0, sum = 0;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t a = p.group[g->tail[e]], b = p.group[g->head[e]];
    if (a == NONET_NONE || b == NONET_NONE) continue;
    ties++;
    sum += a == b ? -1 : 1;
  }
  *out = sum / ties;
  partition_free(&p);
  return NONET_OK;
}

/* ---- of each group ---- */

struct group_columns {
  double *members, *external, *internal, *index;
};

static nonet_code add_group_columns(struct group_columns *k, nonet_sheet *s, nonet_err *err) {
  nonet_code code = sheet_add_numbers(&k->members, s, "members", err);
  if (!code) code = sheet_add_numbers(&k->external, s, "external", err);
  if (!code) code = sheet_add_numbers(&k->internal, s, "internal", err);
  return code ? code : sheet_add_numbers(&k->index, s, "e-i-index", err);
}

static nonet_code write_groups(nonet_sheet *s, const struct partition *p, const struct graph *g, nonet_err *err) {
  struct group_columns k;
  nonet_code code = add_group_columns(&k, s, err);
  for (uint32_t h = 0; !code && h < p->groups; h++) {
    k.members[h] = k.external[h] = k.internal[h] = 0;
    code = sheet_set_text(s, h, 0, p->what, err);
    if (!code) code = sheet_set_text(s, h, 1, p->name[h], err);
  }
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (p->group[v] != NONET_NONE) k.members[p->group[v]]++;
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t a = p->group[g->tail[e]], b = p->group[g->head[e]];
    if (a == NONET_NONE || b == NONET_NONE) continue;
    if (a == b)
      k.internal[a]++;
    else
      k.external[a]++, k.external[b]++;
  }
  for (uint32_t h = 0; h < p->groups; h++)
    k.index[h] = index_of(k.external[h], k.internal[h]);
  return NONET_OK;
}

static nonet_code groups_table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  code = sheet_new(out, "e-i-groups", "E-I index of each group", NONET_BY_SET, p.groups, err);
  if (!code) code = write_groups(*out, &p, ask->simple, err);
  partition_free(&p);
  return code;
}

/* ---- against chance ---- */

static nonet_code write_test(nonet_sheet *s, const struct participation_test *t, uint64_t seed, nonet_err *err) {
  const struct {
    const char *name;
    double value;
  } column[] = {{"external", (double)t->external},
                {"internal", (double)t->internal},
                {"e-i-index", t->index},
                {"mean", t->mean},
                {"sd", t->sd},
                {"z", t->sd > 0 ? (t->index - t->mean) / t->sd : (double)NAN},
                {"p-low", t->p_low},
                {"p-high", t->p_high},
                {"p", t->p_two},
                {"permutations", PERMUTATIONS},
                {"seed", (double)seed}};
  nonet_code code = sheet_set_text(s, 0, 0, "e-i-index", err);
  for (size_t i = 0; !code && i < sizeof column / sizeof *column; i++) {
    double *value;
    code = sheet_add_numbers(&value, s, column[i].name, err);
    if (!code) value[0] = column[i].value;
  }
  return code ? code
              : sheet_note(s,
                           "By chance: the groups are dealt to the nodes anew, their sizes and all ties kept; mean and sd exact; p-low and "
                           "p-high: share of deals with an index as low, as high; p: as far from the mean.",
                           err);
}

static nonet_code run_test(struct participation_test *out, const struct partition *p, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct keyed k;
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  if (code) return code;
  uint32_t *group = memory_array(k.graph.nodes, sizeof *group);
  for (uint32_t v = 0; group && v < k.graph.nodes; v++)
    group[k.place[v]] = p->group[v];
  struct participation_groups groups = {group, p->groups};
  code = group ? pass_result(participation_test(out, &k.graph, &groups, PERMUTATIONS, ask->run->asked->seed, &watch), ask, err)
               : error_memory(err);
  free(group);
  keyed_free(&k);
  return code;
}

static nonet_code test_table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct participation_test test;
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  code = run_test(&test, &p, ask, err);
  if (!code) code = sheet_new(out, "e-i-test", "E-I index and chance", NONET_BY_MEASURE, 1, err);
  if (!code) code = write_test(*out, &test, ask->run->asked->seed, err);
  partition_free(&p);
  return code;
}

/* ---- rows ---- */

#define KRACKHARDT                                                                                                                         \
  "Krackhardt, D., Stern, R. N. (1988) Informal networks and organizational crises: an experimental simulation, doi:10.2307/2786835"
#define LEFT_OUT "ties to nodes without group are left out; simple network; never weighted"

static const struct measure_row rows[] = {
    {.info = {.name = "e-i-index-node",
              .title = "E-I index of a node",
              .summary = "Whether a partner's contacts are outside its own group (1), within it (-1), or as many here as there (0).",
              .scope = NONET_OF_NODES,
              .low = -1,
              .high = 1,
              .formula = "(E - I)/(E + I), E the node's contacts in other groups, I those in its own",
              .convention = "each contact once, whatever the direction; " LEFT_OUT,
              .undefined = "undefined for a node without group or without contacts that have one",
              .source = KRACKHARDT,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER},
     .reads_undirected = true,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = node_by_ties,
     .fast = node},
    {.info = {.name = "e-i-index",
              .title = "E-I index",
              .summary = "Whether ties lead from group to group (1), stay within groups (-1), or are as many of each kind (0).",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula = "(E - I)/(E + I), E the ties between groups, I those within",
              .convention = "arcs each when directed; " LEFT_OUT "; what chance gives is not 0: see 'e-i-test'",
              .undefined = "undefined without ties between nodes that have a group",
              .source = KRACKHARDT,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = whole_by_ties,
     .fast = whole},
    {.info = {.name = "e-i-groups",
              .title = "E-I index of each group",
              .summary = "How far each group's ties lead out of it or stay within.",
              .scope = NONET_OF_TABLE,
              .low = -1,
              .high = 1,
              .formula = "(E - I)/(E + I), E the ties of a group with others, I those within it",
              .convention = "a tie between two groups is external for both; arcs each when directed; " LEFT_OUT,
              .undefined = "empty for a group without ties",
              .source = KRACKHARDT,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .table = groups_table,
     .check = judge_e_i_groups},
    {.info = {.name = "e-i-test",
              .title = "E-I index and chance",
              .summary = "Whether groups keep more to themselves, or less, than groups of these sizes would by chance.",
              .scope = NONET_OF_TABLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "mean, sd of the index over all ways to deal the groups to the nodes; p from 9999 deals, (1 + as extreme)/10000",
              .convention = "sizes of groups and all ties kept; seeded by --seed; " LEFT_OUT,
              .undefined = "empty without ties between nodes that have a group",
              .source = KRACKHARDT,
              .cost = "O(m) a deal",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .table = test_table,
     .check = judge_e_i_test},
};

const struct measure_rows external_node_rows = {rows, 1};
const struct measure_rows external_rows = {rows + 1, 1};
const struct measure_rows external_table_rows = {rows + 2, 2};
