/* Waves: many independent items on several threads, so that the number of threads changes no bit of the result.
 *
 *   items:   0 1 2 | 3 4 5 | 6 7 8 | ...        runs of equal length
 *   lane:      0       1       2     ... 15, then 0 again in the next wave
 *
 * Which item belongs to which lane follows from the size of the job alone. A lane meets its items in ascending order and is on one thread
 * at a time: a sum kept for each lane, merged lane 0 first, is the same at any number of threads. Between waves the watch is asked. */
#ifndef NONET_KERNEL_WAVES_H
#define NONET_KERNEL_WAVES_H

#include "kernel/graph.h"

#include <stddef.h>

#define WAVES_LANES 16u

/* Do items from .. to - 1; worker is below waves_workers(). */
typedef void waves_work(void *context, size_t from, size_t to, unsigned lane, unsigned worker);

struct waves_job {
  size_t items;
  double cost; /* of one item, in memory touches: sizes the waves so that the watch is asked often enough */
  waves_work *work;
  void *context;
};

/* How many workers a job may have: so many scratch spaces are due. */
unsigned waves_workers(const struct waves_job *job, const struct kernel_watch *watch);

/* How many lanes are used at all. */
unsigned waves_lanes(const struct waves_job *job);

/* KERNEL_DONE or KERNEL_STOPPED. `watch` may be NULL. */
enum kernel_code waves_run(const struct waves_job *job, const struct kernel_watch *watch);

/* May it go on? For kernels that are one long loop. */
bool watch_says_go(const struct kernel_watch *watch);

#endif
