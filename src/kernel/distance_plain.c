/* All shortest distances from one source at a time: the form for lengths, and the judge of the faster one.
 *
 * Unweighted: breadth-first search from each node, level by level; a level adds (its size x depth) and (its size / depth), so the sums are
 * those of the distance histogram and hardly round. Weighted: Dijkstra with a binary heap, on whole units where lengths have a common one.
 * Sources are shared out between workers; each source writes its own entries and the histogram is of whole numbers, so the result does not
 * depend on the number of threads.
 *
 * Sources: (1) E. W. Dijkstra 1959, doi:10.1007/BF01386390. */
#include "kernel/distance.h"

#include "base/memory.h"
#include "base/run.h"
#include "kernel/heap.h"
#include "kernel/length.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

struct scratch {
  uint32_t *seen, *queue; /* seen[v]: 1 + the source that saw v last; 0: none */
  double *distance;
  uint64_t *pairs;
  struct heap heap;
};

#define SOURCES_TIMED 64

struct pass {
  const struct graph *g;
  struct lengths lengths;
  struct distances *out;
  struct scratch *scratch; /* one for each worker */
  unsigned workers;
};

static bool scratch_start(struct scratch *s, const struct graph *g) {
  s->seen = memory_zeroed(g->nodes, sizeof *s->seen);
  if (g->length) {
    s->distance = memory_array(g->nodes, sizeof *s->distance);
    return s->seen && s->distance && heap_start(&s->heap, g->nodes, s->distance);
  }
  s->queue = memory_array(g->nodes, sizeof *s->queue);
  s->pairs = memory_zeroed((size_t)g->nodes + 1, sizeof *s->pairs);
  return s->seen && s->queue && s->pairs;
}

static void scratch_free(struct scratch *s) {
  free(s->seen);
  free(s->queue);
  free(s->distance);
  free(s->pairs);
  heap_free(&s->heap);
}

/* One level is queue[head .. level_end); the next one grows behind it. */
static void by_steps(struct pass *p, struct scratch *s, uint32_t source) {
  const struct graph *g = p->g;
  uint64_t sum = 0;
  double inverse = 0;
  size_t head = 0, tail = 0, level_end = 1;
  uint32_t depth = 0;
  s->queue[tail++] = source;
  s->seen[source] = source + 1;
  while (head < tail) {
    for (level_end = tail; head < level_end; head++) {
      uint32_t v = s->queue[head];
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
        uint32_t w = g->to[a];
        if (s->seen[w] == source + 1) continue;
        s->seen[w] = source + 1;
        s->queue[tail++] = w;
      }
    }
    if (tail == level_end) break;
    depth++;
    uint64_t level = tail - level_end;
    s->pairs[depth] += level;
    sum += level * depth;
    inverse += (double)level / depth;
  }
  p->out->sum[source] = (double)sum;
  p->out->inverse[source] = inverse;
  p->out->farthest[source] = depth;
  p->out->reached[source] = (uint32_t)tail - 1;
}

/* Offer each neighbour of v the way through v. */
static void relax(const struct pass *p, struct scratch *s, uint32_t v, uint32_t mark) {
  const struct graph *g = p->g;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t w = g->to[a];
    double d = s->distance[v] + p->lengths.of_edge[g->edge[a]];
    if (s->seen[w] == mark && d >= s->distance[w]) continue;
    s->seen[w] = mark;
    s->distance[w] = d;
    heap_raise(&s->heap, w);
  }
}

static void by_length(struct pass *p, struct scratch *s, uint32_t source) {
  double sum = 0, inverse = 0, farthest = 0;
  uint32_t reached = 0;
  s->distance[source] = 0;
  s->seen[source] = source + 1;
  relax(p, s, source, source + 1);
  while (s->heap.count) {
    uint32_t v = heap_take(&s->heap);
    double d = s->distance[v] / p->lengths.units;
    sum += s->distance[v];
    inverse += 1 / d;
    farthest = d;
    reached++;
    relax(p, s, v, source + 1);
  }
  p->out->sum[source] = sum / p->lengths.units;
  p->out->inverse[source] = inverse;
  p->out->farthest[source] = farthest;
  p->out->reached[source] = reached;
}

static void some_sources(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t source = from; source < to; source++)
    (p->g->length ? by_length : by_steps)(p, &p->scratch[worker], (uint32_t)source);
}

static bool arrays_start(struct distances *out, const struct graph *g) {
  out->sum = memory_array(g->nodes, sizeof *out->sum);
  out->inverse = memory_array(g->nodes, sizeof *out->inverse);
  out->farthest = memory_array(g->nodes, sizeof *out->farthest);
  out->reached = memory_array(g->nodes, sizeof *out->reached);
  if (!g->length) out->pairs = memory_zeroed((size_t)g->nodes + 1, sizeof *out->pairs);
  return out->sum && out->inverse && out->farthest && out->reached && (g->length || out->pairs);
}

static void add_histograms(struct distances *out, const struct pass *p) {
  for (unsigned w = 0; w < p->workers && out->pairs; w++)
    for (uint32_t d = 1; d <= p->g->nodes; d++) {
      out->pairs[d] += p->scratch[w].pairs[d];
      if (p->scratch[w].pairs[d] && d > out->longest) out->longest = d;
    }
}

static bool pass_start(struct pass *p) {
  p->scratch = memory_zeroed(p->workers, sizeof *p->scratch);
  bool ready = p->scratch && arrays_start(p->out, p->g);
  for (unsigned w = 0; ready && w < p->workers; w++)
    ready = scratch_start(&p->scratch[w], p->g);
  return ready;
}

static void pass_free(struct pass *p) {
  for (unsigned w = 0; p->scratch && w < p->workers; w++)
    scratch_free(&p->scratch[w]);
  free(p->scratch);
  lengths_free(&p->lengths);
}

enum kernel_code distances_plain(struct distances *out, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .out = out};
  double arcs = (double)g->first[g->nodes];
  struct waves_job job = {g->nodes, (g->nodes + arcs) * (g->length ? 8 : 1), some_sources, &p};
  *out = (struct distances){0};
  enum kernel_code code = lengths_start(&p.lengths, g);
  if (code) return code;
  p.workers = waves_workers(&job, watch);
  code = pass_start(&p) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE) add_histograms(out, &p);
  pass_free(&p);
  if (code) distances_free(out);
  return code;
}

/* Sources from all over the network, until there are enough of them or a third of a second is over; all of them in proportion. */
static double timed(struct pass *p, const struct kernel_watch *watch) {
  size_t nodes = p->g->nodes, done = 0, tries = nodes < SOURCES_TIMED ? nodes : SOURCES_TIMED;
  double start = run_clock();
  for (; done < tries && (!done || run_clock() - start < .3); done++) {
    size_t source = (2 * done + 1) * nodes / (2 * tries);
    some_sources(p, source, source + 1, 0, 0);
  }
  unsigned threads = watch && watch->threads ? watch->threads : 1;
  return done ? (run_clock() - start) / (double)done * (double)nodes / (threads < WAVES_LANES ? threads : WAVES_LANES) : 0;
}

enum kernel_code distances_plain_seconds(double *seconds, const struct graph *g, const struct kernel_watch *watch) {
  struct distances untold = {0};
  struct pass p = {.g = g, .out = &untold, .workers = 1};
  enum kernel_code code = lengths_start(&p.lengths, g);
  if (code) return code;
  code = pass_start(&p) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE) *seconds = timed(&p, watch);
  pass_free(&p);
  distances_free(&untold);
  return code;
}
