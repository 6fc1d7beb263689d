/* How many hang together in every layer at once, so that each of them reaches each other whichever layer is used.
 *
 * How: all nodes are one group; each layer in turn splits every group into the pieces in which it holds together there, until no layer
 * splits any (kernel/mutual.h). The second method joins the ends of arcs that lie in one group, layer by layer, and starts again from what
 * that gives. Groups only get finer, so the order of layers does not matter.
 *
 * Sources: (1) S. V. Buldyrev, R. Parshani, G. Paul, H. E. Stanley, S. Havlin 2010, Catastrophic cascade of failures in interdependent
 * networks, doi:10.1038/nature08932. */
#include "kernel/mutual.h"

#include "base/memory.h"
#include "measure/layers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the ties of layers, one after the other ---- */

/* Those of a network without layers are of one. */
static nonet_code arcs_of_all(struct layer_arc **arc, size_t *count, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  if (ask->net->layers) return layer_arcs(arc, count, ask->net, err);
  nonet_code code = pass_undirected(&g, ask, err);
  if (code) return code;
  *count = g->edges;
  if (!(*arc = memory_array(*count, sizeof **arc))) return error_memory(err);
  for (uint32_t e = 0; e < g->edges; e++)
    (*arc)[e] = (struct layer_arc){0, g->tail[e], g->head[e]};
  return NONET_OK;
}

static size_t end_of_layer(const struct layer_arc *arc, size_t from, size_t count) {
  size_t end = from;
  while (end < count && arc[end].layer == arc[from].layer)
    end++;
  return end;
}

static double largest_of(const uint32_t *group, uint32_t *size, uint32_t nodes) {
  uint32_t largest = 0;
  memset(size, 0, nodes * sizeof *size);
  for (uint32_t v = 0; v < nodes; v++)
    if (++size[group[v]] > largest) largest = size[group[v]];
  return largest;
}

/* ---- by joining ends ---- */

static uint32_t top_of(uint32_t *up, uint32_t v) {
  while (up[v] != v)
    v = up[v] = up[up[v]];
  return v;
}

/* Splits every group in one layer; how many groups there are now. */
static uint32_t split(uint32_t *group, uint32_t *up, uint32_t nodes, const struct layer_arc *arc, size_t count) {
  uint32_t groups = 0;
  for (uint32_t v = 0; v < nodes; v++)
    up[v] = v;
  for (size_t i = 0; i < count; i++)
    if (group[arc[i].from] == group[arc[i].to]) up[top_of(up, arc[i].from)] = top_of(up, arc[i].to);
  for (uint32_t v = 0; v < nodes; v++) {
    groups += up[v] == v;
    up[v] = top_of(up, v);
  }
  memcpy(group, up, nodes * sizeof *group);
  return groups;
}

static nonet_code by_joining(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t n = ask->net->nodes, groups = 0, before;
  uint32_t *group = memory_zeroed(n, sizeof *group), *up = memory_array(n, sizeof *up);
  struct layer_arc *arc = NULL;
  size_t count = 0;
  nonet_code code = group && up ? arcs_of_all(&arc, &count, ask, err) : error_memory(err);
  if (!code) do {
      before = groups;
      for (size_t from = 0, end; from < count; from = end) {
        end = end_of_layer(arc, from, count);
        groups = split(group, up, n, arc + from, end - from);
      }
      if (!count) split(group, up, n, arc, 0);
    } while (groups != before);
  if (!code) *out = largest_of(group, up, n);
  free(arc);
  free(group);
  free(up);
  return code;
}

/* ---- by the kernel ---- */

static bool layer_graph(struct graph *g, uint32_t nodes, const struct layer_arc *arc, size_t count) {
  uint64_t *first = memory_zeroed((size_t)nodes + 2, sizeof *first);
  uint32_t *to = memory_array(2 * count, sizeof *to);
  *g = (struct graph){.nodes = nodes, .first = first, .to = to, .in_first = first, .in_to = to};
  if (!first || !to) return false;
  for (size_t i = 0; i < count; i++)
    first[arc[i].from + 2]++, first[arc[i].to + 2]++;
  for (uint32_t v = 0; v < nodes; v++)
    first[v + 2] += first[v + 1];
  for (size_t i = 0; i < count; i++) {
    to[first[arc[i].from + 1]++] = arc[i].to;
    to[first[arc[i].to + 1]++] = arc[i].from;
  }
  return true;
}

static nonet_code by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct mutual m = {.nodes = ask->net->nodes};
  struct mutual_run r = {0};
  struct layer_arc *arc = NULL;
  size_t count = 0;
  uint32_t layer;
  nonet_code code = arcs_of_all(&arc, &count, ask, err);
  struct graph *g = memory_zeroed((size_t)ask->net->layers + 1, sizeof *g);
  if (!code && !g) code = error_memory(err);
  for (size_t from = 0, end; !code && from < count; from = end) {
    end = end_of_layer(arc, from, count);
    if (!layer_graph(&g[m.layers++], m.nodes, arc + from, end - from)) code = error_memory(err);
  }
  m.layer = g;
  if (!code && count) {
    code = mutual_start(&r, &m) ? error_memory(err) : NONET_OK;
    while (!code && mutual_step(&r, &layer))
      code = run_check(ask->run, err);
    if (!code) *out = mutual_largest(&r, NULL);
    mutual_free(&r);
  } else if (!code) {
    *out = m.nodes > 0;
  }
  for (uint32_t l = 0; g && l < m.layers; l++) {
    free((void *)(uintptr_t)g[l].first);
    free((void *)(uintptr_t)g[l].to);
  }
  free(g);
  free(arc);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "mutual-giant-component",
              .title = "Mutual giant component",
              .summary = "How many hang together in every layer at once, if each layer needs the others.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of nodes in the largest set that is connected in each layer by ties between its own members",
              .convention = "the partition is refined by the components of each layer until nothing splits; layers without a tie are left "
                            "out of account, and a node without a tie of a layer stands alone there; a network without layers is one "
                            "layer; who fails first, and who then: nonet without --cascade",
              .undefined = "0 for a network without nodes",
              .source = "Buldyrev, S. V., Parshani, R., Paul, G., Stanley, H. E., Havlin, S. (2010) Catastrophic cascade of failures in "
                        "interdependent networks, doi:10.1038/nature08932",
              .cost = "O(m log m) and O(n + m) for each time that a layer splits a group"},
     .layer_by_layer = true,
     .reads_undirected = true,
     .plain = by_joining,
     .fast = by_kernel},
};

const struct measure_rows mutual_rows = {rows, sizeof rows / sizeof *rows};
