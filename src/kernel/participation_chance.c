/* The E-I index against chance.
 *
 * Groups are dealt anew to the nodes that have one, sizes kept. The variance is a sum over two ties: that they join the same two nodes,
 * share one, or share none; the chance that both are external follows from the group sizes alone. The mean index is near 0 only where
 * groups are many; two halves of a network already give 1 / (N - 1).
 *
 * Sources: (1) D. Krackhardt, R. N. Stern 1988, Informal networks and organizational crises, doi:10.2307/2786835. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/participation.h"
#include "kernel/waves.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#define NO_GROUP PARTICIPATION_NO_GROUP

/* Ties between nodes with a group; group of each such node, packed, and the ends of ties in packed numbers. */
struct deal {
  uint32_t *group, *tail, *head;
  uint32_t nodes, ties;
};

static uint64_t count_external(const struct deal *d) {
  uint64_t external = 0;
  for (uint32_t e = 0; e < d->ties; e++)
    external += d->group[d->tail[e]] != d->group[d->head[e]];
  return external;
}

static bool deal_start(struct deal *d, const struct graph *g, const struct participation_groups *p) {
  uint32_t *place = memory_array(g->nodes, sizeof *place);
  d->group = memory_array(g->nodes, sizeof *d->group);
  d->tail = memory_array(g->edges, sizeof *d->tail);
  d->head = memory_array(g->edges, sizeof *d->head);
  bool ready = place && d->group && d->tail && d->head;
  for (uint32_t v = 0; ready && v < g->nodes; v++) {
    if (p->group[v] == NO_GROUP) continue;
    place[v] = d->nodes;
    d->group[d->nodes++] = p->group[v];
  }
  for (uint32_t e = 0; ready && e < g->edges; e++) {
    uint32_t u = g->tail[e], v = g->head[e];
    if (p->group[u] == NO_GROUP || p->group[v] == NO_GROUP) continue;
    d->tail[d->ties] = place[u];
    d->head[d->ties++] = place[v];
  }
  free(place);
  return ready;
}

/* Ordered pairs of ties (a tie with itself too) that join the same two nodes, and that share just one. */
static bool pairs_of_ties(double *same, double *sharing, const struct graph *g, const struct deal *d,
                          const struct participation_groups *p) {
  double *degree = memory_zeroed(d->nodes, sizeof *degree), squares = 0;
  if (!degree) return false;
  for (uint32_t e = 0; e < d->ties; e++) {
    degree[d->tail[e]]++;
    degree[d->head[e]]++;
  }
  for (uint32_t v = 0; v < d->nodes; v++)
    squares += degree[v] * degree[v];
  *same = d->ties;
  for (uint32_t u = 0; g->directed && u < g->nodes; u++) /* arcs that have one in return: rows in and out, both ascending */
    for (uint64_t a = g->first[u], b = g->in_first[u]; a < g->first[u + 1] && b < g->in_first[u + 1];) {
      uint32_t to = g->to[a], from = g->in_to[b];
      *same += to == from && p->group[u] != NO_GROUP && p->group[to] != NO_GROUP;
      a += to <= from;
      b += from <= to;
    }
  *sharing = squares - 2 * *same;
  free(degree);
  return true;
}

static double ratio(double x, double y) {
  return y > 0 ? x / y : 0;
}

/* Mean and deviation of the number of external ties, from group sizes. */
static bool by_chance(struct participation_test *out, const struct graph *g, const struct deal *d, const struct participation_groups *p) {
  double n = d->nodes, m = d->ties, same, sharing, two = 0, three = 0, four = 0;
  double *size = memory_zeroed(p->groups, sizeof *size);
  bool ready = size && pairs_of_ties(&same, &sharing, g, d, p);
  for (uint32_t v = 0; ready && v < d->nodes; v++)
    size[d->group[v]]++;
  for (uint32_t h = 0; ready && h < p->groups; h++) {
    double s = size[h], inside = s * (s - 1);
    two += inside;
    three += s * (n - s) * (n - s - 1);
    four += inside * ((s - 2) * (s - 3) - inside);
  }
  free(size);
  if (!ready) return false;
  double internal = ratio(two, n * (n - 1)), both_internal = ratio(four + two * two, n * (n - 1) * (n - 2) * (n - 3));
  double mean = m * (1 - internal), apart = n > 3 ? 1 - 2 * internal + both_internal : 0;
  double square = same * (1 - internal) + sharing * ratio(three, n * (n - 1) * (n - 2)) + (m * m - same - sharing) * apart;
  double variance = square - mean * mean;
  if (variance < 16 * DBL_EPSILON * square) variance = 0; /* rounding of the two, not a spread */
  out->mean = m > 0 ? 2 * mean / m - 1 : (double)NAN;
  out->sd = m > 0 ? 2 * sqrt(variance) / m : (double)NAN;
  return true;
}

static void shuffle(struct deal *d, struct chance *c) {
  for (uint32_t v = d->nodes; v > 1; v--) {
    uint32_t w = (uint32_t)chance_below(c, v), kept = d->group[v - 1];
    d->group[v - 1] = d->group[w];
    d->group[w] = kept;
  }
}

static enum kernel_code permute(struct participation_test *out, struct deal *d, uint32_t permutations, uint64_t seed,
                                const struct kernel_watch *watch) {
  struct chance c;
  uint64_t low = 1, high = 1, far = 1;
  double mean = (out->mean + 1) / 2 * d->ties, gap = fabs((double)out->external - mean) * (1 - 1e-12);
  chance_start(&c, seed, 0);
  for (uint32_t i = 0; i < permutations; i++) {
    if (i % 64 == 0 && !watch_says_go(watch)) return KERNEL_STOPPED;
    shuffle(d, &c);
    uint64_t external = count_external(d);
    low += external <= out->external;
    high += external >= out->external;
    far += fabs((double)external - mean) >= gap;
  }
  out->p_low = (double)low / (permutations + 1.0);
  out->p_high = (double)high / (permutations + 1.0);
  out->p_two = (double)far / (permutations + 1.0);
  return KERNEL_DONE;
}

enum kernel_code participation_test(struct participation_test *out, const struct graph *g, const struct participation_groups *p,
                                    uint32_t permutations, uint64_t seed, const struct kernel_watch *watch) {
  struct deal d = {0};
  enum kernel_code code = KERNEL_NO_MEMORY;
  *out = (struct participation_test){.p_low = (double)NAN, .p_high = (double)NAN, .p_two = (double)NAN};
  if (!deal_start(&d, g, p) || !by_chance(out, g, &d, p)) goto done;
  out->external = count_external(&d);
  out->internal = d.ties - out->external;
  out->index = d.ties ? ((double)out->external - (double)out->internal) / d.ties : (double)NAN;
  code = d.ties && permutations ? permute(out, &d, permutations, seed, watch) : KERNEL_DONE;
done:
  free(d.group);
  free(d.tail);
  free(d.head);
  return code;
}
