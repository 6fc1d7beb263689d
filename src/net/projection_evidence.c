/* The parents of projected ties: the first network's ties on the ways of both ends to what they share.
 *
 * Of one step they follow from who reaches what by which ties, which is a small part of a projection: this is kept, and the first who asks
 * for parents has them written, from rows that are merged once more. Their room is set aside with the view (pages that are never written
 * take no memory), so telling cannot fail. Why: most who look at a projection never ask, and the lists are as long as all of its ties.
 * Of more steps the ways have to be walked in the network, which need not outlive the view: they are found at once. */
#include "base/memory.h"
#include "net/lazy.h"
#include "net/projection.h"

#include <stdlib.h>

/* Who reaches what, and the ties of each entry. All owned. */
struct net_evidence {
  uint64_t *first, *tie_first;
  uint32_t *to, *tie;
  bool told; /* set atomically */
};

void evidence_free(struct net_evidence *e) {
  if (!e) return;
  free(e->first);
  free(e->tie_first);
  free(e->to);
  free(e->tie);
  free(e);
}

/* ---- one step ---- */

static void add_entry(struct tie_list *list, const struct net_evidence *e, uint64_t entry) {
  for (uint64_t t = e->tie_first[entry]; t < e->tie_first[entry + 1]; t++)
    list->tie[list->count++] = e->tie[t];
}

static void tell(const nonet *n, const struct net_evidence *e) {
  struct tie_list list = {.tie = n->parent};
  n->parent_first[0] = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    size_t start = list.count;
    uint64_t a = e->first[n->tie_from[t]], b = e->first[n->tie_to[t]];
    while (a < e->first[n->tie_from[t] + 1] && b < e->first[n->tie_to[t] + 1]) {
      uint32_t x = e->to[a], y = e->to[b];
      if (x == y) {
        add_entry(&list, e, a);
        add_entry(&list, e, b);
      }
      a += x <= y;
      b += y <= x;
    }
    tie_list_settle(&list, start);
    n->parent_first[t + 1] = list.count;
  }
}

void evidence_tell(const nonet *n) {
  struct net_evidence *e = n->lazy->evidence;
  if (!e || __atomic_load_n(&e->told, __ATOMIC_ACQUIRE)) return;
  pthread_mutex_lock(&n->lazy->lock);
  if (!e->told) {
    tell(n, e);
    __atomic_store_n(&e->told, true, __ATOMIC_RELEASE);
  }
  pthread_mutex_unlock(&n->lazy->lock);
}

/* As many parents as there may be, each way counted: those of an entry once with everyone else who reaches the same. */
static uint64_t most_parents(const struct projection *p) {
  uint64_t most = 0;
  for (uint64_t a = 0; a < p->out.first[p->nodes]; a++)
    most += (projection_who_reach(p, p->out.to[a]) - 1) * (p->tie_first[a + 1] - p->tie_first[a]);
  return most;
}

static nonet_code keep(nonet *v, struct projection *p, nonet_err *err) {
  struct net_evidence *e = memory_zeroed(1, sizeof *e);
  v->parent = memory_array(most_parents(p), sizeof *v->parent);
  v->parent_first = memory_array((size_t)v->ties + 1, sizeof *v->parent_first);
  v->lazy->evidence = e;
  if (!e || !v->parent || !v->parent_first) return error_memory(err);
  *e = (struct net_evidence){p->out.first, p->tie_first, p->out.to, p->tie.tie, false};
  p->out.first = p->tie_first = NULL;
  p->out.to = p->tie.tie = NULL;
  return NONET_OK;
}

/* ---- more ---- */

/* The first network's ties of each edge, and the layer that all ties of the edge are of. All owned. */
struct edge_ties {
  uint64_t *first;
  struct tie_list list;
  uint32_t *layer; /* NONET_NONE: of none, or of several */
};

struct finding {
  struct projection *p;
  nonet *v;
  struct edge_ties of_edge;
  struct tie_list shared, edges, parents; /* shared: nodes that both ends of a tie reach */
};

/* The ties of every edge are asked for once, for an edge is on the ways of many projected ties. */
static nonet_code list_edges(struct finding *f, nonet_err *err) {
  const nonet *n = f->p->n;
  uint32_t edges = f->p->g->edges;
  struct edge_ties *of = &f->of_edge;
  of->first = memory_zeroed((size_t)edges + 1, sizeof *of->first);
  of->layer = memory_array(edges, sizeof *of->layer);
  if (!of->first || !of->layer) return error_memory(err);
  for (uint32_t e = 0; e < edges; e++) {
    size_t ties;
    const uint32_t *tie = net_simple_ties(n, false, e, &ties);
    for (size_t t = 0; t < ties; t++) {
      uint32_t layer = net_tie_layer(n, tie[t]);
      if (!tie_list_add_parents(&of->list, n, tie[t])) return error_memory(err);
      of->layer[e] = t == 0 || of->layer[e] == layer ? layer : NONET_NONE;
    }
    of->first[e + 1] = of->list.count;
  }
  return NONET_OK;
}

static bool list_shared(struct finding *f, uint32_t i, uint32_t j) {
  const struct reach_rows *out = &f->p->out;
  uint64_t a = out->first[i], b = out->first[j];
  f->shared.count = 0;
  while (a < out->first[i + 1] && b < out->first[j + 1]) {
    uint32_t x = out->to[a], y = out->to[b];
    if (x == y) {
      if (!memory_grow(&f->shared.tie, &f->shared.room, f->shared.count + 1, sizeof *f->shared.tie)) return false;
      f->shared.tie[f->shared.count++] = x;
    }
    a += x <= y;
    b += y <= x;
  }
  return true;
}

/* The parents of a tie, and the layer that all of them are of. */
static nonet_code find_parents(struct finding *f, uint32_t t, nonet_err *err) {
  const struct edge_ties *of = &f->of_edge;
  struct tie_list *parents = &f->parents;
  struct projection *p = f->p;
  size_t start = parents->count;
  uint32_t i = f->v->tie_from[t], j = f->v->tie_to[t], layer = NONET_NONE;
  f->edges.count = 0;
  if (!list_shared(f, i, j)) return error_memory(err);
  nonet_code code = projection_ways(&f->edges, p, p->node[i], f->shared.tie, f->shared.count, err);
  if (!code) code = projection_ways(&f->edges, p, p->node[j], f->shared.tie, f->shared.count, err);
  for (size_t e = 0; !code && e < f->edges.count; e++) {
    uint32_t edge = f->edges.tie[e];
    size_t ties = (size_t)(of->first[edge + 1] - of->first[edge]);
    if (!memory_grow(&parents->tie, &parents->room, parents->count + ties, sizeof *parents->tie)) return error_memory(err);
    for (size_t at = 0; at < ties; at++)
      parents->tie[parents->count++] = of->list.tie[of->first[edge] + at];
    layer = e == 0 || of->layer[edge] == layer ? of->layer[edge] : NONET_NONE;
  }
  tie_list_settle(parents, start);
  if (f->v->tie_layer) f->v->tie_layer[t] = layer;
  f->v->parent_first[t + 1] = parents->count;
  return code ? code : run_check(p->ask->run, err);
}

static nonet_code find_all(nonet *v, struct projection *p, nonet_err *err) {
  struct finding f = {.p = p, .v = v};
  nonet_code code = list_edges(&f, err);
  if (!code && !(v->parent_first = memory_array((size_t)v->ties + 1, sizeof *v->parent_first))) code = error_memory(err);
  if (!code) v->parent_first[0] = 0;
  for (uint32_t t = 0; !code && t < v->ties; t++)
    code = find_parents(&f, t, err);
  v->parent = f.parents.tie;
  free(f.of_edge.first);
  free(f.of_edge.layer);
  free(f.of_edge.list.tie);
  free(f.shared.tie);
  free(f.edges.tie);
  return code;
}

nonet_code projection_evidence(nonet *v, struct projection *p, nonet_err *err) {
  if (v->ties == 0) return NONET_OK;
  return p->steps == 1 ? keep(v, p, err) : find_all(v, p, err);
}
