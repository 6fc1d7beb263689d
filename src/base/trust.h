/* Trust: whether what stands in a mapped file may be believed yet. A large file is not checked as a whole when it is opened for a few
 * questions; its parts are checked where somebody is about to read them, and whoever reads says so before.
 *
 * A reader that is refused goes on with an empty value, and the question ends with the error that the file is damaged: that is kept by who
 * made the trust (net/snapshot_trust.c). */
#ifndef NONET_BASE_TRUST_H
#define NONET_BASE_TRUST_H

#include <stdbool.h>
#include <stddef.h>

struct trust {
  /* Check what was not yet of `size` bytes at a place; false: damaged. Threads may ask together. */
  bool (*look)(struct trust *t, const void *at, size_t size);
  bool whole; /* all was checked; read and set atomically */
};

/* NULL: nothing has to be checked. */
static inline bool trust_whole(struct trust *t) {
  return !t || __atomic_load_n(&t->whole, __ATOMIC_ACQUIRE);
}
static inline bool trust_holds(struct trust *t, const void *at, size_t size) {
  return trust_whole(t) || t->look(t, at, size);
}

#endif
