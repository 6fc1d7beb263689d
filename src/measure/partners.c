/* The graph of partners: for each of them its own ties, then the partners of its strategies, marked so that each comes once. */
#include "measure/partners.h"

#include "base/memory.h"
#include "measure/pass.h"
#include "net/key_order.h"
#include "net/sides.h"

#include <stdlib.h>

/* Beyond so many pairs the graph would fill the memory. */
static const double most_pairs = 2e8;

struct named {
  const char *key;
  uint32_t node;
};

static int by_key(const void *a, const void *b) {
  return key_order(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static int ascending(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

bool *partners_strategies(uint32_t *count, const nonet *n) {
  bool *strategy = memory_zeroed(n->nodes, sizeof *strategy);
  *count = 0;
  if (!strategy) return NULL;
  net_strategy_nodes(strategy, n);
  for (uint32_t v = 0; v < n->nodes; v++)
    *count += strategy[v];
  return strategy;
}

/* Who is a partner, in the order of keys. */
static nonet_code list_partners(struct partners *p, const nonet *n, bool everybody, nonet_err *err) {
  bool *strategy = everybody ? memory_zeroed(n->nodes, sizeof *strategy) : partners_strategies(&p->strategies, n);
  struct named *named = memory_array(n->nodes, sizeof *named);
  p->node = memory_array(n->nodes, sizeof *p->node);
  p->place = memory_array(n->nodes, sizeof *p->place);
  bool ready = strategy && named && p->node && p->place;
  for (uint32_t v = 0; ready && v < n->nodes; v++) {
    p->place[v] = NONET_NONE;
    if (!strategy[v]) named[p->count++] = (struct named){net_key(n, v), v};
  }
  if (ready && p->count) qsort(named, p->count, sizeof *named, by_key);
  for (uint32_t i = 0; ready && i < p->count; i++)
    p->node[i] = named[i].node, p->place[named[i].node] = i;
  free(strategy);
  free(named);
  return ready ? NONET_OK : error_memory(err);
}

/* ---- the graph ---- */

struct rows {
  uint64_t *first;
  uint32_t *to, *edge, *seen;
  size_t room, arcs;
};

static bool add_neighbour(struct rows *r, uint32_t i, uint32_t j) {
  if (j == i || j == NONET_NONE || r->seen[j] == i) return true;
  if (!memory_grow(&r->to, &r->room, r->arcs + 1, sizeof *r->to)) return false;
  r->seen[j] = i;
  r->to[r->arcs++] = j;
  return true;
}

/* Partner i's row, ascending. */
static bool add_row(struct rows *r, const struct partners *p, const struct graph *g, uint32_t i) {
  uint32_t v = p->node[i];
  size_t start = r->arcs;
  bool ready = true;
  for (uint64_t a = g->first[v]; ready && a < g->first[v + 1]; a++) {
    uint32_t w = g->to[a];
    ready = add_neighbour(r, i, p->place[w]);
    if (p->place[w] != NONET_NONE) continue;
    for (uint64_t b = g->first[w]; ready && b < g->first[w + 1]; b++)
      ready = add_neighbour(r, i, p->place[g->to[b]]);
  }
  if (r->arcs > start) qsort(r->to + start, r->arcs - start, sizeof *r->to, ascending);
  r->first[i + 1] = r->arcs;
  return ready;
}

/* Rows are ascending, so those smaller than v stand first in v's row, in the order in which their edges are numbered. */
static bool number_edges(struct graph *out, struct rows *r, uint32_t count) {
  size_t edges = r->arcs / 2;
  uint32_t *tail = memory_array(edges, sizeof *tail), *head = memory_array(edges, sizeof *head), *at = memory_zeroed(count, sizeof *at);
  r->edge = memory_array(r->arcs, sizeof *r->edge);
  bool ready = tail && head && at && r->edge;
  *out = (struct graph){.nodes = count, .edges = (uint32_t)edges, .tail = tail, .head = head};
  for (uint32_t v = 0, e = 0; ready && v < count; v++)
    for (uint64_t a = r->first[v]; a < r->first[v + 1]; a++) {
      uint32_t w = r->to[a];
      if (w < v) continue;
      tail[e] = v, head[e] = w;
      r->edge[a] = e;
      r->edge[r->first[w] + at[w]++] = e++;
    }
  free(at);
  return ready;
}

static bool is_too_much(const struct partners *p, const struct graph *g) {
  double pairs = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    double ties = (double)(g->first[v + 1] - g->first[v]);
    pairs += p->place[v] == NONET_NONE ? ties * ties / 2 : ties;
  }
  return pairs > most_pairs;
}

nonet_code partners_start(struct partners *p, const struct measure_ask *ask, bool everybody, const char *measure, nonet_err *err) {
  const struct graph *g;
  struct rows r = {0};
  *p = (struct partners){0};
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code) code = list_partners(p, ask->net, everybody, err);
  if (!code && is_too_much(p, g))
    code = error_set(err, NONET_ELIMIT, "'%s': strategies have so many partners that these cannot be tied to each other", measure);
  r.first = memory_zeroed((size_t)p->count + 1, sizeof *r.first);
  r.seen = memory_array(p->count, sizeof *r.seen);
  bool ready = r.first && r.seen;
  for (uint32_t i = 0; ready && i < p->count; i++)
    r.seen[i] = NONET_NONE;
  for (uint32_t i = 0; !code && ready && i < p->count; i++) {
    ready = add_row(&r, p, g, i);
    if (i % 1024 == 0) code = run_check(ask->run, err);
  }
  if (!code && (!ready || !number_edges(&p->graph, &r, p->count))) code = error_memory(err);
  p->graph.first = p->graph.in_first = r.first;
  p->graph.to = p->graph.in_to = r.to;
  p->graph.edge = p->graph.in_edge = r.edge;
  free(r.seen);
  if (code) partners_free(p);
  return code;
}

void partners_free(struct partners *p) {
  const void *owned[] = {p->graph.first, p->graph.to, p->graph.edge, p->graph.tail, p->graph.head};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free((void *)(uintptr_t)owned[i]);
  free(p->node);
  free(p->place);
  *p = (struct partners){0};
}
