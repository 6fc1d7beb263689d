/* Betweenness from sampled shortest paths: two nodes are drawn, then one of their shortest paths; a node's share of the samples that it
 * lies inside of estimates its betweenness, without bias.
 *
 * How many: a pilot of samples, then thrown away, says about how much each node has. delta is shared out so that all nodes should be good
 * at the same time: many tries for the few nodes through which much goes, next to nothing for the many of almost none. Then samples are
 * drawn to a checkpoint and each node is held against Chernoff's bound (samplebound.h) with its share of delta over all checkpoints; the
 * first at which all are within epsilon ends it. Checkpoints follow from the pilot alone, and at the last one the bound holds whatever was
 * drawn, so the guarantee is that of a union over nodes, sides and checkpoints: it has no constant that was found by experiment. Which
 * nodes can lie inside a path at all is known from their ties; the others take no part in the union.
 *
 * Sources: (1) M. Borassi, E. Natale 2016, KADABRA, doi:10.4230/LIPIcs.ESA.2016.20 (the scheme; delta by node); (2) M. Riondato, E. Upfal
 * 2018, ABRA, doi:10.1145/3208351 (checkpoints in geometric steps); (3) W. Hoeffding 1963, doi:10.1080/01621459.1963.10500830. */
#include "kernel/sampled.h"

#include "base/memory.h"
#include "kernel/halt.h"
#include "kernel/pairpath.h"
#include "kernel/samplebound.h"

#include <math.h>
#include <stdlib.h>

#define CHECKPOINTS 12
#define MAIN_STREAM ((uint64_t)1 << 62) /* the pilot's samples have streams from 0 on */

struct sampling {
  const struct graph *g;
  const struct sampled_ask *ask;
  struct halt halt;
  unsigned workers;
  struct pairpath *path; /* one for each worker, as the next two */
  uint64_t **inside;
  bool *overflow;
  uint64_t stream;        /* of item 0 */
  uint64_t *hits, *pilot; /* of each node: merged; those of the pilot */
  uint64_t able;          /* nodes that can lie inside a path */
  double *below, *above;  /* by hits in the pilot: the surprise that each side of the bound takes */
  double checkpoint[CHECKPOINTS];
};

/* Is there a way in and another out? */
static bool can_lie_inside(const struct graph *g, uint32_t v) {
  uint64_t out = g->first[v + 1] - g->first[v], in = g->in_first[v + 1] - g->in_first[v];
  return g->directed ? out > 0 && in > 0 && (out > 1 || in > 1 || g->to[g->first[v]] != g->in_to[g->in_first[v]]) : out > 1;
}

static void some_samples(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct sampling *s = context;
  (void)lane;
  for (size_t i = from; i < to && !s->overflow[worker] && !halt_called(&s->halt); i++) {
    struct chance chance;
    chance_start(&chance, s->ask->seed, s->stream + i);
    uint32_t a = (uint32_t)chance_below(&chance, s->g->nodes), b = (uint32_t)chance_below(&chance, s->g->nodes - 1);
    b += b >= a;
    s->overflow[worker] = !pairpath_draw(s->inside[worker], NULL, &s->path[worker], a, b, &chance);
    if (i % 16 == 0) halt_ask(&s->halt, worker);
  }
}

/* Draw samples of the streams from `stream` on, and add them to hits. */
static enum kernel_code draw(struct sampling *s, uint64_t stream, uint64_t count) {
  double touches = 20 * sqrt((double)s->g->nodes + (double)s->g->first[s->g->nodes]);
  struct waves_job job = {(size_t)count, touches, some_samples, s};
  s->stream = stream;
  enum kernel_code code = waves_run(&job, s->halt.watch);
  if (code == KERNEL_DONE && halt_called(&s->halt)) code = KERNEL_STOPPED;
  for (unsigned w = 0; w < s->workers; w++) {
    if (code == KERNEL_DONE && s->overflow[w]) code = KERNEL_TOO_MANY_PATHS;
    for (uint32_t v = 0; v < s->g->nodes; v++)
      s->hits[v] += s->inside[w][v], s->inside[w][v] = 0;
  }
  return code;
}

static bool sampling_start(struct sampling *s) {
  uint32_t n = s->g->nodes;
  unsigned threads = s->halt.watch && s->halt.watch->threads ? s->halt.watch->threads : 1;
  s->workers = threads < WAVES_LANES ? threads : WAVES_LANES;
  s->path = memory_zeroed(s->workers, sizeof *s->path);
  s->inside = memory_zeroed(s->workers, sizeof *s->inside);
  s->overflow = memory_zeroed(s->workers, sizeof *s->overflow);
  s->hits = memory_zeroed(n, sizeof *s->hits);
  bool ready = s->path && s->inside && s->overflow && s->hits;
  for (unsigned w = 0; ready && w < s->workers; w++)
    ready = pairpath_start(&s->path[w], s->g) && (s->inside[w] = memory_zeroed(n, sizeof **s->inside));
  for (uint32_t v = 0; v < n; v++)
    s->able += can_lie_inside(s->g, v);
  return ready;
}

static void sampling_free(struct sampling *s) {
  for (unsigned w = 0; w < s->workers; w++) {
    if (s->path) pairpath_free(&s->path[w]);
    if (s->inside) free(s->inside[w]);
  }
  free(s->path);
  free(s->inside);
  free(s->overflow);
  free(s->hits);
  free(s->pilot);
  free(s->below);
  free(s->above);
}

/* ---- the guarantee ---- */

/* About what a node has that was hit so often in the pilot; any guess would do, a good one saves samples. */
static double guess(uint64_t hits, uint64_t pilot) {
  return ((double)hits + .5) / ((double)pilot + 1);
}

/* How probable it is, if all nodes have what the pilot says, that one of them is judged wrongly at one of so many samples. `nodes` counts
 * the nodes by hits in the pilot. */
static double risk(const uint64_t *nodes, uint64_t pilot, double samples, double epsilon) {
  double sum = 0;
  for (uint64_t h = 0; h <= pilot; h++) {
    double p = guess(h, pilot);
    if (!nodes[h]) continue;
    if (p + epsilon < 1) sum += (double)nodes[h] * exp(-samples * samplebound_entropy(p, p + epsilon));
    if (p > epsilon) sum += (double)nodes[h] * exp(-samples * samplebound_entropy(p, p - epsilon));
  }
  return CHECKPOINTS * sum;
}

/* Share out delta: half of it so that all nodes should be done at the same number of samples, half of it alike. */
static void share_out(struct sampling *s, const uint64_t *nodes, uint64_t pilot) {
  double epsilon = s->ask->epsilon, delta = s->ask->delta, alike = delta / (4 * (double)s->able * CHECKPOINTS);
  double least = 1, most = ceil(-log(alike) / (2 * epsilon * epsilon)); /* by Pinsker's inequality nothing is left to doubt at `most` */
  double high = most;
  for (int i = 0; i < 50; i++) {
    double half = (least + high) / 2;
    *(risk(nodes, pilot, half, epsilon) <= delta / 2 ? &high : &least) = half;
  }
  for (uint64_t h = 0; h <= pilot; h++) {
    double p = guess(h, pilot);
    s->below[h] = -log(alike + (p + epsilon < 1 ? exp(-high * samplebound_entropy(p, p + epsilon)) : 0));
    s->above[h] = -log(alike + (p > epsilon ? exp(-high * samplebound_entropy(p, p - epsilon)) : 0));
  }
  for (int k = 0; k < CHECKPOINTS; k++)
    s->checkpoint[k] = ceil(high * pow(most / high, (double)k / (CHECKPOINTS - 1)));
  s->checkpoint[CHECKPOINTS - 1] = most;
}

/* Draw the pilot and plan by it. */
static enum kernel_code plan(struct sampling *s, uint64_t pilot) {
  uint32_t n = s->g->nodes;
  uint64_t *nodes = memory_zeroed(pilot + 1, sizeof *nodes);
  s->below = memory_array(pilot + 1, sizeof *s->below);
  s->above = memory_array(pilot + 1, sizeof *s->above);
  enum kernel_code code = nodes && s->below && s->above ? draw(s, 0, pilot) : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; code == KERNEL_DONE && v < n; v++)
    nodes[s->hits[v]] += can_lie_inside(s->g, v);
  if (code == KERNEL_DONE) share_out(s, nodes, pilot);
  free(nodes);
  s->pilot = s->hits;
  s->hits = memory_zeroed(n, sizeof *s->hits);
  return code == KERNEL_DONE && !s->hits ? KERNEL_NO_MEMORY : code;
}

static bool all_within(const struct sampling *s, double samples) {
  for (uint32_t v = 0; v < s->g->nodes; v++) {
    double seen = (double)s->hits[v] / samples;
    if (!can_lie_inside(s->g, v)) continue;
    if (!samplebound_below(seen, samples, s->ask->epsilon, s->below[s->pilot[v]])) return false;
    if (!samplebound_above(seen, samples, s->ask->epsilon, s->above[s->pilot[v]])) return false;
  }
  return true;
}

static enum kernel_code until_guaranteed(struct sampled *out, struct sampling *s) {
  out->pilot = (uint64_t)ceil(log(2 * (double)s->able / s->ask->delta) / s->ask->epsilon);
  out->epsilon = s->ask->epsilon;
  enum kernel_code code = plan(s, out->pilot);
  for (int k = 0; code == KERNEL_DONE && k < CHECKPOINTS; k++) {
    uint64_t upto = (uint64_t)s->checkpoint[k];
    if (upto > out->samples) code = draw(s, MAIN_STREAM + out->samples, upto - out->samples);
    out->samples = upto;
    if (code == KERNEL_DONE && all_within(s, (double)upto)) break;
  }
  return code;
}

/* What so many samples guarantee: the widest bound of a node, delta in equal parts. */
static double guaranteed(const struct sampling *s, double samples) {
  double surprise = log(2 * (double)s->able / s->ask->delta), widest = 0;
  for (uint32_t v = 0; v < s->g->nodes; v++) {
    double seen = (double)s->hits[v] / samples;
    if (!can_lie_inside(s->g, v)) continue;
    if (samplebound_below(seen, samples, widest, surprise) && samplebound_above(seen, samples, widest, surprise)) continue;
    widest = samplebound_width(seen, samples, surprise);
  }
  return widest;
}

enum kernel_code betweenness_sampled(double *node, struct sampled *out, const struct graph *g, const struct sampled_ask *ask,
                                     const struct kernel_watch *watch) {
  struct sampling s = {.g = g, .ask = ask};
  *out = (struct sampled){0};
  halt_start(&s.halt, watch);
  enum kernel_code code = sampling_start(&s) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && s.able > 0 && ask->samples) {
    out->samples = ask->samples;
    code = draw(&s, MAIN_STREAM, ask->samples);
    if (code == KERNEL_DONE) out->epsilon = guaranteed(&s, (double)ask->samples);
  } else if (code == KERNEL_DONE && s.able > 0) {
    code = until_guaranteed(out, &s);
  }
  for (uint32_t v = 0; code == KERNEL_DONE && v < g->nodes; v++)
    node[v] = out->samples ? (double)s.hits[v] / (double)out->samples : 0;
  sampling_free(&s);
  return code;
}
