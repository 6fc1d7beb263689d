/* Shortest paths side by side by longer lengths, in four vectors of 256 bits. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM lengthlanes_wide_avx2
#define ROW struct lengthlanes_wide
#define FARTHEST LENGTHLANES_FAR_WIDE
#define TARGET __attribute__((target("avx2")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

#include "kernel/lengthlanes_sums_avx2.h"

typedef sums row;
typedef int32_t number;

#define EACH for (unsigned i = 0; i < 4; i++)

OPERATION row load(const struct lengthlanes_wide *from) {
  row a;
  EACH a.eight[i] = _mm256_load_si256((const void *)(from->lane + 8 * i));
  return a;
}

OPERATION void store(struct lengthlanes_wide *to, row a) {
  EACH _mm256_store_si256((void *)(to->lane + 8 * i), a.eight[i]);
}

OPERATION row all(number x) {
  row a;
  EACH a.eight[i] = _mm256_set1_epi32(x);
  return a;
}

OPERATION row plus(row a, row b) {
  EACH a.eight[i] = _mm256_add_epi32(a.eight[i], b.eight[i]);
  return a;
}

OPERATION row lesser(row a, row b) {
  EACH a.eight[i] = _mm256_min_epi32(a.eight[i], b.eight[i]);
  return a;
}

OPERATION uint32_t bits_of(__m256i words) {
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(words));
}

OPERATION uint32_t below(row a, row b) {
  uint32_t lanes = 0;
  EACH lanes |= bits_of(_mm256_cmpgt_epi32(b.eight[i], a.eight[i])) << 8 * i;
  return lanes;
}

OPERATION uint32_t equal(row a, row b) {
  uint32_t lanes = 0;
  EACH lanes |= bits_of(_mm256_cmpeq_epi32(a.eight[i], b.eight[i])) << 8 * i;
  return lanes;
}

OPERATION number least(uint32_t lanes, row a) {
  EACH a.eight[i] = _mm256_blendv_epi8(_mm256_set1_epi32(INT32_MAX), a.eight[i], eight_of(lanes, i));
  __m256i one = _mm256_min_epi32(_mm256_min_epi32(a.eight[0], a.eight[1]), _mm256_min_epi32(a.eight[2], a.eight[3]));
  __m128i four = _mm_min_epi32(_mm256_castsi256_si128(one), _mm256_extracti128_si256(one, 1));
  __m128i two = _mm_min_epi32(four, _mm_shuffle_epi32(four, 0x4e));
  return _mm_cvtsi128_si32(_mm_min_epi32(two, _mm_shuffle_epi32(two, 0xb1)));
}

#include "kernel/lengthlanes_body.h"
#endif
