/* Bit-parallel breadth-first search.
 *
 * The searches run against the arcs, so that what a node w collects is about the nodes it reaches: when `fresh` sources arrive at w on
 * level d, w has that many more nodes at distance d. Counting bits at w replaces looking at each source, and an arc is looked at once for
 * 256 sources. Small levels push along the rows of their nodes; large ones are pulled by the nodes that still miss sources, which stop as
 * soon as they miss none. Bodies are compiled twice, plainly and with AVX2 and POPCNT; what runs is chosen by the processor. All is whole
 * numbers: same result.
 *
 * Sources: (1) M. Then et al. 2014, The more the merrier: efficient multi-source graph traversal, doi:10.14778/2735496.2735507; (2) S.
 * Beamer et al. 2012, Direction-optimizing breadth-first search, doi:10.1109/SC.2012.50. */
#include "kernel/bitwave.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define WORDS (BITWAVE_SOURCES / 64)
#define LINE 64u
#define BODY static inline __attribute__((always_inline))

typedef uint64_t whole_word __attribute__((vector_size(BITWAVE_SOURCES / 8)));

struct bitwave_word {
  union {
    uint64_t part[WORDS];
    whole_word whole;
  };
};

struct walk {
  const struct bitwave_net *net;
  struct bitwave_scratch *s;
  struct bitwave_word all; /* of this batch */
  uint32_t actives, founds, touched, level;
  uint64_t near_arcs, open_arcs; /* arcs that a push looks at; that a pull may look at */
  uint64_t upper, lower;         /* 1 / level */
};

BODY bool any(const struct bitwave_word *w) {
  uint64_t some = 0;
  for (unsigned i = 0; i < WORDS; i++)
    some |= w->part[i];
  return some;
}

/* Bits of a that are not in b. */
BODY bool without(struct bitwave_word *out, const struct bitwave_word *a, const struct bitwave_word *b) {
  out->whole = a->whole & ~b->whole;
  return any(out);
}

BODY void join(struct bitwave_word *into, const struct bitwave_word *w) {
  into->whole |= w->whole;
}

BODY uint64_t arcs_of(const uint64_t *first, uint32_t v) {
  return first[v + 1] - first[v];
}

BODY void push(struct walk *k) {
  struct bitwave_scratch *s = k->s;
  for (uint32_t i = 0; i < k->actives; i++) {
    uint32_t v = s->active[i];
    struct bitwave_word near = s->near[v], fresh;
    for (uint64_t a = k->net->in_first[v]; a < k->net->in_first[v + 1]; a++) {
      uint32_t w = k->net->in_to[a];
      if (!without(&fresh, &near, &s->seen[w])) continue;
      if (!any(&s->next[w])) s->found[k->founds++] = w;
      join(&s->next[w], &fresh);
    }
  }
}

BODY void pull(struct walk *k) {
  struct bitwave_scratch *s = k->s;
  for (uint32_t w = 0; w < k->net->nodes; w++) {
    struct bitwave_word open, got = {.whole = {0}}, missed;
    if (!without(&open, &k->all, &s->seen[w])) continue;
    for (uint64_t a = k->net->first[w]; a < k->net->first[w + 1]; a++) {
      join(&got, &s->near[k->net->to[a]]);
      if (!without(&missed, &open, &got)) break;
    }
    got.whole &= open.whole;
    if (!any(&got)) continue;
    s->next[w] = got;
    s->found[k->founds++] = w;
  }
}

/* 1 / level in units of 2^-64, rounded, in two halves. */
BODY void start_level(struct walk *k) {
  uint64_t d = ++k->level, share = UINT64_MAX / d, rest = UINT64_MAX % d + 1; /* 2^64 = share x d + rest */
  if (rest == d) share++, rest = 0;
  if (rest >= d - rest && d > 1) share++;
  k->upper = d == 1 ? (uint64_t)1 << 32 : share >> 32;
  k->lower = d == 1 ? 0 : share & UINT32_MAX;
}

/* The next level becomes this one: count what arrived. */
BODY void settle(struct walk *k) {
  struct bitwave_scratch *s = k->s;
  uint64_t pairs = 0;
  for (uint32_t i = 0; i < k->actives; i++)
    memset(&s->near[s->active[i]], 0, sizeof *s->near);
  k->near_arcs = 0;
  for (uint32_t i = 0; i < k->founds; i++) {
    uint32_t w = s->found[i];
    uint64_t count = 0;
    struct bitwave_word open;
    for (unsigned j = 0; j < WORDS; j++)
      count += (uint64_t)__builtin_popcountll(s->next[w].part[j]);
    if (!any(&s->seen[w])) s->touched[k->touched++] = w;
    join(&s->seen[w], &s->next[w]);
    struct bitwave_sums *sums = &s->sums[w];
    sums->steps += count * k->level;
    sums->upper += count * k->upper;
    sums->lower += count * k->lower;
    sums->reached += (uint32_t)count;
    if (k->level > sums->farthest) sums->farthest = k->level;
    pairs += count;
    k->near_arcs += arcs_of(k->net->in_first, w);
    if (!without(&open, &k->all, &s->seen[w])) k->open_arcs -= arcs_of(k->net->first, w);
  }
  s->pairs[k->level] += pairs;
}

static void turn(struct walk *k) {
  struct bitwave_scratch *s = k->s;
  struct bitwave_word *near = s->near;
  uint32_t *active = s->active;
  s->near = s->next, s->next = near;
  s->active = s->found, s->found = active;
  k->actives = k->founds;
}

BODY void one_level(struct walk *k) {
  k->founds = 0;
  start_level(k);
  if (k->near_arcs * 4 < k->open_arcs + k->net->nodes)
    push(k);
  else
    pull(k);
  settle(k);
}

static void level_plainly(struct walk *k) {
  one_level(k);
}

#if defined(__x86_64__)
__attribute__((target("avx2,popcnt"))) static void level_by_vectors(struct walk *k) {
  one_level(k);
}

static bool has_vectors(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
}
#else
#define level_by_vectors level_plainly

static bool has_vectors(void) {
  return false;
}
#endif

static void put_sources(struct walk *k, const uint32_t *source, unsigned count) {
  struct bitwave_scratch *s = k->s;
  k->open_arcs = k->net->first[k->net->nodes];
  for (unsigned l = 0; l < count; l++) {
    uint64_t bit = (uint64_t)1 << l % 64;
    uint32_t v = source[l];
    k->all.part[l / 64] |= bit;
    s->seen[v].part[l / 64] = s->near[v].part[l / 64] = bit;
    s->active[k->actives++] = s->touched[k->touched++] = v;
    k->near_arcs += arcs_of(k->net->in_first, v);
  }
}

uint32_t bitwave_walk(struct bitwave_scratch *s, const struct bitwave_net *net, const uint32_t *source, unsigned count, struct halt *halt,
                      unsigned worker) {
  struct walk k = {.net = net, .s = s};
  void (*level)(struct walk *) = has_vectors() ? level_by_vectors : level_plainly;
  put_sources(&k, source, count);
  while (k.actives && !halt_ask(halt, worker)) {
    level(&k);
    turn(&k);
  }
  for (uint32_t i = 0; i < k.touched; i++)
    memset(&s->seen[s->touched[i]], 0, sizeof *s->seen);
  return k.level ? k.level - 1 : 0; /* the last level found nothing */
}

bool bitwave_scratch_start(struct bitwave_scratch *s, uint32_t nodes) {
  size_t n = nodes, extra = LINE / sizeof *s->seen;
  s->block = memory_zeroed(3 * n + extra, sizeof *s->seen);
  s->active = memory_array(n, sizeof *s->active);
  s->found = memory_array(n, sizeof *s->found);
  s->touched = memory_array(n, sizeof *s->touched);
  s->sums = memory_zeroed(n, sizeof *s->sums);
  s->pairs = memory_zeroed(n + 1, sizeof *s->pairs);
  if (!s->block || !s->active || !s->found || !s->touched || !s->sums || !s->pairs) return false;
  s->seen = (struct bitwave_word *)(((uintptr_t)s->block + LINE - 1) & ~(uintptr_t)(LINE - 1));
  s->near = s->seen + n;
  s->next = s->near + n;
  return true;
}

void bitwave_scratch_free(struct bitwave_scratch *s) {
  free(s->block);
  free(s->active);
  free(s->found);
  free(s->touched);
  free(s->sums);
  free(s->pairs);
  *s = (struct bitwave_scratch){0};
}

double bitwave_inverse(const struct bitwave_sums *s) {
  uint64_t upper = s->upper + (s->lower >> 32), lower = s->lower & UINT32_MAX;
  return (double)upper * 0x1p-32 + (double)lower * 0x1p-64;
}
