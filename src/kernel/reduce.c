/* Making a network small and well ordered.
 *
 *   graph --cut nodes--> parts --twins--> classes --breadth-first order--> net
 *
 * Undirected, the parts are the pieces of pieces.h: disjoint blocks with masses. Directed, what reaches a node through a cut node differs
 * from what is reached, so the parts are the nodes themselves. A class of twins is walked once: its members have the same distances, counts
 * and shares, so a neighbour sees `copies` times its count, sources and targets weigh their masses together, and each member gets the
 * class's sum. Only pairs within a class are left: tied twins have nothing between them; others share each of their D common neighbours
 * evenly, (sum of masses)^2 - sum of squares pairs.
 * The order: breadth-first from the node with most neighbours, so that sources of one batch are near each other and reach most nodes at the
 * same level, and neighbours lie near each other in memory. Rows come out ascending because the arcs are dealt in the order of their tails.
 *
 * Sources: (1) A. E. Sariyuce et al. 2013, doi:10.1137/1.9781611972832.71; (2) E. Cuthill, J. McKee 1969, Reducing the bandwidth of sparse
 * symmetric matrices, doi:10.1145/800195.805928. */
#include "kernel/reduce.h"

#include "base/memory.h"
#include "kernel/pieces.h"
#include "kernel/twins.h"

#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX

/* The parts as a graph of their own: the pieces', or what was given. */
struct parts {
  struct graph g;
  uint64_t *first;
  uint32_t *to, *edge; /* owned, NULL where g borrows */
  struct pieces pieces;
  uint32_t *twin;                  /* the first of the class */
  double *mass, *copies;           /* of each class, with its first */
  uint32_t *place, *queue, placed; /* place: position in the order, NONE for all of a class but the first */
};

static void parts_free(struct parts *p) {
  free(p->first);
  free(p->to);
  free(p->edge);
  free(p->twin);
  free(p->mass);
  free(p->copies);
  free(p->place);
  free(p->queue);
  pieces_free(&p->pieces);
}

/* Rows of the pieces, from their edges. */
static bool join_pieces(struct parts *p, const struct graph *g) {
  const struct pieces *pieces = &p->pieces;
  p->first = memory_zeroed((size_t)pieces->count + 2, sizeof *p->first);
  if (!p->first) return false;
  for (uint32_t e = 0; e < g->edges; e++) {
    if (pieces->tail[e] == PIECES_NONE) continue;
    p->first[pieces->tail[e] + 2]++;
    p->first[pieces->head[e] + 2]++;
  }
  for (uint32_t v = 0; v < pieces->count; v++)
    p->first[v + 2] += p->first[v + 1];
  size_t arcs = p->first[pieces->count + 1];
  p->to = memory_array(arcs, sizeof *p->to);
  p->edge = memory_array(arcs, sizeof *p->edge);
  if (!p->to || !p->edge) return false;
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t tail = pieces->tail[e], head = pieces->head[e];
    if (tail == PIECES_NONE) continue;
    uint64_t out = p->first[tail + 1]++, back = p->first[head + 1]++;
    p->to[out] = head, p->to[back] = tail;
    p->edge[out] = p->edge[back] = e;
  }
  p->g = (struct graph){.nodes = pieces->count, .edges = g->edges, .first = p->first, .to = p->to, .edge = p->edge};
  p->g.in_first = p->first, p->g.in_to = p->to, p->g.in_edge = p->edge;
  return true;
}

static enum kernel_code take_apart(struct parts *p, double *node, double *edge, const struct graph *g) {
  p->g = *g;
  for (uint32_t v = 0; node && v < g->nodes; v++)
    node[v] = 0;
  for (uint32_t e = 0; edge && e < g->edges; e++)
    edge[e] = 0;
  if (g->directed) return KERNEL_DONE;
  enum kernel_code code = pieces_start(&p->pieces, node, edge, g);
  return code || join_pieces(p, g) ? code : KERNEL_NO_MEMORY;
}

static uint32_t node_of(const struct parts *p, uint32_t part) {
  return p->pieces.node ? p->pieces.node[part] : part;
}

/* Is w both after and before v? Undirected rows say yes by themselves. */
static bool leads_back(const struct graph *g, uint32_t v, uint32_t w) {
  uint64_t low = g->in_first[v], high = g->in_first[v + 1];
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (g->in_to[middle] < w)
      low = middle + 1;
    else
      high = middle;
  }
  return low < g->in_first[v + 1] && g->in_to[low] == w;
}

/* Count the common neighbours of twins like v, and give each its share. */
static uint64_t share_within(double *node, const struct parts *p, uint32_t v, double share) {
  const struct graph *g = &p->g;
  uint64_t common = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    if (g->directed && !leads_back(g, v, g->to[a])) continue;
    common++;
    if (node) node[node_of(p, g->to[a])] += share;
  }
  return common;
}

/* Tied twins: the first one's row has the other. */
static bool are_tied(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

/* What is due to the neighbours of each class for the pairs within it. second[v]: another member of the class of v, 0: none. */
static void share_all_within(double *node, const struct parts *p, const double *square, const uint32_t *second) {
  for (uint32_t v = 0; v < p->g.nodes; v++) {
    if (!second[v] || are_tied(&p->g, v, second[v])) continue;
    uint64_t common = share_within(NULL, p, v, 0);
    if (common) share_within(node, p, v, (p->mass[v] * p->mass[v] - square[v]) / (double)common);
  }
}

/* Classes of twins, each with its first member: mass and copies of all. */
static enum kernel_code classify(struct parts *p, double *node, bool join) {
  uint32_t count = p->g.nodes, *second = memory_zeroed(count, sizeof *second);
  double *square = memory_zeroed(count, sizeof *square);
  enum kernel_code code = KERNEL_NO_MEMORY;
  p->twin = memory_array(count, sizeof *p->twin);
  p->mass = memory_zeroed(count, sizeof *p->mass);
  p->copies = memory_zeroed(count, sizeof *p->copies);
  if (!second || !square || !p->twin || !p->mass || !p->copies) goto done;
  for (uint32_t v = 0; v < count; v++)
    p->twin[v] = v;
  code = join ? twins(p->twin, &p->g) : KERNEL_DONE;
  for (uint32_t v = 0; code == KERNEL_DONE && v < count; v++) {
    uint32_t one = p->twin[v];
    double x = p->pieces.mass ? p->pieces.mass[v] : 1;
    p->mass[one] += x;
    p->copies[one] += 1;
    square[one] += x * x;
    if (one != v) second[one] = v;
  }
  if (code == KERNEL_DONE && node) share_all_within(node, p, square, second);
done:
  free(second);
  free(square);
  return code;
}

static void reach(struct parts *p, const uint32_t *to, uint64_t from, uint64_t end) {
  for (uint64_t a = from; a < end; a++) {
    uint32_t w = to[a];
    if (p->place[w] != NONE || p->twin[w] != w) continue;
    p->place[w] = p->placed;
    p->queue[p->placed++] = w;
  }
}

/* Breadth-first over the first ones of classes, against arcs too. */
static void put_in_order(struct parts *p) {
  const struct graph *g = &p->g;
  uint32_t best = 0, head = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    p->place[v] = NONE;
    if (g->first[v + 1] - g->first[v] > g->first[best + 1] - g->first[best]) best = v;
  }
  for (uint64_t k = 0; k <= g->nodes && g->nodes; k++) {
    uint32_t root = k ? (uint32_t)(k - 1) : p->twin[best];
    for (reach(p, &root, 0, 1); head < p->placed; head++) {
      uint32_t v = p->queue[head];
      reach(p, g->to, g->first[v], g->first[v + 1]);
      if (g->directed) reach(p, g->in_to, g->in_first[v], g->in_first[v + 1]);
    }
  }
}

/* Rows of the net on one side, dealt out from those on the other in the order of the far ends. */
static bool deal(struct reduced_rows *out, const struct parts *p, const uint64_t *first, const uint32_t *to, const uint32_t *edge) {
  out->first = memory_zeroed((size_t)p->placed + 2, sizeof *out->first);
  if (!out->first) return false;
  for (uint32_t i = 0; i < p->placed; i++)
    for (uint64_t a = first[p->queue[i]]; a < first[p->queue[i] + 1]; a++)
      if (p->place[to[a]] != NONE) out->first[p->place[to[a]] + 2]++;
  for (uint32_t i = 0; i < p->placed; i++)
    out->first[i + 2] += out->first[i + 1];
  size_t arcs = out->first[p->placed + 1];
  out->to = memory_array(arcs, sizeof *out->to);
  if (edge) out->edge = memory_array(arcs, sizeof *out->edge);
  if (!out->to || (edge && !out->edge)) return false;
  for (uint32_t i = 0; i < p->placed; i++)
    for (uint64_t a = first[p->queue[i]]; a < first[p->queue[i] + 1]; a++) {
      if (p->place[to[a]] == NONE) continue;
      uint64_t at = out->first[p->place[to[a]] + 1]++;
      out->to[at] = i;
      if (edge) out->edge[at] = edge[a];
    }
  return true;
}

/* Masses, copies and lengths in the order of the net. */
static bool weigh(struct reduced *out, const struct parts *p, const double *length) {
  size_t arcs = out->out.first[p->placed];
  bool joined = p->placed < p->g.nodes;
  out->mass = memory_array(p->placed, sizeof *out->mass);
  if (joined) out->copies = memory_array(p->placed, sizeof *out->copies);
  if (length) out->length = memory_array(arcs, sizeof *out->length);
  if (!out->mass || (joined && !out->copies) || (length && !out->length)) return false;
  for (uint32_t i = 0; i < p->placed; i++) {
    out->mass[i] = p->mass[p->queue[i]];
    if (joined) out->copies[i] = p->copies[p->queue[i]];
  }
  for (size_t a = 0; length && a < arcs; a++)
    out->length[a] = length[out->out.edge[a]];
  return true;
}

/* The net of the classes, and which part is where in it. */
static bool make_net(struct reduced *out, struct parts *p, bool edges, const double *length) {
  const struct graph *g = &p->g;
  p->place = memory_array(g->nodes, sizeof *p->place);
  p->queue = memory_array(g->nodes, sizeof *p->queue);
  out->part_node = memory_array(g->nodes, sizeof *out->part_node);
  out->at = memory_array(g->nodes, sizeof *out->at);
  if (!p->place || !p->queue || !out->part_node || !out->at) return false;
  put_in_order(p);
  bool both = edges || length;
  if (!deal(&out->out, p, g->in_first, g->in_to, both ? g->in_edge : NULL)) return false;
  if (g->directed && !deal(&out->in, p, g->first, g->to, NULL)) return false;
  if (!weigh(out, p, length)) return false;
  out->parts = g->nodes;
  for (uint32_t v = 0; v < g->nodes; v++) {
    out->part_node[v] = node_of(p, v);
    out->at[v] = p->place[p->twin[v]];
  }
  const struct reduced_rows *in = g->directed ? &out->in : &out->out;
  out->net = (struct lanes_net){p->placed, out->out.first, in->first,  out->out.to, in->to, edges ? out->out.edge : NULL,
                                out->mass, out->mass,      out->copies};
  return true;
}

enum kernel_code reduce_start(struct reduced *out, double *node, double *edge, const struct graph *g, const double *length) {
  struct parts p = {0};
  *out = (struct reduced){0};
  enum kernel_code code = take_apart(&p, node, edge, g);
  if (code == KERNEL_DONE) code = classify(&p, node, !edge && !length);
  if (code == KERNEL_DONE && !make_net(out, &p, edge != NULL, length)) code = KERNEL_NO_MEMORY;
  parts_free(&p);
  if (code) reduce_free(out);
  return code;
}

void reduce_free(struct reduced *r) {
  struct reduced_rows *sides[] = {&r->out, &r->in};
  for (int i = 0; i < 2; i++) {
    free(sides[i]->first);
    free(sides[i]->to);
    free(sides[i]->edge);
  }
  free(r->mass);
  free(r->copies);
  free(r->length);
  free(r->part_node);
  free(r->at);
  *r = (struct reduced){0};
}
