/* Shortest paths from many sources side by side.
 *
 *   spread: distances in all lanes      trace: which arcs make them      settle: one lane's nodes by distance, its paths counted
 *
 * Side by side, distances cost little: an arc is looked at for all lanes at once, and a few times in all (lengthlanes_body.h). One more
 * look tells for all lanes where the shortest paths come from. What is left for each lane alone is to put its nodes in the order of
 * distance, by counting, and to follow one arc to a node, or a few: the search of one source after the other, whose arcs are nearly all in
 * vain, is saved.
 *
 * Sources: (1) R. B. Dial 1969, doi:10.1145/363269.363610; (2) M. Then et al. 2014, doi:10.14778/2735496.2735507. */
#include "kernel/lengthlanes.h"

#include "base/memory.h"
#include "kernel/lengthlanes_form.h"

#include <stdlib.h>
#include <string.h>

#define UNTOUCHED UINT16_MAX /* a key */
#define COLUMNS_APART 32     /* numbers, so that columns do not fall on the same lines of the caches */
#define SORT_FROM 8          /* touched nodes are put in order where they are this share of all */

enum lengthlanes_width lengthlanes_best_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) return LENGTHLANES_AVX512;
  if (__builtin_cpu_supports("avx2")) return LENGTHLANES_AVX2;
#endif
  return LENGTHLANES_PLAIN;
}

static const struct lengthlanes_form *form_of(enum lengthlanes_width width) {
#if defined(__x86_64__)
  if (width == LENGTHLANES_AVX512) return &lengthlanes_avx512;
  if (width == LENGTHLANES_AVX2) return &lengthlanes_avx2;
#endif
  (void)width;
  return &lengthlanes_plain;
}

bool lengthlanes_fit(const struct reduced *small, const struct lengths *l) {
  if (!l->exact) return false;
  for (uint64_t a = 0; a < small->net.first[small->net.nodes]; a++)
    if (small->length[a] > LENGTHLANES_LONGEST) return false;
  return true;
}

static int16_t *shorts(const double *length, uint64_t arcs) {
  int16_t *all = memory_array(arcs, sizeof *all);
  for (uint64_t a = 0; all && a < arcs; a++)
    all[a] = (int16_t)length[a];
  return all;
}

bool lengthlanes_net_start(struct lengthlanes_net *net, const struct reduced *small) {
  uint64_t arcs = small->net.first[small->net.nodes];
  *net = (struct lengthlanes_net){.small = small, .length = shorts(small->length, arcs)};
  net->in_length = small->in_length ? shorts(small->in_length, arcs) : net->length;
  for (uint64_t a = 0; net->length && a < arcs; a++)
    if (net->length[a] > net->longest) net->longest = net->length[a];
  return net->length && net->in_length;
}

void lengthlanes_net_free(struct lengthlanes_net *net) {
  if (net->in_length != net->length) free(net->in_length);
  free(net->length);
  *net = (struct lengthlanes_net){0};
}

static void make_far(struct lengthlanes_row *row) {
  for (unsigned l = 0; l < LENGTHLANES; l++)
    row->lane[l] = LENGTHLANES_FAR;
}

bool lengthlanes_start(struct lengthlanes *s, const struct lengthlanes_net *net) {
  size_t n = net->small->net.nodes;
  *s = (struct lengthlanes){.width = lengthlanes_best_width(), .room = (uint32_t)(n + COLUMNS_APART) | 1};
  s->block = memory_array(n + 1, sizeof *s->distance);
  s->touched = memory_array(n, sizeof *s->touched);
  s->far = memory_array(s->room, LENGTHLANES * sizeof *s->far);
  s->arc = memory_array(s->room, LENGTHLANES * sizeof *s->arc);
  s->hit = memory_array(net->small->net.first[n] + 1, sizeof *s->hit);
  s->hit_first = memory_array(n + 1, sizeof *s->hit_first);
  s->key = memory_array(n, sizeof *s->key);
  s->count = memory_zeroed(LENGTHLANES_FAR + 1, sizeof *s->count);
  if (!s->block || !s->touched || !s->far || !s->arc || !s->hit || !s->hit_first || !s->key || !s->count) return false;
  s->distance = (struct lengthlanes_row *)(((uintptr_t)s->block + 63) & ~(uintptr_t)63);
  for (size_t v = 0; v < n; v++) {
    make_far(&s->distance[v]);
    s->key[v] = UNTOUCHED;
  }
  return dial_start(&s->dial, (uint32_t)n, LENGTHLANES_FAR);
}

void lengthlanes_free(struct lengthlanes *s) {
  free(s->block);
  free(s->touched);
  free(s->far);
  free(s->arc);
  free(s->hit);
  free(s->hit_first);
  free(s->key);
  free(s->count);
  dial_free(&s->dial);
  *s = (struct lengthlanes){0};
}

static void put_sources(struct lengthlanes *s, uint32_t source, unsigned count) {
  dial_reset(&s->dial);
  s->reached = count;
  for (unsigned l = 0; l < count; l++) {
    uint32_t v = s->touched[l] = source + l;
    s->distance[v].lane[l] = 0;
    s->key[v] = 0;
    dial_put(&s->dial, v, 0);
  }
}

/* Touched nodes ascend where they are many, so that each lane goes through memory in order. */
static void put_in_order(struct lengthlanes *s, uint32_t nodes) {
  if (s->reached < nodes / SORT_FROM) return;
  s->reached = 0;
  for (uint32_t v = 0; v < nodes; v++)
    if (s->key[v] != UNTOUCHED) s->touched[s->reached++] = v;
}

bool lengthlanes_search(struct lengthlanes *s, const struct lengthlanes_net *net, uint32_t source, unsigned count, struct halt *halt,
                        unsigned worker) {
  const struct lengthlanes_form *form = form_of(s->width);
  put_sources(s, source, count);
  if (!form->spread(s, net, halt, worker)) {
    while (s->dial.count)
      dial_take(&s->dial);
    lengthlanes_clean(s);
    return false;
  }
  put_in_order(s, net->small->net.nodes);
  form->trace(s, net);
  return true;
}

void lengthlanes_clean(struct lengthlanes *s) {
  for (uint32_t i = 0; i < s->reached; i++) {
    make_far(&s->distance[s->touched[i]]);
    s->key[s->touched[i]] = UNTOUCHED;
  }
  s->reached = 0;
}

/* Nodes of a lane by distance, counted into their places: for the time being their numbers in `touched`. */
static void put_by_distance(struct lengthwise *out, struct lengthlanes *s, const uint16_t *far) {
  uint32_t longest = 0, at = 0;
  for (uint32_t i = 0; i < s->reached; i++) {
    s->count[far[i]]++;
    longest = far[i] > longest && far[i] < LENGTHLANES_FAR ? far[i] : longest;
  }
  for (uint32_t d = 0; d <= longest; d++) {
    uint32_t count = s->count[d];
    s->count[d] = at;
    at += count;
  }
  out->settled = at;
  for (uint32_t i = 0; i < s->reached; i++)
    if (far[i] < LENGTHLANES_FAR) out->order[s->count[far[i]]++] = i;
  memset(s->count, 0, (longest + 1) * sizeof *s->count);
  s->count[LENGTHLANES_FAR] = 0;
}

/* Write down arc a into some node; whether it stays is known afterwards. */
static inline uint32_t note(struct lengthwise *out, const struct lengthlanes_net *net, uint64_t at, uint64_t a) {
  if (out->edge) out->edge[at] = (net->small->in_length ? net->small->order.in.edge : net->small->order.out.edge)[a];
  return out->before[at] = net->small->net.in_to[a];
}

/* The arcs on shortest paths into touched t, where there are several; returns where the list ends. */
static uint64_t look_through(struct lengthwise *out, const struct lengthlanes *s, const struct lengthlanes_net *net, unsigned lane,
                             uint32_t t, uint64_t at) {
  uint64_t row = net->small->net.in_first[s->touched[t]];
  for (uint64_t h = s->hit_first[t]; h < s->hit_first[t + 1]; h++) {
    note(out, net, at, row + s->hit[h].arc);
    at += s->hit[h].lanes >> lane & 1;
  }
  return at;
}

void lengthlanes_settle(struct lengthwise *out, struct lengthlanes *s, const struct lengthlanes_net *net, unsigned lane) {
  const uint16_t *arc = s->arc + (size_t)lane * s->room;
  uint64_t at = 0;
  put_by_distance(out, s, s->far + (size_t)lane * s->room);
  for (uint32_t i = 0; i < out->settled; i++) {
    uint32_t t = out->order[i], w = out->order[i] = s->touched[t];
    double sigma = i == 0;
    out->first[i] = at;
    if (arc[t] == LENGTHLANES_SEVERAL)
      for (uint64_t k = at, end = at = look_through(out, s, net, lane, t, at); k < end; k++)
        sigma += out->sigma[out->before[k]];
    else if (i)
      sigma = out->sigma[note(out, net, at++, net->small->net.in_first[w] + arc[t])];
    out->sigma[w] = sigma;
    out->drawn[w] = 0;
  }
  out->first[out->settled] = at;
}
