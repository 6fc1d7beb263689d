/* Iterative fringe upper bound.
 *
 * From a node u in the middle, hang the component up by distance. Two nodes at levels below j are at most 2 (j - 1) apart, so once the
 * eccentricities of all nodes from level j on are known and the greatest is at least 2 (j - 1), it is the diameter. Those nodes, the
 * fringe, are searched from 512 at a time (bitwave.h), deepest first, until twice their level is within the bound. The bound is first that
 * of two sweeps, to the farthest node and from there to the farthest. The middle is the node with most neighbours where one batch is then
 * enough, as on networks with hubs; else the middle of two more sweeps if that leaves a smaller fringe. Components follow by size, until
 * none is large enough to be longer. The bound only grows to distances that there are, so threads change nothing.
 *
 * Sources: (1) P. Crescenzi et al. 2013, On computing the diameter of real-world undirected graphs, doi:10.1016/j.tcs.2012.09.018. */
#include "kernel/ifub.h"

#include "base/memory.h"
#include "kernel/bitwave.h"
#include "kernel/component.h"

#include <stdatomic.h>
#include <stdlib.h>

#define UNSEEN UINT32_MAX

struct fringe {
  const struct graph *g;
  struct bitwave_net net;
  struct bitwave_scratch *scratch; /* one for each worker */
  unsigned workers;
  struct halt halt;
  _Atomic uint32_t bound;         /* the greatest distance so far */
  uint32_t *part, *size, *start;  /* start: a node of each part with most neighbours */
  uint32_t *level, *queue, count; /* of one breadth-first search; level is UNSEEN between searches */
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

static void raise(struct fringe *f, uint32_t found) {
  uint32_t bound = atomic_load_explicit(&f->bound, memory_order_relaxed);
  while (found > bound && !atomic_compare_exchange_weak_explicit(&f->bound, &bound, found, memory_order_relaxed, memory_order_relaxed))
    continue;
}

/* Two sweeps from v: raise the lower bound, and return the middle of the path found. */
static uint32_t sweep(struct fringe *f, uint32_t v) {
  hang(f, v);
  uint32_t end = farthest(f);
  forget(f);
  hang(f, end);
  raise(f, f->level[farthest(f)]);
  uint32_t middle = half_way(f, farthest(f));
  forget(f);
  return middle;
}

/* Do two nodes as deep as v, or less, lie so near each other that the bound holds for them? */
static bool is_within(const struct fringe *f, uint32_t v) {
  return f->level[v] * 2 <= atomic_load_explicit(&f->bound, memory_order_relaxed);
}

/* Nodes that are to be searched from: the last ones of the queue. */
static uint32_t deep_nodes(const struct fringe *f) {
  uint32_t left = f->count;
  while (left && !is_within(f, f->queue[left - 1]))
    left--;
  return f->count - left;
}

/* Hang the part around `root` up well, once the bound is good; returns its deep nodes. */
static uint32_t hang_well(struct fringe *f, uint32_t root) {
  uint32_t middle = sweep(f, root), deep;
  hang(f, root);
  if (deep_nodes(f) <= BITWAVE_SOURCES) return deep_nodes(f);
  forget(f);
  middle = sweep(f, middle);
  hang(f, root);
  deep = deep_nodes(f);
  forget(f);
  hang(f, middle);
  if (deep_nodes(f) <= deep) return deep_nodes(f);
  forget(f);
  hang(f, root);
  return deep;
}

static void some_batches(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct fringe *f = context;
  (void)lane;
  for (size_t i = from; i < to && !halt_called(&f->halt); i++) {
    uint32_t end = f->count - (uint32_t)i * BITWAVE_SOURCES, start = end < BITWAVE_SOURCES ? 0 : end - BITWAVE_SOURCES;
    if (!is_within(f, f->queue[end - 1]))
      raise(f, bitwave_walk(&f->scratch[worker], &f->net, f->queue + start, end - start, &f->halt, worker));
  }
}

static struct waves_job batches_of(struct fringe *f, uint32_t sources) {
  double cost = ((double)f->g->nodes + (double)f->g->first[f->g->nodes]) * 8;
  return (struct waves_job){((size_t)sources + BITWAVE_SOURCES - 1) / BITWAVE_SOURCES, cost, some_batches, f};
}

/* Raise the bound to the diameter of the part around `root` if that is greater. */
static enum kernel_code one_part(struct fringe *f, uint32_t root) {
  struct waves_job job = batches_of(f, hang_well(f, root));
  enum kernel_code code = job.items ? waves_run(&job, f->halt.watch) : KERNEL_DONE;
  forget(f);
  return code == KERNEL_DONE && halt_called(&f->halt) ? KERNEL_STOPPED : code;
}

static bool scratch_start(struct fringe *f) {
  struct waves_job all = batches_of(f, f->g->nodes);
  f->workers = waves_workers(&all, f->halt.watch);
  f->scratch = memory_zeroed(f->workers, sizeof *f->scratch);
  bool ready = f->scratch != NULL;
  for (unsigned w = 0; ready && w < f->workers; w++)
    ready = bitwave_scratch_start(&f->scratch[w], f->g->nodes);
  return ready;
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
  if (!scratch_start(f)) return KERNEL_NO_MEMORY;
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

static void fringe_free(struct fringe *f) {
  for (unsigned w = 0; f->scratch && w < f->workers; w++)
    bitwave_scratch_free(&f->scratch[w]);
  free(f->scratch);
  free(f->part);
  free(f->size);
  free(f->start);
  free(f->level);
  free(f->queue);
}

enum kernel_code ifub_diameter(uint32_t *out, const struct graph *g, const struct kernel_watch *watch) {
  struct fringe f = {.g = g};
  uint32_t parts = 0;
  halt_start(&f.halt, watch);
  atomic_init(&f.bound, 0);
  enum kernel_code code = fringe_start(&f, &parts);
  for (uint32_t p = 0; !code && p < parts && f.size[p] > atomic_load(&f.bound) + 1; p++)
    code = one_part(&f, f.start[p]);
  if (!code) *out = atomic_load(&f.bound);
  fringe_free(&f);
  return code;
}
