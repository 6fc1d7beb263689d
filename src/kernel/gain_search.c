/* Greedy choice, exchange, exhaustion, and bounds.
 *
 * Greedy: the tie that gains most, again and again, as long as one gains. Every set of k ties is tried where the work, told from what
 * judging all ties took at first, allows; the last tie of a set costs nothing then, for all are judged at once. Else one tie at a time is
 * exchanged for a better one until none is.
 *
 * Bounds. Where a tie never adds more for others being there (submodular): what the best k ties add at each stage of the greedy choice, on
 * top of it [1, 2]; greedy choice is then at least 1 - 1/e of the best [1]. Components: greedy choice is best (ties that close no circle
 * are a matroid); strong ones: all but one at most. Bridges: no more than the ways to 2k ends hold. Cut nodes: as many as there are.
 * Connectivity: each node needs neighbours. Sums over pairs else: gain_bound.
 *
 * Sources: (1) G. Nemhauser, L. Wolsey, M. Fisher 1978, doi:10.1007/BF01588971; (2) J. Leskovec et al. 2007, Cost-effective outbreak
 * detection in networks, doi:10.1145/1281192.1281239. */
#include "kernel/gain_search.h"

#include "base/memory.h"
#include "kernel/gain_connectivity.h"
#include "kernel/gain_tree.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define EFFORT UINT64_C(2000000000)

struct search {
  struct gain_plan *out;
  struct gain_model *m;
  const struct gain_search_ask *ask;
  const struct kernel_watch *watch;
  struct gain_points *points; /* of all pairs; (budget + 1) rows where all sets are tried */
  size_t *set;                /* indices on the way down */
  uint64_t looks;             /* of judging all pairs once */
};

static bool better(const struct gain_points *a, const struct gain_points *b) {
  return a->gain != b->gain ? a->gain > b->gain : a->second > b->second;
}

static enum kernel_code judge(struct search *s, struct gain_points *points, size_t from, uint64_t *looks) {
  if (!watch_says_go(s->watch)) return KERNEL_STOPPED;
  return gain_model_gains(points + from, looks, s->m, s->ask->pair + from, s->ask->count - from, s->watch);
}

static enum kernel_code push(struct search *s, size_t i) {
  return gain_model_push(s->m, s->ask->pair[i][0], s->ask->pair[i][1]);
}

static void keep(struct search *s, size_t i, int64_t gain) {
  s->out->chosen[s->out->count] = i;
  s->out->gain[s->out->count++] = gain;
  s->out->total += gain;
}

static size_t best_of(const struct search *s) {
  size_t best = 0;
  for (size_t i = 1; i < s->ask->count; i++)
    if (better(&s->points[i], &s->points[best])) best = i;
  return best;
}

/* ---- bounds ---- */

static int falling(const void *x, const void *y) {
  int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
  return a < b ? 1 : a > b ? -1 : 0;
}

static int64_t sum_of_best(int64_t *value, size_t count, uint32_t most) {
  int64_t sum = 0;
  if (count) qsort(value, count, sizeof *value, falling);
  for (size_t i = 0; i < count && i < most && value[i] > 0; i++)
    sum += value[i];
  return sum;
}

/* With the gains of this stage: no set gains more than what is chosen and the best `budget` of what is left. */
static enum kernel_code bound_of_stage(struct search *s) {
  int64_t *value = memory_array(s->ask->count, sizeof *value);
  if (!value) return KERNEL_NO_MEMORY;
  for (size_t i = 0; i < s->ask->count; i++)
    value[i] = s->points[i].gain;
  int64_t bound = s->out->total + sum_of_best(value, s->ask->count, s->ask->budget);
  if (bound < s->out->bound) s->out->bound = bound;
  free(value);
  return KERNEL_DONE;
}

/* How many pairs a tie of u and v brings to two steps, by an old tie of either. */
static int64_t walks_of(const struct gain_field *f, const struct graph *g, uint32_t u, uint32_t v) {
  int64_t count = 0;
  if (!f->distance) return (int64_t)(g->first[v + 1] - g->first[v] + g->in_first[u + 1] - g->in_first[u]);
  for (int side = 0; side < 2; side++) {
    uint32_t from = side ? v : u, by = side ? u : v;
    const uint64_t *first = side ? g->in_first : g->first;
    const uint32_t *to = side ? g->in_to : g->to;
    const uint16_t *row = (side ? f->into : f->distance) + (size_t)from * f->nodes;
    for (uint64_t a = first[by]; a < first[by + 1]; a++)
      count += row[to[a]] > 2 && (side ? gain_counts(f, to[a], from) : gain_counts(f, from, to[a]));
  }
  return count;
}

static enum kernel_code bound_of_pairs(struct search *s) {
  int64_t *value = memory_array(s->ask->count, sizeof *value);
  uint64_t k = s->ask->budget < s->ask->count ? s->ask->budget : s->ask->count;
  if (!value) return KERNEL_NO_MEMORY;
  for (size_t i = 0; i < s->ask->count; i++)
    value[i] = walks_of(&s->m->field, s->m->g, s->ask->pair[i][0], s->ask->pair[i][1]);
  uint64_t walks = (uint64_t)sum_of_best(value, s->ask->count, (uint32_t)k) + k * (k - (k > 0)) / 2;
  uint64_t *apart = NULL;
  enum kernel_code code = KERNEL_DONE;
  if (s->m->worth.slim) code = gain_model_apart(&apart, s->m, s->watch);
  if (!code) s->out->bound = (int64_t)(apart ? gain_bound_of(&s->m->field, apart, k, walks) : gain_bound(&s->m->field, k, walks));
  free(apart);
  free(value);
  return code;
}

static enum kernel_code bound_of_counts(struct search *s) {
  struct gain_tree tree;
  uint64_t bridges = 0;
  enum kernel_code code = gain_tree_start(&tree, s->m->g);
  if (code) return code;
  s->out->bound = tree.cut_nodes;
  if (s->m->goal == GAIN_BRIDGES) code = gain_tree_bridge_bound(&bridges, &tree, s->ask->budget);
  if (s->m->goal == GAIN_BRIDGES) s->out->bound = (int64_t)bridges;
  gain_tree_free(&tree);
  return code;
}

static enum kernel_code bound_before(struct search *s) {
  int64_t now = 0;
  enum kernel_code code = KERNEL_DONE;
  s->out->bound = INT64_MAX;
  if (gain_goal_sums(s->m->goal)) return bound_of_pairs(s);
  if (s->m->goal == GAIN_CUT_POINTS || s->m->goal == GAIN_BRIDGES) return bound_of_counts(s);
  if (s->m->goal == GAIN_COMPONENTS && !s->m->g->directed) return KERNEL_DONE;
  code = gain_model_points(&now, s->m, s->watch);
  s->out->bound = s->m->goal == GAIN_COMPONENTS && now < 0 ? -now - 1 : 0;
  if (s->m->goal == GAIN_COMPONENTS) return code;
  while (!code && s->out->bound < s->ask->budget && now + s->out->bound + 1 < s->m->g->nodes &&
         gain_connectivity_needs(s->m->g, (uint32_t)(now + s->out->bound + 1)) <= s->ask->budget)
    s->out->bound++;
  return code;
}

/* ---- one after the other ---- */

/* Add to the ties that are in until the budget is used up or nothing gains. The points of the last stage stay. */
static enum kernel_code choose(struct search *s, bool bound) {
  enum kernel_code code = KERNEL_DONE;
  while (!code && s->out->count < s->ask->budget) {
    code = judge(s, s->points, 0, s->out->count ? NULL : &s->looks);
    if (!code && bound && s->ask->submodular) code = bound_of_stage(s);
    if (code) break;
    size_t best = best_of(s);
    if (s->points[best].gain < 0 || !(s->points[best].gain > 0 || s->points[best].second > 0)) break;
    code = push(s, best);
    if (!code) keep(s, best, s->points[best].gain);
  }
  return code;
}

static void empty(struct search *s) {
  while (s->m->count)
    gain_model_pop(s->m);
  s->out->count = 0;
  s->out->total = 0;
}

/* Take the ties of `set` in the order in which each adds the most to those before. */
static enum kernel_code take_in_order(struct search *s, const size_t *set, uint32_t count) {
  enum kernel_code code = KERNEL_DONE;
  uint8_t *in = memory_zeroed(count, 1);
  if (!in) return KERNEL_NO_MEMORY;
  empty(s);
  for (uint32_t round = 0; !code && round < count; round++) {
    struct gain_points best = {0}, at;
    uint32_t which = count;
    for (uint32_t i = 0; !code && i < count; i++) {
      if (in[i]) continue;
      code = gain_model_gains(&at, NULL, s->m, s->ask->pair + set[i], 1, s->watch);
      if (!code && (which == count || better(&at, &best))) best = at, which = i;
    }
    if (!code) code = push(s, set[which]);
    if (!code) in[which] = 1;
    if (!code) keep(s, set[which], best.gain);
  }
  free(in);
  return code;
}

/* Exchange one tie for another while that gains, as far as the effort goes. */
static enum kernel_code exchange(struct search *s, uint64_t effort) {
  uint32_t since = 0, count = s->out->count;
  enum kernel_code code = KERNEL_DONE;
  for (uint32_t at = 0; !code && count > 1 && since < count && s->looks < effort; at = (at + 1) % count, since++) {
    int64_t total = s->out->total, without;
    memcpy(s->set, s->out->chosen, count * sizeof *s->set);
    size_t old = s->set[at];
    memmove(s->set + at, s->set + at + 1, (count - at - 1) * sizeof *s->set);
    code = take_in_order(s, s->set, count - 1);
    without = s->out->total;
    effort -= s->looks;
    if (!code) code = judge(s, s->points, 0, NULL);
    if (code) break;
    size_t best = best_of(s);
    bool gains = without + s->points[best].gain > total;
    s->set[count - 1] = gains ? best : old;
    if (gains) since = 0;
    code = take_in_order(s, s->set, count);
  }
  return code;
}

/* ---- every set ---- */

/* Looks that trying every set takes: all sets of one tie fewer, each with half of the pairs or so still to be judged. */
static double work_of_all(const struct search *s) {
  double work = (double)s->looks, n = (double)s->m->g->nodes, sets = 1;
  for (uint32_t i = 0; i + 1 < s->ask->budget; i++) {
    sets *= (double)(s->ask->count - i) / (i + 1);
    work += sets * ((double)s->looks / (i + 2) + (gain_goal_sums(s->m->goal) ? n * n : 0));
    if (work > 1e18) break;
  }
  return work;
}

static enum kernel_code descend(struct search *s, uint32_t depth, size_t from, int64_t total, size_t *best, uint32_t *best_count) {
  struct gain_points *points = s->points + (size_t)depth * s->ask->count;
  enum kernel_code code = judge(s, points, from, NULL);
  for (size_t i = from; !code && i < s->ask->count; i++) {
    s->set[depth] = i;
    s->out->sets++;
    if (total + points[i].gain > s->out->total) {
      s->out->total = total + points[i].gain;
      *best_count = depth + 1;
      memcpy(best, s->set, (depth + 1) * sizeof *best);
    }
    if (depth + 1 >= s->ask->budget || i + 1 >= s->ask->count) continue;
    code = push(s, i);
    if (!code) code = descend(s, depth + 1, i + 1, total + points[i].gain, best, best_count);
    if (!code) gain_model_pop(s->m);
  }
  return code;
}

static enum kernel_code try_all(struct search *s) {
  size_t *best = memory_array(s->ask->budget, sizeof *best);
  struct gain_points *rows = memory_array((size_t)s->ask->budget * s->ask->count, sizeof *rows);
  enum kernel_code code = best && rows ? KERNEL_DONE : KERNEL_NO_MEMORY;
  uint32_t count = s->out->count;
  int64_t total = s->out->total;
  if (!code) memcpy(best, s->out->chosen, count * sizeof *best);
  if (!code) empty(s);
  if (!code) {
    free(s->points);
    s->points = rows;
    rows = NULL;
    s->out->total = total;
    code = descend(s, 0, 0, 0, best, &count);
  }
  if (!code) code = take_in_order(s, best, count);
  s->out->bound = s->out->total;
  s->out->proof = GAIN_TRIED;
  free(rows);
  free(best);
  return code;
}

/* ---- the search ---- */

static enum kernel_code find(struct search *s, uint64_t effort) {
  enum kernel_code code = bound_before(s);
  if (!code) code = choose(s, true);
  if (code) return code;
  s->out->greedy = s->out->total;
  if ((s->m->goal == GAIN_COMPONENTS && !s->m->g->directed) || s->ask->budget == 1) s->out->bound = s->out->total;
  if (s->out->bound <= s->out->total) {
    s->out->bound = s->out->total;
    s->out->proof = GAIN_BOUNDED;
    return code;
  }
  if (s->m->worth.slim && gain_goal_sums(s->m->goal)) return code; /* each stage is dear */
  if (work_of_all(s) <= (double)effort) return try_all(s);
  code = exchange(s, effort);
  if (s->out->bound <= s->out->total) s->out->proof = GAIN_BOUNDED;
  return code;
}

enum kernel_code gain_search(struct gain_plan *out, struct gain_model *m, const struct gain_search_ask *ask,
                             const struct kernel_watch *watch) {
  struct gain_search_ask least = *ask;
  struct search s = {.out = out, .m = m, .ask = &least, .watch = watch};
  *out = (struct gain_plan){0};
  if (least.budget > least.count) least.budget = (uint32_t)least.count;
  if (!least.budget) return KERNEL_DONE;
  out->chosen = memory_array(least.budget, sizeof *out->chosen);
  out->gain = memory_array(least.budget, sizeof *out->gain);
  s.set = memory_array(least.budget, sizeof *s.set);
  s.points = memory_array(least.count, sizeof *s.points);
  enum kernel_code code = out->chosen && out->gain && s.set && s.points ? find(&s, ask->effort ? ask->effort : EFFORT) : KERNEL_NO_MEMORY;
  while (m->count)
    gain_model_pop(m);
  free(s.set);
  free(s.points);
  if (code) gain_plan_free(out);
  return code;
}

void gain_plan_free(struct gain_plan *p) {
  free(p->chosen);
  free(p->gain);
  *p = (struct gain_plan){0};
}
