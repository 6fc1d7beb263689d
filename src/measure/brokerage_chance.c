/* Brokerage beside what chance would give: one line for each node and role.
 *
 * Sources: (1) R. V. Gould, R. M. Fernandez 1989, Structures of mediation, doi:10.2307/270949. */
#include "base/memory.h"
#include "kernel/brokers.h"
#include "measure/judge.h"
#include "measure/partition.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

static const char *const role_name[BROKER_ROLES] = {"coordinator", "itinerant", "gatekeeper", "representative", "liaison", "all"};

struct counted {
  struct partition p;
  uint64_t *count;
  double *mean, *sd;
};

static nonet_code count_all(struct counted *c, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = partition_of(&c->p, ask, ask->parameter_text, err);
  if (code) return code;
  c->count = memory_array((size_t)ask->net->nodes * BROKER_ROLES, sizeof *c->count);
  c->mean = memory_array((size_t)c->p.groups * BROKER_ROLES, sizeof *c->mean);
  c->sd = memory_array((size_t)c->p.groups * BROKER_ROLES, sizeof *c->sd);
  if (!c->count || !c->mean || !c->sd) return error_memory(err);
  code = pass_result(brokers(c->count, ask->simple, c->p.group, c->p.groups, &watch), ask, err);
  if (code) return code;
  enum kernel_code done = brokers_expected(c->mean, c->sd, ask->simple, c->p.group, c->p.groups, BROKER_DENSITY_FIXED);
  return pass_result(done, ask, err);
}

struct columns {
  size_t group, role;
  double *observed, *expected, *sd, *z;
};

static nonet_code add_columns(struct columns *k, nonet_sheet *s, nonet_err *err) {
  nonet_code code = sheet_add_texts(&k->group, s, "group", err);
  if (!code) code = sheet_add_texts(&k->role, s, "role", err);
  if (!code) code = sheet_add_numbers(&k->observed, s, "observed", err);
  if (!code) code = sheet_add_numbers(&k->expected, s, "expected", err);
  if (!code) code = sheet_add_numbers(&k->sd, s, "sd", err);
  return code ? code : sheet_add_numbers(&k->z, s, "z", err);
}

static nonet_code write(nonet_sheet *s, const struct counted *c, const nonet *n, nonet_err *err) {
  struct columns k;
  nonet_code code = add_columns(&k, s, err);
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    for (size_t role = 0; !code && role < BROKER_ROLES; role++) {
      size_t row = v * (size_t)BROKER_ROLES + role, own = c->p.group[v];
      code = sheet_set_text(s, row, 0, net_key(n, v), err);
      if (!code) code = sheet_set_text(s, row, k.role, role_name[role], err);
      if (code || own == NONET_NONE) continue;
      code = sheet_set_text(s, row, k.group, c->p.name[own], err);
      k.observed[row] = (double)c->count[row];
      k.expected[row] = c->mean[own * BROKER_ROLES + role];
      k.sd[row] = c->sd[own * BROKER_ROLES + role];
      if (k.sd[row] > 0) k.z[row] = (k.observed[row] - k.expected[row]) / k.sd[row];
    }
  return code ? code
              : sheet_note(s,
                           "By chance: ties are thrown with the density of this network, groups stay as they are. Normal theory is a rough "
                           "guide only where the expected count is small.",
                           err);
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct counted c = {0};
  nonet_code code = count_all(&c, ask, err);
  if (!code) code = sheet_new(out, "brokerage", "Brokerage roles and chance", NONET_BY_NODE, (size_t)ask->net->nodes * BROKER_ROLES, err);
  if (!code) code = write(*out, &c, ask->net, err);
  free(c.count);
  free(c.mean);
  free(c.sd);
  partition_free(&c.p);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "brokerage",
              .title = "Brokerage roles and chance",
              .summary = "How often each partner brokers in each of five roles, and how often it would if ties fell by chance.",
              .scope = NONET_OF_TABLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "observed: paths a -> v -> b without a tie a -> b by the groups of a, v, b; z = (observed - expected) / sd",
              .convention = "expected and sd exact, each tie being as likely as the density, sizes of groups kept; 'all' is the sum of the "
                            "five roles; an undirected tie leads both ways, so that a path counts once from each end; simple network",
              .undefined = "a node without group has no counts; z is empty where sd is 0",
              .source =
                  "Gould, R. V., Fernandez, R. M. (1989) Structures of mediation: a formal approach to brokerage in transaction networks, "
                  "doi:10.2307/270949",
              .cost = "O(m^1.5 log n + groups^2)",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .table = table,
     .check = judge_brokerage},
};

const struct measure_rows brokerage_chance_rows = {rows, sizeof rows / sizeof *rows};
