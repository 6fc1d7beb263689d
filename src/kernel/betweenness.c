/* Betweenness on the reduced network, many sources side by side.
 *
 * The network is taken apart, its twins joined and its nodes put in order (reduce.h); batches of sources are walked in the lanes of vectors
 * (lanes.h); each of the 16 lanes of the waves has its own sums, merged in their order and dealt back to the nodes, so the bits do not
 * depend on threads. With lengths, 32 sources are walked side by side (lengthlanes.h) where those are whole numbers of a unit and no
 * distance goes beyond what a lane holds, else each alone (lengthwise.h).
 *
 * Sources: (1) U. Brandes 2001, A faster algorithm for betweenness centrality, doi:10.1080/0022250X.2001.9990249; (2) A. E. Sariyuce et al.
 * 2013, doi:10.1137/1.9781611972832.71; (3) M. Then et al. 2014, doi:10.14778/2735496.2735507. */
#include "kernel/betweenness.h"

#include "base/memory.h"
#include "base/run.h"
#include "kernel/length.h"
#include "kernel/lengthlanes.h"
#include "kernel/lengthwise.h"
#include "kernel/reduce.h"
#include "kernel/waves.h"

#include <stdlib.h>

#define ASK_WITHIN 1000000 /* arcs from which a batch takes long enough to ask the watch between levels */

struct pass {
  struct reduced small;
  struct lengths lengths;
  uint32_t edges, sources; /* sources: the first so many nodes */
  unsigned lanes;          /* sources of a batch: LANES; with lengths LENGTHLANES, or 1 where they do not fit */
  struct halt halt;
  struct lanes_scratch *scratch; /* one for each worker */
  struct lengthwise *lengthwise; /* the same, with lengths */
  struct lengthlanes_net short_net;
  struct lengthlanes *lengthlanes; /* the same, where lengths fit; else NULL */
  enum lanes_width width;
  double **node, **edge;  /* sums of each lane of the waves */
  enum kernel_code *code; /* of each lane of the waves */
  unsigned workers, sums;
};

/* Side by side where all distances fit, else one after the other. */
static enum kernel_code by_length(struct pass *p, uint32_t source, unsigned count, double *node, double *edge, unsigned worker) {
  struct lengthlanes_batch b = {source, count, node, edge, &p->halt, worker};
  enum lengthlanes_code aside = p->lengthlanes ? lengthlanes_walk(&p->lengthlanes[worker], &p->short_net, &b) : LENGTHLANES_TOO_FAR;
  bool fine = aside != LENGTHLANES_NOT;
  for (unsigned l = 0; aside == LENGTHLANES_TOO_FAR && fine && l < count && !halt_ask(&p->halt, worker); l++)
    fine = lengthwise_walk(&p->lengthwise[worker], &p->small, source + l, node, edge, &p->halt, worker);
  return fine ? KERNEL_DONE : KERNEL_TOO_MANY_PATHS;
}

static enum kernel_code one_batch(struct pass *p, size_t i, unsigned lane, unsigned worker) {
  const struct lanes_net *net = &p->small.net;
  uint32_t source = (uint32_t)(i * p->lanes), left = p->sources - source;
  double *node = p->node ? p->node[lane] : NULL, *edge = p->edge ? p->edge[lane] : NULL;
  unsigned count = left < p->lanes ? left : p->lanes;
  if (p->lengthwise) return by_length(p, source, count, node, edge, worker);
  struct lanes_batch b = {.net = net, .source = source, .count = count, .node = node, .edge = edge, .halt = &p->halt, .worker = worker};
  b.ask = net->first[net->nodes] >= ASK_WITHIN;
  return lanes_walk(&p->scratch[worker], &b, p->width);
}

static void some_batches(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  for (size_t i = from; i < to && !p->code[lane] && !halt_called(&p->halt); i++)
    p->code[lane] = one_batch(p, i, lane, worker);
}

static double **sums_start(unsigned sums, uint32_t count) {
  double **all = memory_zeroed(sums, sizeof *all);
  for (unsigned l = 0; all && l < sums; l++)
    all[l] = memory_zeroed(count, sizeof **all);
  return all;
}

static bool sums_ready(double *const *all, unsigned sums) {
  for (unsigned l = 0; all && l < sums; l++)
    if (!all[l]) return false;
  return all != NULL;
}

static void sums_free(double **all, unsigned sums) {
  for (unsigned l = 0; all && l < sums; l++)
    free(all[l]);
  free(all);
}

/* All lanes' sums of item i, in their order. */
static double merged(double *const *all, unsigned sums, uint32_t i) {
  double sum = 0;
  for (unsigned l = 0; l < sums; l++)
    sum += all[l][i];
  return sum;
}

static void merge_nodes(double *node, const struct pass *p) {
  const struct reduced *r = &p->small;
  for (uint32_t i = 0; i < r->net.nodes && p->sums; i++)
    p->node[0][i] = merged(p->node, p->sums, i);
  for (uint32_t k = 0; k < r->parts && p->sums; k++)
    node[r->part_node[k]] += p->node[0][r->at[k]];
}

/* The width that was asked for, or what the processor has of its sort. */
static enum lengthlanes_width width_of(const struct pass *p) {
  static const enum lengthlanes_width widths[] = {LENGTHLANES_PLAIN, LENGTHLANES_AVX2, LENGTHLANES_AVX512};
  return widths[p->width] < lengthlanes_best_width() ? widths[p->width] : lengthlanes_best_width();
}

static bool lengthlanes_ready(struct pass *p) {
  if (p->lanes == 1) return true;
  p->lengthlanes = memory_zeroed(p->workers, sizeof *p->lengthlanes);
  bool ready = p->lengthlanes && lengthlanes_net_start(&p->short_net, &p->small);
  for (unsigned w = 0; ready && w < p->workers; w++) {
    ready = lengthlanes_start(&p->lengthlanes[w], &p->short_net, p->edge);
    p->lengthlanes[w].width = width_of(p);
  }
  return ready;
}

static bool scratch_start(struct pass *p) {
  if (p->small.length && !lengthlanes_ready(p)) return false;
  if (p->small.length)
    p->lengthwise = memory_zeroed(p->workers, sizeof *p->lengthwise);
  else
    p->scratch = memory_zeroed(p->workers, sizeof *p->scratch);
  bool ready = p->lengthwise || p->scratch;
  for (unsigned w = 0; ready && w < p->workers; w++)
    ready = p->lengthwise ? lengthwise_start(&p->lengthwise[w], &p->small, &p->lengths, p->edge)
                          : lanes_scratch_start(&p->scratch[w], &p->small.net);
  return ready;
}

static bool pass_start(struct pass *p, bool nodes, bool edges) {
  p->code = memory_zeroed(p->sums, sizeof *p->code);
  if (nodes) p->node = sums_start(p->sums, p->small.net.nodes);
  if (edges) p->edge = sums_start(p->sums, p->edges);
  if (!p->code || (nodes && !sums_ready(p->node, p->sums)) || (edges && !sums_ready(p->edge, p->sums))) return false;
  return scratch_start(p);
}

static void pass_free(struct pass *p) {
  for (unsigned w = 0; p->scratch && w < p->workers; w++)
    lanes_scratch_free(&p->scratch[w]);
  for (unsigned w = 0; p->lengthwise && w < p->workers; w++)
    lengthwise_free(&p->lengthwise[w]);
  for (unsigned w = 0; p->lengthlanes && w < p->workers; w++)
    lengthlanes_free(&p->lengthlanes[w]);
  lengthlanes_net_free(&p->short_net);
  free(p->scratch);
  free(p->lengthwise);
  free(p->lengthlanes);
  free(p->code);
  sums_free(p->node, p->sums);
  sums_free(p->edge, p->sums);
  reduce_free(&p->small);
  lengths_free(&p->lengths);
}

/* The walk over the reduced network, added to what needed none. */
static enum kernel_code walk_all(struct pass *p, double *node, double *edge) {
  const struct lanes_net *net = &p->small.net;
  double cost = ((double)net->nodes + (double)net->first[net->nodes]) * (p->lengths.of_edge ? p->lanes > 1 ? 40 : 8 : 4);
  struct waves_job job = {((size_t)p->sources + p->lanes - 1) / p->lanes, cost, some_batches, p};
  p->workers = waves_workers(&job, p->halt.watch);
  p->sums = waves_lanes(&job);
  enum kernel_code code = pass_start(p, node, edge) ? waves_run(&job, p->halt.watch) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && halt_called(&p->halt)) code = KERNEL_STOPPED;
  for (unsigned l = 0; code == KERNEL_DONE && l < p->sums; l++)
    code = p->code[l];
  if (code == KERNEL_DONE && node) merge_nodes(node, p);
  for (uint32_t e = 0; code == KERNEL_DONE && edge && e < p->edges; e++)
    edge[e] += merged(p->edge, p->sums, e);
  return code;
}

/* Where all ties are as long as each other they are walked by steps; but not where nodes have 3 ties or fewer: such a network may be long
 * and thin, and then few of a batch's sources are as many steps away. */
static enum kernel_code take_lengths(struct pass *p, const struct graph *g) {
  struct graph by_steps = *g;
  bool same = g->edges > g->nodes + g->nodes / 2;
  for (uint32_t e = 1; same && g->length && e < g->edges; e++)
    same = g->length[e] == g->length[0];
  if (same) by_steps.length = NULL;
  return lengths_start(&p->lengths, &by_steps);
}

static void choose_lanes(struct pass *p) {
  p->lanes = !p->small.length ? LANES : lengthlanes_fit(&p->small, &p->lengths) ? LENGTHLANES : 1;
}

enum kernel_code betweenness_with(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch,
                                  enum lanes_width width) {
  struct pass p = {.edges = g->edges, .lanes = 1, .width = width};
  halt_start(&p.halt, watch);
  enum kernel_code code = take_lengths(&p, g);
  if (code == KERNEL_DONE) code = reduce_start(&p.small, node, edge, g, p.lengths.of_edge);
  if (code) goto done;
  p.sources = p.small.net.nodes;
  choose_lanes(&p);
  code = walk_all(&p, node, edge);
  for (uint32_t v = 0; node && !g->directed && v < g->nodes; v++)
    node[v] /= 2;
  for (uint32_t e = 0; edge && !g->directed && e < g->edges; e++)
    edge[e] /= 2;
done:
  pass_free(&p);
  return code;
}

enum kernel_code betweenness_of_pairs(double *node, const struct graph *g, const bool *of_from, const bool *of_onto,
                                      const struct kernel_watch *watch) {
  struct pass p = {.edges = g->edges, .width = lanes_best_width()};
  halt_start(&p.halt, watch);
  for (uint32_t v = 0; v < g->nodes; v++)
    node[v] = 0;
  enum kernel_code code = take_lengths(&p, g);
  if (code == KERNEL_DONE) code = reduce_not(&p.small, &p.sources, g, p.lengths.of_edge, of_from, of_onto);
  if (code == KERNEL_DONE && p.sources) {
    choose_lanes(&p);
    code = walk_all(&p, node, NULL);
  }
  pass_free(&p);
  return code;
}

/* Some batches from all over the order, until there are enough of them or a third of a second is over; all of them in proportion. */
static double timed(struct pass *p, const struct kernel_watch *watch) {
  size_t batches = ((size_t)p->sources + p->lanes - 1) / p->lanes, done = 0;
  double start = run_clock();
  for (size_t tries = batches < 8 ? batches : 8; done < tries && (!done || run_clock() - start < .3); done++)
    one_batch(p, (2 * done + 1) * batches / (2 * tries), 0, 0);
  unsigned threads = watch && watch->threads ? watch->threads : 1;
  return done ? (run_clock() - start) / (double)done * (double)batches / (threads < WAVES_LANES ? threads : WAVES_LANES) : 0;
}

enum kernel_code betweenness_seconds(double *seconds, const struct graph *g, bool edges, const struct kernel_watch *watch) {
  struct pass p = {.edges = g->edges, .lanes = 1, .workers = 1, .sums = 1, .width = lanes_best_width()};
  double start = run_clock(), *node = memory_zeroed(g->nodes, sizeof *node), *edge = memory_zeroed(g->edges, sizeof *edge);
  halt_start(&p.halt, watch);
  enum kernel_code code = node && edge ? take_lengths(&p, g) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE) code = reduce_start(&p.small, edges ? NULL : node, edges ? edge : NULL, g, p.lengths.of_edge);
  p.sources = p.small.net.nodes;
  if (code == KERNEL_DONE) choose_lanes(&p);
  if (code == KERNEL_DONE && !pass_start(&p, !edges, edges)) code = KERNEL_NO_MEMORY;
  double before = run_clock() - start;
  if (code == KERNEL_DONE) *seconds = before + timed(&p, watch);
  pass_free(&p);
  free(node);
  free(edge);
  return code;
}

enum kernel_code betweenness(double *node, double *edge, const struct graph *g, const struct kernel_watch *watch) {
  return betweenness_with(node, edge, g, watch, lanes_best_width());
}
