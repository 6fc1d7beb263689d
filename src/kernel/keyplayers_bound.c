/* How well a set can break the network at most.
 *
 * A pair stays as near as it is unless an end goes or every shortest path between them is hit. Let the pair send one unit along its
 * shortest paths, split in any way: if a set hits them all, the parts of that unit that pass through its members add up to at least 1. So
 * what the pairs lose in all is at most the sum over members of what their own pairs are worth and what passes through them (worth times
 * unit), and that is at most the k greatest such sums. Here units split evenly among the neighbours one step nearer, averaged over both
 * ways. A pair that no k losses can bring below some worth (tied; more than k neighbours in common; in one block of connectivity above k)
 * sends only what it has above that. Blocks take flows: where these would take longer than the searches may, the bound does without them,
 * and where the searches would, there is none but 1.
 *
 * Sources: the bound is linear programming duality for hitting sets of paths; (1) K. Menger 1927, doi:10.4064/fm-10-1-96-115; (2) S. P.
 * Borgatti 2006, doi:10.1007/s10588-006-7084-x. */
#include "base/memory.h"
#include "kernel/blocks.h"
#include "kernel/keyplayers_find.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FAR UINT32_MAX
#define FLOWS 10 /* times what a search from every node takes, or more: finding blocks */

struct standing {
  const struct graph *g;
  const struct keyplayers_question *q;
  double *loss;    /* of each node: the most that goes with it */
  double *passing; /* from one node: what passes through each other, for all targets behind it */
  double *floor;   /* of each node's pair with that one: what it keeps whatever goes */
  uint32_t *steps, *nearer, *queue;
  uint64_t *in; /* blocks that each node is in: list[in[v]] .. */
  uint32_t *list;
};

/* Steps from u, and for each node how many neighbours are one step nearer. Returns how many are reached. */
static size_t spread(struct standing *s, uint32_t u) {
  const struct graph *g = s->g;
  size_t tail = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    s->steps[v] = FAR;
    s->nearer[v] = 0;
    s->passing[v] = s->floor[v] = 0;
  }
  s->steps[u] = 0;
  s->queue[tail++] = u;
  for (size_t head = 0; head < tail; head++) {
    uint32_t v = s->queue[head];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (s->steps[w] == FAR) s->steps[w] = s->steps[v] + 1, s->queue[tail++] = w;
      if (s->steps[w] == s->steps[v] + 1) s->nearer[w]++;
    }
  }
  return tail;
}

static double worth(const struct standing *s, uint32_t steps) {
  return s->q->goal == KEYPLAYERS_FRAGMENT ? 1 : 1.0 / steps;
}

/* What the pairs of u keep whatever k others go. Two steps away `nearer` counts the neighbours in common. */
static void set_floors(struct standing *s, const struct blocks *b, uint32_t u, size_t reached) {
  double far = s->q->goal == KEYPLAYERS_FRAGMENT ? 1 : 1.0 / ((double)s->g->nodes - s->q->size - 1);
  for (uint64_t i = s->in[u]; i < s->in[u + 1]; i++)
    for (uint64_t j = b->first[s->list[i]]; j < b->first[s->list[i] + 1]; j++)
      s->floor[b->node[j]] = far;
  for (size_t i = 1; i < reached; i++) {
    uint32_t v = s->queue[i];
    if (s->steps[v] == 1 || (s->steps[v] == 2 && s->nearer[v] > s->q->size)) s->floor[v] = worth(s, s->steps[v]);
  }
}

/* Add what goes with u itself, and half of what its pairs send through others. Returns the worth of its pairs. */
static double around(struct standing *s, const struct blocks *b, uint32_t u) {
  const struct graph *g = s->g;
  size_t reached = spread(s, u);
  double own = 0;
  set_floors(s, b, u, reached);
  for (size_t i = reached; i-- > 1;) {
    uint32_t v = s->queue[i];
    double all = worth(s, s->steps[v]), sends = fmax(all - s->floor[v], 0) + s->passing[v];
    own += all;
    s->loss[v] += s->passing[v] / 2;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      if (s->steps[g->to[a]] + 1 == s->steps[v]) s->passing[g->to[a]] += sends / s->nearer[v];
  }
  s->loss[u] += own;
  return own;
}

static int descending(const void *x, const void *y) {
  double a = *(const double *)x, b = *(const double *)y;
  return a > b ? -1 : a < b;
}

/* Is block i of connectivity above k, and its parent not? */
static bool holds(const struct blocks *b, uint32_t i, uint32_t k) {
  return b->k[i] > k && (b->parent[i] == BLOCKS_NONE || b->k[b->parent[i]] <= k);
}

static bool list_blocks(struct standing *s, const struct blocks *b) {
  uint64_t places = 0;
  for (uint32_t i = 0; i < b->count; i++)
    for (uint64_t j = b->first[i]; holds(b, i, s->q->size) && j < b->first[i + 1]; j++)
      s->in[b->node[j] + 1]++, places++;
  s->list = memory_array(places, sizeof *s->list);
  if (!s->list) return false;
  for (uint32_t v = 0; v < s->g->nodes; v++)
    s->in[v + 1] += s->in[v];
  for (uint32_t i = b->count; i-- > 0;)
    for (uint64_t j = b->first[i]; holds(b, i, s->q->size) && j < b->first[i + 1]; j++)
      s->list[--s->in[b->node[j] + 1]] = i;
  /* in[v + 1] went down from the end of v to its beginning: shift back */
  for (uint32_t v = 0; v < s->g->nodes; v++)
    s->in[v] = s->in[v + 1];
  s->in[s->g->nodes] = places;
  return true;
}

static enum kernel_code add_up(double *bound, struct standing *s, const struct blocks *b, const struct kernel_watch *watch) {
  uint32_t n = s->g->nodes;
  double kept = 0, left = (double)n - s->q->size;
  for (uint32_t v = 0; v < n; v++) {
    if (v % 64 == 0 && !watch_says_go(watch)) return KERNEL_STOPPED;
    kept += around(s, b, v) / 2;
  }
  qsort(s->loss, n, sizeof *s->loss, descending);
  for (uint32_t i = 0; i < s->q->size; i++)
    kept -= s->loss[i];
  *bound = kept > 0 ? 1 - 2 * kept / (left * (left - 1)) : 1;
  return KERNEL_DONE;
}

enum kernel_code keyplayers_break_bound(double *bound, const struct graph *g, const struct keyplayers_question *q,
                                        const struct kernel_watch *watch) {
  struct standing s = {.g = g, .q = q};
  struct blocks b = {0};
  double steps = (double)g->nodes * (g->nodes + 2.0 * g->edges), effort = (double)q->effort;
  *bound = 1;
  if (steps > effort) return KERNEL_DONE;
  enum kernel_code code = steps * FLOWS > effort ? KERNEL_DONE : blocks_start(&b, g, watch);
  if (code) return code;
  s.loss = memory_zeroed(g->nodes, sizeof *s.loss);
  s.passing = memory_array(g->nodes, sizeof *s.passing);
  s.floor = memory_array(g->nodes, sizeof *s.floor);
  s.steps = memory_array(g->nodes, sizeof *s.steps);
  s.nearer = memory_array(g->nodes, sizeof *s.nearer);
  s.queue = memory_array(g->nodes, sizeof *s.queue);
  s.in = memory_zeroed((size_t)g->nodes + 2, sizeof *s.in);
  bool ready = s.loss && s.passing && s.floor && s.steps && s.nearer && s.queue && s.in && list_blocks(&s, &b);
  code = ready ? add_up(bound, &s, &b, watch) : KERNEL_NO_MEMORY;
  free(s.loss);
  free(s.passing);
  free(s.floor);
  free(s.steps);
  free(s.nearer);
  free(s.queue);
  free(s.in);
  free(s.list);
  blocks_free(&b);
  return code;
}
