/* How many of the ties that there could be within each group, and from group to group, are there.
 *
 * Sources: (1) S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478, ch. 10. */
#include "base/memory.h"
#include "kernel/participation.h"
#include "measure/judge.h"
#include "measure/partition.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

struct cells {
  double *ties, *pairs; /* groups * groups */
};

static nonet_code write(nonet_sheet *s, const struct cells *c, const struct partition *p, bool weighted, nonet_err *err) {
  double *ties, *pairs, *density;
  nonet_code code = sheet_add_numbers(&ties, s, weighted ? "strength" : "ties", err);
  if (!code) code = sheet_add_numbers(&pairs, s, "possible", err);
  if (!code) code = sheet_add_numbers(&density, s, "density", err);
  for (size_t a = 0; !code && a < p->groups; a++)
    for (size_t b = 0; !code && b < p->groups; b++) {
      size_t i = a * p->groups + b;
      ties[i] = c->ties[i];
      pairs[i] = c->pairs[i];
      if (pairs[i] > 0) density[i] = ties[i] / pairs[i];
      code = sheet_set_text(s, i, 0, p->name[a], err);
      if (!code) code = sheet_set_text(s, i, 1, p->name[b], err);
    }
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  size_t k = p.groups;
  struct participation_groups groups = {p.group, p.groups};
  struct cells c = {memory_array(k * k, sizeof(double)), memory_array(k * k, sizeof(double))};
  code = c.ties && c.pairs ? pass_result(participation_between(c.ties, c.pairs, ask->simple, &groups), ask, err) : error_memory(err);
  if (!code) code = sheet_new(out, "density-matrix", "Density within and between groups", NONET_BY_PAIR, k * k, err);
  if (!code) code = write(*out, &c, &p, ask->weighted, err);
  free(c.ties);
  free(c.pairs);
  partition_free(&p);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "density-matrix",
              .title = "Density within and between groups",
              .summary = "Which share of the ties that there could be is there, within each group and from group to group.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "ties from group a to group b / pairs of a node of a and another of b",
              .convention = "undirected: each pair of groups stands twice, with the same values; simple network; nodes without group are "
                            "left out; --weighted: mean strength over all pairs, tied or not",
              .undefined = "density is empty within a group of one",
              .source = "Wasserman, S., Faust, K. (1994) Social Network Analysis, ch. 10, doi:10.1017/CBO9780511815478",
              .cost = "O(n + m + groups^2)",
              .parameter = PARTITION_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .parameter_is_text = true,
     .example = "communities",
     .table = table,
     .check = judge_density_matrix},
};

const struct measure_rows density_matrix_rows = {rows, sizeof rows / sizeof *rows};
