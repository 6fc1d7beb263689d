/* The rows of a projection of one step, straight from the ends of ties: they are ascending by who stands at the far end, so the ties of a
 * pair stand together and a row falls out in order. Why not the simple network: it would be built of all nodes, numbered and kept, and the
 * ties of an edge would be looked up again. O(n + m) */
#include "base/memory.h"
#include "net/merged.h"
#include "net/projection.h"

#include <stdlib.h>

/* The layer that all ties at some ends are of. */
static uint32_t layer_of(const nonet *n, uint64_t from, uint64_t to) {
  uint32_t layer = net_tie_layer(n, n->end_tie[from]);
  for (uint64_t e = from + 1; e < to; e++)
    if (net_tie_layer(n, n->end_tie[e]) != layer) return NONET_NONE;
  return layer;
}

static double strength_of(const nonet *n, uint64_t from, uint64_t to) {
  struct net_merged merged = {0};
  double strength, length;
  for (uint64_t e = from; e < to; e++)
    net_merge_tie(&merged, n, n->end_tie[e]);
  net_merge_end(&strength, &length, &merged, n->repeats);
  return strength;
}

/* One entry, of the ties at ends from .. to - 1. */
static bool add_entry(struct projection *p, uint64_t entry, uint64_t from, uint64_t to) {
  const nonet *n = p->n;
  p->out.to[entry] = n->end_other[from];
  if (p->out.strength) p->out.strength[entry] = strength_of(n, from, to);
  if (p->out.layer) p->out.layer[entry] = layer_of(n, from, to);
  for (uint64_t e = from; e < to; e++)
    if (!tie_list_add_parents(&p->tie, n, n->end_tie[e])) return false;
  p->tie_first[entry + 1] = p->tie.count;
  return true;
}

static bool add_row(uint64_t *entry, struct projection *p, uint32_t v) {
  const nonet *n = p->n;
  for (uint64_t from = n->end_first[v], to; from < n->end_first[v + 1]; from = to) {
    uint32_t other = n->end_other[from];
    for (to = from + 1; to < n->end_first[v + 1] && n->end_other[to] == other;)
      to++;
    if (other != v && projection_may_be_at(p, 1, other) && !add_entry(p, (*entry)++, from, to)) return false;
  }
  return true;
}

nonet_code projection_step(struct projection *p, nonet_err *err) {
  const nonet *n = p->n;
  uint64_t most = 0, entry = 0;
  for (uint32_t i = 0; i < p->nodes; i++)
    most += n->end_first[p->node[i] + 1] - n->end_first[p->node[i]];
  p->out.to = memory_large(most, sizeof *p->out.to);
  if (n->weighted) p->out.strength = memory_array(most, sizeof *p->out.strength);
  if (n->tie_layer) p->out.layer = memory_array(most, sizeof *p->out.layer);
  p->tie_first = memory_large((size_t)most + 1, sizeof *p->tie_first);
  bool fits = p->out.to && (!n->weighted || p->out.strength) && (!n->tie_layer || p->out.layer) && p->tie_first &&
              memory_grow(&p->tie.tie, &p->tie.room, most, sizeof *p->tie.tie);
  if (fits) p->tie_first[0] = 0;
  for (uint32_t i = 0; fits && i < p->nodes; i++) {
    fits = add_row(&entry, p, p->node[i]);
    p->out.first[i + 1] = entry;
  }
  return fits ? run_check(p->ask->run, err) : error_memory(err);
}
