/* A stop that workers hear in the middle of their work: the calling thread asks the watch, all look at one flag. */
#ifndef NONET_KERNEL_HALT_H
#define NONET_KERNEL_HALT_H

#include "kernel/waves.h"

#include <stdatomic.h>

struct halt {
  const struct kernel_watch *watch;
  atomic_bool now;
};

static inline void halt_start(struct halt *h, const struct kernel_watch *watch) {
  h->watch = watch;
  atomic_init(&h->now, false);
}

static inline bool halt_called(struct halt *h) {
  return atomic_load_explicit(&h->now, memory_order_relaxed);
}

/* Worker 0 is the calling thread, the only one that may ask. */
static inline bool halt_ask(struct halt *h, unsigned worker) {
  if (!worker && !watch_says_go(h->watch)) atomic_store_explicit(&h->now, true, memory_order_relaxed);
  return halt_called(h);
}

#endif
