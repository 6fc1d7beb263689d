/* Trust: whether what stands in a mapped file may be believed yet. A large file is not checked as a whole when it is opened for a few
 * questions; its parts are checked where somebody is about to read them, and whoever reads says so before.
 *
 * A reader that is refused goes on with an empty value, and the question ends with the error that the file is damaged: that is kept by who
 * made the trust (net/snapshot_trust.c). */
#ifndef NONET_BASE_TRUST_H
#define NONET_BASE_TRUST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TRUST_PAGE ((size_t)1 << 12) /* what a question that reads one number has to check */
#define TRUST_FINE 1

struct trust {
  /* Check what was not yet of `size` bytes at a place; false: damaged. Threads may ask together. */
  bool (*look)(struct trust *t, const void *at, size_t size);
  bool whole;                /* all was checked; read and set atomically */
  const unsigned char *file; /* as it is mapped, and its size */
  size_t size;
  uint8_t *page; /* of each page: 0 not looked at, TRUST_FINE, else what is wrong; set atomically */
};

/* NULL: nothing has to be checked. */
static inline bool trust_whole(struct trust *t) {
  return !t || __atomic_load_n(&t->whole, __ATOMIC_ACQUIRE);
}
/* Whether the bytes stand in one or two pages that were found well: what most questions about a number come to. */
static inline bool trust_fine(struct trust *t, const void *at, size_t size) {
  uintptr_t from = (uintptr_t)at - (uintptr_t)t->file, last = from + size - 1;
  if (from >= t->size || last >= t->size || last - from >= TRUST_PAGE) return false;
  return __atomic_load_n(&t->page[from / TRUST_PAGE], __ATOMIC_ACQUIRE) == TRUST_FINE &&
         __atomic_load_n(&t->page[last / TRUST_PAGE], __ATOMIC_ACQUIRE) == TRUST_FINE;
}
static inline bool trust_holds(struct trust *t, const void *at, size_t size) {
  return trust_whole(t) || trust_fine(t, at, size) || t->look(t, at, size);
}

#endif
