/* Judges of blocks, separators, dominating sets and the bow-tie. */
#include "measure/judge.h"

#include "base/memory.h"
#include "kernel/connectivity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- smallest separators ---- */

static bool separates(const struct graph *g, const uint32_t *set, uint32_t k, uint8_t *gone) {
  memset(gone, 0, g->nodes);
  for (uint32_t i = 0; i < k; i++)
    gone[set[i]] = 1;
  uint32_t parts = judge_parts(g, gone);
  return parts > 1 && parts != UINT32_MAX;
}

/* How many sets of k nodes separate, all of them tried. */
static nonet_code count_separating(double *out, uint32_t k, const struct graph *g, uint8_t *gone, const struct measure_ask *ask,
                                   nonet_err *err) {
  uint32_t *set = memory_array(k, sizeof *set);
  nonet_code code = set ? NONET_OK : error_memory(err);
  *out = 0;
  if (!code) judge_first_set(set, k);
  if (!code && k <= g->nodes) do {
      *out += separates(g, set, k, gone);
      code = run_check(ask->run, err);
    } while (!code && judge_next_set(set, k, g->nodes));
  free(set);
  return code;
}

static nonet_code no_separator(struct buffer *said, const nonet_sheet *s, const struct graph *g, const uint8_t *gone, nonet_err *err) {
  bool complete = (double)g->edges == (double)g->nodes * (g->nodes - 1.0) / 2;
  if (g->nodes && !complete && judge_parts(g, gone) == 1) return judge_failed(s, "there is a separator", err);
  buffer_text(said, g->nodes == 0 ? "there is no node" : complete ? "all are tied to each other" : "it is not connected");
  buffer_text(said, ", so there is none");
  return NONET_OK;
}

static nonet_code none_smaller(struct buffer *said, const nonet_sheet *s, uint32_t k, size_t sets, const struct graph *g, uint8_t *gone,
                               const struct measure_ask *ask, nonet_err *err) {
  double found = 0;
  nonet_code code = NONET_OK;
  if (judge_sets(k, g->nodes) * (g->nodes + 2.0 * g->edges) <= JUDGE_STEPS) {
    if (k > 1) code = count_separating(&found, k - 1, g, gone, ask, err);
    if (!code && found > 0) return judge_failed(s, "a smaller set separates as well", err);
    if (!code) code = count_separating(&found, k, g, gone, ask, err);
    if (!code && found != (double)sets) return judge_failed(s, "another set of that size separates as well", err);
    buffer_text(said, ", and of all others of that size or one less, all tried, none does");
    return code;
  }
  struct kernel_watch watch = pass_watch(ask);
  uint32_t least = 0;
  code = pass_result(node_connectivity(&least, g, &watch), ask, err);
  if (!code && least != k) return judge_failed(s, "the connectivity is another", err);
  buffer_text(said, ", and the connectivity, by routes from each node to others, is their size");
  return code;
}

nonet_code judge_separators(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  uint32_t *node = NULL;
  size_t sets = 0, rows = nonet_sheet_rows(s);
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = judge_nodes(&node, s, 1, ask->net, err);
  uint8_t *gone = code ? NULL : memory_zeroed(g->nodes, 1);
  if (!code && !gone) code = error_memory(err);
  if (!code && rows == 0) code = no_separator(said, s, g, gone, err);
  uint32_t k = rows ? (uint32_t)judge_set_end(s, 0) : 0;
  for (size_t row = 0, end; !code && row < rows; row = end, sets++) {
    end = judge_set_end(s, row);
    if (end - row != k || !separates(g, node + row, k, gone)) code = judge_failed(s, "a set does not separate", err);
  }
  if (!code && rows) buffer_print(said, "each set, left out, parts the rest");
  if (!code && rows) code = none_smaller(said, s, k, sets, g, gone, ask, err);
  free(gone);
  free(node);
  return code;
}

/* ---- dominating sets ---- */

static bool dominates(const struct graph *g, const uint32_t *set, uint32_t k, uint8_t *covered) {
  memset(covered, 0, g->nodes);
  for (uint32_t i = 0; i < k; i++) {
    covered[set[i]] = 1;
    for (uint64_t a = g->first[set[i]]; a < g->first[set[i] + 1]; a++)
      covered[g->to[a]] = 1;
  }
  return !memchr(covered, 0, g->nodes);
}

nonet_code judge_dominating(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  uint32_t k = (uint32_t)nonet_sheet_rows(s), *node;
  nonet_code code = judge_nodes(&node, s, 1, ask->net, err);
  uint8_t *covered = code ? NULL : memory_array(g->nodes, 1);
  if (!code && !covered) code = error_memory(err);
  if (!code && !dominates(g, node, k, covered)) code = judge_failed(s, "a node is neither in the set nor tied to one in it", err);
  if (!code) buffer_text(said, "every node is in the set or tied to one in it");
  if (!code && k > 0 && judge_sets(k - 1, g->nodes) * (g->nodes + 2.0 * k) <= JUDGE_STEPS) {
    judge_first_set(node, k - 1);
    bool smaller = false;
    do
      smaller = dominates(g, node, k - 1, covered);
    while (!smaller && judge_next_set(node, k - 1, g->nodes));
    if (smaller) code = judge_failed(s, "a smaller set does it", err);
    buffer_text(said, ", and no set of one less, all tried, does it");
  }
  free(covered);
  free(node);
  return code;
}

/* ---- biconnected blocks ---- */

/* In how many sets both nodes are; *alone counts the sets of the first. `node` and `set` are of each row. */
static uint32_t sets_of_both(const uint64_t *first, const size_t *set, uint32_t u, uint32_t v) {
  uint32_t both = 0;
  for (uint64_t i = first[u]; i < first[u + 1]; i++)
    for (uint64_t j = first[v]; j < first[v + 1]; j++)
      both += set[i] == set[j];
  return both;
}

/* The sets of each node: set[first[v]] .. */
static bool list_sets(uint64_t **first, size_t **set, const nonet_sheet *s, const uint32_t *node, uint32_t nodes) {
  size_t rows = nonet_sheet_rows(s);
  *first = memory_zeroed((size_t)nodes + 2, sizeof **first);
  *set = memory_array(rows, sizeof **set);
  if (!*first || !*set) return false;
  for (size_t row = 0; row < rows; row++)
    (*first)[node[row] + 2]++;
  for (uint32_t v = 0; v < nodes; v++)
    (*first)[v + 2] += (*first)[v + 1];
  for (size_t row = 0, end, number = 0; row < rows; row = end, number++)
    for (end = judge_set_end(s, row); row < end; row++)
      (*set)[(*first)[node[row] + 1]++] = number;
  return true;
}

/* Is a node a cut node: do the parts grow without it? */
static bool cuts(const struct graph *g, uint32_t v, uint32_t parts, uint8_t *gone) {
  memset(gone, 0, g->nodes);
  gone[v] = 1;
  return judge_parts(g, gone) > parts - (g->first[v + 1] == g->first[v]);
}

static nonet_code compare_blocks(struct buffer *said, const nonet_sheet *s, const struct graph *g, const uint64_t *first, const size_t *set,
                                 uint8_t *gone, nonet_err *err) {
  uint32_t parts = judge_parts(g, gone);
  bool all = (double)g->nodes * (g->nodes + 2.0 * g->edges) <= 20 * JUDGE_STEPS;
  for (uint32_t e = 0; e < g->edges; e++)
    if (sets_of_both(first, set, g->tail[e], g->head[e]) != 1) return judge_failed(s, "a tie is not in one block", err);
  for (uint32_t v = 0; all && v < g->nodes; v++)
    if (cuts(g, v, parts, gone) != (first[v + 1] - first[v] > 1)) return judge_failed(s, "a cut node is not where blocks meet", err);
  buffer_text(said, "every tie is in one block");
  if (all) buffer_text(said, ", and blocks meet just in the nodes that, left out one by one, part others");
  return NONET_OK;
}

nonet_code judge_biconnected(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  uint32_t *node = NULL;
  uint64_t *first = NULL;
  size_t *set = NULL;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = judge_nodes(&node, s, 1, ask->net, err);
  uint8_t *gone = code ? NULL : memory_zeroed(g->nodes, 1);
  if (!code && (!gone || !list_sets(&first, &set, s, node, g->nodes))) code = error_memory(err);
  if (!code) code = compare_blocks(said, s, g, first, set, gone, err);
  free(gone);
  free(first);
  free(set);
  free(node);
  return code;
}

/* ---- the bow-tie ---- */

/* Spread a mark along the arcs (or against them) until nothing changes: as simple as it can be. */
static void spread(uint8_t *mark, const struct graph *g, bool against) {
  for (bool more = true; more;) {
    more = false;
    for (uint32_t e = 0; e < g->edges; e++) {
      uint32_t from = against ? g->head[e] : g->tail[e], to = against ? g->tail[e] : g->head[e];
      if (mark[from] && !mark[to]) mark[to] = 1, more = true;
      if (!g->directed && mark[to] && !mark[from]) mark[from] = 1, more = true;
    }
  }
}

static nonet_code compare_places(const nonet_sheet *s, const struct graph *g, uint8_t *from_core, uint8_t *to_core, nonet_err *err) {
  double core = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (!strcmp(nonet_sheet_text(s, v, 1), "core") && core++ == 0) from_core[v] = to_core[v] = 1; /* one stands for all */
  spread(from_core, g, false);
  spread(to_core, g, true);
  for (uint32_t v = 0; v < g->nodes; v++) {
    const char *place = nonet_sheet_text(s, v, 1);
    bool from = from_core[v], to = to_core[v];
    bool right = from && to ? !strcmp(place, "core") : from ? !strcmp(place, "out") : to ? !strcmp(place, "in") : true;
    if (!from && !to && (!strcmp(place, "core") || !strcmp(place, "out") || !strcmp(place, "in"))) right = false;
    if (!right) return judge_failed(s, "a node is in a wrong place", err);
  }
  return NONET_OK;
}

nonet_code judge_bow_tie(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  uint8_t *from_core = memory_zeroed(g->nodes, 1), *to_core = memory_zeroed(g->nodes, 1);
  double largest = 0, core = 0;
  nonet_code code = from_core && to_core ? compare_places(s, g, from_core, to_core, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    core += !strcmp(nonet_sheet_text(s, v, 1), "core");
  if (!code) code = judge_plain(&largest, "strong-giant", "", ask, err);
  if (!code && (largest < 2 ? core > 0 : fabs(core - largest) > 0.5)) code = judge_failed(s, "the core is not the largest part", err);
  if (!code)
    buffer_text(said, "by igraph the core is as large as the largest strong component; core, in and out follow from one node of it");
  free(from_core);
  free(to_core);
  return code;
}
