/* All shortest distances in one pass over the sources, 512 at a time.
 *
 * Steps: the nodes are put in breadth-first order, so that the 512 sources of a batch are near each other, and batches are shared out
 * between workers. What they add up is whole numbers, so neither the number of threads nor the order of batches changes a bit. Lengths: one
 * source at a time.
 *
 * Sources: (1) M. Then et al. 2014, The more the merrier: efficient multi-source graph traversal, doi:10.14778/2735496.2735507. */
#include "kernel/distance.h"

#include "base/memory.h"
#include "base/run.h"
#include "kernel/bitwave.h"
#include "kernel/order.h"

#include <stdlib.h>

struct pass {
  struct order order;
  uint32_t sides; /* as bitwave_net's */
  struct bitwave_net net;
  struct bitwave_scratch *scratch; /* one for each worker */
  struct halt halt;
  unsigned workers;
};

static size_t batches_of(uint32_t nodes) {
  return ((size_t)nodes + BITWAVE_SOURCES - 1) / BITWAVE_SOURCES;
}

/* Batches of the first side, then of the other. */
static void one_batch(struct pass *p, size_t i, unsigned worker) {
  size_t before = batches_of(p->sides);
  uint32_t end = i < before ? p->sides : p->net.nodes, at = (uint32_t)(i < before ? i : i - before) * BITWAVE_SOURCES, count = 0;
  uint32_t source[BITWAVE_SOURCES];
  for (at += i < before ? 0 : p->sides; count < BITWAVE_SOURCES && at < end; at++)
    source[count++] = at;
  bitwave_walk(&p->scratch[worker], &p->net, source, count, &p->halt, worker);
}

static void some_batches(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t i = from; i < to && !halt_called(&p->halt); i++)
    one_batch(p, i, worker);
}

static void deliver(struct distances *out, const struct pass *p) {
  bitwave_gather(p->scratch, p->workers);
  for (uint32_t i = 0; i < p->net.nodes; i++) {
    const struct bitwave_sums *s = &p->scratch->sums[i];
    uint32_t v = p->order.node[i];
    out->sum[v] = (double)s->steps;
    out->inverse[v] = bitwave_inverse(s);
    out->farthest[v] = s->farthest;
    out->reached[v] = s->reached;
  }
  out->longest = p->scratch->longest;
  for (uint32_t d = 1; d <= out->longest; d++)
    out->pairs[d] = p->scratch->pairs[d];
}

static bool arrays_start(struct distances *out, uint32_t nodes) {
  out->sum = memory_array(nodes, sizeof *out->sum);
  out->inverse = memory_array(nodes, sizeof *out->inverse);
  out->farthest = memory_array(nodes, sizeof *out->farthest);
  out->reached = memory_array(nodes, sizeof *out->reached);
  out->pairs = memory_zeroed((size_t)nodes + 1, sizeof *out->pairs);
  return out->sum && out->inverse && out->farthest && out->reached && out->pairs;
}

static size_t net_start(struct pass *p, const struct graph *g) {
  const struct order_rows *to = &p->order.out, *in = g->directed ? &p->order.in : to;
  p->net = (struct bitwave_net){g->nodes, p->sides, to->first, in->first, to->to, in->to};
  return batches_of(p->sides) + batches_of(g->nodes - p->sides);
}

static bool scratch_start(struct pass *p) {
  p->scratch = memory_zeroed(p->workers, sizeof *p->scratch);
  bool ready = p->scratch;
  for (unsigned w = 0; ready && w < p->workers; w++)
    ready = bitwave_scratch_start(&p->scratch[w], p->net.nodes);
  return ready;
}

static void pass_free(struct pass *p) {
  for (unsigned w = 0; p->scratch && w < p->workers; w++)
    bitwave_scratch_free(&p->scratch[w]);
  free(p->scratch);
  order_free(&p->order);
}

static enum kernel_code by_steps(struct distances *out, struct pass *p, const struct graph *g) {
  double cost = ((double)g->nodes + (double)g->first[g->nodes]) * 8;
  struct waves_job job = {net_start(p, g), cost, some_batches, p};
  p->workers = waves_workers(&job, p->halt.watch);
  bool ready = scratch_start(p) && arrays_start(out, g->nodes);
  enum kernel_code code = ready ? waves_run(&job, p->halt.watch) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && halt_called(&p->halt)) code = KERNEL_STOPPED;
  if (code == KERNEL_DONE) deliver(out, p);
  return code;
}

enum kernel_code distances_start(struct distances *out, const struct graph *g, const struct kernel_watch *watch) {
  if (g->length) return distances_plain(out, g, watch);
  struct pass p = {0};
  *out = (struct distances){0};
  halt_start(&p.halt, watch);
  enum kernel_code code = order_by_sides(&p.order, &p.sides, g);
  if (code == KERNEL_DONE) code = by_steps(out, &p, g);
  pass_free(&p);
  if (code) distances_free(out);
  return code;
}

/* Some batches from all over the order, until there are enough of them or a third of a second is over; all of them in proportion. */
static double timed(struct pass *p, size_t batches) {
  size_t done = 0, tries = batches < 8 ? batches : 8;
  double start = run_clock();
  for (; done < tries && (!done || run_clock() - start < .3); done++)
    one_batch(p, (2 * done + 1) * batches / (2 * tries), 0);
  unsigned threads = p->halt.watch && p->halt.watch->threads ? p->halt.watch->threads : 1;
  return done ? (run_clock() - start) / (double)done * (double)batches / (double)(threads < batches ? threads : batches) : 0;
}

enum kernel_code distances_seconds(double *seconds, const struct graph *g, const struct kernel_watch *watch) {
  if (g->length) return distances_plain_seconds(seconds, g, watch);
  struct pass p = {.workers = 1};
  double start = run_clock();
  halt_start(&p.halt, watch);
  enum kernel_code code = order_by_sides(&p.order, &p.sides, g);
  double before = run_clock() - start;
  if (code == KERNEL_DONE) {
    size_t batches = net_start(&p, g);
    code = scratch_start(&p) ? KERNEL_DONE : KERNEL_NO_MEMORY;
    if (code == KERNEL_DONE) *seconds = before + timed(&p, batches);
  }
  pass_free(&p);
  return code;
}

void distances_free(struct distances *d) {
  free(d->sum);
  free(d->inverse);
  free(d->farthest);
  free(d->reached);
  free(d->pairs);
  *d = (struct distances){0};
}
