/* Layers held against each other pair by pair: do the same partners meet in both, and more so than chance would have it?
 *
 * All nodes of the network stand in both layers, also those that a layer does not have: there they are without ties. Chance is the
 * quadratic assignment procedure of kernel/qap.c; a layer is permuted as a whole, so that what holds its ties together stays.
 *
 * Sources: (1) D. Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4; (2) D. Dekker, D. Krackhardt, T. A. B. Snijders 2007,
 * doi:10.1007/s11336-007-9016-1. */
#include "base/memory.h"
#include "measure/judge.h"
#include "measure/layer_edges.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PERMUTATIONS 9999

/* ---- of two layers ---- */

static nonet_code correlation(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t pair[2];
  struct layer_edges e = {0};
  struct qap q;
  nonet_code code = layer_pair_read(pair, ask->net, ask->parameter_text, err);
  if (!code) code = layer_edges_start(&e, ask, pair, err);
  if (code) return code;
  struct qap_ask asked = layer_edges_pair(&e, ask->net, pair[0], pair[1]);
  code = pass_result(qap_correlation(&q, &asked), ask, err);
  if (!code) *out = q.r;
  layer_edges_free(&e);
  return code;
}

static void put(double *at, size_t n, const struct qap_edges *e, bool directed) {
  for (uint32_t i = 0; i < e->edges; i++) {
    double value = e->value ? e->value[i] : 1;
    at[e->tail[i] * n + e->head[i]] = value;
    if (!directed) at[e->head[i] * n + e->tail[i]] = value;
  }
}

/* Pearson's r by its definition: both matrices cell by cell, means taken off first. */
static double by_cells(const double *x, const double *y, const struct qap_ask *q) {
  double cells = 0, mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
  for (int round = 0; round < 2; round++) {
    for (size_t u = 0; u < q->nodes; u++)
      for (size_t v = 0; v < q->nodes; v++) {
        double a = x[u * q->nodes + v], b = y[u * q->nodes + v];
        if (u == v || (q->mode && q->mode[u] == q->mode[v])) continue;
        if (round == 0) cells++, mean_x += a, mean_y += b;
        if (round == 1) xx += (a - mean_x) * (a - mean_x), yy += (b - mean_y) * (b - mean_y), xy += (a - mean_x) * (b - mean_y);
      }
    if (round == 0) mean_x /= cells, mean_y /= cells;
  }
  return xx > 1e-12 * cells * mean_x * mean_x && yy > 1e-12 * cells * mean_y * mean_y ? xy / sqrt(xx) / sqrt(yy) : (double)NAN;
}

static nonet_code dense(double *out, const struct qap_ask *q, nonet_err *err) {
  double *x = memory_zeroed((size_t)q->nodes * q->nodes, sizeof *x), *y = memory_zeroed((size_t)q->nodes * q->nodes, sizeof *y);
  nonet_code code = x && y ? NONET_OK : error_memory(err);
  if (!code) {
    put(x, q->nodes, &q->a, q->directed);
    put(y, q->nodes, &q->b, q->directed);
    *out = by_cells(x, y, q);
  }
  free(x);
  free(y);
  return code;
}

static nonet_code correlation_by_cells(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t pair[2];
  struct layer_edges e = {0};
  nonet_code code = layer_pair_read(pair, ask->net, ask->parameter_text, err);
  if (!code && ask->net->nodes > 5000) return error_set(err, NONET_ELIMIT, "so many nodes have too many pairs");
  if (!code) code = layer_edges_start(&e, ask, pair, err);
  if (code) return code;
  struct qap_ask q = layer_edges_pair(&e, ask->net, pair[0], pair[1]);
  code = dense(out, &q, err);
  layer_edges_free(&e);
  return code;
}

/* ---- of each pair of layers, with chance ---- */

enum { R, JACCARD, BOTH, EITHER, MEAN, SD, P_HIGH, P_LOW, P_ERROR, DRAWN, SEED, COLUMNS };

static nonet_code add_columns(double *column[COLUMNS], nonet_sheet *s, nonet_err *err) {
  static const char *const name[COLUMNS] = {"r",      "jaccard", "both",    "either",       "mean", "sd",
                                            "p-high", "p-low",   "p-error", "permutations", "seed"};
  nonet_code code = NONET_OK;
  for (size_t c = 0; !code && c < COLUMNS; c++)
    code = sheet_add_numbers(&column[c], s, name[c], err);
  return code;
}

static nonet_code fill_row(nonet_sheet *s, double *const column[COLUMNS], size_t row, const struct layer_edges *e, const uint32_t pair[2],
                           const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  struct kernel_watch watch = pass_watch(ask);
  struct qap_chance chance = {PERMUTATIONS, ask->run->asked->seed};
  struct qap_ask asked = layer_edges_pair(e, n, pair[0], pair[1]);
  struct qap q;
  nonet_code code = pass_result(qap_test(&q, &asked, &chance, &watch), ask, err);
  if (!code) code = sheet_set_text(s, row, 0, net_word(n, n->layer_name[pair[0]]), err);
  if (!code) code = sheet_set_text(s, row, 1, net_word(n, n->layer_name[pair[1]]), err);
  if (code) return code;
  double less = fmin(q.p_high, q.p_low);
  column[R][row] = q.r;
  column[JACCARD][row] = q.either ? (double)q.both / (double)q.either : (double)NAN;
  column[BOTH][row] = (double)q.both, column[EITHER][row] = (double)q.either;
  column[MEAN][row] = q.mean, column[SD][row] = q.sd;
  column[P_HIGH][row] = q.p_high, column[P_LOW][row] = q.p_low;
  column[P_ERROR][row] = isnan(q.r) ? (double)NAN : sqrt(less * (1 - less) / PERMUTATIONS);
  column[DRAWN][row] = PERMUTATIONS, column[SEED][row] = (double)ask->run->asked->seed;
  return NONET_OK;
}

static nonet_code fill(nonet_sheet *s, const struct layer_edges *e, const uint32_t *only, const struct measure_ask *ask, nonet_err *err) {
  double *column[COLUMNS];
  uint32_t pair[2];
  size_t row = 0;
  nonet_code code = add_columns(column, s, err);
  if (only) return code ? code : fill_row(s, column, 0, e, only, ask, err);
  for (pair[0] = 0; !code && pair[0] < e->layers; pair[0]++)
    for (pair[1] = pair[0] + 1; !code && pair[1] < e->layers; pair[1]++)
      code = fill_row(s, column, row++, e, pair, ask, err);
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t pair[2], layers = ask->net->layers;
  bool all = !*ask->parameter_text && layers > 2;
  struct layer_edges e = {0};
  nonet_code code = all ? NONET_OK : layer_pair_read(pair, ask->net, ask->parameter_text, err);
  if (!code) code = layer_edges_start(&e, ask, all ? NULL : pair, err);
  if (!code) code = sheet_new(out, "qap", "Layers alike, and chance", NONET_BY_PAIR, all ? (size_t)layers * (layers - 1) / 2 : 1, err);
  if (!code) code = fill(*out, &e, all ? NULL : pair, ask, err);
  layer_edges_free(&e);
  if (code) return code;
  return sheet_note(*out,
                    "By chance: the nodes of one layer change places, its ties kept; p-high and p-low: share of permutations with an r as "
                    "great, as small; p-error: standard error of the lesser of the two, as so many permutations were drawn and no more.",
                    err);
}

/* ---- rows ---- */

#define CELLS                                                                                                                              \
  "over all pairs of nodes of the network, in two modes all pairs across, whether a layer has them or not (what is not there is not "      \
  "tied); ordered pairs when directed; simple network of each layer"
#define TWO_LAYERS "FIRST;SECOND, two layers"

static const struct measure_row rows[] = {
    {.info = {.name = "graph-correlation",
              .title = "Correlation of two layers",
              .summary = "Whether the same pairs are tied in two layers (1), or just those that are not tied in the other (below 0).",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula = "Pearson's r of the two adjacency matrices",
              .convention = CELLS "; --weighted correlates strengths; whether chance would do as well: 'qap'",
              .undefined = "undefined where a layer has no tie, or the same in all pairs",
              .source = "Krackhardt, D. (1988) Predicting with networks: nonparametric multiple regression analysis of dyadic data, "
                        "doi:10.1016/0378-8733(88)90004-4",
              .cost = "O(n log n + m)",
              .parameter = TWO_LAYERS "; none are named where there are just two",
              .takes_weights = true},
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = correlation_by_cells,
     .fast = correlation},
    {.info = {.name = "qap",
              .title = "Layers alike, and chance",
              .summary = "Whether two layers tie the same partners more often, or less often, than they would by chance.",
              .scope = NONET_OF_TABLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula = "r: Pearson's of the two adjacency matrices; jaccard: pairs tied in both / in either; p-high = (1 + permutations "
                         "with an r as great)/10000, p-low likewise; p-error = sqrt(p(1-p)/9999)",
              .convention = "rows and columns of one layer permuted together, 9999 times, within each of two modes; " CELLS
                            "; --weighted correlates strengths, jaccard stays that of ties; seeded by --seed",
              .undefined = "r, mean, sd, p are empty where a layer has no tie or the same in all pairs; jaccard where neither has one",
              .source = "Krackhardt, D. (1987) QAP partialling as a test of spuriousness, doi:10.1016/0378-8733(87)90012-8; Dekker, D., "
                        "Krackhardt, D., Snijders, T. A. B. (2007) Sensitivity of MRQAP tests to collinearity and autocorrelation "
                        "conditions, doi:10.1007/s11336-007-9016-1",
              .cost = "O(n + m) a permutation for each of the layers^2/2 pairs",
              .parameter = "FIRST and SECOND layer as in 'graph-correlation'; all pairs of layers unless given",
              .takes_weights = true},
     .parameter_is_text = true,
     .table = table,
     .check = judge_qap},
};

const struct measure_rows layer_correlation_rows = {rows, 1};
const struct measure_rows layer_correlation_table_rows = {rows + 1, 1};
