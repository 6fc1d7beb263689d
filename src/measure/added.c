/* What the others have with and without a set: for each of them a search by steps, in which a strategy is no step of its own. */
#include "measure/added.h"

#include "base/memory.h"
#include "measure/partners.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

nonet_code added_start(struct added *a, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  uint32_t n = ask->net->nodes;
  *a = (struct added){0};
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = keyed_start(&a->keyed, g, ask->net, err);
  if (code) return code;
  bool *strategy = partners_strategies(&a->strategies, ask->net);
  a->strategy = memory_zeroed(n, sizeof *a->strategy);
  a->named = memory_zeroed(n, 1);
  a->gone = memory_zeroed(n, 1);
  a->cut = memory_zeroed(g->edges, 1);
  a->steps = memory_array(n, sizeof *a->steps);
  a->queue = memory_array(n, sizeof *a->queue);
  a->met = memory_array(n, sizeof *a->met);
  if (!strategy || !a->strategy || !a->named || !a->gone || !a->cut || !a->steps || !a->queue || !a->met) code = error_memory(err);
  for (uint32_t v = 0; !code && v < n; v++)
    a->strategy[a->keyed.place[v]] = strategy[v];
  a->partners = n - a->strategies;
  free(strategy);
  if (code) added_free(a);
  return code;
}

void added_free(struct added *a) {
  keyed_free(&a->keyed);
  free(a->strategy);
  free(a->named);
  free(a->gone);
  free(a->cut);
  free(a->steps);
  free(a->queue);
  free(a->met);
  *a = (struct added){0};
}

/* Can arc i be used, in this state? */
static bool is_open(const struct added *a, uint64_t i, bool with) {
  return with || (!a->cut[a->keyed.graph.edge[i]] && !a->gone[a->keyed.graph.to[i]]);
}

static void reach(struct added *a, uint32_t *tail, uint32_t to, uint32_t steps) {
  if (a->steps[to] != UINT32_MAX) return;
  a->steps[to] = steps;
  a->queue[(*tail)++] = to;
}

/* Everybody whom a partner reaches stands in the queue; a strategy that was met once leads nowhere new. */
static uint32_t spread(struct added *a, uint32_t from, bool with) {
  const struct graph *g = &a->keyed.graph;
  uint32_t tail = 0;
  memset(a->steps, 0xff, g->nodes * sizeof *a->steps);
  reach(a, &tail, from, 0);
  for (uint32_t head = 0; head < tail; head++) {
    uint32_t v = a->queue[head], steps = a->steps[v] + 1;
    for (uint64_t i = g->first[v]; i < g->first[v + 1]; i++) {
      uint32_t w = g->to[i];
      if (!is_open(a, i, with)) continue;
      if (!a->strategy[w]) {
        reach(a, &tail, w, steps);
        continue;
      }
      if (a->met[w] == from) continue;
      a->met[w] = from;
      for (uint64_t j = g->first[w]; j < g->first[w + 1]; j++)
        if (!a->strategy[g->to[j]] && is_open(a, j, with)) reach(a, &tail, g->to[j], steps);
    }
  }
  return tail;
}

static double covered(const struct added *a, bool with) {
  const struct graph *g = &a->keyed.graph;
  double count = 0, all = 0;
  for (uint32_t s = 0; s < g->nodes; s++) {
    bool any = false;
    if (!a->strategy[s] || a->named[s]) continue;
    all++;
    for (uint64_t i = g->first[s]; !any && i < g->first[s + 1]; i++)
      any = !a->strategy[g->to[i]] && is_open(a, i, with);
    count += any;
  }
  return all > 0 ? count : (double)NAN;
}

void added_count(double out[ADDED_NUMBERS], struct added *a, bool with) {
  uint32_t n = a->keyed.graph.nodes;
  double others = 0, together = 0, near = 0, reached = 0;
  for (uint32_t v = 0; v < n; v++)
    a->met[v] = UINT32_MAX;
  for (uint32_t v = 0; v < n; v++) {
    if (a->strategy[v] || a->named[v]) continue;
    others++;
    for (uint32_t i = 1, tail = spread(a, v, with); i < tail; i++) {
      uint32_t w = a->queue[i];
      if (a->named[w]) continue;
      together += a->steps[w] == 1;
      near += 1.0 / a->steps[w];
      reached++;
    }
  }
  double pairs = others * (others - 1);
  out[ADDED_PAIRS] = together / 2;
  out[ADDED_EFFICIENCY] = pairs > 0 ? near / pairs : (double)NAN;
  out[ADDED_REACH] = pairs > 0 ? reached / pairs : (double)NAN;
  out[ADDED_COVERED] = covered(a, with);
}
