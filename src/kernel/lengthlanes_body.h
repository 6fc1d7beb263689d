/* Distances from all sources at once, written once over a row of lanes; included by each width of vectors.
 *
 * A node is taken from Dial's ring by the least distance that it has not passed on, but passes on what it has in all lanes: most of
 * it is right already, and what is not is lowered later. As long as many nodes are queued their order is worth less than it costs: then all
 * nodes, as they stand in memory, draw from those before them, again and again until few came nearer. No order can make a distance wrong:
 * what is left at the end cannot be lowered.
 *
 * The including file has FORM (what it defines), TARGET (the processor's attribute), ROW (a row in memory), FARTHEST (no distance of it),
 * on `row` (a `number` for each lane) load, store, all (one number in all lanes), plus, lesser (of two), below and equal (masks of lanes)
 * and least (of the lanes of a mask, which is not empty), and on `sums` (32 bits for each lane) sums_load, sums_store, sums_none, and
 * sums_add, which adds a number and a row in the lanes of a mask. */

#define ASK_EACH 16384 /* nodes taken between two looks at the halt */
#define TAKEN_MOST 64  /* times that each node is taken, from which one source at a time is better */
#define SWEEP_FROM 8   /* all nodes draw where more than nodes / SWEEP_FROM are queued */

static inline TARGET ROW *row_at(const struct lengthlanes *s, uint32_t v) {
  return (ROW *)s->distance + v;
}

/* Where in the ring: a part of the distance where that may be great, for an order that is not quite right will do. */
static inline TARGET uint16_t key_of(const struct lengthlanes_net *net, number far) {
  uint32_t key = (uint32_t)far >> net->shift;
  return (uint16_t)(key < LENGTHLANES_FAR ? key : LENGTHLANES_FAR - 1);
}

/* v came nearer, by `key` at least, and is not queued under a lesser one: note that it is to pass that on. */
static inline TARGET void touch(struct lengthlanes *s, uint32_t v, uint16_t key) {
  if (s->key[v] > LENGTHLANES_FAR) s->touched[s->reached++] = v;
  s->key[v] = key;
}

static inline TARGET void queue(struct lengthlanes *s, uint32_t w, uint16_t key) {
  if (key >= s->key[w]) return;
  if (s->key[w] < LENGTHLANES_FAR) dial_drop(&s->dial, w, s->key[w]);
  dial_put(&s->dial, w, key);
  touch(s, w, key);
}

static inline TARGET void pass_on(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t v) {
  const uint64_t *first = net->small->net.first;
  const uint32_t *to = net->small->net.to;
  row here = load(row_at(s, v));
  for (uint64_t a = first[v], end = first[v + 1]; a < end; a++) {
    uint32_t w = to[a];
    row way = plus(here, all((number)net->length[a])), known = load(row_at(s, w));
    uint32_t nearer = below(way, known);
    if (!nearer) continue;
    store(row_at(s, w), lesser(way, known));
    queue(s, w, key_of(net, least(nearer, way)));
  }
}

/* v draws from all before it; false: it came no nearer. */
static inline TARGET bool draw(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t v) {
  const uint64_t *first = net->small->net.in_first;
  const uint32_t *to = net->small->net.in_to;
  row known = load(row_at(s, v)), best = known;
  for (uint64_t a = first[v], end = first[v + 1]; a < end; a++)
    best = lesser(best, plus(load(row_at(s, to[a])), all((number)net->in_length[a])));
  uint32_t nearer = below(best, known);
  if (!nearer) return false;
  store(row_at(s, v), best);
  touch(s, v, key_of(net, least(nearer, best)));
  return true;
}

/* All nodes draw, until few come nearer: these are queued. */
static TARGET void sweep(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  uint32_t nodes = net->small->net.nodes, nearer = nodes;
  while (s->dial.count)
    s->key[dial_take(&s->dial)] = LENGTHLANES_FAR;
  while (nearer > nodes / SWEEP_FROM && !halt_ask(b->halt, b->worker)) {
    nearer = 0;
    for (uint32_t v = 0; v < nodes; v++)
      if (draw(s, net, v))
        nearer++;
      else if (s->key[v] < LENGTHLANES_FAR)
        s->key[v] = LENGTHLANES_FAR;
  }
  dial_reset(&s->dial);
  for (uint32_t v = 0; v < nodes; v++)
    if (s->key[v] < LENGTHLANES_FAR) dial_put(&s->dial, v, s->key[v]);
}

static TARGET bool spread(struct lengthlanes *s, const struct lengthlanes_net *net, const struct lengthlanes_batch *b) {
  uint64_t most = (uint64_t)TAKEN_MOST * net->small->net.nodes;
  for (uint64_t taken = 1; s->dial.count; taken++) {
    if (s->dial.count > net->small->net.nodes / SWEEP_FROM) sweep(s, net, b);
    if (halt_called(b->halt) || (taken % ASK_EACH == 0 && halt_ask(b->halt, b->worker))) return false;
    if (taken > most) return false;
    if (!s->dial.count) break;
    uint32_t v = dial_take(&s->dial);
    s->key[v] = LENGTHLANES_FAR;
    pass_on(s, net, v);
  }
  return true;
}

#include "kernel/lengthlanes_trace.h"

const struct lengthlanes_form FORM = {spread, trace};
