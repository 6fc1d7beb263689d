/* A random shortest path by a search from both ends.
 *
 * Whole levels are searched, each time from the end whose next level has fewer arcs. The two sides never share a node: the first level in
 * which an arc leads from one side to the other ends the search, and the arcs that do (they all close paths of one length) are the middles
 * of all shortest paths, each of as many as the product of the counts at its ends. One arc is drawn by that number, then each step back by
 * the counts before it, so that every path is as likely as the others.
 *
 * Sources: (1) M. Borassi, E. Natale 2016, KADABRA is an adaptive algorithm for betweenness via random approximation,
 * doi:10.4230/LIPIcs.ESA.2016.20 (balanced search from both ends); (2) M. Riondato, E. M. Kornaropoulos 2014,
 * doi:10.1145/2556195.2556224 (a path for a sample). */
#include "kernel/pairpath.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

bool pairpath_start(struct pairpath *p, const struct graph *g) {
  *p = (struct pairpath){.g = g};
  p->side = memory_zeroed(g->nodes, sizeof *p->side);
  p->depth = memory_array(g->nodes, sizeof *p->depth);
  p->count = memory_array(g->nodes, sizeof *p->count);
  p->queue[0] = memory_array(g->nodes, sizeof *p->queue[0]);
  p->queue[1] = memory_array(g->nodes, sizeof *p->queue[1]);
  return p->side && p->depth && p->count && p->queue[0] && p->queue[1];
}

void pairpath_free(struct pairpath *p) {
  free(p->side);
  free(p->depth);
  free(p->count);
  free(p->queue[0]);
  free(p->queue[1]);
  *p = (struct pairpath){0};
}

/* The arcs that a side follows: out of nodes from the first end, into them from the other. */
struct rows {
  const uint64_t *first;
  const uint32_t *to;
};

static struct rows rows_of(const struct graph *g, unsigned end, bool back) {
  bool outward = (end == 0) != back;
  return outward ? (struct rows){g->first, g->to} : (struct rows){g->in_first, g->in_to};
}

static void reach(struct pairpath *p, unsigned end, uint32_t v, uint32_t depth, double count) {
  p->side[v] = (uint8_t)(end + 1);
  p->depth[v] = depth;
  p->count[v] = count;
  p->queue[end][p->size[end]++] = v;
}

/* One more level of a side, from `at` on in its queue. Returns how many paths close there; 0: none yet. *arcs: of the new level. */
static double level(uint64_t *arcs, struct pairpath *p, unsigned end, uint32_t at) {
  struct rows r = rows_of(p->g, end, false);
  uint32_t upto = p->size[end];
  double closed = 0;
  *arcs = 0;
  for (uint32_t i = at; i < upto; i++) {
    uint32_t u = p->queue[end][i];
    for (uint64_t a = r.first[u]; a < r.first[u + 1]; a++) {
      uint32_t w = r.to[a];
      if (p->side[w] == 0) {
        reach(p, end, w, p->depth[u] + 1, p->count[u]);
        *arcs += r.first[w + 1] - r.first[w];
      } else if (p->side[w] != end + 1) {
        closed += p->count[u] * p->count[w];
      } else if (p->depth[w] == p->depth[u] + 1) {
        p->count[w] += p->count[u];
      }
    }
  }
  return closed;
}

/* The arc in which a drawn path goes over from this side to the other: its near end in *u, its far end in *w. */
static void middle(uint32_t *u, uint32_t *w, const struct pairpath *p, unsigned end, uint32_t at, uint32_t upto, double which) {
  struct rows r = rows_of(p->g, end, false);
  for (uint32_t i = at; i < upto; i++) {
    uint32_t x = p->queue[end][i];
    for (uint64_t a = r.first[x]; a < r.first[x + 1]; a++) {
      uint32_t y = r.to[a];
      if (p->side[y] == 0 || p->side[y] == end + 1) continue;
      *u = x, *w = y; /* the last one stays where rounding leaves a rest */
      which -= p->count[x] * p->count[y];
      if (which < 0) return;
    }
  }
}

/* From v back to the end of its side; the nodes on the way count, the end does not. */
static void walk_back(uint64_t *inside, const struct pairpath *p, unsigned end, uint32_t v, struct chance *chance) {
  struct rows r = rows_of(p->g, end, true);
  while (p->depth[v] > 0) {
    inside[v]++;
    double which = chance_share(chance) * p->count[v];
    uint32_t next = v;
    for (uint64_t a = r.first[v]; a < r.first[v + 1] && which >= 0; a++) {
      uint32_t x = r.to[a];
      if (p->side[x] != end + 1 || p->depth[x] + 1 != p->depth[v]) continue;
      next = x;
      which -= p->count[x];
    }
    v = next;
  }
}

static void clear(struct pairpath *p) {
  for (unsigned end = 0; end < 2; end++)
    for (uint32_t i = 0; i < p->size[end]; i++)
      p->side[p->queue[end][i]] = 0;
}

bool pairpath_draw(uint64_t *inside, uint32_t *reached, struct pairpath *p, uint32_t s, uint32_t t, struct chance *chance) {
  const struct graph *g = p->g;
  uint32_t at[2] = {0, 0};
  uint64_t arcs[2] = {g->first[s + 1] - g->first[s], g->in_first[t + 1] - g->in_first[t]};
  double closed = 0;
  p->size[0] = p->size[1] = 0;
  reach(p, 0, s, 0, 1);
  reach(p, 1, t, 0, 1);
  if (reached) *reached = 0;
  while (closed == 0 && arcs[0] > 0 && arcs[1] > 0) {
    unsigned end = arcs[1] < arcs[0];
    uint32_t upto = p->size[end];
    closed = level(&arcs[end], p, end, at[end]);
    if (closed > 0 && isfinite(closed)) {
      uint32_t near = 0, far = 0;
      middle(&near, &far, p, end, at[end], upto, chance_share(chance) * closed);
      if (reached) *reached = p->depth[near] + 1 + p->depth[far];
      walk_back(inside, p, end, near, chance);
      walk_back(inside, p, 1 - end, far, chance);
    }
    at[end] = upto;
  }
  clear(p);
  return isfinite(closed);
}
