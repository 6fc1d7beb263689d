/* Key players: scores from their definitions, and which search finds a set.
 *
 * Sources: (1) S. P. Borgatti 2006, Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x. */
#include "kernel/keyplayers.h"

#include "base/memory.h"
#include "kernel/keyplayers_find.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FAR UINT32_MAX
#define EFFORT 1000000000u

/* Steps from the nodes in queue[0 .. tail), whose steps are set, to all others that are FAR; returns how many were reached in all. */
static size_t spread(uint32_t *steps, uint32_t *queue, size_t tail, const struct graph *g, bool both_ways) {
  for (size_t head = 0; head < tail; head++) {
    uint32_t v = queue[head];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      if (steps[g->to[a]] == FAR) steps[g->to[a]] = steps[v] + 1, queue[tail++] = g->to[a];
    for (uint64_t a = g->in_first[v]; both_ways && g->directed && a < g->in_first[v + 1]; a++)
      if (steps[g->in_to[a]] == FAR) steps[g->in_to[a]] = steps[v] + 1, queue[tail++] = g->in_to[a];
  }
  return tail;
}

static double from_members(const struct graph *g, enum keyplayers_goal goal, uint32_t most, const uint32_t *set, uint32_t count,
                           uint32_t *steps, uint32_t *queue) {
  double sum = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    steps[v] = FAR;
  for (uint32_t i = 0; i < count; i++) {
    steps[set[i]] = 0;
    queue[i] = set[i];
  }
  size_t reached = spread(steps, queue, count, g, false);
  for (size_t i = 0; i < reached; i++) {
    uint32_t d = steps[queue[i]];
    sum += goal == KEYPLAYERS_REACH ? d <= most : d ? 1.0 / d : 1;
  }
  if (goal == KEYPLAYERS_REACH) return sum;
  return g->nodes ? sum / g->nodes : (double)NAN;
}

/* Members are marked by 0 steps and so are never entered. */
static enum kernel_code without_members(double *score, const struct graph *g, enum keyplayers_goal goal, const uint32_t *set,
                                        uint32_t count, uint32_t *steps, uint32_t *queue, const struct kernel_watch *watch) {
  double left = (double)g->nodes - count, sum = 0;
  uint32_t round = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    steps[v] = FAR;
  for (uint32_t i = 0; i < count; i++)
    steps[set[i]] = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    if (steps[v] != FAR) continue;
    if (round++ % 64 == 0 && !watch_says_go(watch)) return KERNEL_STOPPED;
    steps[v] = 0;
    queue[0] = v;
    size_t reached = spread(steps, queue, 1, g, true);
    if (goal == KEYPLAYERS_FRAGMENT) {
      sum += (double)reached * ((double)reached - 1);
      continue; /* the whole component is done */
    }
    for (size_t i = 1; i < reached; i++)
      sum += 1.0 / steps[queue[i]];
    for (size_t i = 0; i < reached; i++)
      steps[queue[i]] = FAR;
    steps[v] = FAR;
  }
  *score = left < 2 ? (double)NAN : 1 - sum / (left * (left - 1));
  return KERNEL_DONE;
}

enum kernel_code keyplayers_score(double *score, const struct graph *g, enum keyplayers_goal goal, uint32_t steps, const uint32_t *set,
                                  uint32_t count, const struct kernel_watch *watch) {
  uint32_t *step = memory_array(g->nodes, sizeof *step), *queue = memory_array(g->nodes, sizeof *queue);
  enum kernel_code code = step && queue ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (!code && goal >= KEYPLAYERS_NEAR)
    *score = from_members(g, goal, steps, set, count, step, queue);
  else if (!code)
    code = without_members(score, g, goal, set, count, step, queue, watch);
  free(step);
  free(queue);
  return code;
}

static int ascending(const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return a < b ? -1 : a > b;
}

enum kernel_code keyplayers_find(struct keyplayers *out, const struct graph *g, const struct keyplayers_question *q,
                                 const struct kernel_watch *watch) {
  struct keyplayers_question question = *q;
  bool breaks = q->goal < KEYPLAYERS_NEAR;
  *out = (struct keyplayers){.score = (double)NAN, .bound = (double)NAN};
  if (!q->effort) question.effort = EFFORT;
  if (q->size > g->nodes || g->nodes == 0 || (breaks && g->nodes - q->size < 2)) return KERNEL_DONE;
  out->node = memory_array(q->size, sizeof *out->node);
  enum kernel_code code = KERNEL_NO_MEMORY;
  if (out->node) code = breaks ? keyplayers_break(out, g, &question, watch) : keyplayers_near(out, g, &question, watch);
  if (!code) code = keyplayers_score(&out->score, g, q->goal, q->steps, out->node, q->size, watch);
  if (code) {
    keyplayers_free(out);
    return code;
  }
  qsort(out->node, q->size, sizeof *out->node, ascending);
  out->size = q->size;
  if (out->bound <= out->score + 1e-12) out->exact = true;
  if (out->exact || out->bound < out->score) out->bound = out->score;
  return KERNEL_DONE;
}

void keyplayers_free(struct keyplayers *k) {
  free(k->node);
  memset(k, 0, sizeof *k);
}
