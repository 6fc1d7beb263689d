/* Paths that respect time, on arcs with a period each.
 *
 * Earliest arrival: who waits loses nothing (to be at a node earlier never means to arrive later), so nodes settle in the order of their
 * first day as in Dijkstra's method (1, 2): from v, reached on day d, the arc of [since, until] leads to its head on max(d, since) if that
 * is not behind `until`. Latest departure is the same with arcs and time turned (3).
 *
 * Reach of all: 64 nodes at a time, a bit each. Days are gone through in order; a word can only grow on a day on which an arc begins, or
 * where the word at its tail grew. So each day begins with the arcs that begin on it, and what grew is passed on along the arcs that hold.
 *
 * Sources: (1) K. L. Cooke, E. Halsey 1966, The shortest route through a network with time-dependent internodal transit times,
 * doi:10.1016/0022-247X(66)90009-6. (2) D. Kempe, J. Kleinberg, A. Kumar 2002, Connectivity and inference problems for temporal networks,
 * doi:10.1006/jcss.2002.1829. (3) H. Wu et al. 2014, Path problems in temporal graphs, doi:10.14778/2732939.2732945. */
#include "kernel/timely.h"

#include "base/memory.h"
#include "kernel/heap.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- arcs ---- */

void timely_free(struct timely *t) {
  free(t->first);
  free(t->to);
  free(t->since);
  free(t->until);
  *t = (struct timely){0};
}

/* Where the next arc of a node goes; counts when there is nowhere yet. */
static void put_arc(struct timely *t, uint64_t *next, uint32_t from, uint32_t to, const struct timely_tie *tie, bool backward) {
  uint64_t at = next[backward ? to : from]++;
  if (!t->to) return;
  t->to[at] = backward ? from : to;
  t->since[at] = backward ? -tie->until : tie->since;
  t->until[at] = backward ? -tie->since : tie->until;
}

static void put_all(struct timely *t, uint64_t *next, const struct timely_tie *ties, size_t count, bool backward) {
  for (size_t i = 0; i < count; i++) {
    put_arc(t, next, ties[i].from, ties[i].to, &ties[i], backward);
    if (ties[i].both) put_arc(t, next, ties[i].to, ties[i].from, &ties[i], backward);
  }
}

enum kernel_code timely_start(struct timely *t, uint32_t nodes, const struct timely_tie *ties, size_t count, bool backward) {
  *t = (struct timely){.nodes = nodes, .first = memory_zeroed((size_t)nodes + 1, sizeof *t->first)};
  uint64_t *next = memory_zeroed((size_t)nodes + 1, sizeof *next);
  if (!t->first || !next) goto failed;
  put_all(t, next, ties, count, backward);
  for (uint32_t v = 0; v < nodes; v++) {
    t->first[v + 1] = t->first[v] + next[v];
    next[v] = t->first[v];
  }
  size_t arcs = (size_t)t->first[nodes];
  uint32_t *to = memory_array(arcs, sizeof *to);
  t->since = memory_array(arcs, sizeof *t->since);
  t->until = memory_array(arcs, sizeof *t->until);
  t->to = to;
  if (!to || !t->since || !t->until) goto failed;
  put_all(t, next, ties, count, backward);
  free(next);
  return KERNEL_DONE;
failed:
  free(next);
  timely_free(t);
  return KERNEL_NO_MEMORY;
}

/* ---- from some nodes ---- */

enum kernel_code timely_arrival(double *arrival, uint32_t *before, const struct timely *t, const uint32_t *sources, uint32_t count,
                                int32_t start) {
  struct heap heap;
  for (uint32_t v = 0; v < t->nodes; v++) {
    arrival[v] = INFINITY;
    if (before) before[v] = UINT32_MAX;
  }
  if (!heap_start(&heap, t->nodes, arrival)) return KERNEL_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++) {
    arrival[sources[i]] = start;
    heap_raise(&heap, sources[i]);
  }
  while (heap.count) {
    uint32_t v = heap_take(&heap);
    for (uint64_t a = t->first[v]; a < t->first[v + 1]; a++) {
      double day = fmax(arrival[v], t->since[a]);
      if (day > t->until[a] || day >= arrival[t->to[a]]) continue;
      arrival[t->to[a]] = day;
      if (before) before[t->to[a]] = v;
      heap_raise(&heap, t->to[a]);
    }
  }
  heap_free(&heap);
  return KERNEL_DONE;
}

/* ---- from all nodes ---- */

/* An arc that begins behind the start. */
struct beginning {
  int32_t since;
  uint32_t from;
  uint64_t arc;
};

/* What a worker needs; n entries each. */
struct sweep {
  uint64_t *word;
  uint32_t *queue;
  uint8_t *queued;
};

struct pass {
  const struct timely *t;
  const struct beginning *beginning;
  size_t beginnings;
  int32_t start;
  uint32_t *reached;
  struct sweep *sweep; /* one for each worker */
};

static int by_day(const void *a, const void *b) {
  const struct beginning *x = a, *y = b;
  if (x->since != y->since) return x->since < y->since ? -1 : 1;
  return x->arc < y->arc ? -1 : x->arc > y->arc;
}

static size_t list_beginnings(struct beginning *out, const struct timely *t, int32_t start) {
  size_t count = 0;
  for (uint32_t v = 0; v < t->nodes; v++)
    for (uint64_t a = t->first[v]; a < t->first[v + 1]; a++)
      if (t->since[a] > start && t->since[a] <= t->until[a]) out[count++] = (struct beginning){t->since[a], v, a};
  qsort(out, count, sizeof *out, by_day);
  return count;
}

/* Nodes whose words grew, in a ring: a node stands in it once at most. */
struct ring {
  size_t head, count;
};

static void grow(const struct pass *p, struct sweep *s, struct ring *r, uint32_t v, uint64_t more) {
  size_t n = p->t->nodes;
  if (!(more & ~s->word[v])) return;
  s->word[v] |= more;
  if (s->queued[v]) return;
  s->queued[v] = 1;
  s->queue[(r->head + r->count++) % n] = v;
}

/* Pass on along the arcs that hold on a day. */
static void settle(const struct pass *p, struct sweep *s, struct ring *r, int32_t day) {
  const struct timely *t = p->t;
  while (r->count) {
    uint32_t v = s->queue[r->head];
    r->head = (r->head + 1) % t->nodes;
    r->count--;
    s->queued[v] = 0;
    for (uint64_t a = t->first[v]; a < t->first[v + 1]; a++)
      if (t->since[a] <= day && day <= t->until[a]) grow(p, s, r, t->to[a], s->word[v]);
  }
}

static void from_block(const struct pass *p, struct sweep *s, uint32_t from, uint32_t to) {
  const struct timely *t = p->t;
  struct ring r = {0, 0};
  memset(s->word, 0, t->nodes * sizeof *s->word);
  for (uint32_t v = from; v < to; v++)
    grow(p, s, &r, v, UINT64_C(1) << (v - from));
  settle(p, s, &r, p->start);
  for (size_t i = 0; i < p->beginnings;) {
    int32_t day = p->beginning[i].since;
    for (; i < p->beginnings && p->beginning[i].since == day; i++)
      grow(p, s, &r, t->to[p->beginning[i].arc], s->word[p->beginning[i].from]);
    settle(p, s, &r, day);
  }
  for (uint32_t v = from; v < to; v++)
    p->reached[v] = 0;
  for (uint32_t v = 0; v < t->nodes; v++)
    for (uint64_t rest = s->word[v]; rest; rest &= rest - 1)
      p->reached[from + (uint32_t)__builtin_ctzll(rest)]++;
  for (uint32_t v = from; v < to; v++)
    p->reached[v]--; /* the node itself */
}

static void some_blocks(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  uint32_t n = p->t->nodes;
  (void)lane;
  for (size_t block = from; block < to; block++) {
    uint32_t first = (uint32_t)block * 64, last = n - first < 64 ? n : first + 64;
    from_block(p, &p->sweep[worker], first, last);
  }
}

static bool sweeps_start(struct sweep *s, unsigned workers, size_t n) {
  bool ready = true;
  for (unsigned w = 0; w < workers; w++) {
    s[w] = (struct sweep){memory_array(n, sizeof *s->word), memory_array(n, sizeof *s->queue), memory_zeroed(n, 1)};
    ready = ready && s[w].word && s[w].queue && s[w].queued;
  }
  return ready;
}

enum kernel_code timely_reach(uint32_t *reached, const struct timely *t, int32_t start, const struct kernel_watch *watch) {
  size_t arcs = (size_t)t->first[t->nodes];
  struct pass p = {.t = t, .start = start, .reached = reached};
  struct waves_job job = {((size_t)t->nodes + 63) / 64, 4.0 * (double)(t->nodes + arcs), some_blocks, &p};
  unsigned workers = waves_workers(&job, watch);
  struct beginning *beginning = memory_array(arcs, sizeof *beginning);
  enum kernel_code code = KERNEL_NO_MEMORY;
  p.sweep = memory_zeroed(workers, sizeof *p.sweep);
  if (beginning && p.sweep && sweeps_start(p.sweep, workers, t->nodes)) {
    p.beginning = beginning;
    p.beginnings = list_beginnings(beginning, t, start);
    code = waves_run(&job, watch);
  }
  for (unsigned w = 0; p.sweep && w < workers; w++) {
    free(p.sweep[w].word);
    free(p.sweep[w].queue);
    free(p.sweep[w].queued);
  }
  free(p.sweep);
  free(beginning);
  return code;
}
