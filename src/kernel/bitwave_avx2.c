/* A level of bit-parallel search in two vectors of 256 bits, for processors with AVX2 and POPCNT. The method is in bitwave_body.h. */
#include "kernel/bitwave_level.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM bitwave_avx2
#define TARGET __attribute__((target("avx2,popcnt")))
#define OPERATION static inline __attribute__((always_inline)) TARGET
#define EACH for (unsigned i = 0; i < 2; i++)

typedef struct {
  __m256i half[2];
} bits;

OPERATION bits load(const struct bitwave_word *from) {
  bits r;
  EACH r.half[i] = _mm256_loadu_si256((const void *)&from->part[4 * i]);
  return r;
}

OPERATION void store(struct bitwave_word *to, bits a) {
  EACH _mm256_storeu_si256((void *)&to->part[4 * i], a.half[i]);
}

OPERATION bits either(bits a, bits b) {
  EACH a.half[i] = _mm256_or_si256(a.half[i], b.half[i]);
  return a;
}

OPERATION bits both(bits a, bits b) {
  EACH a.half[i] = _mm256_and_si256(a.half[i], b.half[i]);
  return a;
}

OPERATION bits without(bits a, bits b) {
  EACH a.half[i] = _mm256_andnot_si256(b.half[i], a.half[i]);
  return a;
}

OPERATION bool any(bits a) {
  __m256i some = _mm256_or_si256(a.half[0], a.half[1]);
  return !_mm256_testz_si256(some, some);
}

OPERATION uint32_t count(bits a) {
  struct bitwave_word w;
  uint32_t sum = 0;
  store(&w, a);
  for (unsigned i = 0; i < BITWAVE_PARTS; i++)
    sum += (uint32_t)_mm_popcnt_u64(w.part[i]);
  return sum;
}

#include "kernel/bitwave_body.h"
#endif
