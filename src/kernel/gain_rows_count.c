/* How many pairs are how far apart: walks from all members, or from those of one group where each pair is met from one of its ends.
 * Counts are whole numbers, so those of several threads add up alike in any order. */
#include "kernel/gain_rows.h"

#include "base/memory.h"
#include "kernel/gain_walk.h"
#include "kernel/waves.h"

#include <stdlib.h>

struct counting {
  const struct gain_field *f;
  const struct graph *g;
  struct gain_walker *scratch;
  uint32_t *source, sources, most;
  bool once; /* each pair is met from one of its ends alone */
};

/* From all members; from those of group 1 where that is enough. */
static bool choose_sources(struct counting *c) {
  const struct gain_field *f = c->f;
  c->source = memory_array(f->members, sizeof *c->source);
  c->once = f->side && (f->one_way || !f->directed);
  for (uint32_t i = 0; f->side && !f->one_way && i < f->members; i++)
    c->once = c->once && (f->side[f->member[i]] & 3) != 3;
  for (uint32_t i = 0; c->source && i < f->members; i++)
    if (!c->once || (f->side[f->member[i]] & 1)) c->source[c->sources++] = f->member[i];
  return c->source != NULL;
}

static void some_counts(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct counting *c = context;
  (void)lane;
  for (size_t batch = from; batch < to; batch++) {
    uint32_t start = (uint32_t)batch * GAIN_WALKS, left = c->sources - start;
    struct gain_walk x = {c->g->first, c->g->to, c->source + start, c->g->nodes, left < GAIN_WALKS ? left : GAIN_WALKS, c->most, .f = c->f};
    for (uint32_t i = 0; c->f->side && i < x.count; i++) {
      uint8_t side = c->f->side[x.source[i]];
      if (side & 1) x.one |= UINT64_C(1) << i;
      if (side & 2 && !c->once) x.two |= UINT64_C(1) << i;
    }
    gain_walk(&c->scratch[worker], &x);
  }
}

enum kernel_code gain_rows_count(uint64_t *count, const struct gain_field *f, const struct graph *g, const struct kernel_watch *watch) {
  struct counting c = {.f = f, .g = g, .most = !f->within ? GAIN_FAR - 1 : f->within > 3 ? f->within : 3};
  if (!choose_sources(&c)) return KERNEL_NO_MEMORY;
  struct waves_job job = {(c.sources + GAIN_WALKS - 1) / GAIN_WALKS, 4.0 * (double)(g->nodes + g->first[g->nodes]), some_counts, &c};
  unsigned workers = waves_workers(&job, watch);
  c.scratch = gain_walkers_start(workers, g->nodes);
  enum kernel_code code = c.scratch ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (unsigned w = 0; !code && w < workers; w++) {
    c.scratch[w].count = memory_zeroed(GAIN_FAR + 1, sizeof *c.scratch[w].count);
    if (!c.scratch[w].count) code = KERNEL_NO_MEMORY;
  }
  if (!code) code = waves_run(&job, watch);
  for (uint32_t d = 1; !code && d < GAIN_FAR; d++) {
    for (unsigned w = 0; w < workers; w++)
      count[d] += c.scratch[w].count[d];
    if (!g->directed && !c.once) count[d] /= 2;
  }
  free(c.source);
  return gain_walkers_end(c.scratch, workers, code);
}
