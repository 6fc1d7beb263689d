/* Assortativity: are those who are tied alike? By groups, by a number, by degree.
 *
 * How: a number of each node is correlated over the ties, from tail to head (both ways where undirected), about the mean, in two rounds. A
 * spread that is rounding alone counts as none.
 *
 * Sources: (1) M. E. J. Newman 2003, Mixing patterns in networks, doi:10.1103/PhysRevE.67.026126. */
#include "base/memory.h"
#include "measure/partition.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Correlation of tail[v] and head[w] over ties v -> w; ties with a NaN at an end are left out. */
static double correlation(const struct graph *g, const double *tail, const double *head) {
  double count = 0, sum[2] = {0, 0}, xx = 0, yy = 0, xy = 0, most[2] = {0, 0};
  int ways = g->directed ? 1 : 2;
  for (int round = 0; round < 2; round++)
    for (uint32_t e = 0; e < g->edges; e++)
      for (int way = 0; way < ways; way++) {
        double x = tail[way ? g->head[e] : g->tail[e]], y = head[way ? g->tail[e] : g->head[e]];
        if (isnan(x) || isnan(y)) continue;
        if (round == 0) {
          count++, sum[0] += x, sum[1] += y;
          most[0] = fmax(most[0], fabs(x)), most[1] = fmax(most[1], fabs(y));
          continue;
        }
        x -= sum[0] / count, y -= sum[1] / count;
        xx += x * x, yy += y * y, xy += x * y;
      }
  bool spread = xx > 1e-24 * count * most[0] * most[0] && yy > 1e-24 * count * most[1] * most[1];
  return spread ? fmax(-1, fmin(1, xy / sqrt(xx) / sqrt(yy))) : (double)NAN;
}

/* ---- degree ---- */

static nonet_code degree(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  double *tail = memory_array(g->nodes, sizeof *tail), *head = memory_array(g->nodes, sizeof *head);
  nonet_code code = tail && head ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++) {
    tail[v] = (double)(g->first[v + 1] - g->first[v]);
    head[v] = (double)(g->in_first[v + 1] - g->in_first[v]);
  }
  if (!code) *out = correlation(g, tail, head);
  free(tail);
  free(head);
  return code;
}

/* Newman's formula, from sums over ties. */
static nonet_code degree_by_sums(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  long double count = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  (void)err;
  for (uint32_t v = 0; v < g->nodes; v++)
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      long double j = (long double)(g->first[v + 1] - g->first[v]);
      long double k = (long double)(g->in_first[g->to[a] + 1] - g->in_first[g->to[a]]);
      count++, x += j, y += k, xx += j * j, yy += k * k, xy += j * k;
    }
  long double spread_x = count * xx - x * x, spread_y = count * yy - y * y;
  if (spread_x > 0 && spread_y > 0) *out = (double)((count * xy - x * y) / sqrtl(spread_x) / sqrtl(spread_y));
  return NONET_OK;
}

/* ---- groups ---- */

/* a[h], b[h]: ties that begin, that end in group h; returns those that do both, *count all. */
static double mixing(double *a, double *b, double *count, const struct graph *g, const uint32_t *group) {
  double same = 0;
  int ways = g->directed ? 1 : 2;
  for (uint32_t e = 0; e < g->edges; e++)
    for (int way = 0; way < ways; way++) {
      uint32_t from = group[way ? g->head[e] : g->tail[e]], to = group[way ? g->tail[e] : g->head[e]];
      if (from == NONET_NONE || to == NONET_NONE) continue;
      a[from]++, b[to]++, ++*count;
      same += from == to;
    }
  return same;
}

static nonet_code nominal(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  double *a = memory_zeroed(p.groups, sizeof *a), *b = memory_zeroed(p.groups, sizeof *b), count = 0, chance = 0;
  if (!a || !b) code = error_memory(err);
  double same = code ? 0 : mixing(a, b, &count, ask->simple, p.group);
  for (uint32_t h = 0; !code && h < p.groups; h++)
    chance += a[h] * b[h]; /* whole numbers: exact up to 2^53 */
  if (!code && count * count > chance) *out = (count * same - chance) / (count * count - chance);
  free(a);
  free(b);
  partition_free(&p);
  return code;
}

/* ---- by the column's type ---- */

/* The column of numbers that is meant; SIZE_MAX: groups are. */
static size_t numbers_called(const nonet *n, const char *named) {
  static const char *const groups[] = {"layer", "kind", "component", "communities", "community"};
  bool is_number = false;
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
    if (!strcmp(named, groups[i])) return SIZE_MAX;
  if (!strncmp(named, "column:", 7)) named += 7;
  size_t column = *named ? partition_column(n, named) : SIZE_MAX;
  if (column != SIZE_MAX) nonet_node_column(n, column, &is_number);
  return is_number ? column : SIZE_MAX;
}

static nonet_code by_type(double *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  size_t column = numbers_called(n, ask->parameter_text);
  if (column == SIZE_MAX) return nominal(out, ask, err);
  double *value = memory_array(n->nodes, sizeof *value);
  if (!value) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    nonet_node_value(n, column, v, &value[v]);
  *out = correlation(ask->simple, value, value);
  free(value);
  return NONET_OK;
}

#define NEWMAN "Newman, M. E. J. (2003) Mixing patterns in networks, doi:10.1103/PhysRevE.67.026126"

static const struct measure_row rows[] = {
    {.info = {.name = "assortativity",
              .title = "Assortativity",
              .summary = "Whether partners who are tied are alike in a trait (1), unlike (below 0), or as chance would have it (0).",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula =
                  "groups: (sum of e_hh - sum of a_h * b_h) / (1 - sum of a_h * b_h), e_hk the share of ties from group h to k, a, b "
                  "its row and column sums; numbers: correlation of the two ends over all ties",
              .convention = "a column of numbers is taken as numbers, all else as groups; an undirected tie counts both ways; ties with an "
                            "end that has no value are left out; simple network; never weighted",
              .undefined = "undefined without ties, and where all ends of ties are of one group or have one value",
              .source = NEWMAN,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = by_type},
    {.info = {.name = "degree-assortativity",
              .title = "Degree assortativity",
              .summary = "Whether partners with many ties are tied to others with many (1), or to those with few (-1).",
              .scope = NONET_OF_WHOLE,
              .low = -1,
              .high = 1,
              .formula = "correlation of the degrees of the two ends over all ties",
              .convention =
                  "an undirected tie counts both ways; directed: out-degree of the tail with in-degree of the head; degrees in the "
                  "simple network; never weighted",
              .undefined = "undefined without ties, and where all ends of ties have the same degree",
              .source = NEWMAN,
              .cost = "O(n + m)"},
     .gaps = MEASURE_GAPS,
     .plain = degree_by_sums,
     .fast = degree},
};

const struct measure_rows assortativity_rows = {rows, sizeof rows / sizeof *rows};
