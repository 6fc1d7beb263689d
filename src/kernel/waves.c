/* Waves: fixed lanes for sums that must not depend on the number of threads.
 *
 * What: items are cut into runs, runs are dealt to WAVES_LANES lanes, one run for each lane is a wave, waves come one after the other.
 * Why: a sum in floating point depends on its order. Dynamic scheduling changes the order from run to run; one accumulator for each chunk
 * keeps it but costs memory for each chunk. Sixteen accumulators that are reused wave after wave cost little and keep the order.
 * The barrier between two waves is where a stop is noticed; waves are sized to some tens of milliseconds. */
#include "kernel/waves.h"

#include "base/team.h"

#define WAVE_TOUCHES 3e7    /* of one wave, over all lanes */
#define THREADS_FROM 200000 /* touches; a smaller job is done before a thread has started */

struct wave {
  const struct waves_job *job;
  const struct kernel_watch *watch;
  size_t start, size;
};

bool watch_says_go(const struct kernel_watch *watch) {
  return !watch || !watch->go_on || watch->go_on(watch->context);
}

/* Items of one lane in one wave: follows from the job alone. */
static size_t run_length(const struct waves_job *job) {
  double most = WAVE_TOUCHES / (WAVES_LANES * (job->cost + 1));
  size_t even = (job->items + WAVES_LANES - 1) / WAVES_LANES;
  size_t length = most < 1 ? 1 : most > (double)even ? even : (size_t)most;
  return length ? length : 1;
}

unsigned waves_lanes(const struct waves_job *job) {
  size_t length = run_length(job), runs = (job->items + length - 1) / length;
  return runs < WAVES_LANES ? (unsigned)runs : WAVES_LANES;
}

unsigned waves_workers(const struct waves_job *job, const struct kernel_watch *watch) {
  unsigned threads = watch && watch->threads ? watch->threads : 1;
  if ((double)job->items * job->cost < THREADS_FROM) threads = 1;
  return threads < WAVES_LANES ? threads : WAVES_LANES;
}

static void one_lane(void *context, size_t lane, unsigned worker) {
  const struct wave *w = context;
  size_t from = w->start + lane * w->size, to = from + w->size;
  if (to > w->job->items) to = w->job->items;
  if (from < to) w->job->work(w->job->context, from, to, (unsigned)lane, worker);
}

static bool go_on(void *context) {
  const struct wave *w = context;
  return watch_says_go(w->watch);
}

enum kernel_code waves_run(const struct waves_job *job, const struct kernel_watch *watch) {
  struct wave w = {job, watch, 0, run_length(job)};
  unsigned workers = waves_workers(job, watch), lanes = waves_lanes(job);
  for (size_t wave = lanes * w.size; w.start < job->items; w.start += wave) {
    if (watch && watch->is_at) watch->is_at(watch->context, (double)w.start / (double)job->items);
    if (!go_on(&w) || !team_run(lanes, workers, one_lane, &w, go_on)) return KERNEL_STOPPED;
  }
  return KERNEL_DONE;
}
