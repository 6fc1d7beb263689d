/* How well a set can break the network at most.
 *
 * Some pairs stay connected whatever k other nodes go: those that are tied, those with more than k neighbours in common, those in one block
 * of connectivity above k. Each such pair is lost only with one of its ends, so at most the k greatest sums over pairs of one node are
 * lost, and the rest is left. For distances a pair weighs the least 1 / d that it keeps: 1 where tied, 1 / 2 with more than k neighbours in
 * common.
 *
 * Sources: (1) K. Menger 1927, doi:10.4064/fm-10-1-96-115; the counting is ours. */
#include "base/memory.h"
#include "kernel/blocks.h"
#include "kernel/keyplayers_find.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

struct standing {
  const struct graph *g;
  const struct keyplayers_question *q;
  double *sum;      /* of each node: what its pairs keep */
  double *kept;     /* of pairs with one node, by the other; 0 between nodes */
  uint32_t *shared; /* neighbours in common with one node */
  uint64_t *in;     /* blocks that each node is in: list[in[v]] .. */
  uint32_t *list, *touched;
};

static void raise(struct standing *s, uint32_t *count, uint32_t v, double keeps) {
  if (s->kept[v] == 0) s->touched[(*count)++] = v;
  if (s->kept[v] < keeps) s->kept[v] = keeps;
}

/* What pairs with u keep, added up. */
static double around(struct standing *s, const struct blocks *b, uint32_t u) {
  const struct graph *g = s->g;
  uint32_t count = 0;
  bool distances = s->q->goal == KEYPLAYERS_DISTANCE;
  double sum = 0, far = distances ? 1.0 / (g->nodes - s->q->size - 1.0) : 1, half = distances ? 0.5 : 1;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    raise(s, &count, g->to[a], 1);
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    for (uint64_t c = g->first[g->to[a]]; c < g->first[g->to[a] + 1]; c++) {
      uint32_t v = g->to[c];
      if (v != u && ++s->shared[v] == s->q->size + 1) raise(s, &count, v, half);
    }
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    for (uint64_t c = g->first[g->to[a]]; c < g->first[g->to[a] + 1]; c++)
      s->shared[g->to[c]] = 0;
  for (uint64_t i = s->in[u]; i < s->in[u + 1]; i++)
    for (uint64_t j = b->first[s->list[i]]; j < b->first[s->list[i] + 1]; j++)
      if (b->node[j] != u) raise(s, &count, b->node[j], far);
  for (uint32_t i = 0; i < count; i++) {
    sum += s->kept[s->touched[i]];
    s->kept[s->touched[i]] = 0;
  }
  return sum;
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
  double total = 0, left = (double)n - s->q->size;
  for (uint32_t v = 0; v < n; v++) {
    if (v % 64 == 0 && !watch_says_go(watch)) return KERNEL_STOPPED;
    s->sum[v] = around(s, b, v);
    total += s->sum[v] / 2;
  }
  qsort(s->sum, n, sizeof *s->sum, descending);
  for (uint32_t i = 0; i < s->q->size; i++)
    total -= s->sum[i];
  *bound = total > 0 ? 1 - 2 * total / (left * (left - 1)) : 1;
  return KERNEL_DONE;
}

enum kernel_code keyplayers_break_bound(double *bound, const struct graph *g, const struct keyplayers_question *q,
                                        const struct kernel_watch *watch) {
  struct standing s = {.g = g, .q = q};
  struct blocks b;
  enum kernel_code code = blocks_start(&b, g, watch);
  if (code) return code;
  s.sum = memory_array(g->nodes, sizeof *s.sum);
  s.kept = memory_zeroed(g->nodes, sizeof *s.kept);
  s.shared = memory_zeroed(g->nodes, sizeof *s.shared);
  s.in = memory_zeroed((size_t)g->nodes + 2, sizeof *s.in);
  s.touched = memory_array(g->nodes, sizeof *s.touched);
  bool ready = s.sum && s.kept && s.shared && s.in && s.touched && list_blocks(&s, &b);
  code = ready ? add_up(bound, &s, &b, watch) : KERNEL_NO_MEMORY;
  free(s.sum);
  free(s.kept);
  free(s.shared);
  free(s.in);
  free(s.list);
  free(s.touched);
  blocks_free(&b);
  return code;
}
