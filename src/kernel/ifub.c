/* Iterative fringe upper bound.
 *
 * From a node u in the middle, hang the component up by distance. Two nodes at levels below j are at most 2 (j - 1) apart, so once the
 * eccentricities of all nodes from level j on are known and the greatest is at least 2 (j - 1), it is the diameter. The middle is found by
 * four sweeps: to the farthest node, from there to the farthest, to the middle of that path, and the same from there; they give a lower
 * bound too. Nodes of the fringe are searched from 512 at a time (bitwave.h), deepest first. Components follow by size, until none is large
 * enough to be longer.
 *
 * Sources: (1) P. Crescenzi et al. 2013, On computing the diameter of real-world undirected graphs, doi:10.1016/j.tcs.2012.09.018. */
#include "kernel/ifub.h"

#include "base/memory.h"
#include "kernel/bitwave.h"
#include "kernel/component.h"

#include <stdlib.h>

#define UNSEEN UINT32_MAX

struct fringe {
  const struct graph *g;
  struct bitwave_net net;
  struct bitwave_scratch scratch;
  struct halt halt;
  uint32_t *part, *size, *start;  /* start: a node of each part with most neighbours */
  uint32_t *level, *queue, count; /* one breadth-first search; level is UNSEEN between searches */
};

/* Levels from `root`; the queue's last node is the farthest. */
static void hang(struct fringe *f, uint32_t root) {
  const struct graph *g = f->g;
  f->count = 0;
  f->level[root] = 0;
  f->queue[f->count++] = root;
  for (uint32_t head = 0; head < f->count; head++) {
    uint32_t v = f->queue[head];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (f->level[w] != UNSEEN) continue;
      f->level[w] = f->level[v] + 1;
      f->queue[f->count++] = w;
    }
  }
}

static void forget(struct fringe *f) {
  for (uint32_t i = 0; i < f->count; i++)
    f->level[f->queue[i]] = UNSEEN;
}

static uint32_t farthest(const struct fringe *f) {
  return f->queue[f->count - 1];
}

/* Half way up from v. */
static uint32_t half_way(const struct fringe *f, uint32_t v) {
  const struct graph *g = f->g;
  for (uint32_t goal = f->level[v] / 2; f->level[v] > goal;) {
    uint64_t a = g->first[v];
    while (f->level[g->to[a]] >= f->level[v])
      a++;
    v = g->to[a];
  }
  return v;
}

/* Two sweeps from v: raise the lower bound, and return the middle of the path found. */
static uint32_t sweep(struct fringe *f, uint32_t v, uint32_t *bound) {
  hang(f, v);
  uint32_t end = farthest(f);
  forget(f);
  hang(f, end);
  if (f->level[farthest(f)] > *bound) *bound = f->level[farthest(f)];
  uint32_t middle = half_way(f, farthest(f));
  forget(f);
  return middle;
}

/* Raise *bound to the diameter of the part around `root` if that is greater. */
static bool one_part(struct fringe *f, uint32_t root, uint32_t *bound) {
  uint32_t middle = sweep(f, sweep(f, root, bound), bound);
  hang(f, middle);
  uint32_t left = f->count;
  while (left && f->level[f->queue[left - 1]] * 2 > *bound && !halt_ask(&f->halt, 0)) {
    uint32_t count = left < BITWAVE_SOURCES ? left : BITWAVE_SOURCES;
    left -= count;
    uint32_t longest = bitwave_walk(&f->scratch, &f->net, f->queue + left, count, &f->halt, 0);
    if (longest > *bound) *bound = longest;
  }
  forget(f);
  return !halt_called(&f->halt);
}

static enum kernel_code fringe_start(struct fringe *f, uint32_t *parts) {
  const struct graph *g = f->g;
  f->net = (struct bitwave_net){g->nodes, 0, g->first, g->first, g->to, g->to};
  f->part = memory_array(g->nodes, sizeof *f->part);
  f->size = memory_array(g->nodes, sizeof *f->size);
  f->start = memory_array(g->nodes, sizeof *f->start);
  f->level = memory_array(g->nodes, sizeof *f->level);
  f->queue = memory_array(g->nodes, sizeof *f->queue);
  if (!f->part || !f->size || !f->start || !f->level || !f->queue) return KERNEL_NO_MEMORY;
  if (!bitwave_scratch_start(&f->scratch, g->nodes)) return KERNEL_NO_MEMORY;
  enum kernel_code code = component_weak(f->part, f->size, parts, g);
  for (uint32_t p = 0; !code && p < *parts; p++)
    f->start[p] = UNSEEN;
  for (uint32_t v = 0; !code && v < g->nodes; v++) {
    uint32_t *s = &f->start[f->part[v]];
    f->level[v] = UNSEEN;
    if (*s == UNSEEN || g->first[v + 1] - g->first[v] > g->first[*s + 1] - g->first[*s]) *s = v;
  }
  return code;
}

enum kernel_code ifub_diameter(uint32_t *out, const struct graph *g, const struct kernel_watch *watch) {
  struct fringe f = {.g = g};
  uint32_t parts = 0, bound = 0;
  halt_start(&f.halt, watch);
  enum kernel_code code = fringe_start(&f, &parts);
  for (uint32_t p = 0; !code && p < parts && f.size[p] > bound + 1; p++)
    if (!one_part(&f, f.start[p], &bound)) code = KERNEL_STOPPED;
  if (!code) *out = bound;
  free(f.part);
  free(f.size);
  free(f.start);
  free(f.level);
  free(f.queue);
  bitwave_scratch_free(&f.scratch);
  return code;
}
