/* A network put in the order of its keys: nodes are sorted by key, edges by the places of their ends, and rows made from those edges in
 * two passes, smaller neighbours before greater ones, so that they come out ascending. */
#include "measure/keyed.h"

#include "base/memory.h"
#include "net/key_order.h"

#include <stdlib.h>
#include <string.h>

struct named {
  const char *key;
  uint32_t node;
};

struct edge {
  uint32_t tail, head;
  double strength, length;
};

static int by_key(const void *a, const void *b) {
  return key_order(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static int by_ends(const void *a, const void *b) {
  const struct edge *x = a, *y = b;
  if (x->tail != y->tail) return x->tail < y->tail ? -1 : 1;
  return (x->head > y->head) - (x->head < y->head);
}

static bool places(struct keyed *k, const nonet *n) {
  struct named *named = memory_array(n->nodes, sizeof *named);
  k->place = memory_array(n->nodes, sizeof *k->place);
  k->node = memory_array(n->nodes, sizeof *k->node);
  bool ready = named && k->place && k->node;
  for (uint32_t v = 0; ready && v < n->nodes; v++)
    named[v] = (struct named){net_key(n, v), v};
  if (ready && n->nodes) qsort(named, n->nodes, sizeof *named, by_key);
  for (uint32_t i = 0; ready && i < n->nodes; i++) {
    k->node[i] = named[i].node;
    k->place[named[i].node] = i;
  }
  free(named);
  return ready;
}

/* ---- edges ---- */

struct arrays {
  uint32_t *tail, *head;
  double *strength, *length;
};

static bool edges(struct keyed *k, const struct graph *g) {
  struct edge *edge = memory_array(g->edges, sizeof *edge);
  struct arrays a = {.tail = memory_array(g->edges, sizeof *a.tail), .head = memory_array(g->edges, sizeof *a.head)};
  if (g->strength) a.strength = memory_array(g->edges, sizeof *a.strength);
  if (g->length) a.length = memory_array(g->edges, sizeof *a.length);
  k->graph = (struct graph){.nodes = g->nodes,
                            .edges = g->edges,
                            .directed = g->directed,
                            .tail = a.tail,
                            .head = a.head,
                            .strength = a.strength,
                            .length = a.length};
  bool ready = edge && a.tail && a.head && (!g->strength || a.strength) && (!g->length || a.length);
  for (uint32_t e = 0; ready && e < g->edges; e++) {
    uint32_t t = k->place[g->tail[e]], h = k->place[g->head[e]];
    bool turn = !g->directed && t > h;
    edge[e] = (struct edge){turn ? h : t, turn ? t : h, g->strength ? g->strength[e] : 1, g->length ? g->length[e] : 1};
  }
  if (ready && g->edges) qsort(edge, g->edges, sizeof *edge, by_ends);
  for (uint32_t e = 0; ready && e < g->edges; e++) {
    a.tail[e] = edge[e].tail, a.head[e] = edge[e].head;
    if (a.strength) a.strength[e] = edge[e].strength;
    if (a.length) a.length[e] = edge[e].length;
  }
  free(edge);
  return ready;
}

/* ---- rows ---- */

struct side {
  uint64_t *first, *next;
  uint32_t *to, *edge;
};

static bool side_start(struct side *s, uint32_t nodes, size_t arcs) {
  s->first = memory_zeroed((size_t)nodes + 1, sizeof *s->first);
  s->next = memory_array((size_t)nodes + 1, sizeof *s->next);
  s->to = memory_array(arcs, sizeof *s->to);
  s->edge = memory_array(arcs, sizeof *s->edge);
  return s->first && s->next && s->to && s->edge;
}

static void put(struct side *s, uint32_t at, uint32_t to, uint32_t edge) {
  s->to[s->next[at]] = to;
  s->edge[s->next[at]++] = edge;
}

/* Rows of arcs: those that leave (bool out), those that come in, or both. */
static bool rows(struct side *s, const struct graph *g, bool out, bool in) {
  if (!side_start(s, g->nodes, (size_t)g->edges * (out && in ? 2 : 1))) return false;
  for (uint32_t e = 0; e < g->edges; e++) {
    if (out) s->first[g->tail[e] + 1]++;
    if (in) s->first[g->head[e] + 1]++;
  }
  for (uint32_t v = 0; v < g->nodes; v++)
    s->first[v + 1] += s->first[v];
  memcpy(s->next, s->first, g->nodes * sizeof *s->next);
  for (uint32_t e = 0; in && e < g->edges; e++)
    put(s, g->head[e], g->tail[e], e);
  for (uint32_t e = 0; out && e < g->edges; e++)
    put(s, g->tail[e], g->head[e], e);
  return true;
}

nonet_code keyed_start(struct keyed *k, const struct graph *g, const nonet *n, nonet_err *err) {
  struct side out = {0}, in = {0};
  *k = (struct keyed){0};
  bool ready = places(k, n) && edges(k, g) && rows(&out, &k->graph, true, !g->directed);
  if (ready && g->directed) ready = rows(&in, &k->graph, false, true);
  k->graph.first = out.first, k->graph.to = out.to, k->graph.edge = out.edge;
  k->graph.in_first = g->directed ? in.first : out.first;
  k->graph.in_to = g->directed ? in.to : out.to;
  k->graph.in_edge = g->directed ? in.edge : out.edge;
  free(out.next);
  free(in.next);
  if (ready) return NONET_OK;
  keyed_free(k);
  return error_memory(err);
}

void keyed_free(struct keyed *k) {
  const struct graph *g = &k->graph;
  const void *owned[] = {g->first, g->to, g->edge, g->tail, g->head, g->strength, g->length, k->place, k->node};
  const void *inward[] = {g->in_first, g->in_to, g->in_edge};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free((void *)(uintptr_t)owned[i]);
  for (size_t i = 0; i < sizeof inward / sizeof *inward; i++)
    if (inward[i] != owned[i]) free((void *)(uintptr_t)inward[i]);
  *k = (struct keyed){0};
}
