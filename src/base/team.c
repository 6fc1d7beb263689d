/* The thread team: hands take the next part from one counter until there is none; the calling thread is worker 0 and takes parts too,
 * asking go_on between its own. Threads live for one call: starting one costs some 20 microseconds, and nothing stays behind that a
 * host program would have to know of. A thread that cannot be started is done without. Helpers block all signals, so that a handler of
 * the host always runs on a thread of its own. */
#include "base/team.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

struct team {
  atomic_size_t next; /* the part that is taken next */
  atomic_bool stopped;
  size_t parts;
  void (*work)(void *context, size_t part, unsigned worker);
  void *context;
};

struct hand {
  pthread_t thread;
  struct team *team;
  unsigned worker;
};

/* The next part; false when there is none or the team was stopped. */
static bool take_part(struct team *team, size_t *part) {
  if (atomic_load_explicit(&team->stopped, memory_order_relaxed)) return false;
  size_t next = atomic_load_explicit(&team->next, memory_order_relaxed);
  do
    if (next >= team->parts) return false; /* looked at before it is raised, so that it never wraps round */
  while (!atomic_compare_exchange_weak_explicit(&team->next, &next, next + 1, memory_order_relaxed, memory_order_relaxed));
  *part = next;
  return true;
}

static void *hand_work(void *argument) {
  struct hand *hand = argument;
  for (size_t part; take_part(hand->team, &part);)
    hand->team->work(hand->team->context, part, hand->worker);
  return NULL;
}

/* Start up to `wanted` hands with all signals blocked; returns how many run. */
static unsigned start_hands(struct hand *hands, unsigned wanted, struct team *team) {
  sigset_t all, before;
  unsigned started = 0;
  sigfillset(&all);
  if (pthread_sigmask(SIG_SETMASK, &all, &before)) return 0;
  while (started < wanted) {
    hands[started].team = team;
    hands[started].worker = started + 1;
    if (pthread_create(&hands[started].thread, NULL, hand_work, &hands[started])) break;
    started++;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

bool team_run(size_t parts, unsigned threads, void (*work)(void *context, size_t part, unsigned worker), void *context,
              bool (*go_on)(void *context)) {
  if (!threads) threads = team_processors();
  if (threads > parts) threads = (unsigned)parts;
  struct team team = {.parts = parts, .work = work, .context = context};
  struct hand *hands = threads > 1 ? memory_array(threads - 1, sizeof *hands) : NULL;
  unsigned started = 0;
  bool all = true;
  if (go_on && !go_on(context)) {
    all = false;
    goto done;
  }
  if (hands) started = start_hands(hands, threads - 1, &team);
  for (size_t part; take_part(&team, &part);) {
    work(context, part, 0);
    if (!go_on || go_on(context)) continue;
    atomic_store(&team.stopped, true);
  }
  for (unsigned i = 0; i < started; i++)
    pthread_join(hands[i].thread, NULL);
  all = !atomic_load(&team.stopped);
done:
  free(hands);
  return all;
}

/* ---- one after the other ---- */

/* Parts are taken in their order and who took one goes on to the end of it, so the turn always moves. Who finds the part whose turn it is
 * done puts it and all that are done behind it; the others go on working. */
struct turns {
  const struct team_line *line;
  pthread_mutex_t lock;
  pthread_cond_t moved;
  size_t turn;   /* the part that is put next */
  uint64_t done; /* a bit for each slot whose part waits for its turn */
  bool putting;
  unsigned waiting; /* for a slot */
};

static void wait_for_slot(struct turns *t, size_t part) {
  pthread_mutex_lock(&t->lock);
  t->waiting++;
  while (part - t->turn >= t->line->slots)
    pthread_cond_wait(&t->moved, &t->lock);
  t->waiting--;
  pthread_mutex_unlock(&t->lock);
}

/* Put what can be put; under the lock, which is left open meanwhile. */
static void put_done(struct turns *t) {
  t->putting = true;
  for (unsigned slot; slot = (unsigned)(t->turn % t->line->slots), t->done >> slot & 1;) {
    t->done &= ~((uint64_t)1 << slot);
    pthread_mutex_unlock(&t->lock);
    t->line->put(t->line->context, t->turn, slot);
    pthread_mutex_lock(&t->lock);
    t->turn++;
    if (t->waiting) pthread_cond_broadcast(&t->moved);
  }
  t->putting = false;
}

static void work_and_put(void *context, size_t part, unsigned worker) {
  struct turns *t = context;
  unsigned slot = (unsigned)(part % t->line->slots);
  (void)worker;
  wait_for_slot(t, part);
  t->line->work(t->line->context, part, slot);
  pthread_mutex_lock(&t->lock);
  t->done |= (uint64_t)1 << slot;
  if (!t->putting) put_done(t);
  pthread_mutex_unlock(&t->lock);
}

static bool line_goes_on(void *context) {
  const struct turns *t = context;
  return !t->line->go_on || t->line->go_on(t->line->context);
}

bool team_run_in_line(size_t parts, unsigned threads, const struct team_line *line) {
  struct turns t = {.line = line, .lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER};
  bool all = team_run(parts, threads, work_and_put, &t, line_goes_on);
  pthread_cond_destroy(&t.moved);
  pthread_mutex_destroy(&t.lock);
  return all;
}

unsigned team_processors(void) {
  cpu_set_t set;
  if (!sched_getaffinity(0, sizeof set, &set)) {
    int count = CPU_COUNT(&set);
    if (count > 0) return (unsigned)count;
  }
  long online = sysconf(_SC_NPROCESSORS_ONLN); /* more processors than the set has room for */
  return online > 0 ? (unsigned)online : 1;
}
