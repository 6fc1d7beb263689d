/* A level of bit-parallel search in plain loops, for any processor. The method is in bitwave_body.h. */
#include "kernel/bitwave_level.h"

#define FORM bitwave_plain
#define TARGET
#define EACH for (unsigned i = 0; i < BITWAVE_PARTS; i++)

typedef struct bitwave_word bits;

static inline bits load(const struct bitwave_word *from) {
  return *from;
}

static inline void store(struct bitwave_word *to, bits a) {
  *to = a;
}

static inline bits either(bits a, bits b) {
  EACH a.part[i] |= b.part[i];
  return a;
}

static inline bits both(bits a, bits b) {
  EACH a.part[i] &= b.part[i];
  return a;
}

static inline bits without(bits a, bits b) {
  EACH a.part[i] &= ~b.part[i];
  return a;
}

static inline bool any(bits a) {
  uint64_t some = 0;
  EACH some |= a.part[i];
  return some;
}

static inline uint32_t count(bits a) {
  uint32_t sum = 0;
  EACH sum += (uint32_t)__builtin_popcountll(a.part[i]);
  return sum;
}

#include "kernel/bitwave_body.h"
