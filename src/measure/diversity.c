/* Diversity of groups: how likely two drawn by chance are of different groups; over the whole network, or over a node's contacts.
 *
 * Sources: (1) P. M. Blau 1977, Inequality and Heterogeneity, Free Press; (2) A. Agresti, B. F. Agresti 1978, Statistical analysis of
 * qualitative variation, doi:10.2307/270810. */
#include "base/memory.h"
#include "measure/partition.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

/* 1 - sum of squared shares; of whole numbers, so that one group alone gives 0 exactly. */
static double blau_of(const double *size, uint32_t groups) {
  double total = 0, squares = 0;
  for (uint32_t h = 0; h < groups; h++)
    total += size[h], squares += size[h] * size[h];
  return total > 0 ? (total * total - squares) / (total * total) : (double)NAN;
}

/* Divide by the greatest value that so many groups allow, where the index of qualitative variation is wanted. */
static double scaled(double blau, uint32_t groups, bool iqv) {
  if (!iqv) return blau;
  return groups > 1 ? blau * groups / (groups - 1.0) : (double)NAN;
}

static nonet_code whole(double *out, bool iqv, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  double *size = memory_zeroed(p.groups, sizeof *size);
  if (!size) code = error_memory(err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    if (p.group[v] != NONET_NONE) size[p.group[v]]++;
  if (!code) *out = scaled(blau_of(size, p.groups), p.groups, iqv);
  free(size);
  partition_free(&p);
  return code;
}

/* Contacts of v by group: those of v's row are added, and taken off again. */
static double around(double *size, const struct graph *g, const struct partition *p, uint32_t v) {
  double total = 0, squares = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t h = p->group[g->to[a]];
    if (h == NONET_NONE) continue;
    squares += 2 * size[h] + 1; /* (s + 1)^2 - s^2 */
    size[h]++, total++;
  }
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (p->group[g->to[a]] != NONET_NONE) size[p->group[g->to[a]]] = 0;
  return total > 0 ? (total * total - squares) / (total * total) : (double)NAN;
}

static nonet_code neighbours(double *out, bool iqv, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct partition p;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  double *size = memory_zeroed(p.groups, sizeof *size);
  if (!size) code = error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    out[v] = scaled(around(size, g, &p, v), p.groups, iqv);
  free(size);
  partition_free(&p);
  return code;
}

/* ---- pair by pair: the share of ordered pairs (with a member itself) whose groups differ ---- */

static nonet_code whole_by_pairs(double *out, bool iqv, const struct measure_ask *ask, nonet_err *err) {
  struct partition p;
  double pairs = 0, apart = 0;
  nonet_code code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  for (uint32_t v = 0; v < ask->net->nodes; v++)
    for (uint32_t w = 0; w < ask->net->nodes; w++) {
      if (p.group[v] == NONET_NONE || p.group[w] == NONET_NONE) continue;
      pairs++, apart += p.group[v] != p.group[w];
    }
  *out = scaled(apart / pairs, p.groups, iqv);
  partition_free(&p);
  return NONET_OK;
}

static double around_by_pairs(const struct graph *g, const struct partition *p, uint32_t v) {
  double pairs = 0, apart = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    for (uint64_t b = g->first[v]; b < g->first[v + 1]; b++) {
      uint32_t x = p->group[g->to[a]], y = p->group[g->to[b]];
      if (x == NONET_NONE || y == NONET_NONE) continue;
      pairs++, apart += x != y;
    }
  return apart / pairs;
}

static nonet_code neighbours_by_pairs(double *out, bool iqv, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct partition p;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = partition_of(&p, ask, ask->parameter_text, err);
  if (code) return code;
  for (uint32_t v = 0; v < g->nodes; v++)
    out[v] = scaled(around_by_pairs(g, &p, v), p.groups, iqv);
  partition_free(&p);
  return NONET_OK;
}

/* ---- rows ---- */

static nonet_code blau(double *out, const struct measure_ask *ask, nonet_err *err) {
  return whole(out, false, ask, err);
}
static nonet_code iqv(double *out, const struct measure_ask *ask, nonet_err *err) {
  return whole(out, true, ask, err);
}
static nonet_code neighbour_blau(double *out, const struct measure_ask *ask, nonet_err *err) {
  return neighbours(out, false, ask, err);
}
static nonet_code neighbour_iqv(double *out, const struct measure_ask *ask, nonet_err *err) {
  return neighbours(out, true, ask, err);
}
static nonet_code blau_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  return whole_by_pairs(out, false, ask, err);
}
static nonet_code iqv_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  return whole_by_pairs(out, true, ask, err);
}
static nonet_code neighbour_blau_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  return neighbours_by_pairs(out, false, ask, err);
}
static nonet_code neighbour_iqv_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  return neighbours_by_pairs(out, true, ask, err);
}

#define BLAU "Blau, P. M. (1977) Inequality and Heterogeneity, Free Press"
#define AGRESTI "Agresti, A., Agresti, B. F. (1978) Statistical analysis of qualitative variation, doi:10.2307/270810"

static const struct measure_row rows[] = {
    {.info = {.name = "neighbour-blau",
              .title = "Diversity of contacts (Blau)",
              .summary = "How mixed the groups of a partner's contacts are: 0 where all are of one group.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "1 - sum over groups of (share of contacts in the group)^2",
              .convention =
                  "each contact once, whatever the direction; contacts without group are left out; simple network; never weighted "
                  "('participation' is this with strengths)",
              .undefined = "undefined for a node without contacts that have a group",
              .source = BLAU,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER},
     .reads_undirected = true,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = neighbour_blau_by_pairs,
     .fast = neighbour_blau},
    {.info = {.name = "neighbour-iqv",
              .title = "Diversity of contacts (IQV)",
              .summary = "How mixed the groups of a partner's contacts are, from 0 (all of one) to 1 (all groups alike).",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "(1 - sum over groups of (share of contacts in the group)^2) * K/(K-1), K the number of groups in the network",
              .convention =
                  "each contact once, whatever the direction; contacts without group are left out; simple network; never weighted",
              .undefined = "undefined for a node without contacts that have a group, and where there are fewer than 2 groups",
              .source = AGRESTI,
              .cost = "O(n + m)",
              .parameter = PARTITION_PARAMETER},
     .reads_undirected = true,
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = neighbour_iqv_by_pairs,
     .fast = neighbour_iqv},
    {.info = {.name = "blau",
              .title = "Diversity of groups (Blau)",
              .summary = "How mixed the network is: the chance that two partners, drawn one after the other, are of different groups.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "1 - sum over groups of (share of nodes in the group)^2",
              .convention = "drawn with replacement; nodes without group are left out",
              .undefined = "undefined where no node has a group",
              .source = BLAU,
              .cost = "O(n)",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = blau_by_pairs,
     .fast = blau},
    {.info = {.name = "iqv",
              .title = "Index of qualitative variation",
              .summary = "How mixed the network is, from 0 (all of one group) to 1 (all groups of the same size).",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "(1 - sum over groups of (share of nodes in the group)^2) * K/(K-1), K the number of groups",
              .convention = "nodes without group are left out",
              .undefined = "undefined where there are fewer than 2 groups",
              .source = AGRESTI,
              .cost = "O(n)",
              .parameter = PARTITION_PARAMETER},
     .parameter_is_text = true,
     .example = "communities",
     .gaps = MEASURE_GAPS,
     .plain = iqv_by_pairs,
     .fast = iqv},
};

const struct measure_rows neighbour_diversity_rows = {rows, 2};
const struct measure_rows diversity_rows = {rows + 2, 2};
