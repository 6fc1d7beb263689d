/* Shortest paths side by side in one vector of 512 bits, for processors whose AVX-512 has words. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM lengthlanes_avx512
#define TARGET __attribute__((target("avx512f,avx512bw")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

typedef __m512i row;

OPERATION row load(const struct lengthlanes_row *from) {
  return _mm512_load_si512(from);
}

OPERATION void store(struct lengthlanes_row *to, row a) {
  _mm512_store_si512(to, a);
}

OPERATION row all(int16_t x) {
  return _mm512_set1_epi16(x);
}

OPERATION row plus(row a, row b) {
  return _mm512_add_epi16(a, b);
}

OPERATION row lesser(row a, row b) {
  return _mm512_min_epi16(a, b);
}

OPERATION uint32_t below(row a, row b) {
  return _mm512_cmplt_epi16_mask(a, b);
}

OPERATION uint32_t equal(row a, row b) {
  return _mm512_cmpeq_epi16_mask(a, b);
}

OPERATION uint16_t least(uint32_t lanes, row a) {
  row some = _mm512_mask_blend_epi16(lanes, all(INT16_MAX), a);
  __m256i one = _mm256_min_epi16(_mm512_castsi512_si256(some), _mm512_extracti64x4_epi64(some, 1));
  __m128i half = _mm_min_epi16(_mm256_castsi256_si128(one), _mm256_extracti128_si256(one, 1));
  return (uint16_t)_mm_extract_epi16(_mm_minpos_epu16(half), 0);
}

typedef struct {
  __m512i half[2];
} sums;

#define EACH for (unsigned i = 0; i < 2; i++)

OPERATION sums sums_load(const struct lengthlanes_sums *from) {
  sums a;
  EACH a.half[i] = _mm512_load_si512(from->lane + 16 * i);
  return a;
}

OPERATION void sums_store(struct lengthlanes_sums *to, sums a) {
  EACH _mm512_store_si512(to->lane + 16 * i, a.half[i]);
}

OPERATION sums sums_none(void) {
  return (sums){{_mm512_setzero_si512(), _mm512_setzero_si512()}};
}

OPERATION sums sums_add(sums a, uint32_t lanes, uint32_t x, const struct lengthlanes_sums *more) {
  sums b = sums_load(more);
  EACH b.half[i] = _mm512_add_epi32(b.half[i], _mm512_set1_epi32((int32_t)x));
  EACH a.half[i] = _mm512_mask_add_epi32(a.half[i], (__mmask16)(lanes >> 16 * i), a.half[i], b.half[i]);
  return a;
}

#include "kernel/lengthlanes_body.h"
#endif
