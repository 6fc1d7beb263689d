/* Shortest paths side by side by longer lengths, in two vectors of 512 bits. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM lengthlanes_wide_avx512
#define ROW struct lengthlanes_wide
#define FARTHEST LENGTHLANES_FAR_WIDE
#define TARGET __attribute__((target("avx512f,avx512bw")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

#include "kernel/lengthlanes_sums_avx512.h"

typedef sums row;
typedef int32_t number;

#define EACH for (unsigned i = 0; i < 2; i++)

OPERATION row load(const struct lengthlanes_wide *from) {
  row a;
  EACH a.half[i] = _mm512_load_si512(from->lane + 16 * i);
  return a;
}

OPERATION void store(struct lengthlanes_wide *to, row a) {
  EACH _mm512_store_si512(to->lane + 16 * i, a.half[i]);
}

OPERATION row all(number x) {
  return (row){{_mm512_set1_epi32(x), _mm512_set1_epi32(x)}};
}

OPERATION row plus(row a, row b) {
  EACH a.half[i] = _mm512_add_epi32(a.half[i], b.half[i]);
  return a;
}

OPERATION row lesser(row a, row b) {
  EACH a.half[i] = _mm512_min_epi32(a.half[i], b.half[i]);
  return a;
}

OPERATION uint32_t below(row a, row b) {
  uint32_t lanes = 0;
  EACH lanes |= (uint32_t)_mm512_cmplt_epi32_mask(a.half[i], b.half[i]) << 16 * i;
  return lanes;
}

OPERATION uint32_t equal(row a, row b) {
  uint32_t lanes = 0;
  EACH lanes |= (uint32_t)_mm512_cmpeq_epi32_mask(a.half[i], b.half[i]) << 16 * i;
  return lanes;
}

OPERATION number least(uint32_t lanes, row a) {
  EACH a.half[i] = _mm512_mask_blend_epi32((__mmask16)(lanes >> 16 * i), _mm512_set1_epi32(INT32_MAX), a.half[i]);
  return _mm512_reduce_min_epi32(_mm512_min_epi32(a.half[0], a.half[1]));
}

#include "kernel/lengthlanes_body.h"
#endif
