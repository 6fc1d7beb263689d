/* Judges of tables about chance: what was observed is counted cell by cell, and where all ways to permute are few they are gone through. */
#include "measure/judge.h"

#include "base/memory.h"
#include "measure/layer_edges.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FEW_NODES 6

/* Two layers as matrices, node by node. */
struct matrices {
  double *x, *y, *tied; /* tied: 1 in x, 2 in y, 3 in both */
  size_t n;
  const uint8_t *mode;
};

static void put(struct matrices *m, double *at, double mark, const struct qap_edges *e, bool directed) {
  for (uint32_t i = 0; i < e->edges; i++)
    for (int back = 0; back <= !directed; back++) {
      size_t cell = back ? e->head[i] * m->n + e->tail[i] : e->tail[i] * m->n + e->head[i];
      at[cell] = e->value ? e->value[i] : 1;
      m->tied[cell] += mark;
    }
}

static bool is_cell(const struct matrices *m, size_t u, size_t v) {
  return u != v && (!m->mode || m->mode[u] != m->mode[v]);
}

/* Pearson's r, x under other names; NaN without variance. */
static double r_of(const struct matrices *m, const uint32_t *name) {
  double cells = 0, sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
  for (size_t u = 0; u < m->n; u++)
    for (size_t v = 0; v < m->n; v++)
      if (is_cell(m, u, v)) cells++, sx += m->x[u * m->n + v], sy += m->y[u * m->n + v];
  for (size_t u = 0; u < m->n; u++)
    for (size_t v = 0; v < m->n; v++) {
      double a = m->x[name[u] * m->n + name[v]] - sx / cells, b = m->y[u * m->n + v] - sy / cells;
      if (is_cell(m, u, v)) xx += a * a, yy += b * b, xy += a * b;
    }
  bool varies = xx * cells > 1e-12 * sx * sx && yy * cells > 1e-12 * sy * sy;
  return varies ? xy / sqrt(xx) / sqrt(yy) : (double)NAN;
}

/* The next order of names by the alphabet; false after the last. */
static bool next_order(uint32_t *name, size_t n) {
  size_t i = n > 1 ? n - 1 : 0, j = n;
  while (i > 0 && name[i - 1] > name[i])
    i--;
  if (i == 0) return false;
  while (name[--j] < name[i - 1]) {
  }
  for (uint32_t kept = name[i - 1]; kept != name[j]; name[j] = kept)
    name[i - 1] = name[j];
  for (size_t k = n - 1; i < k; i++, k--) {
    uint32_t kept = name[i];
    name[i] = name[k], name[k] = kept;
  }
  return true;
}

static bool keeps_modes(const struct matrices *m, const uint32_t *name) {
  for (size_t v = 0; m->mode && v < m->n; v++)
    if (m->mode[v] != m->mode[name[v]]) return false;
  return true;
}

/* The share of all permutations with an r as great, and as small. */
static void all_orders(double *high, double *low, const struct matrices *m) {
  uint32_t name[FEW_NODES];
  double all = 0, observed;
  *high = *low = 0;
  for (uint32_t v = 0; v < m->n; v++)
    name[v] = v;
  observed = r_of(m, name);
  do {
    if (!keeps_modes(m, name)) continue;
    double r = r_of(m, name);
    *high += r >= observed - 1e-9, *low += r <= observed + 1e-9, all++;
  } while (next_order(name, m->n));
  *high /= all, *low /= all;
}

/* p of so many draws is (1 + hits) / (1 + draws). */
static bool is_drawn_from(double p, double all, double draws) {
  double expected = (1 + all * draws) / (1 + draws);
  return fabs(p - expected) <= 6 * sqrt(all * (1 - all) / draws) + 6 / draws;
}

static double number(const nonet_sheet *s, size_t row, const char *column) {
  return nonet_sheet_number(s, row, judge_column(s, column));
}

static nonet_code judge_row(const nonet_sheet *s, size_t row, const struct matrices *m, nonet_err *err) {
  double both = 0, either = 0, high, low, draws = number(s, row, "permutations");
  uint32_t *name = memory_array(m->n, sizeof *name);
  if (!name) return error_memory(err);
  for (uint32_t v = 0; v < m->n; v++)
    name[v] = v;
  double r = r_of(m, name);
  free(name);
  for (size_t i = 0; i < m->n * m->n; i++)
    both += m->tied[i] > 2.5, either += m->tied[i] > 0.5;
  if (!judge_alike(r, number(s, row, "r"))) return judge_failed(s, "r is another cell by cell", err);
  if (!judge_alike(either > 0 ? both / either : (double)NAN, number(s, row, "jaccard"))) return judge_failed(s, "a share is another", err);
  if (isnan(r) || m->n > FEW_NODES) return NONET_OK;
  all_orders(&high, &low, m);
  if (!is_drawn_from(number(s, row, "p-high"), high, draws) || !is_drawn_from(number(s, row, "p-low"), low, draws))
    return judge_failed(s, "a p is far from that of all permutations", err);
  return NONET_OK;
}

static nonet_code judge_pair(const nonet_sheet *s, size_t row, const struct layer_edges *e, const struct measure_ask *ask, nonet_err *err) {
  size_t n = ask->net->nodes;
  struct matrices m = {memory_zeroed(n * n, sizeof *m.x), memory_zeroed(n * n, sizeof *m.y), memory_zeroed(n * n, sizeof *m.tied), n,
                       e->mode};
  uint32_t a, b;
  nonet_code code = m.x && m.y && m.tied ? NONET_OK : error_memory(err);
  if (!code && (nonet_find_layer(&a, ask->net, nonet_sheet_text(s, row, 0), err) ||
                nonet_find_layer(&b, ask->net, nonet_sheet_text(s, row, 1), err)))
    code = judge_failed(s, "a row names no layer", err);
  if (!code) {
    put(&m, m.x, 1, &e->at[a], ask->net->directed);
    put(&m, m.y, 2, &e->at[b], ask->net->directed);
    code = judge_row(s, row, &m, err);
  }
  free(m.x);
  free(m.y);
  free(m.tied);
  return code;
}

nonet_code judge_qap(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct layer_edges e = {0};
  if ((double)ask->net->nodes * ask->net->nodes * (double)nonet_sheet_rows(s) > JUDGE_STEPS) {
    buffer_text(said, "not checked, as all pairs of so many nodes would have to be gone through");
    return NONET_OK;
  }
  nonet_code code = layer_edges_start(&e, ask, NULL, err);
  for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++)
    code = judge_pair(s, row, &e, ask, err);
  layer_edges_free(&e);
  if (code) return code;
  buffer_text(said, "r and jaccard agree with a count over all pairs of nodes; ");
  buffer_text(said, ask->net->nodes > FEW_NODES ? "the permutations are not repeated" : "each p is near that of all permutations");
  return NONET_OK;
}
