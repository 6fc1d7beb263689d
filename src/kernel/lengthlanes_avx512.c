/* Shortest paths side by side in one vector of 512 bits, for processors whose AVX-512 has words. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM lengthlanes_avx512
#define ROW struct lengthlanes_row
#define FARTHEST LENGTHLANES_FAR
#define TARGET __attribute__((target("avx512f,avx512bw")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

#include "kernel/lengthlanes_sums_avx512.h"

typedef __m512i row;
typedef int16_t number;

OPERATION row load(const struct lengthlanes_row *from) {
  return _mm512_load_si512(from);
}

OPERATION void store(struct lengthlanes_row *to, row a) {
  _mm512_store_si512(to, a);
}

OPERATION row all(number x) {
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

OPERATION number least(uint32_t lanes, row a) {
  row some = _mm512_mask_blend_epi16(lanes, all(INT16_MAX), a);
  __m256i one = _mm256_min_epi16(_mm512_castsi512_si256(some), _mm512_extracti64x4_epi64(some, 1));
  __m128i half = _mm_min_epi16(_mm256_castsi256_si128(one), _mm256_extracti128_si256(one, 1));
  return (number)_mm_extract_epi16(_mm_minpos_epu16(half), 0);
}

#include "kernel/lengthlanes_body.h"
#endif
