/* Structural holes after Burt: effective size, efficiency, hierarchy, and who constrains whom.
 *
 * Sources: (1) R. S. Burt 1992, Structural Holes, Harvard University Press; (2) S. P. Borgatti 1997, Structural holes: unpacking Burt's
 * redundancy measures, Connections 20(1), 35-38. */
#include "base/memory.h"
#include "kernel/burt.h"
#include "measure/judge.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

static nonet_code effective_size(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(burt(&(struct burt){.effective_size = out}, ask->simple, &watch), ask, err);
}
static nonet_code ego_efficiency(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(burt(&(struct burt){.efficiency = out}, ask->simple, &watch), ask, err);
}
static nonet_code hierarchy(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(burt(&(struct burt){.hierarchy = out}, ask->simple, &watch), ask, err);
}

/* ---- from the matrix of ties ---- */

/* z[i * n + j]: strength of the ties of i and j, both ways. The caller frees it. */
static double *matrix(const struct graph *g) {
  size_t n = g->nodes;
  double *z = memory_zeroed(n * n, sizeof *z);
  for (uint32_t e = 0; z && e < g->edges; e++) {
    double w = g->strength ? g->strength[e] : 1;
    z[g->tail[e] * n + g->head[e]] += w;
    z[g->head[e] * n + g->tail[e]] += w;
  }
  return z;
}

struct slow {
  size_t n;
  double *z, *sum, *most;
};

static bool slow_start(struct slow *s, const struct graph *g) {
  s->n = g->nodes;
  s->z = matrix(g);
  s->sum = memory_zeroed(s->n, sizeof *s->sum);
  s->most = memory_zeroed(s->n, sizeof *s->most);
  if (!s->z || !s->sum || !s->most) return false;
  for (size_t i = 0; i < s->n; i++)
    for (size_t j = 0; j < s->n; j++) {
      s->sum[i] += s->z[i * s->n + j];
      s->most[i] = fmax(s->most[i], s->z[i * s->n + j]);
    }
  return true;
}

static void slow_free(struct slow *s) {
  free(s->z);
  free(s->sum);
  free(s->most);
}

static double share(const struct slow *s, size_t i, size_t j) {
  return s->sum[i] > 0 ? s->z[i * s->n + j] / s->sum[i] : 0;
}

static double effective_of(const struct slow *s, size_t i) {
  double size = 0;
  for (size_t j = 0; j < s->n; j++) {
    if (!(s->z[i * s->n + j] > 0)) continue;
    size++;
    for (size_t q = 0; q < s->n; q++)
      if (q != i && q != j) size -= share(s, i, q) * s->z[j * s->n + q] / s->most[j];
  }
  return size;
}

static double constraint_by(const struct slow *s, size_t i, size_t j) {
  double sum = share(s, i, j);
  for (size_t q = 0; q < s->n; q++)
    if (q != i && q != j) sum += share(s, i, q) * share(s, q, j);
  return sum * sum;
}

static double hierarchy_of(const struct slow *s, size_t i, double contacts) {
  double total = 0, sum = 0;
  for (size_t j = 0; j < s->n; j++)
    if (s->z[i * s->n + j] > 0) total += constraint_by(s, i, j);
  for (size_t j = 0; j < s->n; j++) {
    double ratio = s->z[i * s->n + j] > 0 ? constraint_by(s, i, j) * contacts / total : 0;
    if (ratio > 0) sum += ratio * log(ratio);
  }
  return sum / (contacts * log(contacts));
}

enum hole { EFFECTIVE_SIZE, EFFICIENCY, HIERARCHY };

static nonet_code by_matrix(double *out, enum hole what, const struct measure_ask *ask, nonet_err *err) {
  struct slow s = {0};
  nonet_code code = slow_start(&s, ask->simple) ? NONET_OK : error_memory(err);
  for (size_t i = 0; !code && i < s.n; i++) {
    double contacts = 0;
    for (size_t j = 0; j < s.n; j++)
      contacts += s.z[i * s.n + j] > 0;
    if (what == HIERARCHY ? contacts < 2 : contacts < 1) continue;
    out[i] = what == HIERARCHY ? hierarchy_of(&s, i, contacts) : effective_of(&s, i) / (what == EFFICIENCY ? contacts : 1);
  }
  slow_free(&s);
  return code;
}

static nonet_code effective_size_by_matrix(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, EFFECTIVE_SIZE, ask, err);
}
static nonet_code ego_efficiency_by_matrix(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, EFFICIENCY, ask, err);
}
static nonet_code hierarchy_by_matrix(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_matrix(out, HIERARCHY, ask, err);
}

/* ---- who constrains whom ---- */

/* Does arc e have one in return with a smaller number? Then the pair is listed there. Rows are ascending. */
static bool is_listed(const struct graph *g, uint32_t e) {
  uint64_t low = g->first[g->head[e]], high = g->first[g->head[e] + 1];
  if (!g->directed) return false;
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (g->to[middle] == g->tail[e]) return g->edge[middle] < e;
    if (g->to[middle] < g->tail[e])
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

static nonet_code line(nonet_sheet *s, size_t row, const nonet *n, uint32_t from, uint32_t to, nonet_err *err) {
  nonet_code code = sheet_set_text(s, row, 0, net_key(n, from), err);
  return code ? code : sheet_set_text(s, row, 1, net_key(n, to), err);
}

static nonet_code write(nonet_sheet *s, const struct graph *g, const struct burt *b, const nonet *n, nonet_err *err) {
  double *value;
  size_t row = 0;
  nonet_code code = sheet_add_numbers(&value, s, "local-constraint", err);
  for (uint32_t e = 0; !code && e < g->edges; e++) {
    if (is_listed(g, e)) continue;
    code = line(s, row, n, g->tail[e], g->head[e], err);
    value[row++] = b->by_head[e];
    if (!code) code = line(s, row, n, g->head[e], g->tail[e], err);
    value[row++] = b->by_tail[e];
  }
  return code;
}

static nonet_code local_constraint(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  const struct graph *g = ask->simple;
  struct burt b = {.by_head = memory_array(g->edges, sizeof(double)), .by_tail = memory_array(g->edges, sizeof(double))};
  nonet_code code = b.by_head && b.by_tail ? pass_result(burt(&b, g, &watch), ask, err) : error_memory(err);
  size_t rows = 0;
  for (uint32_t e = 0; !code && e < g->edges; e++)
    rows += is_listed(g, e) ? 0 : 2;
  if (!code) code = sheet_new(out, "local-constraint", "Who constrains whom", NONET_BY_PAIR, rows, err);
  if (!code) code = write(*out, g, &b, ask->net, err);
  free(b.by_head);
  free(b.by_tail);
  return code;
}

/* ---- rows ---- */

#define BURT "Burt, R. S. (1992) Structural Holes, Harvard University Press"
#define SHARES                                                                                                                             \
  "p_ij the share of i's strength that goes to j, contacts are direct neighbours; when directed, strengths both ways are added; simple "   \
  "network; --weighted: by strength, else each arc 1"

static const struct measure_row rows[] = {
    {.info = {.name = "effective-size",
              .title = "Effective size",
              .summary = "How many contacts a partner has that do not lead to the same people anyway.",
              .scope = NONET_OF_NODES,
              .low = -INFINITY,
              .high = INFINITY,
              .formula =
                  "sum over contacts j of (1 - sum over q of p_iq * m_jq), m_jq = z_jq / greatest z of j; unweighted and undirected: "
                  "N - 2t/N with t ties among the N contacts",
              .convention = SHARES,
              .undefined = "undefined for an isolate; 1 for a single contact",
              .source = BURT "; Borgatti, S. P. (1997) Structural holes: unpacking Burt's redundancy measures, Connections 20(1), 35-38",
              .cost = "O(sum over nodes of the degrees of their neighbours)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = effective_size_by_matrix,
     .fast = effective_size},
    {.info = {.name = "ego-efficiency",
              .title = "Efficiency of contacts (Burt)",
              .summary = "Which share of a partner's contacts brings it something that no other contact brings.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "effective size / number of contacts",
              .convention = "Burt's, of one node; 'efficiency' is that of the whole network; " SHARES,
              .undefined = "undefined for an isolate; 1 for a single contact",
              .source = BURT,
              .cost = "O(sum over nodes of the degrees of their neighbours)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = ego_efficiency_by_matrix,
     .fast = ego_efficiency},
    {.info = {.name = "hierarchy",
              .title = "Hierarchy of constraint (Burt)",
              .summary = "How far what holds a partner back is gathered in one contact, from 0 (all alike) to 1.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "sum over contacts j of r_j * ln(r_j) / (N * ln(N)), r_j = c_ij / mean of c_i over the N contacts, c_ij the local "
                         "constraint",
              .convention = SHARES,
              .undefined = "undefined for an isolate and for a single contact, where ln(N) is 0",
              .source = BURT,
              .cost = "O(sum over nodes of the degrees of their neighbours)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_GAPS,
     .plain = hierarchy_by_matrix,
     .fast = hierarchy},
    {.info = {.name = "local-constraint",
              .title = "Who constrains whom",
              .summary = "How far each contact leaves a partner no way round it; over all contacts it adds up to the constraint.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "c_ij = (p_ij + sum over q of p_iq * p_qj)^2, i the one who is constrained (from), j by whom (to)",
              .convention = "pairs that are tied, each both ways; " SHARES,
              .undefined = "no line for an isolate",
              .source = BURT,
              .cost = "O(sum over nodes of the degrees of their neighbours)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .table = local_constraint,
     .check = judge_local_constraint},
};

const struct measure_rows holes_rows = {rows, 3};
const struct measure_rows local_constraint_rows = {rows + 3, 1};
