/* Distances to some nodes, 512 of them at a time.
 *
 * As distance.c, but the sources are given: they are put in the order in which the network is walked, so that those of a batch are as near
 * each other as may be. What is added up is whole numbers, so no order matters.
 *
 * Sources: (1) D. Eppstein, J. Wang 2004, Fast approximation of centrality, doi:10.7155/jgaa.00081; (2) M. Then et al. 2014,
 * doi:10.14778/2735496.2735507. */
#include "kernel/sources.h"

#include "base/memory.h"
#include "kernel/bitwave.h"
#include "kernel/order.h"

#include <math.h>
#include <stdlib.h>

struct pass {
  struct order order;
  struct bitwave_net net;
  uint32_t *place; /* of each source, ascending */
  size_t count;
  struct bitwave_scratch *scratch; /* one for each worker */
  struct halt halt;
  unsigned workers;
};

static int by_place(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return (a > b) - (a < b);
}

static void some_batches(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t i = from; i < to && !halt_called(&p->halt); i++) {
    size_t first = i * BITWAVE_SOURCES, left = p->count - first;
    bitwave_walk(&p->scratch[worker], &p->net, p->place + first, left < BITWAVE_SOURCES ? (unsigned)left : BITWAVE_SOURCES, &p->halt,
                 worker);
  }
}

/* How many sources are at each small distance is kept by each worker. */
static double squares_at(const struct pass *p, uint32_t i, uint32_t farthest) {
  uint64_t sum = 0;
  if (farthest >= BITWAVE_SHALLOW) return (double)NAN;
  for (unsigned w = 0; w < p->workers; w++)
    for (uint32_t d = 1; d <= farthest && d <= p->scratch[w].longest; d++)
      sum += (uint64_t)p->scratch[w].shallow[(size_t)d * p->net.nodes + i] * d * d;
  return (double)sum;
}

static void deliver(struct source_sums *out, struct pass *p) {
  bitwave_gather(p->scratch, p->workers);
  for (uint32_t i = 0; i < p->net.nodes; i++) {
    const struct bitwave_sums *s = &p->scratch->sums[i];
    out[p->order.node[i]] = (struct source_sums){(double)s->steps, squares_at(p, i, s->farthest), bitwave_inverse(s), s->reached};
  }
}

static bool pass_start(struct pass *p, const struct graph *g, const uint32_t *source) {
  p->place = memory_array(p->count, sizeof *p->place);
  p->scratch = memory_zeroed(p->workers, sizeof *p->scratch);
  if (!p->place || !p->scratch) return false;
  for (size_t i = 0; i < p->count; i++)
    p->place[i] = p->order.place[source[i]];
  qsort(p->place, p->count, sizeof *p->place, by_place);
  for (unsigned w = 0; w < p->workers; w++)
    if (!bitwave_scratch_start(&p->scratch[w], g->nodes)) return false;
  return true;
}

static void pass_free(struct pass *p) {
  for (unsigned w = 0; p->scratch && w < p->workers; w++)
    bitwave_scratch_free(&p->scratch[w]);
  free(p->scratch);
  free(p->place);
  order_free(&p->order);
}

enum kernel_code sources_sums(struct source_sums *out, const struct graph *g, const uint32_t *source, size_t count,
                              const struct kernel_watch *watch) {
  struct pass p = {.count = count};
  halt_start(&p.halt, watch);
  enum kernel_code code = order_start(&p.order, g, NULL, false);
  if (code) return code;
  const struct order_rows *to = &p.order.out, *in = g->directed ? &p.order.in : to;
  p.net = (struct bitwave_net){g->nodes, 0, to->first, in->first, to->to, in->to};
  double cost = ((double)g->nodes + (double)g->first[g->nodes]) * 8;
  struct waves_job job = {(count + BITWAVE_SOURCES - 1) / BITWAVE_SOURCES, cost, some_batches, &p};
  p.workers = waves_workers(&job, watch);
  code = pass_start(&p, g, source) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && halt_called(&p.halt)) code = KERNEL_STOPPED;
  if (code == KERNEL_DONE) deliver(out, &p);
  pass_free(&p);
  return code;
}
