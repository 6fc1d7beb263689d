/* Bit-parallel breadth-first search.
 *
 * The searches run against the arcs, so that what a node w collects is about the nodes it reaches: when `fresh` sources arrive at w on
 * level d, w has that many more nodes at distance d. Counting bits at w replaces looking at each source, and an arc is looked at once for
 * 512 sources: a word is a line of the caches, so wider ones would cost more lines and narrower ones waste them. What is counted of a near
 * distance is one number of a row by distance; only distances that few networks have go into sums at once.
 *
 * In a network of two modes a walk from nodes of one mode finds the modes in turn. Then a level looks at the nodes of one mode, and words
 * that it reads are not those that it writes.
 *
 * A level is compiled three times (bitwave_body.h); what runs is chosen by the processor. All is whole numbers: same result.
 *
 * Sources: (1) M. Then et al. 2014, The more the merrier: efficient multi-source graph traversal, doi:10.14778/2735496.2735507; (2) S.
 * Beamer et al. 2012, Direction-optimizing breadth-first search, doi:10.1109/SC.2012.50. */
#include "kernel/bitwave.h"

#include "base/memory.h"
#include "kernel/bitwave_level.h"

#include <stdlib.h>
#include <string.h>

#define LINE 64u
#define PUSH_BELOW 4 /* an arc that is pushed along costs as much as so many that are pulled along */

enum bitwave_width bitwave_best_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq")) return BITWAVE_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) return BITWAVE_AVX2;
#endif
  return BITWAVE_PLAIN;
}

static const struct bitwave_form *form_of(enum bitwave_width width) {
#if defined(__x86_64__)
  if (width == BITWAVE_AVX512) return &bitwave_avx512;
  if (width == BITWAVE_AVX2) return &bitwave_avx2;
#endif
  (void)width;
  return &bitwave_plain;
}

/* 1 / d in units of 2^-64, rounded, in two halves. */
static void inverse_of(uint64_t *upper, uint64_t *lower, uint64_t d) {
  uint64_t share = UINT64_MAX / d, rest = UINT64_MAX % d + 1; /* 2^64 = share x d + rest */
  if (rest == d) share++, rest = 0;
  if (rest >= d - rest && d > 1) share++;
  *upper = d == 1 ? (uint64_t)1 << 32 : share >> 32;
  *lower = d == 1 ? 0 : share & UINT32_MAX;
}

static void put_sources(struct bitwave_level *k, const uint32_t *source, unsigned count) {
  const struct bitwave_net *net = k->net;
  struct bitwave_scratch *s = k->s;
  unsigned far = 0;
  for (unsigned l = 0; l < count; l++) {
    uint64_t bit = (uint64_t)1 << l % 64;
    uint32_t v = source[l];
    k->all.part[l / 64] |= bit;
    s->seen[v].part[l / 64] = bit;
    s->active[k->actives++] = s->touched[k->touched++] = v;
    k->near_arcs += net->in_first[v + 1] - net->in_first[v];
    far += v >= net->sides;
  }
  k->sided = net->sides && (!far || far == count);
  k->far = k->sided && far;
  uint32_t cut = k->sided ? net->sides : net->nodes;
  k->opens[0] = cut, k->opens[1] = net->nodes - cut;
  k->open_arcs[0] = net->first[cut], k->open_arcs[1] = net->first[net->nodes] - net->first[cut];
}

static void list_open(struct bitwave_level *k) {
  for (uint32_t v = 0; v < k->net->nodes && !k->listed; v++)
    k->s->open[v] = v;
  k->listed = true;
}

static void one_level(struct bitwave_level *k, const struct bitwave_form *form) {
  struct bitwave_scratch *s = k->s;
  uint64_t near_arcs = k->near_arcs;
  uint32_t *active = s->active;
  k->far = k->sided && !k->far;
  inverse_of(&k->upper, &k->lower, ++k->level);
  k->near_arcs = k->founds = 0;
  if (near_arcs * PUSH_BELOW < k->open_arcs[k->far] + k->opens[k->far]) {
    form->push(k);
  } else {
    list_open(k);
    form->pull(k);
  }
  s->active = s->found, s->found = active;
  k->actives = k->founds;
}

static void clean(struct bitwave_level *k) {
  struct bitwave_scratch *s = k->s;
  if (k->listed) {
    memset(s->seen, 0, s->nodes * sizeof *s->seen);
    return;
  }
  for (uint32_t i = 0; i < k->touched; i++)
    memset(&s->seen[s->touched[i]], 0, sizeof *s->seen);
}

uint32_t bitwave_walk(struct bitwave_scratch *s, const struct bitwave_net *net, const uint32_t *source, unsigned count, struct halt *halt,
                      unsigned worker) {
  struct bitwave_level k = {.net = net, .s = s};
  const struct bitwave_form *form = form_of(s->width);
  put_sources(&k, source, count);
  while (k.actives && k.near_arcs && !halt_ask(halt, worker))
    one_level(&k, form);
  clean(&k);
  uint32_t longest = k.actives || !k.level ? k.level : k.level - 1; /* else the last level found nothing */
  if (longest > s->longest) s->longest = longest;
  return longest;
}

/* A row of `shallow` into the sums; returns the pairs. */
static uint64_t gather_row(struct bitwave_sums *sums, const uint32_t *row, uint32_t nodes, uint32_t d) {
  uint64_t upper, lower, pairs = 0;
  inverse_of(&upper, &lower, d);
  for (uint32_t w = 0; w < nodes; w++) {
    uint64_t count = row[w];
    if (!count) continue;
    sums[w].steps += count * d;
    sums[w].upper += count * upper;
    sums[w].lower += count * lower;
    sums[w].reached += (uint32_t)count;
    if (d > sums[w].farthest) sums[w].farthest = d;
    pairs += count;
  }
  return pairs;
}

static void add_sums(struct bitwave_sums *into, const struct bitwave_sums *s) {
  into->steps += s->steps;
  into->upper += s->upper;
  into->lower += s->lower;
  into->reached += s->reached;
  if (s->farthest > into->farthest) into->farthest = s->farthest;
}

void bitwave_gather(struct bitwave_scratch *s, unsigned scratches) {
  uint32_t nodes = s->nodes;
  for (unsigned i = 0; i < scratches; i++) {
    for (uint32_t d = 1; d < BITWAVE_SHALLOW && d <= s[i].longest; d++)
      s->pairs[d] += gather_row(s->sums, s[i].shallow + (size_t)d * nodes, nodes, d);
    for (uint32_t w = 0; i && s[i].longest >= BITWAVE_SHALLOW && w < nodes; w++)
      add_sums(&s->sums[w], &s[i].sums[w]);
    for (uint32_t d = BITWAVE_SHALLOW; i && d <= s[i].longest; d++)
      s->pairs[d] += s[i].pairs[d];
    if (s[i].longest > s->longest) s->longest = s[i].longest;
  }
}

bool bitwave_scratch_start(struct bitwave_scratch *s, uint32_t nodes) {
  size_t n = nodes;
  *s = (struct bitwave_scratch){.nodes = nodes, .width = bitwave_best_width()};
  s->block = memory_zeroed(2 * n + 1, sizeof *s->seen);
  s->active = memory_array(n, sizeof *s->active);
  s->found = memory_array(n, sizeof *s->found);
  s->touched = memory_array(n, sizeof *s->touched);
  s->open = memory_array(n, sizeof *s->open);
  s->shallow = memory_zeroed(n, BITWAVE_SHALLOW * sizeof *s->shallow);
  s->sums = memory_zeroed(n, sizeof *s->sums);
  s->pairs = memory_zeroed(n + 1, sizeof *s->pairs);
  if (!s->block || !s->active || !s->found || !s->touched || !s->open || !s->shallow || !s->sums || !s->pairs) return false;
  s->seen = (struct bitwave_word *)(((uintptr_t)s->block + LINE - 1) & ~(uintptr_t)(LINE - 1));
  s->next = s->seen + n;
  return true;
}

void bitwave_scratch_free(struct bitwave_scratch *s) {
  free(s->block);
  free(s->active);
  free(s->found);
  free(s->touched);
  free(s->open);
  free(s->shallow);
  free(s->sums);
  free(s->pairs);
  *s = (struct bitwave_scratch){0};
}

double bitwave_inverse(const struct bitwave_sums *s) {
  uint64_t upper = s->upper + (s->lower >> 32), lower = s->lower & UINT32_MAX;
  return (double)upper * 0x1p-32 + (double)lower * 0x1p-64;
}
