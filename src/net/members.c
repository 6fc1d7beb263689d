/* Which nodes are in which layers, and which two kinds split a network.
 *
 * How: a node's layers are those declared for it, in the order declared, and then those that ties at it are of. The main one stands first:
 * the first declared, else the one with most ties (of equals the one that the data named first). */
#include "base/memory.h"
#include "net/build.h"

#include <stdlib.h>

/* Counts of one node's layers, reused from node to node: `seen` tells whose they are. */
struct layer_count {
  uint32_t seen; /* node + 1 */
  uint64_t ties;
};

struct members {
  nonet *n;
  struct layer_count *layer;
  uint64_t count;
  size_t room;
};

static nonet_code add_member(struct members *m, uint32_t v, uint32_t layer, nonet_err *err) {
  if (m->layer[layer].seen == v + 1) return NONET_OK;
  if (!memory_grow(&m->n->member_layer, &m->room, m->count + 1, sizeof *m->n->member_layer)) return error_memory(err);
  m->layer[layer] = (struct layer_count){.seen = v + 1};
  m->n->member_layer[m->count++] = layer;
  return NONET_OK;
}

/* The layers of the ties at a node, counted. */
static nonet_code add_from_ties(struct members *m, uint32_t v, nonet_err *err) {
  const nonet *n = m->n;
  if (!n->tie_layer) return NONET_OK;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    uint32_t layer = n->tie_layer[n->end_tie[e]];
    if (layer == NONET_NONE) continue;
    nonet_code code = add_member(m, v, layer, err);
    if (code) return code;
    m->layer[layer].ties++;
  }
  return NONET_OK;
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* Where nothing was declared, the layer with most ties comes first and the others in their order. */
static void put_main_first(struct members *m, uint64_t first, bool has_declared, uint64_t from_ties) {
  uint32_t *own = m->n->member_layer + from_ties;
  size_t count = (size_t)(m->count - from_ties);
  if (count > 1) qsort(own, count, sizeof *own, by_number);
  if (has_declared || m->count - first < 2) return;
  size_t most = 0;
  for (size_t i = 1; i < count; i++)
    if (m->layer[own[i]].ties > m->layer[own[most]].ties) most = i;
  uint32_t main_layer = own[most];
  for (; most > 0; most--)
    own[most] = own[most - 1];
  own[0] = main_layer;
}

nonet_code net_build_members(nonet *n, const uint64_t *first, const uint32_t *layer, nonet_err *err) {
  if (n->layers == 0) return NONET_OK;
  struct members m = {.n = n, .layer = memory_zeroed(n->layers, sizeof *m.layer)};
  n->member_first = memory_zeroed((size_t)n->nodes + 1, sizeof *n->member_first);
  n->member_declared = memory_zeroed(n->nodes, sizeof *n->member_declared);
  nonet_code code = m.layer && n->member_first && n->member_declared ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; v < n->nodes && !code; v++) {
    uint64_t start = m.count;
    for (uint64_t i = first ? first[v] : 0; first && i < first[v + 1] && !code; i++)
      code = add_member(&m, v, layer[i], err);
    n->member_declared[v] = (uint32_t)(m.count - start);
    uint64_t from_ties = m.count;
    if (!code) code = add_from_ties(&m, v, err);
    if (!code && m.count > start) put_main_first(&m, start, from_ties > start, from_ties);
    n->member_first[v + 1] = m.count;
  }
  free(m.layer);
  if (!code && !n->member_layer && !(n->member_layer = memory_zeroed(1, sizeof *n->member_layer))) code = error_memory(err);
  return code;
}

void net_tell_modes(nonet *n) {
  n->two_modes = false;
  if (n->kinds != 2 || n->ties == 0) return;
  for (uint32_t v = 0; v < n->nodes; v++)
    if (net_node_kind(n, v) == NONET_NONE) return;
  for (uint32_t t = 0; t < n->ties; t++)
    if (n->node_kind[n->tie_from[t]] == n->node_kind[n->tie_to[t]]) return;
  n->two_modes = true;
  n->mode_kind[0] = 0;
  n->mode_kind[1] = 1;
}
