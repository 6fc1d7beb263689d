/* The smallest cuts of a whole network.
 *
 * Nodes, undirected: take a node u of least degree. A smaller cut than any known either leaves u, and then parts it from some node not tied
 * to it, or takes u, and then parts two of its neighbours (each part of what is left holds one). So flows from u to the others, then
 * between its neighbours. A pair is passed over when no cut below the best size can part it: a node with so many neighbours that cannot be
 * parted from u cannot be parted from u itself, as one of them survives. Directed: a cut of k nodes spares one of any k + 1, so flows to
 * and from k + 1 nodes will do. Edges: every cut parts node 0 from something.
 *
 * Sources: (1) S. Even 1975, An algorithm for determining whether the connectivity of a graph is at least k, doi:10.1137/0204034;
 * (2) A. H. Esfahanian, S. L. Hakimi 1984, doi:10.1002/net.3230140211; (3) D. Wen et al. 2019, Enumerating k-vertex connected components in
 * large graphs (passing over pairs), doi:10.1109/ICDE.2019.00014. */
#include "kernel/separators.h"

#include "base/memory.h"
#include "kernel/flow.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

struct search {
  const struct graph *g;
  const struct kernel_watch *watch;
  struct flow_net net;
  struct separator *best;
  uint32_t enough;
  uint8_t *near;               /* marks the neighbours of one node */
  uint8_t *safe;               /* cannot be parted from u by fewer nodes than best->size */
  uint32_t *safe_near, *queue; /* safe_near[v]: how many neighbours of v are safe */
};

static bool settled(const struct search *s) {
  return s->best->found && (s->best->size < s->enough || s->best->size == 0);
}

static uint32_t degree(const struct graph *g, uint32_t v) {
  return (uint32_t)(g->first[v + 1] - g->first[v]);
}

static uint32_t least_degree(const struct graph *g) {
  uint32_t u = 0;
  for (uint32_t v = 1; v < g->nodes; v++)
    if (degree(g, v) < degree(g, u)) u = v;
  return u;
}

/* The neighbours of u part it from the rest, if there is a rest. */
static void take_neighbours(struct search *s, uint32_t u) {
  const struct graph *g = s->g;
  uint32_t size = degree(g, u), other = 0;
  if (size + 1 >= g->nodes) return;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++) {
    s->best->item[a - g->first[u]] = g->to[a];
    s->near[g->to[a]] = 1;
  }
  while (other == u || s->near[other])
    other++;
  memset(s->near, 0, g->nodes);
  s->best->size = size;
  s->best->found = true;
  s->best->from = u;
  s->best->to = other;
}

/* Can fewer nodes than the best cut has part t from s? Then that is the best cut. */
static enum kernel_code try_pair(struct search *s, uint32_t from, uint32_t to) {
  uint32_t size, at = 0;
  flow_net_reset(&s->net);
  enum kernel_code code = flow_net_push(&size, &s->net, 2 * from + 1, 2 * to, s->best->size, s->watch);
  if (code || size >= s->best->size) return code;
  for (uint32_t v = 0; v < s->g->nodes; v++)
    if (s->net.level[2 * v] != FLOW_UNREACHED && s->net.level[2 * v + 1] == FLOW_UNREACHED) s->best->item[at++] = v;
  s->best->size = size;
  s->best->found = true;
  s->best->from = from;
  s->best->to = to;
  return KERNEL_DONE;
}

/* Node v is safe: tell its neighbours, and those that have become safe by it theirs. */
static void spread_safety(struct search *s, uint32_t v) {
  size_t head = 0, tail = 0;
  s->safe[v] = 1;
  s->queue[tail++] = v;
  while (head < tail) {
    uint32_t w = s->queue[head++];
    for (uint64_t a = s->g->first[w]; a < s->g->first[w + 1]; a++) {
      uint32_t x = s->g->to[a];
      if (s->safe[x] || ++s->safe_near[x] < s->best->size) continue;
      s->safe[x] = 1;
      s->queue[tail++] = x;
    }
  }
}

static enum kernel_code around(struct search *s, uint32_t u) {
  const struct graph *g = s->g;
  s->safe[u] = 1;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    s->safe[g->to[a]] = 1;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    spread_safety(s, g->to[a]);
  for (uint32_t v = 0; v < g->nodes && !settled(s); v++) {
    if (!s->safe[v] && s->safe_near[v] < s->best->size) {
      enum kernel_code code = try_pair(s, u, v);
      if (code) return code;
    }
    if (!s->safe[v]) spread_safety(s, v);
  }
  return KERNEL_DONE;
}

static uint32_t shared_with_marked(const struct search *s, uint32_t v) {
  uint32_t shared = 0;
  for (uint64_t a = s->g->first[v]; a < s->g->first[v + 1]; a++)
    shared += s->near[s->g->to[a]];
  return shared;
}

/* Pairs of u's neighbours that are not tied. */
static enum kernel_code between_neighbours(struct search *s, uint32_t u) {
  const struct graph *g = s->g;
  enum kernel_code code = KERNEL_DONE;
  for (uint64_t a = g->first[u]; a < g->first[u + 1] && !code; a++) {
    uint32_t v = g->to[a];
    for (uint64_t b = g->first[v]; b < g->first[v + 1]; b++)
      s->near[g->to[b]] = 1;
    for (uint64_t b = a + 1; b < g->first[u + 1] && !code && !settled(s); b++) {
      uint32_t w = g->to[b];
      if (!s->near[w] && shared_with_marked(s, w) < s->best->size) code = try_pair(s, v, w);
    }
    for (uint64_t b = g->first[v]; b < g->first[v + 1]; b++)
      s->near[g->to[b]] = 0;
  }
  return code;
}

static enum kernel_code undirected(struct search *s) {
  uint32_t u = least_degree(s->g);
  take_neighbours(s, u);
  if (!s->best->found || settled(s)) return KERNEL_DONE;
  enum kernel_code code = around(s, u);
  if (!code && !settled(s)) code = between_neighbours(s, u);
  return code;
}

static enum kernel_code to_or_from(struct search *s, uint32_t u, bool from) {
  const struct graph *g = s->g;
  const uint64_t *first = from ? g->first : g->in_first;
  const uint32_t *to = from ? g->to : g->in_to;
  enum kernel_code code = KERNEL_DONE;
  memset(s->near, 0, g->nodes);
  for (uint64_t a = first[u]; a < first[u + 1]; a++)
    s->near[to[a]] = 1;
  for (uint32_t v = 0; v < g->nodes && !code && !settled(s); v++)
    if (v != u && !s->near[v]) code = from ? try_pair(s, u, v) : try_pair(s, v, u);
  return code;
}

static enum kernel_code directed(struct search *s) {
  enum kernel_code code = KERNEL_DONE;
  for (uint32_t u = 0; u < s->g->nodes && u <= s->best->size && !code && !settled(s); u++) {
    code = to_or_from(s, u, true);
    if (!code) code = to_or_from(s, u, false);
  }
  return code;
}

enum kernel_code separator_of_nodes(struct separator *out, const struct graph *g, uint32_t enough, const struct kernel_watch *watch) {
  struct search s = {.g = g, .watch = watch, .best = out, .enough = enough};
  enum kernel_code code = KERNEL_NO_MEMORY;
  memset(out, 0, sizeof *out);
  out->item = memory_array(g->nodes, sizeof *out->item);
  s.near = memory_zeroed(g->nodes, 1);
  s.safe = memory_zeroed(g->nodes, 1);
  s.safe_near = memory_zeroed(g->nodes, sizeof *s.safe_near);
  s.queue = memory_array(g->nodes, sizeof *s.queue);
  if (!out->item || !s.near || !s.safe || !s.safe_near || !s.queue) goto done;
  code = KERNEL_DONE;
  if (g->nodes < 2) goto done;
  out->size = g->nodes - 1;
  code = flow_net_start(&s.net, g, true, 0, NULL, 0);
  if (!code) code = g->directed ? directed(&s) : undirected(&s);
done:
  flow_net_free(&s.net);
  free(s.near);
  free(s.safe);
  free(s.safe_near);
  free(s.queue);
  if (code) separator_free(out);
  return code;
}

/* The edges that lead out of what `from` still reaches. */
static enum kernel_code try_edges(struct search *s, uint32_t from, uint32_t to) {
  uint32_t size, at = 0;
  const uint32_t *level = s->net.level;
  flow_net_reset(&s->net);
  enum kernel_code code = flow_net_push(&size, &s->net, from, to, s->best->size, s->watch);
  if (code || size >= s->best->size) return code;
  for (uint32_t e = 0; e < s->g->edges; e++) {
    bool tail = level[s->g->tail[e]] != FLOW_UNREACHED, head = level[s->g->head[e]] != FLOW_UNREACHED;
    if (s->g->directed ? tail && !head : tail != head) s->best->item[at++] = e;
  }
  s->best->size = size;
  s->best->found = true;
  s->best->from = from;
  s->best->to = to;
  return KERNEL_DONE;
}

enum kernel_code separator_of_edges(struct separator *out, const struct graph *g, const struct kernel_watch *watch) {
  struct search s = {.g = g, .watch = watch, .best = out};
  memset(out, 0, sizeof *out);
  out->item = memory_array(g->nodes, sizeof *out->item); /* a smallest cut has fewer edges than there are nodes */
  if (!out->item) return KERNEL_NO_MEMORY;
  if (g->nodes < 2) return KERNEL_DONE;
  enum kernel_code code = flow_net_start(&s.net, g, false, 0, NULL, 0);
  out->size = g->nodes; /* more than any */
  for (uint32_t v = 1; v < g->nodes && !code && !settled(&s); v++) {
    code = try_edges(&s, 0, v);
    if (!code && g->directed && !settled(&s)) code = try_edges(&s, v, 0);
  }
  flow_net_free(&s.net);
  if (code) separator_free(out);
  return code;
}

void separator_free(struct separator *s) {
  free(s->item);
  memset(s, 0, sizeof *s);
}
