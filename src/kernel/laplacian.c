/* Elimination of a weighted graph, node by node.
 *
 * To take out a node with ties of weight a_1 .. a_k and sum d is to tie each two of its neighbours by a_i a_j / d more: the effective
 * network among the rest stays the same. These are the steps of a Cholesky factorisation of the Laplacian, but nothing is ever subtracted,
 * so every weight keeps its full relative precision. The node with fewest neighbours goes first, which keeps a sparse network sparse. The
 * same steps modulo a prime give the number of spanning trees modulo that prime.
 *
 * Sources: (1) W. K. Grassmann, M. I. Taksar, D. P. Heyman 1985, Regenerative analysis and steady state distributions,
 * doi:10.1287/opre.33.5.1107; (2) D. J. Rose 1972, A graph-theoretic study of the numerical solution of sparse positive definite systems;
 * (3) G. Kirchhoff 1847, doi:10.1002/andp.18471481202. */
#include "kernel/laplacian.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX

struct tie {
  double weight;
  uint32_t node, residue;
};

struct row {
  struct tie *tie; /* owned */
  size_t count, room;
};

/* Nodes that are still there, in rings by number of neighbours: head[d], next and previous of each node. */
struct elimination {
  struct laplacian *out;
  struct row *row;
  uint32_t *head, *next, *previous, *place; /* place[w]: where w stands in the row in hand, or NONE */
  uint32_t prime;
  size_t to_room, weight_room;
};

static void enlist(struct elimination *e, uint32_t v) {
  uint32_t d = (uint32_t)e->row[v].count;
  e->previous[v] = NONE;
  e->next[v] = e->head[d];
  if (e->head[d] != NONE) e->previous[e->head[d]] = v;
  e->head[d] = v;
}

static void strike(struct elimination *e, uint32_t v) {
  if (e->previous[v] == NONE)
    e->head[e->row[v].count] = e->next[v];
  else
    e->next[e->previous[v]] = e->next[v];
  if (e->next[v] != NONE) e->previous[e->next[v]] = e->previous[v];
}

static uint32_t times(const struct elimination *e, uint32_t a, uint32_t b) {
  return e->prime ? (uint32_t)((uint64_t)a * b % e->prime) : 0;
}

/* 1 / a modulo the prime: a^(prime - 2). */
static uint32_t inverse(const struct elimination *e, uint32_t a) {
  uint32_t result = 1;
  if (!e->prime) return 0;
  for (uint32_t power = e->prime - 2; power; power >>= 1) {
    if (power & 1) result = times(e, result, a);
    a = times(e, a, a);
  }
  return result;
}

/* Row of w, neighbour i of the node v that goes: v leaves it, the other neighbours are tied to w more. */
static bool mend(struct elimination *e, const struct row *gone, uint32_t v, size_t i, double pivot, uint32_t by_pivot) {
  uint32_t w = gone->tie[i].node;
  struct row *r = &e->row[w];
  double weight = gone->tie[i].weight;
  uint32_t residue = times(e, gone->tie[i].residue, by_pivot);
  bool ready = true;
  strike(e, w);
  for (size_t k = 0; k < r->count; k++)
    e->place[r->tie[k].node] = (uint32_t)k;
  r->tie[e->place[v]] = r->tie[--r->count];
  e->place[r->tie[e->place[v]].node] = e->place[v];
  e->place[v] = NONE;
  for (size_t k = 0; k < gone->count && ready; k++) {
    uint32_t x = gone->tie[k].node;
    if (k == i) continue;
    if (e->place[x] == NONE) {
      ready = memory_grow(&r->tie, &r->room, r->count + 1, sizeof *r->tie);
      if (!ready) break;
      e->place[x] = (uint32_t)r->count;
      r->tie[r->count++] = (struct tie){.node = x};
    }
    struct tie *t = &r->tie[e->place[x]];
    t->weight += weight * gone->tie[k].weight / pivot;
    if (e->prime) t->residue = (uint32_t)(((uint64_t)t->residue + times(e, residue, gone->tie[k].residue)) % e->prime);
  }
  for (size_t k = 0; k < r->count; k++)
    e->place[r->tie[k].node] = NONE;
  enlist(e, w);
  return ready;
}

/* Take v out as the i-th. */
static bool take_out(struct elimination *e, uint32_t v, uint32_t i) {
  struct laplacian *out = e->out;
  struct row gone = e->row[v];
  uint64_t at = out->first[i], pivot_residue = 0;
  double pivot = 0;
  strike(e, v);
  bool ready = memory_grow(&out->to, &e->to_room, at + gone.count, sizeof *out->to) &&
               memory_grow(&out->weight, &e->weight_room, at + gone.count, sizeof *out->weight);
  for (size_t k = 0; ready && k < gone.count; k++) {
    out->to[at] = gone.tie[k].node;
    out->weight[at++] = gone.tie[k].weight;
    pivot += gone.tie[k].weight;
    pivot_residue += gone.tie[k].residue;
  }
  out->order[i] = v;
  out->first[i + 1] = at;
  out->pivot[i] = pivot;
  out->parts += gone.count == 0;
  uint32_t reduced = e->prime ? (uint32_t)(pivot_residue % e->prime) : 0, by_pivot = inverse(e, reduced);
  if (gone.count) out->residue = times(e, out->residue, reduced);
  for (size_t k = 0; k < gone.count && ready; k++)
    ready = mend(e, &gone, v, k, pivot, by_pivot);
  free(gone.tie);
  e->row[v] = (struct row){0};
  return ready;
}

static bool fill_rows(struct elimination *e, const struct graph *g) {
  for (uint32_t v = 0; v < g->nodes; v++) {
    struct row *r = &e->row[v];
    if (!memory_grow(&r->tie, &r->room, (size_t)(g->first[v + 1] - g->first[v]), sizeof *r->tie)) return false;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      r->tie[r->count++] = (struct tie){g->strength ? g->strength[g->edge[a]] : 1, g->to[a], 1};
  }
  for (uint32_t v = 0; v < g->nodes; v++)
    e->head[v] = e->place[v] = NONE;
  for (uint32_t v = g->nodes; v-- > 0;)
    enlist(e, v);
  return true;
}

static enum kernel_code eliminate(struct elimination *e, uint32_t nodes, const struct kernel_watch *watch) {
  uint32_t fewest = 0;
  for (uint32_t i = 0; i < nodes; i++) {
    if (!watch_says_go(watch)) return KERNEL_STOPPED;
    while (e->head[fewest] == NONE)
      fewest++;
    uint32_t v = e->head[fewest];
    if (!take_out(e, v, i)) return KERNEL_NO_MEMORY;
    if (fewest > 0) fewest--; /* a neighbour has lost one tie at most */
  }
  return KERNEL_DONE;
}

enum kernel_code laplacian_start(struct laplacian *out, const struct graph *g, uint32_t prime, const struct kernel_watch *watch) {
  uint32_t n = g->nodes;
  struct elimination e = {.out = out, .prime = g->strength ? 0 : prime};
  enum kernel_code code = KERNEL_NO_MEMORY;
  *out = (struct laplacian){.nodes = n, .residue = e.prime ? 1 : 0};
  out->order = memory_array(n, sizeof *out->order);
  out->first = memory_zeroed((size_t)n + 1, sizeof *out->first);
  out->pivot = memory_array(n, sizeof *out->pivot);
  e.row = memory_zeroed(n, sizeof *e.row);
  e.head = memory_array(n, sizeof *e.head);
  e.next = memory_array(n, sizeof *e.next);
  e.previous = memory_array(n, sizeof *e.previous);
  e.place = memory_array(n, sizeof *e.place);
  if (out->order && out->first && out->pivot && e.row && e.head && e.next && e.previous && e.place && fill_rows(&e, g))
    code = eliminate(&e, n, watch);
  for (uint32_t v = 0; e.row && v < n; v++)
    free(e.row[v].tie);
  free(e.row);
  free(e.head);
  free(e.next);
  free(e.previous);
  free(e.place);
  if (code) laplacian_free(out);
  return code;
}

void laplacian_free(struct laplacian *l) {
  free(l->order);
  free(l->to);
  free(l->first);
  free(l->weight);
  free(l->pivot);
  memset(l, 0, sizeof *l);
}

void laplacian_solve(const struct laplacian *l, double *x) {
  for (uint32_t i = 0; i < l->nodes; i++) {
    if (l->pivot[i] == 0) continue;
    double share = x[l->order[i]] / l->pivot[i];
    for (uint64_t k = l->first[i]; k < l->first[i + 1]; k++)
      x[l->to[k]] += l->weight[k] * share;
  }
  for (uint32_t i = l->nodes; i-- > 0;) {
    double sum = x[l->order[i]];
    for (uint64_t k = l->first[i]; k < l->first[i + 1]; k++)
      sum += l->weight[k] * x[l->to[k]];
    x[l->order[i]] = l->pivot[i] == 0 ? 0 : sum / l->pivot[i];
  }
}
