/* Sets whose loss breaks the network most.
 *
 * What is left when one node more goes is known for all nodes at once from one depth-first search: a child whose subtree has no way round
 * its parent falls off with it. So every set of k nodes is tried by going through the sets of k - 1 and adding the best last one; and
 * greedy choice and exchange (put one back, take the best instead) cost a search each. Distances have no such short cut: each set is
 * measured anew.
 *
 * Sources: (1) S. P. Borgatti 2006, doi:10.1007/s10588-006-7084-x; (2) A. Arulselvan, C. W. Commander, L. Elefteriadou, P. M. Pardalos
 * 2009, Detecting critical nodes in sparse graphs, doi:10.1016/j.cor.2008.08.016. */
#include "base/memory.h"
#include "kernel/keyplayers_find.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define UNSEEN UINT32_MAX
#define LITTLE 1e-12

struct breaking {
  const struct graph *g;
  const struct keyplayers_question *q;
  const struct kernel_watch *watch;
  uint8_t *gone;
  uint32_t *visit, *low, *under, *up, *trail; /* under[v]: nodes of its subtree; up[v]: its parent */
  uint64_t *next;
  double *off_nodes, *off_pairs; /* of the subtrees that fall off with v: nodes, and pairs of nodes within each */
  uint32_t *set, *best;
  uint32_t count;
  double best_score;
  uint64_t spent;
  enum kernel_code code; /* the first failure */
};

static double pairs(double n) {
  return n * (n - 1) / 2;
}

static double score_of_pairs(const struct breaking *b, double connected) {
  double left = (double)b->g->nodes - b->q->size;
  return 1 - 2 * connected / (left * (left - 1));
}

static void enter(struct breaking *b, uint32_t v, uint32_t up, uint32_t clock) {
  b->visit[v] = b->low[v] = clock;
  b->under[v] = 1;
  b->up[v] = up;
  b->next[v] = b->g->first[v];
  b->off_nodes[v] = b->off_pairs[v] = 0;
}

static void leave(struct breaking *b, uint32_t v) {
  uint32_t p = b->up[v];
  if (p == UNSEEN) return;
  b->under[p] += b->under[v];
  if (b->low[v] < b->low[p]) b->low[p] = b->low[v];
  if (b->low[v] < b->visit[p]) return;
  b->off_nodes[p] += b->under[v];
  b->off_pairs[p] += pairs(b->under[v]);
}

/* Search the component of root; its nodes stand in trail[from ..) by visit. Returns their number. */
static uint32_t search(struct breaking *b, uint32_t root, uint32_t from) {
  const struct graph *g = b->g;
  uint32_t clock = from, v = root;
  b->trail[clock] = root;
  enter(b, root, UNSEEN, clock++);
  while (v != UNSEEN) {
    if (b->next[v] == g->first[v + 1]) {
      leave(b, v);
      v = b->up[v];
      continue;
    }
    uint32_t w = g->to[b->next[v]++];
    if (b->gone[w]) continue;
    if (b->visit[w] == UNSEEN) {
      b->trail[clock] = w;
      enter(b, w, v, clock++);
      v = w;
    } else if (w != b->up[v] && b->visit[w] < b->low[v]) {
      b->low[v] = b->visit[w];
    }
  }
  return clock - from;
}

/* The node, of those from `least` on, whose loss leaves fewest connected pairs, and how many; UNSEEN if there is none. */
static uint32_t best_last(struct breaking *b, uint32_t least, double *connected) {
  uint32_t n = b->g->nodes, at = 0, best = UNSEEN;
  double total = 0, most = -1;
  for (uint32_t v = 0; v < n; v++)
    b->visit[v] = UNSEEN;
  for (uint32_t root = 0; root < n; root++) {
    if (b->gone[root] || b->visit[root] != UNSEEN) continue;
    uint32_t size = search(b, root, at);
    total += pairs(size);
    for (uint32_t i = at; i < at + size; i++) {
      uint32_t v = b->trail[i];
      double lost = pairs(size) - b->off_pairs[v] - pairs(size - 1 - b->off_nodes[v]);
      if (v >= least && (lost > most || (lost == most && v < best))) most = lost, best = v;
    }
    at += size;
  }
  b->spent += n + 2 * (uint64_t)b->g->edges;
  *connected = total - most;
  return best;
}

static void keep(struct breaking *b, double score) {
  if (score <= b->best_score + LITTLE) return;
  b->best_score = score;
  memcpy(b->best, b->set, b->q->size * sizeof *b->best);
}

static bool go_on(struct breaking *b) {
  if (!b->code && !watch_says_go(b->watch)) b->code = KERNEL_STOPPED;
  return !b->code;
}

/* The score of the set in hand for DISTANCE. */
static double measure(struct breaking *b) {
  double score = -1;
  if (!b->code) b->code = keyplayers_score(&score, b->g, b->q->goal, 0, b->set, b->q->size, b->watch);
  b->spent += (uint64_t)b->g->nodes * (b->g->nodes + 2 * (uint64_t)b->g->edges);
  return score;
}

/* Set i of the members 0 .. upto - 1 to the next combination in order; false after the last. */
static bool next_set(struct breaking *b, uint32_t upto) {
  uint32_t i = upto;
  while (i > 0 && b->set[i - 1] == b->g->nodes - (upto - i) - 1)
    i--;
  if (i == 0) return false;
  b->set[i - 1]++;
  for (; i < upto; i++)
    b->set[i] = b->set[i - 1] + 1;
  return true;
}

static void mark(struct breaking *b, uint32_t upto, uint8_t gone) {
  for (uint32_t i = 0; i < upto; i++)
    b->gone[b->set[i]] = gone;
}

static void try_all(struct breaking *b) {
  bool fragments = b->q->goal == KEYPLAYERS_FRAGMENT;
  uint32_t k = b->q->size, upto = fragments ? k - 1 : k;
  for (uint32_t i = 0; i < upto; i++)
    b->set[i] = i;
  do {
    if (!go_on(b)) return;
    if (!fragments) {
      keep(b, measure(b));
      continue;
    }
    double connected;
    mark(b, upto, 1);
    uint32_t last = best_last(b, upto ? b->set[upto - 1] + 1 : 0, &connected);
    mark(b, upto, 0);
    if (last == UNSEEN) continue;
    b->set[upto] = last;
    keep(b, score_of_pairs(b, connected));
  } while (next_set(b, upto));
}

/* How many sets there are, as a double: large ones need no digits. */
static double number_of_sets(double n, uint32_t k) {
  double number = 1;
  for (uint32_t i = 0; i < k && number < 1e18; i++)
    number *= (n - i) / (i + 1);
  return number;
}

static bool all_can_be_tried(const struct breaking *b) {
  double n = b->g->nodes, one = n + 2.0 * b->g->edges;
  if (b->q->goal == KEYPLAYERS_FRAGMENT) return number_of_sets(n, b->q->size - 1) * one <= (double)b->q->effort;
  return number_of_sets(n, b->q->size) * n * one <= (double)b->q->effort;
}

static void greedy(struct breaking *b) {
  double connected = 0;
  memset(b->gone, 0, b->g->nodes);
  for (uint32_t i = 0; i < b->q->size && go_on(b); i++) {
    b->set[i] = best_last(b, 0, &connected);
    b->gone[b->set[i]] = 1;
  }
  if (!b->code && b->q->goal == KEYPLAYERS_FRAGMENT) keep(b, score_of_pairs(b, connected));
}

/* Begin from the nodes with most ties instead. */
static void most_tied(struct breaking *b) {
  const struct graph *g = b->g;
  memset(b->gone, 0, g->nodes);
  for (uint32_t i = 0; i < b->q->size; i++) {
    uint32_t best = UNSEEN;
    for (uint32_t v = 0; v < g->nodes; v++)
      if (!b->gone[v] && (best == UNSEEN || g->first[v + 1] - g->first[v] > g->first[best + 1] - g->first[best])) best = v;
    b->set[i] = best;
    b->gone[best] = 1;
  }
}

/* Put each member back in turn and take the best node instead, until no exchange helps. */
static void exchange(struct breaking *b) {
  bool better = true;
  double now = -1, connected;
  while (better && go_on(b) && b->spent <= b->q->effort) {
    better = false;
    for (uint32_t i = 0; i < b->q->size && go_on(b); i++) {
      b->gone[b->set[i]] = 0;
      b->set[i] = best_last(b, 0, &connected);
      b->gone[b->set[i]] = 1;
      double score = score_of_pairs(b, connected);
      if (score > now + LITTLE) now = score, better = true;
    }
  }
  keep(b, now);
}

/* The same for distances: one node after the other is tried in each place, while the effort lasts. */
static void exchange_by_distance(struct breaking *b) {
  bool better = true;
  memcpy(b->set, b->best, b->q->size * sizeof *b->set);
  memset(b->gone, 0, b->g->nodes);
  mark(b, b->q->size, 1);
  while (better) {
    better = false;
    for (uint32_t i = 0; i < b->q->size; i++)
      for (uint32_t v = 0; v < b->g->nodes; v++) {
        if (!go_on(b) || b->spent > b->q->effort) return;
        if (b->gone[v]) continue;
        uint32_t out = b->set[i];
        b->set[i] = v;
        double before = b->best_score;
        keep(b, measure(b));
        if (b->best_score > before) {
          b->gone[out] = 0;
          b->gone[v] = 1;
          better = true;
        } else {
          b->set[i] = out;
        }
      }
  }
}

static void climb(struct breaking *b) {
  for (int start = 0; start < 2; start++) {
    if (start)
      most_tied(b);
    else
      greedy(b);
    if (b->code) return; /* the set may be half chosen */
    if (b->q->goal == KEYPLAYERS_DISTANCE) keep(b, measure(b));
    if (b->q->goal == KEYPLAYERS_FRAGMENT) exchange(b);
  }
  if (b->q->goal == KEYPLAYERS_DISTANCE) exchange_by_distance(b);
}

static bool breaking_start(struct breaking *b) {
  uint32_t n = b->g->nodes;
  b->gone = memory_zeroed(n, 1);
  b->visit = memory_array(n, sizeof *b->visit);
  b->low = memory_array(n, sizeof *b->low);
  b->under = memory_array(n, sizeof *b->under);
  b->up = memory_array(n, sizeof *b->up);
  b->trail = memory_array(n, sizeof *b->trail);
  b->next = memory_array(n, sizeof *b->next);
  b->off_nodes = memory_array(n, sizeof *b->off_nodes);
  b->off_pairs = memory_array(n, sizeof *b->off_pairs);
  b->set = memory_array(b->q->size, sizeof *b->set);
  return b->gone && b->visit && b->low && b->under && b->up && b->trail && b->next && b->off_nodes && b->off_pairs && b->set;
}

enum kernel_code keyplayers_break(struct keyplayers *out, const struct graph *g, const struct keyplayers_question *q,
                                  const struct kernel_watch *watch) {
  struct breaking b = {.g = g, .q = q, .watch = watch, .best = out->node, .best_score = -2};
  if (!breaking_start(&b)) b.code = KERNEL_NO_MEMORY;
  out->exact = q->size == 0 || all_can_be_tried(&b);
  if (!b.code && q->size > 0) {
    if (out->exact)
      try_all(&b);
    else
      climb(&b);
  }
  free(b.gone);
  free(b.visit);
  free(b.low);
  free(b.under);
  free(b.up);
  free(b.trail);
  free(b.next);
  free(b.off_nodes);
  free(b.off_pairs);
  free(b.set);
  if (b.code) return b.code;
  return out->exact ? KERNEL_DONE : keyplayers_break_bound(&out->bound, g, q, watch);
}
