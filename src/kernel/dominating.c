/* Smallest dominating sets by branch and bound.
 *
 * Greedy first: the node that covers most, again and again, kept in lists by how many it would cover; then those that became needless go.
 * The search takes the uncovered node that fewest may cover and tries each of these in turn, most useful first; one that was tried is
 * barred from the branches after it. Bound: give each uncovered node the share 1 / (most that any node covering it would cover); no node
 * collects more than 1, so a cover has at least as many nodes as the shares add up to.
 *
 * Sources: (1) V. Chvatal 1979, A greedy heuristic for the set-covering problem, doi:10.1287/moor.4.3.233; (2) F. V. Fomin, F. Grandoni,
 * D. Kratsch 2009, A measure & conquer approach for the analysis of exact algorithms, doi:10.1145/1552285.1552286. */
#include "kernel/dominating.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EFFORT 300000000u
#define NONE DOMINATING_NONE

/* A branching: the nodes that may cover one node, order[from .. to), of which those before `at` were tried. */
struct fork {
  size_t from, at, to;
};

struct cover {
  const struct graph *g;
  uint8_t *open, *allowed;  /* still to be covered or covered; may be chosen in this branch */
  uint32_t *times, *useful; /* times[v]: how many chosen nodes cover v; useful[v]: how many uncovered nodes v would cover */
  uint32_t *chosen, *best, *order;
  struct fork *fork;
  size_t forks, order_room;
  uint32_t chosen_count, best_count, uncovered;
};

/* Of v's closed neighbourhood, the i-th node: v itself first. */
static uint32_t covered_by(const struct graph *g, uint32_t v, uint64_t i) {
  return i == 0 ? v : g->to[g->first[v] + i - 1];
}

static uint64_t reach(const struct graph *g, uint32_t v) {
  return g->first[v + 1] - g->first[v] + 1;
}

static uint32_t coverer_of(const struct graph *g, uint32_t v, uint64_t i) {
  return i == 0 ? v : g->in_to[g->in_first[v] + i - 1];
}

static uint64_t coverers(const struct graph *g, uint32_t v) {
  return g->in_first[v + 1] - g->in_first[v] + 1;
}

static void choose(struct cover *c, uint32_t v) {
  c->chosen[c->chosen_count++] = v;
  for (uint64_t i = 0; i < reach(c->g, v); i++) {
    uint32_t w = covered_by(c->g, v, i);
    if (!c->open[w] || c->times[w]++ > 0) continue;
    c->uncovered--;
    for (uint64_t j = 0; j < coverers(c->g, w); j++)
      c->useful[coverer_of(c->g, w, j)]--;
  }
}

static void unchoose(struct cover *c) {
  uint32_t v = c->chosen[--c->chosen_count];
  for (uint64_t i = 0; i < reach(c->g, v); i++) {
    uint32_t w = covered_by(c->g, v, i);
    if (!c->open[w] || --c->times[w] > 0) continue;
    c->uncovered++;
    for (uint64_t j = 0; j < coverers(c->g, w); j++)
      c->useful[coverer_of(c->g, w, j)]++;
  }
}

/* What any completion needs at least, and the uncovered node that fewest may cover; UINT32_MAX when one has none. */
static uint32_t bound(const struct cover *c, uint32_t *narrowest) {
  double shares = 0;
  uint64_t fewest = UINT64_MAX;
  *narrowest = NONE;
  for (uint32_t v = 0; v < c->g->nodes; v++) {
    if (!c->open[v] || c->times[v]) continue;
    uint64_t ways = 0;
    uint32_t most = 0;
    for (uint64_t i = 0; i < coverers(c->g, v); i++) {
      uint32_t w = coverer_of(c->g, v, i);
      if (!c->allowed[w]) continue;
      ways++;
      if (c->useful[w] > most) most = c->useful[w];
    }
    if (ways < fewest) fewest = ways, *narrowest = v;
    if (ways == 0) return UINT32_MAX;
    shares += 1.0 / most;
  }
  return (uint32_t)ceil(shares - 1e-6);
}

static void keep_best(struct cover *c) {
  memcpy(c->best, c->chosen, c->chosen_count * sizeof *c->best);
  c->best_count = c->chosen_count;
}

/* Chosen nodes whose every node is covered by another as well go, the last first. */
static void drop_needless(struct cover *c) {
  uint32_t kept = 0;
  for (uint32_t k = c->chosen_count; k-- > 0;) {
    uint32_t v = c->chosen[k];
    bool needless = true;
    for (uint64_t i = 0; i < reach(c->g, v) && needless; i++)
      needless = !c->open[covered_by(c->g, v, i)] || c->times[covered_by(c->g, v, i)] > 1;
    for (uint64_t i = 0; i < reach(c->g, v) && needless; i++)
      if (c->open[covered_by(c->g, v, i)]) c->times[covered_by(c->g, v, i)]--;
    if (!needless) c->best[kept++] = v;
  }
  c->best_count = kept;
}

/* Lists of nodes by usefulness, each a chain through `next`; a node found in a list that is too high moves down. */
static bool greedy(struct cover *c) {
  uint32_t n = c->g->nodes, most = 0;
  for (uint32_t v = 0; v < n; v++)
    if (c->useful[v] > most) most = c->useful[v];
  uint32_t *head = memory_array((size_t)most + 1, sizeof *head), *next = memory_array(n, sizeof *next);
  bool ready = head && next;
  for (uint32_t u = 0; ready && u <= most; u++)
    head[u] = NONE;
  for (uint32_t v = n; ready && v-- > 0;)
    if (c->allowed[v]) next[v] = head[c->useful[v]], head[c->useful[v]] = v;
  for (uint32_t u = most; ready && u > 0 && c->uncovered;) {
    uint32_t v = head[u];
    if (v == NONE) {
      u--;
      continue;
    }
    head[u] = next[v];
    if (c->useful[v] == u)
      choose(c, v);
    else
      next[v] = head[c->useful[v]], head[c->useful[v]] = v;
  }
  if (ready) drop_needless(c);
  free(head);
  free(next);
  return ready;
}

/* Fork over the nodes that may cover v, most useful first, and the lower number among equals. */
static bool fork_at(struct cover *c, uint32_t v) {
  size_t from = c->forks ? c->fork[c->forks - 1].to : 0, to = from;
  if (!memory_grow(&c->order, &c->order_room, from + coverers(c->g, v), sizeof *c->order)) return false;
  for (uint64_t i = 0; i < coverers(c->g, v); i++) {
    uint32_t w = coverer_of(c->g, v, i);
    if (!c->allowed[w]) continue;
    size_t at = to++;
    for (; at > from; at--) {
      uint32_t x = c->order[at - 1];
      if (c->useful[x] > c->useful[w] || (c->useful[x] == c->useful[w] && x < w)) break;
      c->order[at] = x;
    }
    c->order[at] = w;
  }
  c->fork[c->forks++] = (struct fork){from, from, to};
  return true;
}

/* The next branch: bar the node just tried and choose the one after it; forks without one are left. False at the end. */
static bool next_branch(struct cover *c) {
  while (c->forks) {
    struct fork *f = &c->fork[c->forks - 1];
    if (f->at > f->from) {
      unchoose(c);
      c->allowed[c->order[f->at - 1]] = 0;
    }
    if (f->at < f->to) {
      choose(c, c->order[f->at++]);
      return true;
    }
    for (size_t i = f->from; i < f->to; i++)
      c->allowed[c->order[i]] = 1;
    c->forks--;
  }
  return false;
}

/* True in *whole when nothing is left to try, so that the best is a smallest. */
static enum kernel_code search(bool *whole, struct cover *c, uint64_t effort, const struct kernel_watch *watch) {
  uint64_t spent = 0, step = c->g->nodes + 2 * (uint64_t)c->g->edges + 1;
  uint32_t narrowest;
  *whole = false;
  do {
    if (!watch_says_go(watch)) return KERNEL_STOPPED;
    if (spent > effort) return KERNEL_DONE;
    spent += step;
    if (c->uncovered == 0) {
      if (c->chosen_count < c->best_count) keep_best(c);
      continue;
    }
    uint32_t more = bound(c, &narrowest);
    if (more >= c->best_count - c->chosen_count) continue;
    if (!fork_at(c, narrowest)) return KERNEL_NO_MEMORY;
  } while (next_branch(c));
  *whole = true;
  return KERNEL_DONE;
}

static bool cover_start(struct cover *c, const struct dominating_question *q) {
  uint32_t n = c->g->nodes;
  c->open = memory_array(n, 1);
  c->allowed = memory_array(n, 1);
  c->times = memory_zeroed(n, sizeof *c->times);
  c->useful = memory_zeroed(n, sizeof *c->useful);
  c->chosen = memory_array(n, sizeof *c->chosen);
  c->best = memory_array(n, sizeof *c->best);
  c->fork = memory_array((size_t)n + 1, sizeof *c->fork);
  if (!c->open || !c->allowed || !c->times || !c->useful || !c->chosen || !c->best || !c->fork) return false;
  for (uint32_t v = 0; v < n; v++) {
    c->open[v] = !q->need || q->need[v];
    c->allowed[v] = !q->may || q->may[v];
  }
  return true;
}

/* Nothing is chosen, nothing covered. */
static void begin(struct cover *c) {
  memset(c->times, 0, c->g->nodes * sizeof *c->times);
  memset(c->useful, 0, c->g->nodes * sizeof *c->useful);
  c->chosen_count = c->uncovered = 0;
  for (uint32_t v = 0; v < c->g->nodes; v++) {
    c->uncovered += c->open[v];
    for (uint64_t i = 0; c->open[v] && i < coverers(c->g, v); i++)
      c->useful[coverer_of(c->g, v, i)]++;
  }
}

static void cover_free(struct cover *c) {
  free(c->open);
  free(c->allowed);
  free(c->times);
  free(c->useful);
  free(c->chosen);
  free(c->best);
  free(c->order);
  free(c->fork);
}

static int ascending(const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return a < b ? -1 : a > b;
}

enum kernel_code dominating_start(struct dominating *out, const struct graph *g, const struct dominating_question *q,
                                  const struct kernel_watch *watch) {
  struct cover c = {.g = g};
  enum kernel_code code = KERNEL_NO_MEMORY;
  bool whole;
  memset(out, 0, sizeof *out);
  out->uncovered = NONE;
  if (!cover_start(&c, q)) goto done;
  begin(&c);
  uint32_t least = bound(&c, &out->uncovered);
  if (least == UINT32_MAX) {
    code = KERNEL_DONE;
    goto done;
  }
  out->uncovered = NONE;
  if (!greedy(&c)) goto done;
  begin(&c);
  code = search(&whole, &c, q->effort ? q->effort : EFFORT, watch);
  if (code) goto done;
  qsort(c.best, c.best_count, sizeof *c.best, ascending);
  out->size = c.best_count;
  out->bound = whole ? c.best_count : least;
  out->node = c.best;
  c.best = NULL;
done:
  cover_free(&c);
  if (code) dominating_free(out);
  return code;
}

void dominating_free(struct dominating *d) {
  free(d->node);
  memset(d, 0, sizeof *d);
}
