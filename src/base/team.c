/* The thread team: hands take the next part from one counter until there is none; the calling thread is worker 0 and takes parts too,
 * asking go_on between its own. Threads live for one call: starting one costs some 20 microseconds, and nothing stays behind that a
 * host program would have to know of. A thread that cannot be started is done without. Helpers block all signals, so that a handler of
 * the host always runs on a thread of its own. */
#include "base/team.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
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

unsigned team_processors(void) {
  cpu_set_t set;
  if (!sched_getaffinity(0, sizeof set, &set)) {
    int count = CPU_COUNT(&set);
    if (count > 0) return (unsigned)count;
  }
  long online = sysconf(_SC_NPROCESSORS_ONLN); /* more processors than the set has room for */
  return online > 0 ? (unsigned)online : 1;
}
