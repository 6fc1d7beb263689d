/* Distances from all sources at once and the arcs that make them, written once over a row of lanes; included by each width of vectors.
 *
 * A node is taken from Dial's ring by the least distance that it has not passed on, but passes on what it has in all lanes: most of it is
 * right already, and what is not is lowered later. A distance is right when its turn comes, so no node is taken more than once a lane, and
 * most are taken a few times for all.
 *
 * The including file has FORM (what it defines), TARGET (the processor's attribute), and on `row` (16 bits for each lane) load, store,
 * all (one number in all lanes), plus, lesser (of two), where (by a mask, the second row), below and equal (masks of lanes), and least
 * (of the lanes of a mask, which is not empty). */

#define ASK_EACH 16384 /* nodes taken between two looks at the halt */

/* w came nearer, by `key` at least: it has to pass that on. */
static inline TARGET void queue(struct lengthlanes *s, uint32_t w, uint16_t key) {
  if (key >= s->key[w]) return;
  if (s->key[w] < LENGTHLANES_FAR) dial_drop(&s->dial, w, s->key[w]);
  dial_put(&s->dial, w, key);
  s->key[w] = key;
}

static inline TARGET void pass_on(struct lengthlanes *s, const struct lengthlanes_net *net, row here, uint32_t v) {
  const uint64_t *first = net->small->net.first;
  const uint32_t *to = net->small->net.to;
  for (uint64_t a = first[v], end = first[v + 1]; a < end; a++) {
    uint32_t w = to[a];
    row way = plus(here, all(net->length[a])), known = load(&s->distance[w]);
    uint32_t nearer = below(way, known);
    if (!nearer) continue;
    if (s->key[w] > LENGTHLANES_FAR) s->touched[s->reached++] = w, s->key[w] = LENGTHLANES_FAR;
    store(&s->distance[w], lesser(way, known));
    queue(s, w, least(nearer, way));
  }
}

static TARGET bool spread(struct lengthlanes *s, const struct lengthlanes_net *net, struct halt *halt, unsigned worker) {
  row far = all(LENGTHLANES_FAR), limit = all((int16_t)(LENGTHLANES_FAR - net->longest));
  for (uint32_t taken = 1; s->dial.count; taken++) {
    uint32_t v = dial_take(&s->dial);
    row here = load(&s->distance[v]);
    s->key[v] = LENGTHLANES_FAR;
    if (below(here, far) & ~below(here, limit)) return false;
    pass_on(s, net, here, v);
    if (taken % ASK_EACH == 0 && halt_ask(halt, worker)) return false;
  }
  return true;
}

static inline TARGET void put_in_columns(uint16_t *column, size_t room, row a) {
  struct lengthlanes_row r;
  store(&r, a);
  for (unsigned l = 0; l < LENGTHLANES; l++)
    column[l * room] = (uint16_t)r.lane[l];
}

/* The arcs on shortest paths into w, which is touched i, from place `at` of the hits on; returns where they end if lanes have several. */
static inline TARGET uint64_t trace_row(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t i, uint32_t w, uint64_t at) {
  const uint64_t *first = net->small->net.in_first;
  uint32_t some = 0, several = 0;
  row here = load(&s->distance[w]), arc = all(0);
  for (uint64_t a = first[w], end = first[w + 1]; a < end; a++) {
    uint32_t k = (uint32_t)(a - first[w]);
    uint32_t on = equal(plus(load(&s->distance[net->small->net.in_to[a]]), all(net->in_length[a])), here);
    several |= k > INT16_MAX ? on : some & on;
    some |= on;
    arc = where(arc, on, all((int16_t)k));
    s->hit[at] = (struct lengthlanes_hit){k, on};
    at += on != 0;
  }
  put_in_columns(s->far + i, s->room, here);
  put_in_columns(s->arc + i, s->room, where(arc, several, all(-1)));
  return several ? at : s->hit_first[i];
}

static TARGET void trace(struct lengthlanes *s, const struct lengthlanes_net *net) {
  s->hit_first[0] = 0;
  for (uint32_t i = 0; i < s->reached; i++)
    s->hit_first[i + 1] = trace_row(s, net, i, s->touched[i], s->hit_first[i]);
}

const struct lengthlanes_form FORM = {spread, trace};
