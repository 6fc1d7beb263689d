/* Pairs of nodes that reach the same, in two passes over walks of two steps: the first counts, so that the second writes each pair to its
 * place.
 *
 *   i -> k -> j, j behind i:   total[j] += what i and j share in k        a dense array for each worker
 *                              bits     |= j                              and a bitmap of three levels that says which j were met
 *
 * The bitmap is read in order, so the pairs of i come out ascending without a sort, and emptied on the way. Why counting first: the
 * second pass writes into arrays of just the right size, on any number of threads, and a limit is told before anything is made. A total is
 * added up in the order of what i reaches, on one thread. The far rows (j's pairs with those before it) are written last, by ranges of j:
 * going through the pairs in order leaves each row ascending. */
#include "kernel/projected.h"

#include "base/memory.h"
#include "base/team.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 128, AHEAD = 16, THREADS_FROM = 1 << 16, MOST_WORKERS = 16 };

/* Of one worker; zero between two rows, save seen and behind. */
struct scratch {
  uint32_t *seen;   /* i + 1 where i has met the node */
  uint32_t *behind; /* pairs of each node with those before it, of this worker's rows */
  double *total;
  uint32_t *mark;
  uint64_t *bits, *tops, *crowns; /* 64 nodes a word, 64 words of the level below a word */
};

struct pass {
  const struct projected *p;
  const struct projected_ask *ask;
  const struct kernel_watch *watch;
  struct scratch scratch[MOST_WORKERS];
  unsigned workers;
  uint64_t *at;                     /* of each node: where its next far entry goes */
  uint32_t range[MOST_WORKERS + 1]; /* of nodes whose far rows one worker writes */
};

static size_t parts_of(const struct projected_ask *ask) {
  return ((size_t)ask->nodes + ROWS - 1) / ROWS;
}

static bool go_on(void *context) {
  return watch_says_go(((const struct pass *)context)->watch);
}

/* Small jobs are done before a thread has started. */
static unsigned workers_of(const struct projected_ask *ask, const struct kernel_watch *watch) {
  unsigned threads = watch && watch->threads ? watch->threads : 1;
  if (ask->first[ask->nodes] < THREADS_FROM) return 1;
  return threads < MOST_WORKERS ? threads : MOST_WORKERS;
}

static void pass_free(struct pass *pass) {
  for (unsigned w = 0; w < MOST_WORKERS; w++) {
    struct scratch *s = &pass->scratch[w];
    void *const owned[] = {s->seen, s->behind, s->total, s->mark, s->bits, s->tops, s->crowns};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
      free(owned[i]);
  }
  free(pass->at);
}

/* Rows of what is reached stand all over memory: each is asked for some entries before it is read. */
static inline void ask_for(const struct projected_ask *ask, uint64_t a, uint64_t entries) {
  if (a + AHEAD < entries) __builtin_prefetch(ask->back + ask->next[a + AHEAD]);
}

/* ---- counting ---- */

static void count_row(const struct projected_ask *ask, const struct scratch *s, uint64_t *count, uint32_t i) {
  const uint32_t *back = ask->back;
  uint32_t *seen = s->seen, *behind = s->behind;
  uint64_t pairs = 0, entries = ask->first[ask->nodes];
  for (uint64_t a = ask->first[i]; a < ask->first[i + 1]; a++) {
    ask_for(ask, a, entries);
    for (uint64_t b = ask->next[a]; back[b] != PROJECTED_END; b++) {
      uint32_t j = back[b], is_new = seen[j] != i + 1;
      seen[j] = i + 1;
      behind[j] += is_new;
      pairs += is_new;
    }
  }
  *count = pairs;
}

static void count_part(void *context, size_t part, unsigned worker) {
  struct pass *pass = context;
  uint32_t from = (uint32_t)(part * ROWS), to = pass->ask->nodes - from < ROWS ? pass->ask->nodes : from + ROWS;
  for (uint32_t i = from; i < to; i++)
    count_row(pass->ask, &pass->scratch[worker], &pass->p->first[i + 1], i);
}

enum kernel_code projected_count(struct projected *p, const struct projected_ask *ask, const struct kernel_watch *watch) {
  struct pass pass = {.p = p, .ask = ask, .watch = watch, .workers = workers_of(ask, watch)};
  enum kernel_code code = KERNEL_DONE;
  for (unsigned w = 0; w < pass.workers; w++) {
    struct scratch *s = &pass.scratch[w];
    s->seen = memory_zeroed(ask->nodes, sizeof *s->seen);
    s->behind = memory_zeroed(ask->nodes, sizeof *s->behind);
    if (!s->seen || !s->behind) code = KERNEL_NO_MEMORY;
  }
  if (code == KERNEL_DONE && !team_run(parts_of(ask), pass.workers, count_part, &pass, go_on)) code = KERNEL_STOPPED;
  if (code == KERNEL_DONE) {
    p->first[0] = p->row_first[0] = 0;
    for (uint32_t i = 0; i < ask->nodes; i++) {
      p->row_first[i + 1] = p->row_first[i] + p->first[i + 1];
      for (unsigned w = 0; w < pass.workers; w++)
        p->row_first[i + 1] += pass.scratch[w].behind[i];
      p->first[i + 1] += p->first[i];
    }
  }
  pass_free(&pass);
  return code;
}

/* ---- filling ---- */

static inline void meet(double *total, uint64_t *bits, uint64_t *tops, uint64_t *crowns, uint32_t j, double share) {
  total[j] += share;
  bits[j >> 6] |= (uint64_t)1 << (j & 63);
  if (!tops[j >> 12]) crowns[j >> 18] |= (uint64_t)1 << (j >> 12 & 63);
  tops[j >> 12] |= (uint64_t)1 << (j >> 6 & 63);
}

/* What a node shares by one entry with those behind it, each the same. */
static void meet_alike(const struct projected_ask *ask, const struct scratch *s, uint64_t a) {
  const uint32_t *back = ask->back;
  double share = ask->divisor ? 1 / ask->divisor[ask->to[a]] : 1, *total = s->total;
  uint64_t *bits = s->bits, *tops = s->tops, *crowns = s->crowns;
  for (uint64_t b = ask->next[a]; back[b] != PROJECTED_END; b++)
    meet(total, bits, tops, crowns, back[b], share);
}

static void meet_by_strength(const struct projected_ask *ask, const struct scratch *s, uint64_t a) {
  for (uint64_t b = ask->next[a]; ask->back[b] != PROJECTED_END; b++) {
    double share = fmin(ask->own_strength[a], ask->back_strength[b]);
    meet(s->total, s->bits, s->tops, s->crowns, ask->back[b], ask->divisor ? share / ask->divisor[ask->to[a]] : share);
  }
}

/* Before the nodes of an entry are met: those that have no bit have no mark yet. */
static void mark_all(const struct projected_ask *ask, const struct scratch *s, uint64_t a) {
  for (uint64_t b = ask->next[a]; ask->back[b] != PROJECTED_END; b++) {
    uint32_t j = ask->back[b], mark = ask->back_mark[b] == ask->own_mark[a] ? ask->own_mark[a] : ask->no_mark;
    bool met = s->bits[j >> 6] >> (j & 63) & 1;
    s->mark[j] = met && s->mark[j] != mark ? ask->no_mark : mark;
  }
}

/* Write the pairs of i with 64 nodes, of a word that is not 0. */
static uint64_t empty_word(const struct projected *p, const struct scratch *s, uint32_t i, uint32_t word, uint64_t t) {
  uint64_t place = p->row_first[i + 1] - (p->first[i + 1] - t), bits = s->bits[word];
  uint32_t *from = p->from, *to = p->to, *other = p->row_other, *pair = p->row_pair;
  double *weight = p->weight, *total = s->total;
  s->bits[word] = 0;
  for (; bits; bits &= bits - 1, t++, place++) {
    uint32_t j = word << 6 | (uint32_t)__builtin_ctzll(bits);
    from[t] = i;
    to[t] = other[place] = j;
    pair[place] = (uint32_t)t;
    weight[t] = total[j];
    total[j] = 0;
    if (p->mark) p->mark[t] = s->mark[j];
  }
  return t;
}

static void empty(const struct projected *p, struct scratch *s, uint32_t nodes, uint32_t i) {
  uint64_t t = p->first[i];
  for (uint32_t crown = i >> 18; crown <= (nodes - 1) >> 18; crown++) {
    for (; s->crowns[crown]; s->crowns[crown] &= s->crowns[crown] - 1) {
      uint32_t top = crown << 6 | (uint32_t)__builtin_ctzll(s->crowns[crown]);
      for (; s->tops[top]; s->tops[top] &= s->tops[top] - 1)
        t = empty_word(p, s, i, top << 6 | (uint32_t)__builtin_ctzll(s->tops[top]), t);
    }
  }
}

static void fill_part(void *context, size_t part, unsigned worker) {
  struct pass *pass = context;
  const struct projected_ask *ask = pass->ask;
  struct scratch *s = &pass->scratch[worker];
  uint32_t from = (uint32_t)(part * ROWS), to = ask->nodes - from < ROWS ? ask->nodes : from + ROWS;
  uint64_t entries = ask->first[ask->nodes];
  for (uint32_t i = from; i < to; i++) {
    if (pass->p->first[i] == pass->p->first[i + 1]) continue;
    for (uint64_t a = ask->first[i]; a < ask->first[i + 1]; a++) {
      ask_for(ask, a, entries);
      if (pass->p->mark) mark_all(ask, s, a);
      if (ask->own_strength)
        meet_by_strength(ask, s, a);
      else
        meet_alike(ask, s, a);
    }
    empty(pass->p, s, ask->nodes, i);
  }
}

/* ---- the far rows ---- */

/* The first pair of i, from t on, with a node that is not before j. */
static uint64_t pair_from(const struct projected *p, uint32_t i, uint64_t t, uint32_t j) {
  uint64_t high = p->first[i + 1];
  while (t < high) {
    uint64_t middle = t + (high - t) / 2;
    if (p->to[middle] < j)
      t = middle + 1;
    else
      high = middle;
  }
  return t;
}

static void fill_far(void *context, size_t part, unsigned worker) {
  struct pass *pass = context;
  const struct projected *p = pass->p;
  uint32_t low = pass->range[part], high = pass->range[part + 1], *other = p->row_other, *pair = p->row_pair;
  const uint32_t *to = p->to;
  uint64_t *at = pass->at;
  (void)worker;
  for (uint32_t i = 0; i < high; i++) {
    uint64_t last = p->first[i + 1], t = low > i + 1 ? pair_from(p, i, p->first[i], low) : p->first[i];
    if (high < pass->ask->nodes) last = pair_from(p, i, t, high);
    for (; t < last; t++) {
      uint64_t place = at[to[t]]++;
      other[place] = i;
      pair[place] = (uint32_t)t;
    }
  }
}

/* Ranges of nodes with about as many far entries each. */
static void cut_ranges(struct pass *pass) {
  const struct projected *p = pass->p;
  uint32_t nodes = pass->ask->nodes, v = 0;
  uint64_t pairs = p->first[nodes];
  for (unsigned w = 0; w < pass->workers; w++) {
    pass->range[w] = v;
    for (uint64_t due = pairs / pass->workers * (w + 1); v < nodes && p->row_first[v + 1] - p->first[v + 1] <= due;)
      v++;
  }
  pass->range[pass->workers] = nodes;
}

static bool scratch_start(struct scratch *s, uint32_t nodes, bool marks) {
  s->total = memory_zeroed(nodes, sizeof *s->total);
  s->bits = memory_zeroed(((size_t)nodes >> 6) + 1, sizeof *s->bits);
  s->tops = memory_zeroed(((size_t)nodes >> 12) + 1, sizeof *s->tops);
  s->crowns = memory_zeroed(((size_t)nodes >> 18) + 1, sizeof *s->crowns);
  if (marks) s->mark = memory_array(nodes, sizeof *s->mark);
  return s->total && s->bits && s->tops && s->crowns && (!marks || s->mark);
}

enum kernel_code projected_fill(const struct projected *p, const struct projected_ask *ask, const struct kernel_watch *watch) {
  struct pass pass = {.p = p, .ask = ask, .watch = watch, .workers = workers_of(ask, watch)};
  bool fits = (pass.at = memory_array(ask->nodes, sizeof *pass.at)) != NULL;
  for (unsigned w = 0; w < pass.workers && fits; w++)
    fits = scratch_start(&pass.scratch[w], ask->nodes, p->mark != NULL);
  enum kernel_code code = fits ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (fits) memcpy(pass.at, p->row_first, ask->nodes * sizeof *pass.at);
  if (fits && !team_run(parts_of(ask), pass.workers, fill_part, &pass, go_on)) code = KERNEL_STOPPED;
  if (code == KERNEL_DONE) {
    cut_ranges(&pass);
    if (!team_run(pass.workers, pass.workers, fill_far, &pass, NULL)) code = KERNEL_STOPPED;
  }
  pass_free(&pass);
  return code;
}
