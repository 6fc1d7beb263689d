/* The fewest sets that cover, by branch and bound: take the element that fewest sets can still serve, and try these sets one after the
 * other, each time without those that were tried before it. So every cover lies in one branch only, which is what counting needs: with the
 * least size known, all branches are followed that can still end in a cover of that size.
 *
 * Bound: an element asks for its demand over the greatest number of open elements that one of its sets would serve. No set is asked for
 * more than 1 by its elements together, so the sum is at most the number of sets that are still needed.
 *
 * Sources: (1) V. Chvatal 1979, A greedy heuristic for the set-covering problem, doi:10.1287/moor.4.3.233. */
#include "kernel/multicover.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOBODY UINT32_MAX

/* A branching: the sets that may serve one element, order[from .. to), of which those before `at` were tried. */
struct fork {
  size_t from, at, to;
};

struct search {
  const struct multicover_question *q;
  uint64_t *of_first; /* element -> its sets; times: how many chosen ones it is in; useful: how many open elements a set has */
  uint32_t *of, *times, *useful, *chosen, *best, *order;
  uint8_t *barred; /* tried before in this branch, or chosen */
  struct fork *fork;
  size_t forks, order_room;
  uint32_t count, most, outstanding; /* chosen; as many at most; open demand of all */
  uint64_t left;
  bool counts;
  struct multicover *out;
  size_t cover_room;
};

static bool search_start(struct search *s, const struct multicover_question *q) {
  size_t places = q->sets ? (size_t)q->first[q->sets] : 0;
  *s = (struct search){.q = q};
  s->of_first = memory_zeroed((size_t)q->elements + 2, sizeof *s->of_first);
  s->of = memory_array(places, sizeof *s->of);
  s->times = memory_array(q->elements, sizeof *s->times);
  s->useful = memory_zeroed(q->sets, sizeof *s->useful);
  s->chosen = memory_array(q->sets, sizeof *s->chosen);
  s->best = memory_array(q->sets, sizeof *s->best);
  s->barred = memory_zeroed(q->sets, 1);
  s->fork = memory_array((size_t)q->sets + 1, sizeof *s->fork);
  if (!s->of_first || !s->of || !s->times || !s->useful || !s->chosen || !s->best || !s->barred || !s->fork) return false;
  for (size_t a = 0; a < places; a++)
    s->of_first[q->to[a] + 2]++;
  for (uint32_t e = 0; e < q->elements; e++)
    s->of_first[e + 2] += s->of_first[e + 1];
  for (uint32_t v = 0; v < q->sets; v++)
    for (uint64_t a = q->first[v]; a < q->first[v + 1]; a++)
      s->of[s->of_first[q->to[a] + 1]++] = v;
  return true;
}

static void search_free(struct search *s) {
  free(s->of_first);
  free(s->of);
  free(s->times);
  free(s->useful);
  free(s->chosen);
  free(s->best);
  free(s->order);
  free(s->barred);
  free(s->fork);
}

/* Nothing is chosen. */
static void begin(struct search *s) {
  const struct multicover_question *q = s->q;
  memset(s->barred, 0, q->sets);
  memset(s->useful, 0, q->sets * sizeof *s->useful);
  s->count = s->outstanding = 0;
  s->forks = 0;
  s->left = q->effort ? q->effort : 100000000;
  memset(s->times, 0, q->elements * sizeof *s->times);
  for (uint32_t e = 0; e < q->elements; e++)
    s->outstanding += q->demand[e];
  for (uint32_t v = 0; v < q->sets; v++)
    for (uint64_t a = q->first[v]; a < q->first[v + 1]; a++)
      s->useful[v] += q->demand[q->to[a]] > 0;
}

/* An element is served in full: its sets are of less use. And the other way round. */
static void count_useful(struct search *s, uint32_t e, bool more) {
  for (uint64_t a = s->of_first[e]; a < s->of_first[e + 1]; a++)
    s->useful[s->of[a]] += more ? 1 : UINT32_MAX;
}

static void choose(struct search *s, uint32_t v) {
  const struct multicover_question *q = s->q;
  s->chosen[s->count++] = v;
  s->barred[v] = 1;
  for (uint64_t a = q->first[v]; a < q->first[v + 1]; a++) {
    uint32_t e = q->to[a];
    if (s->times[e]++ >= q->demand[e]) continue;
    s->outstanding--;
    if (s->times[e] == q->demand[e]) count_useful(s, e, false);
  }
}

/* The last one. */
static void unchoose(struct search *s) {
  const struct multicover_question *q = s->q;
  uint32_t v = s->chosen[--s->count];
  s->barred[v] = 0;
  for (uint64_t a = q->first[v]; a < q->first[v + 1]; a++) {
    uint32_t e = q->to[a];
    if (--s->times[e] >= q->demand[e]) continue;
    s->outstanding++;
    if (s->times[e] + 1 == q->demand[e]) count_useful(s, e, true);
  }
}

/* How many more are needed at least, and the open element with fewest sets to spare; UINT32_MAX where one cannot be served. */
static uint32_t needed(struct search *s, uint32_t *narrowest) {
  double sum = 0;
  uint64_t least = UINT64_MAX, touched = 0;
  *narrowest = NOBODY;
  for (uint32_t e = 0; e < s->q->elements; e++) {
    uint64_t ways = 0;
    uint32_t most = 0, open = s->q->demand[e] - s->times[e];
    if (s->times[e] >= s->q->demand[e]) continue;
    for (uint64_t a = s->of_first[e]; a < s->of_first[e + 1]; a++) {
      uint32_t v = s->of[a];
      if (s->barred[v]) continue;
      ways++;
      if (s->useful[v] > most) most = s->useful[v];
    }
    touched += s->of_first[e + 1] - s->of_first[e] + 1;
    if (ways < open) return UINT32_MAX;
    sum += (double)open / most;
    if (ways - open < least) least = ways - open, *narrowest = e;
  }
  s->left -= touched < s->left ? touched : s->left;
  return (uint32_t)ceil(sum - 1e-9);
}

/* ---- covers ---- */

static bool greedy(struct search *s) {
  begin(s);
  while (s->outstanding) {
    uint32_t best = NOBODY;
    for (uint32_t v = 0; v < s->q->sets; v++)
      if (!s->barred[v] && (best == NOBODY || s->useful[v] > s->useful[best])) best = v;
    if (best == NOBODY || s->useful[best] == 0) return false; /* more is demanded than there is */
    choose(s, best);
  }
  memcpy(s->best, s->chosen, s->count * sizeof *s->best);
  s->out->size = s->count;
  return true;
}

static int ascending(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* All that is demanded is served. */
static bool found(struct search *s) {
  struct multicover *m = s->out;
  if (!s->counts) {
    memcpy(s->best, s->chosen, s->count * sizeof *s->best);
    m->size = s->count;
    s->most = s->count - 1;
    return true;
  }
  m->count++;
  if (m->kept == s->q->keep) return true;
  if (!memory_grow(&m->cover, &s->cover_room, (m->kept + 1) * m->size + 1, sizeof *m->cover)) return false;
  uint32_t *cover = m->cover + m->kept++ * m->size;
  memcpy(cover, s->chosen, s->count * sizeof *cover);
  qsort(cover, s->count, sizeof *cover, ascending);
  return true;
}

/* The sets that may serve e, the most useful first, of equals the first. */
static bool fork_at(struct search *s, uint32_t e) {
  size_t from = s->forks ? s->fork[s->forks - 1].to : 0, to = from;
  if (!memory_grow(&s->order, &s->order_room, from + (size_t)(s->of_first[e + 1] - s->of_first[e]) + 1, sizeof *s->order)) return false;
  for (uint64_t a = s->of_first[e]; a < s->of_first[e + 1]; a++) {
    uint32_t v = s->of[a];
    size_t at = to;
    if (s->barred[v]) continue;
    for (to++; at > from && s->useful[s->order[at - 1]] < s->useful[v]; at--)
      s->order[at] = s->order[at - 1];
    s->order[at] = v;
  }
  s->fork[s->forks++] = (struct fork){from, from, to};
  return true;
}

/* Take the last choice back (it stays barred), and go on with the next set of its fork; forks that are through are closed. False: done. */
static bool next_branch(struct search *s) {
  while (s->forks) {
    struct fork *f = &s->fork[s->forks - 1];
    if (f->at > f->from) {
      uint32_t v = s->chosen[s->count - 1];
      unchoose(s);
      s->barred[v] = 1;
    }
    if (f->at < f->to && s->count < s->most) {
      choose(s, s->order[f->at++]);
      return true;
    }
    for (size_t i = f->from; i < f->at; i++)
      s->barred[s->order[i]] = 0;
    s->forks--;
  }
  return false;
}

/* All branches with at most `most` sets; *done: to the end. */
static enum kernel_code branch(struct search *s, bool *done, const struct kernel_watch *watch) {
  uint32_t steps = 0;
  *done = false;
  for (;;) {
    uint32_t narrowest, more = s->outstanding ? needed(s, &narrowest) : 0;
    if (s->outstanding == 0 && !found(s)) return KERNEL_NO_MEMORY;
    if (s->outstanding && more != UINT32_MAX && s->count + more <= s->most && !fork_at(s, narrowest)) return KERNEL_NO_MEMORY;
    if (s->left == 0) return KERNEL_DONE;
    if (++steps % 1024 == 0 && watch && watch->go_on && !watch->go_on(watch->context)) return KERNEL_STOPPED;
    if (!next_branch(s)) break;
  }
  *done = true;
  return KERNEL_DONE;
}

/* Covers in the order of their sets. */
static void sort_covers(struct multicover *m) {
  uint32_t size = m->size;
  for (size_t i = 1; i < m->kept && size; i++)
    for (size_t j = i; j > 0; j--) {
      uint32_t *a = m->cover + (j - 1) * size, *b = a + size, k = 0;
      while (k < size && a[k] == b[k])
        k++;
      if (k == size || a[k] < b[k]) break;
      for (k = 0; k < size; k++) {
        uint32_t swap = a[k];
        a[k] = b[k], b[k] = swap;
      }
    }
}

/* Where not even one could be counted, the one that was found. */
static enum kernel_code keep_best(struct search *s) {
  struct multicover *m = s->out;
  if (m->count > 0 || m->kept > 0 || s->q->keep == 0) return KERNEL_DONE;
  if (!memory_grow(&m->cover, &s->cover_room, (size_t)m->size + 1, sizeof *m->cover)) return KERNEL_NO_MEMORY;
  memcpy(m->cover, s->best, m->size * sizeof *m->cover);
  if (m->size) qsort(m->cover, m->size, sizeof *m->cover, ascending);
  m->kept = 1, m->count = 1;
  return KERNEL_DONE;
}

enum kernel_code multicover_start(struct multicover *out, const struct multicover_question *q, const struct kernel_watch *watch) {
  struct search s;
  uint32_t narrowest;
  bool done = false;
  *out = (struct multicover){0};
  enum kernel_code code = search_start(&s, q) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  s.out = out;
  if (!code && greedy(&s)) {
    begin(&s);
    out->bound = needed(&s, &narrowest);
    s.most = out->size ? out->size - 1 : 0;
    if (out->bound < out->size) code = branch(&s, &done, watch);
    if (done) out->bound = out->size;
    s.counts = true;
    begin(&s);
    s.most = out->size;
    if (!code && out->bound == out->size) code = branch(&s, &out->counted, watch);
    if (!code) code = keep_best(&s);
    sort_covers(out);
  }
  search_free(&s);
  if (code) multicover_free(out);
  return code;
}

void multicover_free(struct multicover *m) {
  free(m->cover);
  *m = (struct multicover){0};
}
