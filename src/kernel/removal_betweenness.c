/* Orders of removal by betweenness, counted once or again after each departure.
 *
 * Adaptive: a departure changes nothing outside the component of who left, so only the components that it falls into are taken as graphs of
 * their own and counted again; a part of one or two nodes has betweenness 0 and needs no count. Values of all nodes stand side by side, and
 * the next to leave is found by looking at all of them.
 * Sums of shares of paths round differently in differently numbered graphs, so values are compared by their first ten digits. */
#include "kernel/removal.h"

#include "base/memory.h"
#include "kernel/betweenness.h"
#include "kernel/part.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

/* The value to 34 bits. */
static double rounded(double x) {
  int power;
  double part = frexp(x, &power);
  return ldexp(nearbyint(ldexp(part, 34)), power - 34);
}

struct ranked {
  double value;
  uint32_t rank, node;
};

static int by_value(const void *left, const void *right) {
  const struct ranked *a = left, *b = right;
  if (a->value != b->value) return a->value > b->value ? -1 : 1;
  return a->rank < b->rank ? -1 : a->rank > b->rank;
}

enum kernel_code removal_by_betweenness(uint32_t *order, const uint32_t *rank, const struct graph *g, const struct kernel_watch *watch) {
  double *value = memory_array(g->nodes, sizeof *value);
  struct ranked *list = memory_array(g->nodes, sizeof *list);
  enum kernel_code code = value && list ? betweenness(value, NULL, g, watch) : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    list[v] = (struct ranked){rounded(value[v]), rank[v], v};
  if (!code && g->nodes) qsort(list, g->nodes, sizeof *list, by_value);
  for (uint32_t i = 0; !code && i < g->nodes; i++)
    order[i] = list[i].node;
  free(value);
  free(list);
  return code;
}

/* ---- adaptive ---- */

struct adaptive {
  const struct graph *g;
  const struct kernel_watch *watch;
  double *value, *some;   /* of each node; of the nodes of a part. -1: it left */
  uint32_t *part, *place; /* nodes of a component; n places of PART_NONE */
  uint32_t *seen;         /* of each node: the step in which it was last found */
};

static int ascending(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The component of a node among those that are left, ascending. */
static uint32_t gather(struct adaptive *w, uint32_t from, uint32_t step) {
  const struct graph *g = w->g;
  uint32_t head = 0, tail = 0;
  w->part[tail++] = from;
  w->seen[from] = step;
  while (head < tail) {
    uint32_t v = w->part[head++];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t to = g->to[a];
      if (w->value[to] < 0 || w->seen[to] == step) continue;
      w->seen[to] = step;
      w->part[tail++] = to;
    }
  }
  qsort(w->part, tail, sizeof *w->part, ascending);
  return tail;
}

static enum kernel_code count_again(struct adaptive *w, uint32_t from, uint32_t step) {
  struct part part = {0};
  uint32_t count = gather(w, from, step);
  enum kernel_code code = KERNEL_DONE;
  for (uint32_t i = 0; i < count; i++)
    w->some[i] = 0;
  if (count > 2) code = part_start(&part, w->g, w->part, count, w->place);
  if (!code && count > 2) code = betweenness(w->some, NULL, &part.graph, w->watch);
  for (uint32_t i = 0; !code && i < count; i++)
    w->value[w->part[i]] = rounded(w->some[i]);
  part_free(&part);
  return code;
}

static uint32_t best(const struct adaptive *w, const uint32_t *rank) {
  uint32_t found = UINT32_MAX;
  for (uint32_t v = 0; v < w->g->nodes; v++) {
    if (w->value[v] < 0) continue;
    if (found == UINT32_MAX || w->value[v] > w->value[found] || (w->value[v] == w->value[found] && rank[v] < rank[found])) found = v;
  }
  return found;
}

static enum kernel_code run(struct adaptive *w, uint32_t *order, const uint32_t *rank) {
  const struct graph *g = w->g;
  enum kernel_code code = KERNEL_DONE;
  for (uint32_t v = 0; v < g->nodes; v++) {
    w->value[v] = 0;
    w->seen[v] = 0;
    w->place[v] = PART_NONE;
  }
  for (uint32_t v = 0; v < g->nodes && !code; v++)
    if (w->seen[v] == 0) code = count_again(w, v, 1);
  for (uint32_t q = 0; q < g->nodes && !code; q++) {
    uint32_t v = order[q] = best(w, rank);
    bool was_between = w->value[v] > 0;
    w->value[v] = -1;
    if (!watch_says_go(w->watch)) return KERNEL_STOPPED;
    for (uint64_t a = g->first[v]; a < g->first[v + 1] && was_between && !code; a++)
      if (w->value[g->to[a]] >= 0 && w->seen[g->to[a]] != q + 2) code = count_again(w, g->to[a], q + 2);
  }
  return code;
}

enum kernel_code removal_by_betweenness_adaptive(uint32_t *order, const uint32_t *rank, const struct graph *g,
                                                 const struct kernel_watch *watch) {
  struct adaptive w = {.g = g,
                       .watch = watch,
                       .value = memory_array(g->nodes, sizeof *w.value),
                       .some = memory_array(g->nodes, sizeof *w.some),
                       .part = memory_array(g->nodes, sizeof *w.part),
                       .place = memory_array(g->nodes, sizeof *w.place),
                       .seen = memory_array(g->nodes, sizeof *w.seen)};
  enum kernel_code code = w.value && w.some && w.part && w.place && w.seen ? run(&w, order, rank) : KERNEL_NO_MEMORY;
  free(w.value);
  free(w.some);
  free(w.part);
  free(w.place);
  free(w.seen);
  return code;
}
