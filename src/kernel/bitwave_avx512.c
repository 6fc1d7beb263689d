/* A level of bit-parallel search in one vector of 512 bits, for processors with AVX-512 that count bits in vectors. The method is in
 * bitwave_body.h. */
#include "kernel/bitwave_level.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM bitwave_avx512
#define TARGET __attribute__((target("avx512f,avx512vpopcntdq")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

typedef __m512i bits;

OPERATION bits load(const struct bitwave_word *from) {
  return _mm512_load_si512(from);
}

OPERATION void store(struct bitwave_word *to, bits a) {
  _mm512_store_si512(to, a);
}

OPERATION bits either(bits a, bits b) {
  return _mm512_or_si512(a, b);
}

OPERATION bits both(bits a, bits b) {
  return _mm512_and_si512(a, b);
}

OPERATION bits without(bits a, bits b) {
  return _mm512_andnot_si512(b, a);
}

OPERATION bool any(bits a) {
  return _mm512_test_epi64_mask(a, a) != 0;
}

OPERATION uint32_t count(bits a) {
  return (uint32_t)_mm512_reduce_add_epi64(_mm512_popcnt_epi64(a));
}

#include "kernel/bitwave_body.h"
#endif
