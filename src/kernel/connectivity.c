/* Node and edge connectivity as the least of a few unit flows.
 *
 * Least degree d is an upper bound; cut nodes and bridges decide between 1 and more; often that settles it. Else let v be a node of least
 * degree. A least cut either spares v, so some w is cut off from it: flows between v and every w. Or (nodes only) it holds v, and then two
 * neighbours of v lie on different sides: flows between each two neighbours of v that are not adjacent. Directed: flows in both directions.
 * Flows share the least value found so far as their limit; a minimum does not depend on the order.
 *
 * Sources: (1) A.-H. Esfahanian, S. L. Hakimi 1984, On computing the connectivities of graphs and digraphs, doi:10.1002/net.3230140211;
 * (2) H. Whitney 1932, Congruent graphs and the connectivity of graphs, doi:10.2307/2371086. */
#include "kernel/connectivity.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/flow.h"
#include "kernel/lowpoint.h"
#include "kernel/waves.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct pass {
  const struct graph *g;
  bool nodes;           /* are nodes taken away, or edges? */
  struct flow_net *net; /* of each worker */
  _Atomic uint32_t least;
  uint32_t centre; /* v of the head comment */
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

static void try_pair(struct pass *p, struct flow_net *net, uint32_t v, uint32_t w) {
  if (v == w || (p->nodes && adjacent(p->g, v, w))) return;
  uint32_t limit = atomic_load(&p->least), units = limit;
  flow_net_reset(net);
  flow_net_push(&units, net, p->nodes ? 2 * v + 1 : v, p->nodes ? 2 * w : w, limit, NULL); /* not watched, so not stopped */
  while (units < limit && !atomic_compare_exchange_weak(&p->least, &limit, units))
    continue;
}

static void centre_and_all(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t w = from; w < to; w++) {
    try_pair(p, &p->net[worker], p->centre, (uint32_t)w);
    if (p->g->directed) try_pair(p, &p->net[worker], (uint32_t)w, p->centre);
  }
}

/* Item k is a neighbour before v and one after it (undirected: any two, each pair once). */
static void around_centre(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  const struct graph *g = p->g;
  uint64_t out = g->first[p->centre + 1] - g->first[p->centre];
  (void)lane;
  for (size_t k = from; k < to; k++) {
    uint32_t x = g->in_to[g->in_first[p->centre] + k / out], y = g->to[g->first[p->centre] + k % out];
    if (g->directed || x < y) try_pair(p, &p->net[worker], x, y);
  }
}

/* The node of least degree, and the least degree in either direction. */
static uint32_t least_degree(uint32_t *centre, const struct graph *g) {
  uint64_t least = UINT32_MAX, fewest = UINT64_MAX;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint64_t out = g->first[v + 1] - g->first[v], in = g->in_first[v + 1] - g->in_first[v];
    if (out < least) least = out;
    if (in < least) least = in;
    if (out + in < fewest) fewest = out + in, *centre = v;
  }
  return (uint32_t)least;
}

/* Settle it without flows where that can be done. */
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

static enum kernel_code by_flows(struct pass *p, const struct kernel_watch *watch) {
  const struct graph *g = p->g;
  uint64_t out = g->first[p->centre + 1] - g->first[p->centre], in = g->in_first[p->centre + 1] - g->in_first[p->centre];
  double cost = (double)atomic_load(&p->least) * (double)g->first[g->nodes] * 4;
  struct waves_job all = {g->nodes, cost, centre_and_all, p}, around = {p->nodes ? out * in : 0, cost, around_centre, p};
  unsigned workers = waves_workers(&all, watch), more = waves_workers(&around, watch);
  if (more > workers) workers = more;
  p->net = memory_zeroed(workers, sizeof *p->net);
  enum kernel_code code = p->net ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (unsigned w = 0; code == KERNEL_DONE && w < workers; w++)
    code = flow_net_start(&p->net[w], g, p->nodes, 0, NULL, 0);
  if (code == KERNEL_DONE) code = waves_run(&all, watch);
  if (code == KERNEL_DONE) code = waves_run(&around, watch);
  for (unsigned w = 0; p->net && w < workers; w++)
    flow_net_free(&p->net[w]);
  free(p->net);
  return code;
}

static enum kernel_code connectivity(uint32_t *out, const struct graph *g, bool nodes, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .nodes = nodes};
  bool settled = true;
  *out = 0;
  if (g->nodes < 2) return KERNEL_DONE;
  uint32_t bound = least_degree(&p.centre, g);
  atomic_store(&p.least, bound);
  enum kernel_code code = settle(&settled, out, &p, bound);
  if (code || settled) return code;
  code = by_flows(&p, watch);
  if (code == KERNEL_DONE) *out = atomic_load(&p.least);
  return code;
}

enum kernel_code node_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch) {
  return connectivity(out, g, true, watch);
}

enum kernel_code edge_connectivity(uint32_t *out, const struct graph *g, const struct kernel_watch *watch) {
  return connectivity(out, g, false, watch);
}
