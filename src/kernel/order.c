/* Breadth-first order from the node with most neighbours, against arcs too; what is not reached follows, node after node.
 *
 * Why: sources that follow each other are near each other and so reach most nodes at the same level, and neighbours lie near each other in
 * memory. With one source at a time it changes little; with many side by side it is worth a quarter. (By degree: worse than none.)
 * Rows ascend without sorting, because arcs are dealt out in the order of their far ends.
 *
 * Sources: (1) E. Cuthill, J. McKee 1969, Reducing the bandwidth of sparse symmetric matrices, doi:10.1145/800195.805928. */
#include "kernel/order.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_in(const uint32_t *only, uint32_t v) {
  return !only || only[v] == v;
}

static void place(struct order *o, const uint32_t *only, uint32_t v) {
  if (o->place[v] != ORDER_OUT || !is_in(only, v)) return;
  o->place[v] = o->nodes;
  o->node[o->nodes++] = v;
}

static void place_row(struct order *o, const uint32_t *only, const uint64_t *first, const uint32_t *to, uint32_t v) {
  for (uint64_t a = first[v]; a < first[v + 1]; a++)
    place(o, only, to[a]);
}

/* The one with most arcs. There is a node. */
static uint32_t greatest(const struct graph *g, const uint32_t *only) {
  uint32_t best = 0;
  for (uint32_t v = 1; v < g->nodes; v++)
    if (g->first[v + 1] - g->first[v] > g->first[best + 1] - g->first[best]) best = v;
  return only ? only[best] : best;
}

static void place_all(struct order *o, const struct graph *g, const uint32_t *only) {
  uint32_t head = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    o->place[v] = ORDER_OUT;
  for (uint64_t k = 0; g->nodes && k <= g->nodes; k++) {
    for (place(o, only, k ? (uint32_t)(k - 1) : greatest(g, only)); head < o->nodes; head++) {
      uint32_t v = o->node[head];
      place_row(o, only, g->first, g->to, v);
      if (g->directed) place_row(o, only, g->in_first, g->in_to, v);
    }
  }
}

/* Rows of one side, dealt out from those of the other. first[i + 1] is where row i grows, and so ends up as its end. */
static bool deal(struct order_rows *out, const struct order *o, const uint64_t *first, const uint32_t *to, const uint32_t *edge) {
  out->first = memory_zeroed((size_t)o->nodes + 2, sizeof *out->first);
  if (!out->first) return false;
  for (uint32_t i = 0; i < o->nodes; i++)
    for (uint64_t a = first[o->node[i]]; a < first[o->node[i] + 1]; a++)
      if (o->place[to[a]] != ORDER_OUT) out->first[o->place[to[a]] + 2]++;
  for (uint32_t i = 0; i < o->nodes; i++)
    out->first[i + 2] += out->first[i + 1];
  size_t arcs = out->first[o->nodes + 1];
  out->to = memory_array(arcs, sizeof *out->to);
  if (edge) out->edge = memory_array(arcs, sizeof *out->edge);
  if (!out->to || (edge && !out->edge)) return false;
  for (uint32_t i = 0; i < o->nodes; i++)
    for (uint64_t a = first[o->node[i]]; a < first[o->node[i] + 1]; a++) {
      if (o->place[to[a]] == ORDER_OUT) continue;
      uint64_t at = out->first[o->place[to[a]] + 1]++;
      out->to[at] = i;
      if (edge) out->edge[at] = edge[a];
    }
  return true;
}

#define NO_SIDE 2

/* What v's row leads to is on the other side; false: or on the same. */
static bool tell_row(uint8_t *side, uint32_t v, const uint64_t *first, const uint32_t *to) {
  for (uint64_t a = first[v]; a < first[v + 1]; a++) {
    uint8_t *other = &side[to[a]];
    if (*other == side[v]) return false;
    *other = side[v] ^ 1;
  }
  return true;
}

/* In the order, every node but the first of its component follows a neighbour. */
static bool tell_sides(uint8_t *side, const struct order *o, const struct graph *g) {
  memset(side, NO_SIDE, g->nodes);
  for (uint32_t i = 0; i < o->nodes; i++) {
    uint32_t v = o->node[i];
    if (side[v] == NO_SIDE) side[v] = 0;
    if (!tell_row(side, v, g->first, g->to)) return false;
    if (g->directed && !tell_row(side, v, g->in_first, g->in_to)) return false;
  }
  return true;
}

/* Side 0 comes first, side 1 after it, each in its order; returns how many are on side 0. `old` is space. */
static uint32_t put_sides(struct order *o, const uint8_t *side, uint32_t *old) {
  uint32_t at = 0, sides = 0;
  memcpy(old, o->node, o->nodes * sizeof *old);
  for (uint8_t which = 0; which < 2; which++)
    for (uint32_t i = 0; i < o->nodes; i++) {
      if (side[old[i]] != which) continue;
      o->place[old[i]] = at;
      o->node[at++] = old[i];
      sides += !which;
    }
  return sides;
}

static enum kernel_code places_start(struct order *out, const struct graph *g, const uint32_t *only) {
  *out = (struct order){0};
  out->place = memory_array(g->nodes, sizeof *out->place);
  out->node = memory_array(g->nodes, sizeof *out->node);
  if (!out->place || !out->node) return KERNEL_NO_MEMORY;
  place_all(out, g, only);
  return KERNEL_DONE;
}

static enum kernel_code rows_start(struct order *out, const struct graph *g, bool edges) {
  if (!deal(&out->out, out, g->in_first, g->in_to, edges ? g->in_edge : NULL)) return KERNEL_NO_MEMORY;
  if (g->directed && !deal(&out->in, out, g->first, g->to, edges ? g->edge : NULL)) return KERNEL_NO_MEMORY;
  return KERNEL_DONE;
}

enum kernel_code order_start(struct order *out, const struct graph *g, const uint32_t *only, bool edges) {
  enum kernel_code code = places_start(out, g, only);
  if (!code) code = rows_start(out, g, edges);
  if (code) order_free(out);
  return code;
}

enum kernel_code order_by_sides(struct order *out, uint32_t *sides, const struct graph *g) {
  uint8_t *side = memory_array(g->nodes, 1);
  uint32_t *old = memory_array(g->nodes, sizeof *old);
  enum kernel_code code = places_start(out, g, NULL);
  *sides = 0;
  if (!code && (!side || !old)) code = KERNEL_NO_MEMORY;
  if (!code && tell_sides(side, out, g)) *sides = put_sides(out, side, old);
  if (!code) code = rows_start(out, g, false);
  if (code) order_free(out);
  free(side);
  free(old);
  return code;
}

enum kernel_code order_on_sides(struct order *out, uint32_t *first, const struct graph *g, const uint8_t *side, bool edges) {
  uint32_t *old = memory_array(g->nodes, sizeof *old);
  enum kernel_code code = places_start(out, g, NULL);
  *first = 0;
  if (!code && !old) code = KERNEL_NO_MEMORY;
  if (!code) *first = put_sides(out, side, old);
  if (!code) code = rows_start(out, g, edges);
  if (code) order_free(out);
  free(old);
  return code;
}

static void rows_free(struct order_rows *r) {
  free(r->first);
  free(r->to);
  free(r->edge);
}

void order_free(struct order *o) {
  free(o->place);
  free(o->node);
  rows_free(&o->out);
  rows_free(&o->in);
  *o = (struct order){0};
}
