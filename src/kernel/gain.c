/* Gains of ties from all distances.
 *
 * A path that uses the new tie u - v goes s .. u - v .. t, so it is shorter than before only where s was more than one step nearer to u
 * than to v, and t the other way round: two sets, mostly small, that have no node in common, and each pair is met once. Where u and v are
 * in two components the gain follows from how many nodes are at which distance from each.
 *
 * Why whole numbers: two ties that are equally good must be told as equal, whatever order their pairs were added in. The unit is a
 * multiple of the least common multiple of 1, 2, ... as far as 62 bits allow, so 1 / d is a whole number of units.
 *
 * Sources: (1) V. Latora, M. Marchiori 2001, Efficient behavior of small-world networks, doi:10.1103/PhysRevLett.87.198701; the update of
 * all distances by one edge: (2) G. Ausiello et al. 1991, doi:10.1016/0196-6774(91)90036-X. */
#include "kernel/gain.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define ROOM (UINT64_C(1) << 62)

/* ---- worths ---- */

static uint64_t divisor(uint64_t a, uint64_t b) {
  while (b) {
    uint64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

static uint64_t best_unit(uint64_t pairs) {
  uint64_t most = ROOM / (pairs ? pairs : 1), multiple = 1;
  for (uint64_t d = 2;; d++) {
    uint64_t factor = d / divisor(multiple, d);
    if (factor > most / multiple) break;
    multiple *= factor;
  }
  return most / multiple * multiple;
}

static uint64_t count_pairs(const struct gain_field *f) {
  uint64_t n = f->nodes, one = 0, two = 0, both = 0;
  if (!f->side) return n ? n * (n - 1) / (f->directed ? 1 : 2) : 0;
  for (uint32_t v = 0; v < f->nodes; v++) {
    one += (f->side[v] & 3) == 1;
    two += (f->side[v] & 3) == 2;
    both += (f->side[v] & 3) == 3;
  }
  if (f->one_way) return (one + both) * (two + both) - both;
  return (one * two + both * (one + two)) * (f->directed ? 2 : 1) + (both ? both * (both - 1) / (f->directed ? 1 : 2) : 0);
}

enum kernel_code gain_worth_start(struct gain_field *f, const struct graph *g, const struct gain_worth *w) {
  uint32_t nodes = g->nodes;
  *f = (struct gain_field){.nodes = nodes, .side = w->side, .directed = g->directed, .one_way = g->directed && w->one_way};
  f->within = w->counts_steps ? w->within : 0;
  f->worth = memory_zeroed(GAIN_FAR + 1, sizeof *f->worth);
  f->member = memory_array(nodes, sizeof *f->member);
  if (!f->worth || !f->member) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < nodes; v++)
    if (!f->side || f->side[v]) f->member[f->members++] = v;
  f->pairs = count_pairs(f);
  f->unit = w->counts_steps ? 1 : best_unit(f->pairs);
  for (uint32_t d = 1; d <= nodes + 1 && d < GAIN_FAR; d++) /* a new node lies on paths of that length at most */
    f->worth[d] = w->counts_steps ? d <= w->within : (f->unit + d / 2) / d;
  return KERNEL_DONE;
}

/* ---- distances ---- */

struct spread {
  struct gain_field *f;
  const struct graph *g;
  uint32_t *queue; /* n for each worker */
};

static void some_sources(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct spread *x = context;
  const struct graph *g = x->g;
  uint32_t *queue = x->queue + (size_t)worker * g->nodes;
  (void)lane;
  for (size_t s = from; s < to; s++) {
    uint16_t *row = x->f->distance + s * g->nodes;
    size_t tail = 1;
    for (uint32_t v = 0; v < g->nodes; v++)
      row[v] = GAIN_FAR;
    row[s] = 0, queue[0] = (uint32_t)s;
    for (size_t head = 0; head < tail; head++)
      for (uint64_t a = g->first[queue[head]]; a < g->first[queue[head] + 1]; a++) {
        if (row[g->to[a]] != GAIN_FAR) continue;
        row[g->to[a]] = (uint16_t)(row[queue[head]] + 1);
        queue[tail++] = g->to[a];
      }
  }
}

static void turn_over(struct gain_field *f) {
  enum { TILE = 32 };
  size_t n = f->nodes;
  if (f->into == f->distance) return;
  for (size_t s = 0; s < n; s += TILE)
    for (size_t t = 0; t < n; t += TILE)
      for (size_t i = s; i < s + TILE && i < n; i++)
        for (size_t j = t; j < t + TILE && j < n; j++)
          f->into[j * n + i] = f->distance[i * n + j];
}

/* The columns of the members next to each other. */
static void gather(const struct gain_field *f, uint16_t *out, const uint16_t *all) {
  for (size_t v = 0; v < f->nodes && out != all; v++)
    for (size_t i = 0; i < f->members; i++)
      out[v * f->members + i] = all[v * f->nodes + f->member[i]];
}

static void follow_distances(struct gain_field *f) {
  turn_over(f);
  gather(f, f->reach, f->distance);
  if (f->reached != f->reach) gather(f, f->reached, f->into);
}

static bool arrays(struct gain_field *f) {
  size_t all = (size_t)f->nodes * f->nodes, some = (size_t)f->nodes * f->members;
  bool whole = f->members == f->nodes;
  f->distance = memory_array(all, sizeof *f->distance);
  f->into = f->directed ? memory_array(all, sizeof *f->into) : f->distance;
  f->reach = whole ? f->distance : memory_array(some, sizeof *f->reach);
  f->reached = whole ? f->into : f->directed ? memory_array(some, sizeof *f->reached) : f->reach;
  return f->distance && f->into && f->reach && f->reached;
}

enum kernel_code gain_field_start(struct gain_field *f, const struct graph *g, const struct gain_worth *w,
                                  const struct kernel_watch *watch) {
  struct spread x = {.f = f, .g = g};
  struct waves_job job = {g->nodes, (double)g->nodes + (double)g->first[g->nodes], some_sources, &x};
  enum kernel_code code = gain_worth_start(f, g, w);
  x.queue = memory_array((size_t)g->nodes * waves_workers(&job, watch), sizeof *x.queue);
  if (!code) code = arrays(f) && x.queue ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  if (!code) follow_distances(f);
  free(x.queue);
  if (code) gain_field_free(f);
  return code;
}

void gain_field_free(struct gain_field *f) {
  if (f->reached != f->reach && f->reached != f->into) free(f->reached);
  if (f->reach != f->distance) free(f->reach);
  if (f->into != f->distance) free(f->into);
  free(f->distance);
  free(f->worth);
  free(f->member);
  *f = (struct gain_field){0};
}

void gain_field_restore(struct gain_field *f, uint16_t *distance) {
  uint16_t *old = f->distance;
  if (f->into == old) f->into = distance;
  if (f->reach == old) f->reach = distance;
  if (f->reached == old) f->reached = distance;
  free(old);
  f->distance = distance;
  follow_distances(f);
}

uint64_t gain_field_sum(const struct gain_field *f) {
  uint64_t sum = 0;
  for (uint32_t s = 0; s < f->nodes; s++) {
    const uint16_t *row = f->distance + (size_t)s * f->nodes;
    for (uint32_t t = f->directed ? 0 : s + 1; t < f->nodes; t++)
      if (gain_counts(f, s, t)) sum += f->worth[row[t]];
  }
  return sum;
}

/* Distances as they were at u and v are changed last but for the rows themselves, so the sums below read them from the rows of u and v,
 * which a tie u - v changes by the same rule: d(u, t) becomes min(d(u, t), 1 + d(v, t)), which adds nothing to what follows. */
static void tie_both_ways(struct gain_field *f, uint32_t u, uint32_t v) {
  size_t n = f->nodes;
  const uint16_t *at_u = f->distance + u * n, *at_v = f->distance + v * n;
  for (size_t s = 0; s < n; s++) {
    uint16_t *row = f->distance + s * n;
    uint32_t by_u = at_u[s] + 1u, by_v = at_v[s] + 1u;
    for (size_t t = 0; t < n; t++) {
      uint32_t one = by_u + at_v[t], two = by_v + at_u[t], least = one < two ? one : two;
      if (least < row[t]) row[t] = (uint16_t)least;
    }
  }
}

/* From any s to any t by way of u - v. Neither the ways to u nor those from v are shorter by it. */
static void tie_one_way(struct gain_field *f, uint32_t u, uint32_t v) {
  size_t n = f->nodes;
  const uint16_t *to_u = f->into + u * n, *from_v = f->distance + v * n;
  for (size_t s = 0; s < n; s++)
    for (size_t t = 0; t < n && to_u[s] != GAIN_FAR; t++) {
      uint32_t by = to_u[s] + 1u + from_v[t];
      if (by >= f->distance[s * n + t]) continue;
      f->distance[s * n + t] = f->into[t * n + s] = (uint16_t)by;
    }
}

void gain_field_tie(struct gain_field *f, uint32_t u, uint32_t v) {
  if (f->directed)
    tie_one_way(f, u, v);
  else
    tie_both_ways(f, u, v);
  gather(f, f->reach, f->distance);
  if (f->reached != f->reach) gather(f, f->reached, f->into);
}

/* ---- one tie ---- */

/* Of one worker: those who come nearer on the side of v, with their distance from it, and on the side of u; and counts by distance. */
struct bench {
  uint32_t *node, *from;
  uint16_t *steps;
  uint32_t *near, *far;
};

static bool bench_start(struct bench *b, uint32_t nodes) {
  b->node = memory_array(nodes, sizeof *b->node);
  b->from = memory_array(nodes, sizeof *b->from);
  b->steps = memory_array(nodes, sizeof *b->steps);
  b->near = memory_array(nodes, sizeof *b->near);
  b->far = memory_array(nodes, sizeof *b->far);
  return b->node && b->from && b->steps && b->near && b->far;
}

static void bench_free(struct bench *b) {
  free(b->node);
  free(b->from);
  free(b->steps);
  free(b->near);
  free(b->far);
}

/* How many nodes are at each distance; returns the greatest. */
static uint32_t by_distance(uint32_t *count, const uint16_t *row, uint32_t nodes) {
  uint32_t most = 0;
  memset(count, 0, nodes * sizeof *count);
  for (uint32_t v = 0; v < nodes; v++) {
    if (row[v] == GAIN_FAR) continue;
    count[row[v]]++;
    if (row[v] > most) most = row[v];
  }
  return most;
}

static struct gain_score of_components(const struct gain_field *f, uint32_t u, uint32_t v, struct bench *b) {
  struct gain_score all = {0};
  uint32_t near = by_distance(b->near, f->distance + (size_t)u * f->nodes, f->nodes);
  uint32_t far = by_distance(b->far, f->distance + (size_t)v * f->nodes, f->nodes);
  for (uint32_t i = 0; i <= near; i++)
    for (uint32_t j = 0; j <= far; j++) {
      uint64_t pairs = f->worth[i + j + 1] ? (uint64_t)b->near[i] * b->far[j] : 0;
      all.gain += pairs * f->worth[i + j + 1];
      all.closer += pairs;
    }
  all.met = all.closer;
  all.looks = 2 * (uint64_t)f->nodes;
  return all;
}

typedef int16_t eight __attribute__((vector_size(16)));

/* Has any of eight places more than one step to save? */
static bool any_saves(const uint16_t *by_far, const uint16_t *by_near) {
  uint64_t which[2];
  eight far, near, more;
  memcpy(&far, by_far, sizeof far);
  memcpy(&near, by_near, sizeof near);
  more = (eight)(far - 1 > near);
  memcpy(which, &more, sizeof more);
  return (which[0] | which[1]) != 0;
}

uint32_t gain_savers(uint32_t *out, const uint16_t *by_far, const uint16_t *by_near, uint32_t count) {
  uint32_t found = 0, i = 0;
  for (; i + 8 <= count; i += 8) {
    if (!any_saves(by_far + i, by_near + i)) continue;
    for (uint32_t j = i; j < i + 8; j++) { /* written where it has none as well, and then over */
      out[found] = j;
      found += by_far[j] > by_near[j] + 1;
    }
  }
  for (; i < count; i++)
    if (by_far[i] > by_near[i] + 1) out[found++] = i;
  return found;
}

static struct gain_score of_tie(const struct gain_field *f, uint32_t u, uint32_t v, struct bench *b) {
  struct gain_score all = {.looks = f->members / 4};
  size_t k = f->members, n = f->nodes;
  const uint16_t *from_v = f->reach + v * k, *to_u = f->reached + u * k;
  if (f->distance[u * n + v] == GAIN_FAR && !f->side && !f->directed) return of_components(f, u, v, b);
  uint32_t count = gain_savers(b->node, f->reach + u * k, from_v, f->members);
  uint32_t sources = count ? gain_savers(b->from, f->reached + v * k, to_u, f->members) : 0;
  for (uint32_t i = 0; i < count; i++)
    b->steps[i] = from_v[b->node[i]];
  all.looks += (uint64_t)sources * count;
  for (uint32_t m = 0; m < sources; m++) {
    uint32_t s = f->member[b->from[m]], so_far = to_u[b->from[m]] + 1u;
    const uint16_t *row = f->reach + s * k;
    for (uint32_t i = 0; i < count; i++) {
      uint32_t before = row[b->node[i]], after = so_far + b->steps[i];
      if (after >= before || f->worth[after] == f->worth[before] || !gain_counts(f, s, f->member[b->node[i]])) continue;
      all.gain += f->worth[after] - f->worth[before];
      all.closer++;
      all.met += before == GAIN_FAR;
    }
  }
  return all;
}

struct judging {
  const struct gain_field *f;
  const uint32_t (*pair)[2];
  struct gain_score *score;
  struct bench *bench;
};

static void some_ties(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct judging *j = context;
  (void)lane;
  for (size_t i = from; i < to; i++)
    j->score[i] = of_tie(j->f, j->pair[i][0], j->pair[i][1], &j->bench[worker]);
}

enum kernel_code gain_of_ties(struct gain_score *score, const struct gain_field *f, const uint32_t (*pair)[2], size_t count,
                              const struct kernel_watch *watch) {
  struct judging j = {.f = f, .pair = pair, .score = score};
  struct waves_job job = {count, (double)f->members * 4, some_ties, &j};
  unsigned workers = waves_workers(&job, watch);
  j.bench = memory_zeroed(workers, sizeof *j.bench);
  bool ready = j.bench != NULL;
  for (unsigned w = 0; ready && w < workers; w++)
    ready = bench_start(&j.bench[w], f->nodes);
  enum kernel_code code = ready ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  for (unsigned w = 0; j.bench && w < workers; w++)
    bench_free(&j.bench[w]);
  free(j.bench);
  return code;
}

/* ---- a new node ---- */

struct gain_score gain_of_hub(const struct gain_field *f, const uint32_t *member, size_t members, uint16_t *near) {
  struct gain_score all = {0};
  for (uint32_t v = 0; v < f->nodes; v++)
    near[v] = GAIN_FAR;
  for (size_t i = 0; i < members; i++) {
    const uint16_t *row = f->distance + (size_t)member[i] * f->nodes;
    for (uint32_t v = 0; v < f->nodes; v++)
      if (row[v] < near[v]) near[v] = row[v];
  }
  for (uint32_t s = 0; s < f->nodes; s++) {
    const uint16_t *row = f->distance + (size_t)s * f->nodes;
    for (uint32_t t = s + 1; t < f->nodes && near[s] != GAIN_FAR; t++) {
      uint32_t after = near[s] + near[t] + 2u;
      if (after >= row[t] || f->worth[after] == f->worth[row[t]] || !gain_counts(f, s, t)) continue;
      all.gain += f->worth[after] - f->worth[row[t]];
      all.closer++;
      all.met += row[t] == GAIN_FAR;
    }
  }
  all.looks = (uint64_t)f->nodes * f->nodes / 2;
  return all;
}

/* ---- what no set of ties can gain more than ---- */

/* `farther` pairs are more than two steps apart, `two` of them two; all at three steps would be worth `most` more. */
static uint64_t bound(const struct gain_field *f, uint64_t two, uint64_t farther, uint64_t most, uint64_t ties, uint64_t walks) {
  const uint64_t *w = f->worth;
  uint64_t direct = ties < farther ? ties : farther, indirect = walks < farther - direct ? walks : farther - direct;
  most += direct * (w[1] - w[3]) + indirect * (w[2] - w[3]);
  ties -= direct;
  return most + (ties < two ? ties : two) * (w[1] - w[2]);
}

uint64_t gain_bound(const struct gain_field *f, uint64_t ties, uint64_t walks) {
  uint64_t two = 0, farther = 0, most = 0;
  for (uint32_t s = 0; s < f->nodes; s++) {
    const uint16_t *row = f->distance + (size_t)s * f->nodes;
    for (uint32_t t = f->directed ? 0 : s + 1; t < f->nodes; t++) {
      if (row[t] < 2 || !gain_counts(f, s, t)) continue;
      two += row[t] == 2;
      farther += row[t] > 2;
      if (row[t] > 3) most += f->worth[3] - f->worth[row[t]];
    }
  }
  return bound(f, two, farther, most, ties, walks);
}

uint64_t gain_bound_of(const struct gain_field *f, const uint64_t *apart, uint64_t ties, uint64_t walks) {
  uint64_t farther = f->pairs - apart[1] - apart[2], most = (farther - apart[3]) * f->worth[3];
  for (uint32_t d = 4; d < GAIN_FAR; d++)
    most -= apart[d] * f->worth[d];
  return bound(f, apart[2], farther, most, ties, walks);
}
