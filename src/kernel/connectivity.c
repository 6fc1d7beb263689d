/* Node and edge connectivity by routes from each node to those numbered before it.
 *
 * Least degree k is an upper bound; cut nodes and bridges decide between 1 and more; often that settles it. Else number the nodes so that
 * each is tied to as many earlier ones as can be (maximum adjacency). For each node count routes to earlier nodes that share nothing, up to
 * k; fewer are a cut, and k falls. Why that finds the least cut: take the first node that a cut parts from earlier ones; those are all on
 * one side, so every route crosses the cut. For nodes as cuts the first k are compared two by two, since the earlier ones could all lie in
 * the cut. Most nodes have k earlier neighbours, so most searches end after one step. Directed: routes both ways. Nodes are shared out
 * between workers; they share the least value as their limit, and a minimum does not depend on the order.
 *
 * Sources: (1) S. Even 1975, An algorithm for determining whether the connectivity of a graph is at least k, doi:10.1137/0204034; (2) H.
 * Whitney 1932, Congruent graphs and the connectivity of graphs, doi:10.2307/2371086. */
#include "kernel/connectivity.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/fan.h"
#include "kernel/heap.h"
#include "kernel/lowpoint.h"
#include "kernel/waves.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct pass {
  const struct graph *g;
  bool nodes; /* are nodes taken away, or edges? */
  unsigned sides, workers;
  uint32_t *order, *rank;
  struct fan *fan[2]; /* of each worker: along the arcs; against them, where directed */
  _Atomic uint32_t least;
  atomic_bool failed;
};

static bool adjacent(const struct graph *g, uint32_t v, uint32_t w) {
  uint64_t low = g->first[v], high = g->first[v + 1];
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (g->to[middle] < w)
      low = middle + 1;
    else
      high = middle;
  }
  return low < g->first[v + 1] && g->to[low] == w;
}

/* Count routes, along the arcs or against them, and keep the least. */
static void count_routes(struct pass *p, struct fan *fan, uint32_t v, const struct fan_goal *goal) {
  uint32_t limit = atomic_load(&p->least), routes = fan_routes(fan, v, goal, limit);
  if (fan->failed) atomic_store(&p->failed, true);
  while (routes < limit && !fan->failed && !atomic_compare_exchange_weak(&p->least, &limit, routes))
    continue;
}

/* Node number j and those before it: all at once, or, for nodes as cuts, each of the first k. */
static void one_node(struct pass *p, uint32_t j, unsigned side, unsigned worker) {
  struct fan *fan = &p->fan[side][worker];
  uint32_t v = p->order[j];
  if (!p->nodes || j >= atomic_load(&p->least)) {
    count_routes(p, fan, v, &(struct fan_goal){.rank = p->rank, .before = j});
    return;
  }
  for (uint32_t i = 0; i < j; i++) {
    uint32_t w = p->order[i];
    if (!(side ? adjacent(p->g, w, v) : adjacent(p->g, v, w))) count_routes(p, fan, v, &(struct fan_goal){.to = w});
  }
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t j = from < 1 ? 1 : from; j < to; j++)
    for (unsigned side = 0; side < p->sides; side++)
      one_node(p, (uint32_t)j, side, worker);
}

/* v is numbered: its neighbours that are not have one arc more to numbered nodes. Keys are minus those arcs. */
static void draw_near(struct heap *heap, double *key, const uint32_t *to, uint64_t from, uint64_t end) {
  for (uint64_t a = from; a < end; a++) {
    if (heap->place[to[a]] == HEAP_OUT) continue;
    key[to[a]]--;
    heap_raise(heap, to[a]);
  }
}

/* Number the nodes, each time the one with most arcs to those numbered. */
static enum kernel_code number_nodes(struct pass *p) {
  const struct graph *g = p->g;
  double *key = memory_zeroed(g->nodes, sizeof *key);
  struct heap heap = {0};
  bool ready = key && heap_start(&heap, g->nodes, key);
  for (uint32_t v = 0; ready && v < g->nodes; v++)
    heap_raise(&heap, v);
  for (uint32_t j = 0; ready && heap.count; j++) {
    uint32_t v = heap_take(&heap);
    p->order[j] = v;
    p->rank[v] = j;
    draw_near(&heap, key, g->to, g->first[v], g->first[v + 1]);
    if (g->directed) draw_near(&heap, key, g->in_to, g->in_first[v], g->in_first[v + 1]);
  }
  heap_free(&heap);
  free(key);
  return ready ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

/* The least degree, in either direction. */
static uint32_t least_degree(const struct graph *g) {
  uint64_t least = UINT32_MAX;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint64_t out = g->first[v + 1] - g->first[v], in = g->in_first[v + 1] - g->in_first[v];
    if (out < least) least = out;
    if (in < least) least = in;
  }
  return (uint32_t)least;
}

/* Settle it without routes where that can be done. */
static enum kernel_code settle(bool *settled, uint32_t *out, const struct pass *p, uint32_t bound) {
  const struct graph *g = p->g;
  uint32_t parts = 0, *part = memory_array(g->nodes, sizeof *part);
  struct lowpoint low = {.cut = memory_zeroed(g->nodes, 1), .bridge = memory_zeroed(g->edges, 1)};
  enum kernel_code code = part && low.cut && low.bridge ? component_strong(part, NULL, &parts, g) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && !g->directed && parts == 1) code = lowpoint(&low, g);
  bool weak = code == KERNEL_DONE && (p->nodes ? memchr(low.cut, 1, g->nodes) : memchr(low.bridge, 1, g->edges));
  *out = parts != 1 ? 0 : weak ? 1 : bound;
  *settled = parts != 1 || weak || bound <= (g->directed ? 1u : 2u);
  free(part);
  free(low.cut);
  free(low.bridge);
  return code;
}

static enum kernel_code fans_start(struct pass *p) {
  const struct graph *g = p->g;
  struct graph against = *g;
  against.tail = g->head;
  against.head = g->tail;
  enum kernel_code code = KERNEL_DONE;
  for (unsigned side = 0; code == KERNEL_DONE && side < p->sides; side++) {
    p->fan[side] = memory_zeroed(p->workers, sizeof *p->fan[side]);
    if (!p->fan[side]) return KERNEL_NO_MEMORY;
    for (unsigned w = 0; code == KERNEL_DONE && w < p->workers; w++)
      code = fan_start(&p->fan[side][w], side ? &against : g, p->nodes);
  }
  return code;
}

static void fans_free(struct pass *p) {
  for (unsigned side = 0; side < p->sides; side++) {
    for (unsigned w = 0; p->fan[side] && w < p->workers; w++)
      fan_free(&p->fan[side][w]);
    free(p->fan[side]);
  }
}

static enum kernel_code by_routes(struct pass *p, const struct kernel_watch *watch) {
  const struct graph *g = p->g;
  struct waves_job job = {g->nodes, 4.0 * atomic_load(&p->least) * (double)g->first[g->nodes], some_nodes, p};
  p->workers = waves_workers(&job, watch);
  p->sides = g->directed ? 2 : 1;
  p->order = memory_array(g->nodes, sizeof *p->order);
  p->rank = memory_array(g->nodes, sizeof *p->rank);
  enum kernel_code code = p->order && p->rank ? fans_start(p) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE) code = number_nodes(p);
  if (code == KERNEL_DONE) code = waves_run(&job, watch);
  if (code == KERNEL_DONE && atomic_load(&p->failed)) code = KERNEL_NO_MEMORY;
  fans_free(p);
  free(p->order);
  free(p->rank);
  return code;
}

static enum kernel_code connectivity(uint32_t *out, const struct graph *g, bool nodes, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .nodes = nodes};
  bool settled = true;
  *out = 0;
  if (g->nodes < 2) return KERNEL_DONE;
  uint32_t bound = least_degree(g);
  atomic_store(&p.least, bound);
  enum kernel_code code = settle(&settled, out, &p, bound);
  if (code || settled) return code;
  code = by_routes(&p, watch);
  if (code == KERNEL_DONE) *out = atomic_load(&p.least);
  return code;
}

enum kernel_code node_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch) {
  return connectivity(out, g, true, watch);
}

enum kernel_code edge_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch) {
  return connectivity(out, g, false, watch);
}
