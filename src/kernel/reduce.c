/* Making a network small and well ordered.
 *
 *   graph --cut nodes--> parts --twins--> classes --breadth-first order--> net
 *
 * Undirected, the parts are the pieces of pieces.h: disjoint blocks with masses. Directed, what reaches a node through a cut node differs
 * from what is reached, so the parts are the nodes themselves. A class of twins is walked once: its members have the same distances, counts
 * and shares, so a neighbour sees `copies` times its count, sources and targets weigh their masses together, and each member gets the
 * class's sum. Only pairs within a class are left: tied twins have nothing between them; others share each of their D common neighbours
 * evenly, (sum of masses)^2 - sum of squares pairs.
 *
 * Sources: (1) A. E. Sariyuce et al. 2013, Shattering and compressing networks for betweenness centrality,
 * doi:10.1137/1.9781611972832.71. */
#include "kernel/reduce.h"

#include "base/memory.h"
#include "kernel/pieces.h"
#include "kernel/twins.h"

#include <stdlib.h>
#include <string.h>

/* The parts as a graph of their own: the pieces', or what was given. */
struct parts {
  struct graph g;
  uint64_t *first;
  uint32_t *to, *edge; /* owned, NULL where g borrows */
  struct pieces pieces;
  uint32_t *twin;        /* the first of the class */
  double *mass, *copies; /* of each class, with its first */
};

static void parts_free(struct parts *p) {
  free(p->first);
  free(p->to);
  free(p->edge);
  free(p->twin);
  free(p->mass);
  free(p->copies);
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
  uint64_t both = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    if (g->directed && !leads_back(g, v, g->to[a])) continue;
    both++;
    if (node) node[node_of(p, g->to[a])] += share;
  }
  return both;
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
    uint64_t both = share_within(NULL, p, v, 0);
    if (both) share_within(node, p, v, (p->mass[v] * p->mass[v] - square[v]) / (double)both);
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

/* Masses and copies in the order of the net. */
static bool weigh(struct reduced *out, const struct parts *p) {
  const struct order *o = &out->order;
  bool joined = o->nodes < p->g.nodes;
  out->mass = memory_array(o->nodes, sizeof *out->mass);
  if (joined) out->copies = memory_array(o->nodes, sizeof *out->copies);
  if (!out->mass || (joined && !out->copies)) return false;
  for (uint32_t i = 0; i < o->nodes; i++) {
    out->mass[i] = p->mass[o->node[i]];
    if (joined) out->copies[i] = p->copies[o->node[i]];
  }
  return true;
}

/* Lengths beside the arcs. */
static bool measure(double **out, const struct order_rows *rows, uint32_t nodes, const double *length) {
  *out = memory_array(rows->first[nodes], sizeof **out);
  for (uint64_t a = 0; *out && a < rows->first[nodes]; a++)
    (*out)[a] = length[rows->edge[a]];
  return *out != NULL;
}

/* Which part is where in the net. */
static bool list_parts(struct reduced *out, const struct parts *p) {
  out->part_node = memory_array(p->g.nodes, sizeof *out->part_node);
  out->at = memory_array(p->g.nodes, sizeof *out->at);
  if (!out->part_node || !out->at) return false;
  out->parts = p->g.nodes;
  for (uint32_t v = 0; v < p->g.nodes; v++) {
    out->part_node[v] = node_of(p, v);
    out->at[v] = out->order.place[p->twin[v]];
  }
  return true;
}

/* The net of what was made. */
static void describe(struct reduced *out, const struct graph *g) {
  const struct order_rows *to = &out->order.out, *in = g->directed ? &out->order.in : to;
  out->net = (struct lanes_net){.nodes = out->order.nodes, .first = to->first, .to = to->to, .in_first = in->first, .in_to = in->to};
  out->net.edge = to->edge;
  out->net.from = out->mass;
  out->net.onto = out->onto ? out->onto : out->mass;
  out->net.copies = out->copies;
}

enum kernel_code reduce_start(struct reduced *out, double *node, double *edge, const struct graph *g, const double *length) {
  struct parts p = {0};
  *out = (struct reduced){0};
  enum kernel_code code = take_apart(&p, node, edge, g);
  if (code == KERNEL_DONE) code = classify(&p, node, !edge && !length);
  if (code == KERNEL_DONE) code = order_start(&out->order, &p.g, p.twin, edge || length);
  if (code == KERNEL_DONE && (!weigh(out, &p) || !list_parts(out, &p))) code = KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && length && !measure(&out->length, &out->order.out, out->order.nodes, length)) code = KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE && length && g->directed && !measure(&out->in_length, &out->order.in, out->order.nodes, length))
    code = KERNEL_NO_MEMORY;
  parts_free(&p);
  if (code) {
    reduce_free(out);
    return code;
  }
  describe(out, g);
  return KERNEL_DONE;
}

/* Each node is a part, at its place. */
static bool keep_all(struct reduced *out, const struct graph *g, const bool *of_from, const bool *of_onto) {
  out->mass = memory_array(g->nodes, sizeof *out->mass);
  out->onto = memory_array(g->nodes, sizeof *out->onto);
  out->part_node = memory_array(g->nodes, sizeof *out->part_node);
  out->at = memory_copy(out->order.place, g->nodes, sizeof *out->at);
  if (!out->mass || !out->onto || !out->part_node || !out->at) return false;
  out->parts = g->nodes;
  for (uint32_t v = 0; v < g->nodes; v++) {
    out->part_node[v] = v;
    out->mass[out->at[v]] = of_from[v];
    out->onto[out->at[v]] = of_onto[v];
  }
  return true;
}

enum kernel_code reduce_not(struct reduced *out, uint32_t *sources, const struct graph *g, const double *length, const bool *of_from,
                            const bool *of_onto) {
  *out = (struct reduced){0};
  uint8_t *side = memory_array(g->nodes, 1);
  for (uint32_t v = 0; side && v < g->nodes; v++)
    side[v] = !of_from[v];
  enum kernel_code code = side ? order_on_sides(&out->order, sources, g, side, length) : KERNEL_NO_MEMORY;
  if (!code && !keep_all(out, g, of_from, of_onto)) code = KERNEL_NO_MEMORY;
  if (!code && length && !measure(&out->length, &out->order.out, out->order.nodes, length)) code = KERNEL_NO_MEMORY;
  if (!code && length && g->directed && !measure(&out->in_length, &out->order.in, out->order.nodes, length)) code = KERNEL_NO_MEMORY;
  free(side);
  if (code)
    reduce_free(out);
  else
    describe(out, g);
  return code;
}

void reduce_free(struct reduced *r) {
  order_free(&r->order);
  free(r->mass);
  free(r->onto);
  free(r->copies);
  free(r->length);
  free(r->in_length);
  free(r->part_node);
  free(r->at);
  *r = (struct reduced){0};
}
