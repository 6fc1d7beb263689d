/* Sets that are near to all.
 *
 * What a set gives each node is the best that any member gives, so what a further member adds shrinks as the set grows. Hence three things.
 * Greedy choice may keep old gains as bounds and measure again only the node that seems best. For any set S, no set of k nodes gives more
 * than S does and the k greatest gains over S together: the bound. And branch and bound may cut whatever that bound, over the candidates
 * left, does not lift above the best set known. Distances are kept for all pairs while that takes little memory, else measured when asked
 * for.
 *
 * Sources: (1) S. P. Borgatti 2006, doi:10.1007/s10588-006-7084-x; (2) G. L. Nemhauser, L. A. Wolsey, M. L. Fisher 1978, An analysis of
 * approximations for maximizing submodular set functions, doi:10.1007/BF01588971; (3) M. Minoux 1978, Accelerated greedy algorithms,
 * doi:10.1007/BFb0006528. */
#include "base/memory.h"
#include "kernel/keyplayers_find.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FAR UINT32_MAX
#define KEPT_NODES 4096           /* up to so many nodes all distances are kept: 64 MB */
#define BRANCHING_PLACES 67108864 /* size * n beyond which there is no branching */
#define LITTLE 1e-9

struct nearing {
  const struct graph *g;
  const struct keyplayers_question *q;
  const struct kernel_watch *watch;
  uint32_t *kept, *row, *queue; /* distances: all of them, or those of one node */
  double *gain, *given;         /* of each node: what it would add; what the set gives it */
  uint32_t *set, *best;
  double best_sum, open; /* open: what branches that were left might give */
  uint64_t spent;
  /* of each depth of the branching: n entries */
  uint32_t *order;
  double *gains, *givens;
  enum kernel_code code;
};

static void measure(struct nearing *s, uint32_t *steps, uint32_t v) {
  const struct graph *g = s->g;
  size_t head = 0, tail = 1;
  for (uint32_t w = 0; w < g->nodes; w++)
    steps[w] = FAR;
  steps[v] = 0;
  s->queue[0] = v;
  while (head < tail) {
    uint32_t u = s->queue[head++];
    for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
      if (steps[g->to[a]] == FAR) steps[g->to[a]] = steps[u] + 1, s->queue[tail++] = g->to[a];
  }
  s->spent += g->nodes + 2 * (uint64_t)g->edges;
}

static const uint32_t *steps_from(struct nearing *s, uint32_t v) {
  if (s->kept) return s->kept + (size_t)v * s->g->nodes;
  measure(s, s->row, v);
  return s->row;
}

/* What a member at that distance gives. */
static double gives(const struct nearing *s, uint32_t steps) {
  if (steps == FAR) return 0;
  if (s->q->goal == KEYPLAYERS_REACH) return steps <= s->q->steps;
  return steps ? 1.0 / steps : 1;
}

static double gain_of(struct nearing *s, uint32_t v, const double *given) {
  const uint32_t *steps = steps_from(s, v);
  double sum = 0;
  for (uint32_t w = 0; w < s->g->nodes; w++) {
    double x = gives(s, steps[w]);
    if (x > given[w]) sum += x - given[w];
  }
  s->spent += s->g->nodes;
  return sum;
}

static void take(struct nearing *s, uint32_t v, double *given) {
  const uint32_t *steps = steps_from(s, v);
  for (uint32_t w = 0; w < s->g->nodes; w++) {
    double x = gives(s, steps[w]);
    if (x > given[w]) given[w] = x;
  }
}

static bool go_on(struct nearing *s) {
  if (!s->code && !watch_says_go(s->watch)) s->code = KERNEL_STOPPED;
  return !s->code;
}

static double sum_of(const struct nearing *s, const double *given) {
  double sum = 0;
  for (uint32_t v = 0; v < s->g->nodes; v++)
    sum += given[v];
  return sum;
}

static int descending(const void *x, const void *y) {
  double a = *(const double *)x, b = *(const double *)y;
  return a > b ? -1 : a < b;
}

/* The gains of all nodes over what is given; what is given and the greatest of them together. */
static double bound_here(struct nearing *s) {
  uint32_t n = s->g->nodes;
  double sum = sum_of(s, s->given), *sorted = memory_array(n, sizeof *sorted);
  if (!sorted) s->code = KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < n && go_on(s); v++)
    s->gain[v] = gain_of(s, v, s->given);
  if (!s->code) {
    memcpy(sorted, s->gain, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, descending);
    for (uint32_t i = 0; i < s->q->size; i++)
      sum += sorted[i];
  }
  free(sorted);
  return sum;
}

/* Gains start as they are over nothing and only shrink: the greatest is measured again until it stays what it was. */
static void greedy(struct nearing *s) {
  for (uint32_t i = 0; i < s->q->size && go_on(s);) {
    uint32_t top = 0;
    for (uint32_t v = 1; v < s->g->nodes; v++)
      if (s->gain[v] > s->gain[top]) top = v;
    double now = gain_of(s, top, s->given);
    if (now < s->gain[top]) {
      s->gain[top] = now;
      continue;
    }
    s->set[i++] = top;
    take(s, top, s->given);
    s->gain[top] = -1; /* is in */
  }
}

static void give_without(struct nearing *s, uint32_t place) {
  memset(s->given, 0, s->g->nodes * sizeof *s->given);
  for (uint32_t i = 0; i < s->q->size; i++)
    if (i != place) take(s, s->set[i], s->given);
}

/* Put each member out in turn and take the node that then adds most, while that helps and the effort lasts. */
static void exchange(struct nearing *s) {
  bool better = true;
  double now = sum_of(s, s->given);
  while (better) {
    better = false;
    for (uint32_t i = 0; i < s->q->size; i++) {
      give_without(s, i);
      double rest = sum_of(s, s->given), most = now - rest + LITTLE;
      uint32_t best = FAR;
      for (uint32_t v = 0; v < s->g->nodes; v++) {
        if (!go_on(s) || s->spent > s->q->effort) return;
        double gain = gain_of(s, v, s->given);
        if (gain > most) most = gain, best = v;
      }
      if (best == FAR) continue;
      s->set[i] = best;
      now = rest + most;
      better = true;
    }
  }
}

static void keep(struct nearing *s, double sum) {
  s->best_sum = sum;
  memcpy(s->best, s->set, s->q->size * sizeof *s->best);
}

/* Candidates by gain, greatest first, the lower number among equals: heap sort, as two arrays go together. */
static void sink(double *gain, uint32_t *node, size_t i, size_t count) {
  for (size_t child; (child = 2 * i + 1) < count; i = child) {
    if (child + 1 < count && (gain[child + 1] < gain[child] || (gain[child + 1] == gain[child] && node[child + 1] > node[child]))) child++;
    if (gain[child] > gain[i] || (gain[child] == gain[i] && node[child] < node[i])) return;
    double g = gain[i];
    uint32_t v = node[i];
    gain[i] = gain[child];
    node[i] = node[child];
    gain[child] = g;
    node[child] = v;
  }
}

static void sort_by_gain(double *gain, uint32_t *node, size_t count) {
  for (size_t i = count / 2; i-- > 0;)
    sink(gain, node, i, count);
  while (count > 1) {
    double g = gain[--count];
    uint32_t v = node[count];
    gain[count] = gain[0];
    node[count] = node[0];
    gain[0] = g;
    node[0] = v;
    sink(gain, node, 0, count);
  }
}

/* Choose members depth .. size - 1 among order[0 .. count) of this depth; `sum` is what the members so far give. */
static void branch(struct nearing *s, uint32_t depth, uint32_t count, double sum) {
  uint32_t n = s->g->nodes, left = s->q->size - depth;
  uint32_t *order = s->order + (size_t)depth * n;
  double *gains = s->gains + (size_t)depth * n, *given = s->givens + (size_t)depth * n;
  for (uint32_t i = 0; i < count && go_on(s); i++)
    gains[i] = gain_of(s, order[i], given);
  if (s->code) return;
  sort_by_gain(gains, order, count);
  for (uint32_t i = 0; i + left <= count && !s->code; i++) {
    double bound = sum;
    for (uint32_t k = i; k < i + left; k++)
      bound += gains[k];
    if (bound <= s->best_sum + LITTLE) return;
    if (left > 1 && s->spent > s->q->effort) {
      if (bound > s->open) s->open = bound;
      return;
    }
    s->set[depth] = order[i];
    if (left == 1) {
      keep(s, bound);
      return;
    }
    memcpy(given + n, given, n * sizeof *given);
    take(s, order[i], given + n);
    memcpy(order + n, order + i + 1, (count - i - 1) * sizeof *order);
    branch(s, depth + 1, count - i - 1, sum + gains[i]);
  }
}

static bool branching_start(struct nearing *s) {
  size_t places = (size_t)s->q->size * s->g->nodes;
  s->order = memory_array(places, sizeof *s->order);
  s->gains = memory_array(places, sizeof *s->gains);
  s->givens = memory_zeroed(places, sizeof *s->givens);
  return s->order && s->gains && s->givens;
}

/* True if nothing is left open. */
static bool search(struct nearing *s) {
  uint32_t n = s->g->nodes;
  if (!s->kept || (uint64_t)s->q->size * n > BRANCHING_PLACES || s->spent > s->q->effort) return false;
  if (!branching_start(s)) {
    s->code = KERNEL_NO_MEMORY;
    return false;
  }
  for (uint32_t v = 0; v < n; v++)
    s->order[v] = v;
  branch(s, 0, n, 0);
  return s->open <= s->best_sum + LITTLE;
}

static bool nearing_start(struct nearing *s) {
  uint32_t n = s->g->nodes;
  s->row = memory_array(n, sizeof *s->row);
  s->queue = memory_array(n, sizeof *s->queue);
  s->gain = memory_array(n, sizeof *s->gain);
  s->given = memory_zeroed(n, sizeof *s->given);
  s->set = memory_array(s->q->size, sizeof *s->set);
  if (!s->row || !s->queue || !s->gain || !s->given || !s->set) return false;
  if (n > KEPT_NODES) return true;
  uint32_t *kept = memory_array((size_t)n * n, sizeof *kept);
  for (uint32_t v = 0; kept && v < n; v++)
    measure(s, kept + (size_t)v * n, v);
  s->kept = kept;
  return kept != NULL;
}

/* Greedy, exchange, search; bounds from nothing given, from the greedy set, and from the branches left. */
static void find(struct keyplayers *out, struct nearing *s) {
  double bound = bound_here(s), other;
  greedy(s);
  if (!s->code) exchange(s);
  if (s->code) return;
  give_without(s, UINT32_MAX);
  keep(s, sum_of(s, s->given));
  other = bound_here(s);
  if (other < bound) bound = other;
  out->exact = search(s);
  if (s->order && !out->exact) {
    other = s->open > s->best_sum ? s->open : s->best_sum;
    if (other < bound) bound = other;
  }
  if (bound > s->g->nodes) bound = s->g->nodes;
  out->bound = s->q->goal == KEYPLAYERS_REACH ? floor(bound + 1e-6) : bound / s->g->nodes;
}

enum kernel_code keyplayers_near(struct keyplayers *out, const struct graph *g, const struct keyplayers_question *q,
                                 const struct kernel_watch *watch) {
  struct nearing s = {.g = g, .q = q, .watch = watch, .best = out->node};
  if (!nearing_start(&s)) s.code = KERNEL_NO_MEMORY;
  if (!s.code && q->size > 0) find(out, &s);
  if (q->size == 0) out->exact = true;
  free(s.kept);
  free(s.row);
  free(s.queue);
  free(s.gain);
  free(s.given);
  free(s.set);
  free(s.order);
  free(s.gains);
  free(s.givens);
  return s.code;
}
