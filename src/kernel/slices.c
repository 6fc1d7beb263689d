/* Multislice modularity (1), raised by moving and merging as in Louvain's method (2).
 *
 * Q = 1/(2 mu) sum over pairs of replicas of one community of
 *       ties within a layer - gamma k(i) k(j) / (2 m of the layer)     for i and j of one layer
 *       omega                                                          for coupled replicas of one node
 * with 2 mu the sum of all ends of ties and couplings.
 * How: the states are merged level by level. A unit of a level is a set of states; it knows its links to other units and how strong it is
 * in each layer. Units move to the community of a neighbour where Q gains most until none does, then communities become the units of the
 * next level. What each community has in each layer stands in a hash table, for most have nothing in most. Runs differ in the order in
 * which units are looked at; what gains as much goes by the order of the units, which is that of the asker.
 *
 * Sources: (1) P. J. Mucha, T. Richardson, K. Macon, M. A. Porter, J.-P. Onnela 2010, doi:10.1126/science.1184819; (2) V. D. Blondel, J.-L.
 * Guillaume, R. Lambiotte, E. Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008. */
#include "kernel/slices.h"

#include "base/memory.h"
#include "base/run.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define GAIN 1e-12 /* share of 2 mu below which a gain is rounding */

/* ---- what communities have in layers ---- */

struct held {
  uint64_t *key; /* community * layers + layer + 1; 0: free */
  double *value;
  size_t room, used; /* room: a power of two */
};

static bool held_start(struct held *h, size_t expected) {
  size_t room = 16;
  while (room < 4 * expected)
    room *= 2;
  *h = (struct held){memory_zeroed(room, sizeof *h->key), memory_array(room, sizeof *h->value), room, 0};
  return h->key && h->value;
}

static void held_free(struct held *h) {
  free(h->key);
  free(h->value);
  *h = (struct held){0};
}

static size_t held_place(const struct held *h, uint64_t key) {
  size_t at = (size_t)((key * 0x9E3779B97F4A7C15u) >> 20) & (h->room - 1);
  while (h->key[at] && h->key[at] != key)
    at = (at + 1) & (h->room - 1);
  return at;
}

static double held_get(const struct held *h, uint64_t key) {
  size_t at = held_place(h, key);
  return h->key[at] ? h->value[at] : 0;
}

static bool held_add(struct held *h, uint64_t key, double value) {
  size_t at = held_place(h, key);
  if (!h->key[at]) h->key[at] = key, h->value[at] = 0, h->used++;
  h->value[at] += value;
  if (2 * h->used < h->room) return true;
  struct held wider;
  if (!held_start(&wider, h->room)) {
    held_free(&wider);
    return false;
  }
  for (size_t i = 0; i < h->room; i++)
    if (h->key[i]) at = held_place(&wider, h->key[i]), wider.key[at] = h->key[i], wider.value[at] = h->value[i], wider.used++;
  held_free(h);
  *h = wider;
  return true;
}

/* ---- levels ---- */

/* A link of two units (of one: what lies within), or what a unit has in a layer (b is the layer). */
struct entry {
  uint32_t a, b;
  double weight;
};

struct level {
  uint32_t units;
  struct entry *link, *share; /* ascending by a, b, each pair once; links both ways */
  uint64_t *link_first, *share_first;
  size_t links, shares;
};

static void level_free(struct level *l) {
  free(l->link);
  free(l->share);
  free(l->link_first);
  free(l->share_first);
  *l = (struct level){0};
}

static int by_ends(const void *x, const void *y) {
  const struct entry *a = x, *b = y;
  if (a->a != b->a) return a->a < b->a ? -1 : 1;
  return (a->b > b->b) - (a->b < b->b);
}

/* Sort, merge, and say where each unit's entries begin. */
static bool gather(struct entry *e, size_t *count, uint64_t **first, uint32_t units) {
  size_t kept = 0;
  *first = memory_zeroed((size_t)units + 1, sizeof **first);
  if (!*first) return false;
  if (*count) qsort(e, *count, sizeof *e, by_ends);
  for (size_t i = 0; i < *count; i++) {
    if (kept && by_ends(&e[kept - 1], &e[i]) == 0)
      e[kept - 1].weight += e[i].weight;
    else
      e[kept++] = e[i];
  }
  for (size_t i = 0; i < kept; i++)
    (*first)[e[i].a + 1]++;
  for (uint32_t u = 0; u < units; u++)
    (*first)[u + 1] += (*first)[u];
  *count = kept;
  return true;
}

static double coupling(const struct slices *ask, uint32_t i, uint32_t j) {
  const struct supra *s = ask->supra;
  if (s->successive) return i + 1 == j || j + 1 == i ? ask->omega : 0;
  return ask->omega * (i == j ? s->times[i] * (s->times[i] - 1) : s->times[i] * s->times[j]);
}

/* Units are states, numbered by rank. */
static bool first_level(struct level *l, const struct slices *ask, const uint32_t *rank) {
  const struct supra *s = ask->supra;
  size_t links = s->ties.edges, at = 0;
  for (uint32_t v = 0; v < s->nodes; v++) {
    size_t own = s->first[v + 1] - s->first[v];
    links += s->successive ? 3 * own : own * own;
  }
  *l = (struct level){.units = s->states, .link = memory_array(links, sizeof *l->link), .share = memory_array(s->states, sizeof *l->share)};
  if (!l->link || !l->share) return false;
  for (uint32_t i = 0; i < s->states; i++) {
    double strength = 0;
    uint32_t start = s->first[s->node[i]], end = s->first[s->node[i] + 1];
    for (uint64_t a = s->ties.first[i]; a < s->ties.first[i + 1]; a++) {
      l->link[at++] = (struct entry){rank[i], rank[s->ties.to[a]], s->strength[a]};
      strength += s->strength[a];
    }
    if (s->successive) start = i > start ? i - 1 : i, end = i + 2 < end ? i + 2 : end;
    for (uint32_t j = start; j < end; j++)
      if (coupling(ask, i, j) > 0) l->link[at++] = (struct entry){rank[i], rank[j], coupling(ask, i, j)};
    if (strength > 0) l->share[l->shares++] = (struct entry){rank[i], s->layer[i], strength};
  }
  l->links = at;
  return gather(l->link, &l->links, &l->link_first, l->units) && gather(l->share, &l->shares, &l->share_first, l->units);
}

/* Communities become units. */
static bool next_level(struct level *out, const struct level *l, const uint32_t *community, uint32_t communities) {
  *out = (struct level){.units = communities,
                        .link = memory_array(l->links, sizeof *out->link),
                        .share = memory_array(l->shares, sizeof *out->share),
                        .links = l->links,
                        .shares = l->shares};
  if (!out->link || !out->share) return false;
  for (size_t i = 0; i < l->links; i++)
    out->link[i] = (struct entry){community[l->link[i].a], community[l->link[i].b], l->link[i].weight};
  for (size_t i = 0; i < l->shares; i++)
    out->share[i] = (struct entry){community[l->share[i].a], l->share[i].b, l->share[i].weight};
  return gather(out->link, &out->links, &out->link_first, communities) && gather(out->share, &out->shares, &out->share_first, communities);
}

/* ---- moving ---- */

struct moving {
  const struct slices *ask;
  const double *ends; /* 2 m of each layer */
  double rounding;
  uint32_t *community, *met; /* met: communities around the unit at hand */
  double *around;            /* what links it to each; below 0: not met */
  struct held held;
};

static uint64_t key_of(const struct moving *m, uint32_t community, uint32_t layer) {
  return (uint64_t)community * m->ask->supra->layers + layer + 1;
}

static double gain(const struct moving *m, const struct level *l, uint32_t u, uint32_t community) {
  double expected = 0;
  for (uint64_t i = l->share_first[u]; i < l->share_first[u + 1]; i++)
    expected += l->share[i].weight * held_get(&m->held, key_of(m, community, l->share[i].b)) / m->ends[l->share[i].b];
  return fmax(m->around[community], 0) - m->ask->gamma * expected;
}

static bool hold(struct moving *m, const struct level *l, uint32_t u, double sign) {
  for (uint64_t i = l->share_first[u]; i < l->share_first[u + 1]; i++)
    if (!held_add(&m->held, key_of(m, m->community[u], l->share[i].b), sign * l->share[i].weight)) return false;
  return true;
}

/* Where u gains most; its own community where nothing is better. */
static uint32_t best_for(struct moving *m, const struct level *l, uint32_t u) {
  uint32_t met = 0, own = m->community[u], best = own;
  for (uint64_t i = l->link_first[u]; i < l->link_first[u + 1]; i++) {
    uint32_t c = m->community[l->link[i].b];
    if (l->link[i].b == u) continue;
    if (m->around[c] < 0) m->around[c] = 0, m->met[met++] = c;
    m->around[c] += l->link[i].weight;
  }
  double most = gain(m, l, u, own);
  for (uint32_t k = 0; k < met; k++) {
    double value = m->met[k] == own ? most : gain(m, l, u, m->met[k]);
    if (value > most + m->rounding || (best != own && value > most - m->rounding && m->met[k] < best)) {
      most = value;
      best = m->met[k];
    }
  }
  for (uint32_t k = 0; k < met; k++)
    m->around[m->met[k]] = -1;
  return best;
}

/* Until nobody gains; false: no memory. *moved: has anybody? */
static bool move_units(bool *moved, struct moving *m, const struct level *l, const uint32_t *order) {
  *moved = false;
  if (!held_start(&m->held, l->shares)) return false;
  for (uint32_t u = 0; u < l->units; u++) {
    m->community[u] = u;
    m->around[u] = -1;
    if (!hold(m, l, u, 1)) return false;
  }
  for (bool again = true; again;) {
    again = false;
    for (uint32_t k = 0; k < l->units; k++) {
      uint32_t u = order[k], before = m->community[u];
      if (!hold(m, l, u, -1)) return false;
      m->community[u] = best_for(m, l, u);
      if (!hold(m, l, u, 1)) return false;
      again |= m->community[u] != before;
    }
    *moved |= again;
  }
  return true;
}

static void shuffle(uint32_t *order, uint32_t count, struct chance *c) {
  for (uint32_t i = 0; i < count; i++)
    order[i] = i;
  for (uint32_t i = count; c && i > 1; i--) {
    uint32_t j = (uint32_t)chance_below(c, i), swap = order[i - 1];
    order[i - 1] = order[j], order[j] = swap;
  }
}

/* Number communities by their first units; how many. `number` is scratch. */
static uint32_t renumber(uint32_t *community, uint32_t units, uint32_t *number) {
  uint32_t count = 0;
  for (uint32_t u = 0; u < units; u++)
    number[u] = UINT32_MAX;
  for (uint32_t u = 0; u < units; u++) {
    if (number[community[u]] == UINT32_MAX) number[community[u]] = count++;
    community[u] = number[community[u]];
  }
  return count;
}

/* One run: out[r] is the community of the state of rank r. */
static bool run_once(uint32_t *out, const struct level *base, struct moving *m, uint32_t *order, struct chance *c) {
  struct level own = {0}, next;
  const struct level *l = base;
  bool fits = true, moved = true;
  for (uint32_t r = 0; r < base->units; r++)
    out[r] = r;
  while (fits && moved) {
    shuffle(order, l->units, c);
    fits = move_units(&moved, m, l, order);
    held_free(&m->held);
    if (!fits || !moved) break;
    uint32_t count = renumber(m->community, l->units, m->met);
    for (uint32_t r = 0; r < base->units; r++)
      out[r] = m->community[out[r]];
    fits = next_level(&next, l, m->community, count);
    level_free(&own);
    own = next;
    l = &own;
  }
  level_free(&own);
  return fits;
}

/* ---- quality ---- */

/* 2 m of each layer, and 2 mu; ends has `layers` entries. */
static double all_ends(double *ends, const struct slices *ask) {
  const struct supra *s = ask->supra;
  double all = 0;
  for (uint32_t l = 0; l < s->layers; l++)
    ends[l] = 0;
  for (uint32_t i = 0; i < s->states; i++) {
    for (uint64_t a = s->ties.first[i]; a < s->ties.first[i + 1]; a++)
      ends[s->layer[i]] += s->strength[a];
    all += ask->omega * s->times[i] * supra_coupled_to(s, i);
  }
  for (uint32_t l = 0; l < s->layers; l++)
    all += ends[l];
  return all;
}

/* The sum over pairs of one community, not yet divided by 2 mu, of a level whose units are communities. */
static double within(const struct level *l, const double *ends, double gamma) {
  double sum = 0;
  for (size_t i = 0; i < l->links; i++)
    if (l->link[i].a == l->link[i].b) sum += l->link[i].weight;
  for (size_t i = 0; i < l->shares; i++)
    sum -= gamma * l->share[i].weight * l->share[i].weight / ends[l->share[i].b];
  return sum;
}

static bool quality_of(double *out, const struct level *base, const uint32_t *by_rank, const double *ends, double all, double gamma) {
  struct level merged = {0};
  bool fits = next_level(&merged, base, by_rank, base->units);
  if (fits) *out = all > 0 ? within(&merged, ends, gamma) / all : (double)NAN;
  level_free(&merged);
  return fits;
}

/* ---- together ---- */

struct bench {
  struct level base;
  struct moving moving;
  uint32_t *rank, *order, *found, *best;
  double *ends, all;
};

static void bench_free(struct bench *b) {
  level_free(&b->base);
  void *const owned[] = {b->moving.community, b->moving.met, b->moving.around, b->rank, b->order, b->found, b->best, b->ends};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
}

static bool bench_start(struct bench *b, const struct slices *ask) {
  uint32_t states = ask->supra->states;
  *b = (struct bench){.rank = memory_array(states, sizeof *b->rank),
                      .order = memory_array(states, sizeof *b->order),
                      .found = memory_array(states, sizeof *b->found),
                      .best = memory_array(states, sizeof *b->best),
                      .ends = memory_array(ask->supra->layers, sizeof *b->ends)};
  b->moving = (struct moving){.ask = ask,
                              .ends = b->ends,
                              .community = memory_array(states, sizeof *b->moving.community),
                              .met = memory_array(states, sizeof *b->moving.met),
                              .around = memory_array(states, sizeof *b->moving.around)};
  if (!b->rank || !b->order || !b->found || !b->best || !b->ends || !b->moving.community || !b->moving.met || !b->moving.around)
    return false;
  for (uint32_t k = 0; k < states; k++)
    b->rank[ask->order[k]] = k;
  b->all = all_ends(b->ends, ask);
  b->moving.rounding = GAIN * b->all;
  return first_level(&b->base, ask, b->rank);
}

enum kernel_code slices_find(uint32_t *community, double *quality, const struct slices *ask, const struct kernel_watch *watch) {
  struct bench b;
  struct chance c;
  enum kernel_code code = bench_start(&b, ask) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  *quality = NAN;
  chance_start(&c, ask->seed, 0);
  for (unsigned run = 0; !code && run < ask->runs; run++) {
    double value = NAN;
    if (!watch_says_go(watch)) code = KERNEL_STOPPED;
    if (!code && (!run_once(b.found, &b.base, &b.moving, b.order, run ? &c : NULL) ||
                  !quality_of(&value, &b.base, b.found, b.ends, b.all, ask->gamma)))
      code = KERNEL_NO_MEMORY;
    if (code || (run && !(value > *quality + GAIN))) continue;
    *quality = value;
    memcpy(b.best, b.found, b.base.units * sizeof *b.best);
  }
  for (uint32_t i = 0; !code && i < ask->supra->states; i++)
    community[i] = b.best[b.rank[i]];
  bench_free(&b);
  return code;
}

enum kernel_code slices_quality(double *out, const uint32_t *community, const struct slices *ask) {
  struct bench b;
  bool fits = bench_start(&b, ask);
  for (uint32_t i = 0; fits && i < ask->supra->states; i++)
    b.found[b.rank[i]] = community[i];
  fits = fits && quality_of(out, &b.base, b.found, b.ends, b.all, ask->gamma);
  bench_free(&b);
  return fits ? KERNEL_DONE : KERNEL_NO_MEMORY;
}
