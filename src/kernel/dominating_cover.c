/* A cover in the making: choices, and the bound on what is still needed.
 *
 * Give each uncovered node a share such that no node collects more than 1 from those it would cover; then a cover has at least as many
 * nodes as the shares add up to. Shares are even, 1 / (most that any node covering it would cover), or claimed one after the other by the
 * nodes that fewest may cover; the greater sum counts.
 *
 * Sources: (1) V. Chvatal 1979, A greedy heuristic for the set-covering problem, doi:10.1287/moor.4.3.233. */
#include "kernel/dominating_cover.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void cover_choose(struct cover *c, uint32_t v) {
  c->chosen[c->chosen_count++] = v;
  for (uint64_t i = 0; i < reach(c->g, v); i++) {
    uint32_t w = covered_by(c->g, v, i);
    if (!c->open[w] || c->times[w]++ > 0) continue;
    c->uncovered--;
    for (uint64_t j = 0; j < coverers(c->g, w); j++)
      c->useful[coverer_of(c->g, w, j)]--;
  }
}

void cover_unchoose(struct cover *c) {
  uint32_t v = c->chosen[--c->chosen_count];
  for (uint64_t i = 0; i < reach(c->g, v); i++) {
    uint32_t w = covered_by(c->g, v, i);
    if (!c->open[w] || --c->times[w] > 0) continue;
    c->uncovered++;
    for (uint64_t j = 0; j < coverers(c->g, w); j++)
      c->useful[coverer_of(c->g, w, j)]++;
  }
}

/* How many may cover v in this branch; the greatest use of any of them. */
uint32_t cover_ways(const struct cover *c, uint32_t v, uint32_t *most) {
  uint32_t ways = 0;
  *most = 0;
  for (uint64_t i = 0; i < coverers(c->g, v); i++) {
    uint32_t w = coverer_of(c->g, v, i);
    if (!c->allowed[w]) continue;
    ways++;
    if (c->useful[w] > *most) *most = c->useful[w];
  }
  return ways;
}

/* Give v as large a share as the nodes that may cover it can still collect. */
static double claim(struct cover *c, uint32_t v) {
  double share = 1;
  for (uint64_t i = 0; i < coverers(c->g, v); i++) {
    uint32_t w = coverer_of(c->g, v, i);
    if (c->allowed[w] && 1 - c->load[w] < share) share = 1 - c->load[w];
  }
  for (uint64_t i = 0; share > 0 && i < coverers(c->g, v); i++)
    c->load[coverer_of(c->g, v, i)] += share;
  return share > 0 ? share : 0;
}

/* Uncovered nodes into `waiting`, those that fewest may cover first; *narrowest is the first of them. Returns how many, or UINT32_MAX when
 * one cannot be covered; *even is the sum of even shares. */
static uint32_t line_up(struct cover *c, uint32_t *narrowest, double *even) {
  uint32_t n = c->g->nodes, count = 0, most;
  memset(c->start, 0, ((size_t)n + 2) * sizeof *c->start);
  *even = 0;
  for (uint32_t v = 0; v < n; v++) {
    if (!c->open[v] || c->times[v]) continue;
    uint32_t ways = c->ways[v] = cover_ways(c, v, &most);
    if (ways == 0) {
      *narrowest = v;
      return UINT32_MAX;
    }
    c->start[ways + 1]++;
    *even += 1.0 / most;
    count++;
  }
  for (uint32_t w = 0; w <= n; w++)
    c->start[w + 1] += c->start[w];
  for (uint32_t v = 0; v < n; v++)
    if (c->open[v] && !c->times[v]) c->waiting[c->start[c->ways[v]]++] = v;
  *narrowest = count ? c->waiting[0] : DOMINATING_NONE;
  return count;
}

/* What any completion needs at least, and the uncovered node that fewest may cover; UINT32_MAX when one has none. */
uint32_t cover_bound(struct cover *c, uint32_t *narrowest) {
  double even, claimed = 0;
  uint32_t count = line_up(c, narrowest, &even);
  if (count == UINT32_MAX) return count;
  for (uint32_t v = 0; v < c->g->nodes; v++)
    c->load[v] = 0;
  for (uint32_t i = 0; i < count; i++)
    claimed += claim(c, c->waiting[i]);
  return (uint32_t)ceil(fmax(even, claimed) - 1e-6);
}

void cover_count_useful(struct cover *c) {
  memset(c->useful, 0, c->g->nodes * sizeof *c->useful);
  for (uint32_t v = 0; v < c->g->nodes; v++)
    for (uint64_t i = 0; c->open[v] && i < coverers(c->g, v); i++)
      c->useful[coverer_of(c->g, v, i)]++;
}

/* Nothing is chosen, nothing covered. */
void cover_begin(struct cover *c) {
  memset(c->times, 0, c->g->nodes * sizeof *c->times);
  c->chosen_count = c->uncovered = 0;
  cover_count_useful(c);
  for (uint32_t v = 0; v < c->g->nodes; v++)
    c->uncovered += c->open[v];
}

bool cover_start(struct cover *c, const struct graph *g, const struct dominating_question *q) {
  *c = (struct cover){.g = g};
  uint32_t n = c->g->nodes;
  c->open = memory_array(n, 1);
  c->allowed = memory_array(n, 1);
  c->times = memory_zeroed(n, sizeof *c->times);
  c->useful = memory_zeroed(n, sizeof *c->useful);
  c->chosen = memory_array(n, sizeof *c->chosen);
  c->best = memory_array(n, sizeof *c->best);
  c->fork = memory_array((size_t)n + 1, sizeof *c->fork);
  c->load = memory_array(n, sizeof *c->load);
  c->ways = memory_array(n, sizeof *c->ways);
  c->start = memory_array((size_t)n + 2, sizeof *c->start);
  c->waiting = memory_array(n, sizeof *c->waiting);
  if (!c->load || !c->ways || !c->start || !c->waiting) return false;
  if (!c->open || !c->allowed || !c->times || !c->useful || !c->chosen || !c->best || !c->fork) return false;
  for (uint32_t v = 0; v < n; v++) {
    c->open[v] = !q->need || q->need[v];
    c->allowed[v] = !q->may || q->may[v];
  }
  return true;
}

void cover_free(struct cover *c) {
  free(c->open);
  free(c->allowed);
  free(c->times);
  free(c->useful);
  free(c->chosen);
  free(c->best);
  free(c->order);
  free(c->load);
  free(c->ways);
  free(c->start);
  free(c->waiting);
  free(c->fork);
}
