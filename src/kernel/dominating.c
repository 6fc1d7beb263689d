/* Smallest dominating sets by branch and bound.
 *
 * What decides itself is settled first. Then greedy: the node that covers most, again and again, kept in lists by how many it would cover;
 * then those that became needless go. The search takes the uncovered node that fewest may cover and tries each of these in turn, most
 * useful first; one that was tried is barred from the branches after it, and a branch whose bound is no better than the best set known is
 * left.
 *
 * Sources: (1) V. Chvatal 1979, A greedy heuristic for the set-covering problem, doi:10.1287/moor.4.3.233; (2) F. V. Fomin, F. Grandoni,
 * D. Kratsch 2009, A measure & conquer approach for the analysis of exact algorithms, doi:10.1145/1552285.1552286. */
#include "kernel/dominating.h"

#include "base/memory.h"
#include "kernel/dominating_cover.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define EFFORT 300000000u
#define NONE DOMINATING_NONE

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
      cover_choose(c, v);
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
      cover_unchoose(c);
      c->allowed[c->order[f->at - 1]] = 0;
    }
    if (f->at < f->to) {
      cover_choose(c, c->order[f->at++]);
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
    uint32_t more = cover_bound(c, &narrowest);
    if (more >= c->best_count - c->chosen_count) continue;
    if (!fork_at(c, narrowest)) return KERNEL_NO_MEMORY;
  } while (next_branch(c));
  *whole = true;
  return KERNEL_DONE;
}

static int ascending(const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return a < b ? -1 : a > b;
}

enum kernel_code dominating_start(struct dominating *out, const struct graph *g, const struct dominating_question *q,
                                  const struct kernel_watch *watch) {
  struct cover c;
  enum kernel_code code = KERNEL_NO_MEMORY;
  bool whole;
  memset(out, 0, sizeof *out);
  out->uncovered = NONE;
  if (!cover_start(&c, g, q)) goto done;
  cover_begin(&c);
  uint32_t least = cover_bound(&c, &out->uncovered);
  if (least == UINT32_MAX) {
    code = KERNEL_DONE;
    goto done;
  }
  code = cover_settle(&c, watch);
  if (code) goto done;
  cover_begin(&c);
  least = cover_bound(&c, &out->uncovered);
  out->uncovered = NONE;
  code = greedy(&c) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (code) goto done;
  cover_begin(&c);
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
