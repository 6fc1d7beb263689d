/* The walk in vectors of 8 doubles and of 32 counts, with masks, for processors with AVX-512. The method is in lanes_body.h. */
#include "kernel/lanes.h"
#include "kernel/lanes_names.h"

#include <stddef.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512dq,avx512bw")))
#define OPERATION static inline __attribute__((always_inline)) TARGET
#define WALK NAMED(lanes_avx512)

typedef struct {
  __m512d part[LANES / 8];
} vec;

#define EACH for (unsigned i = 0; i < LANES / 8; i++)
#define PART(lanes) ((__mmask8)((lanes) >> (8 * i)))

OPERATION vec vec_load(const double *from) {
  vec r;
  EACH r.part[i] = _mm512_load_pd(from + 8 * i);
  return r;
}

OPERATION void vec_store_where(double *to, uint32_t lanes, vec a) {
  EACH _mm512_mask_store_pd(to + 8 * i, PART(lanes), a.part[i]);
}

OPERATION vec vec_set(double x) {
  vec r;
  EACH r.part[i] = _mm512_set1_pd(x);
  return r;
}

OPERATION vec vec_add(vec a, vec b) {
  EACH a.part[i] = _mm512_add_pd(a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_mul(vec a, vec b) {
  EACH a.part[i] = _mm512_mul_pd(a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_div(vec a, vec b) {
  EACH a.part[i] = _mm512_div_pd(a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_add_where(vec a, uint32_t lanes, vec b) {
  EACH a.part[i] = _mm512_mask_add_pd(a.part[i], PART(lanes), a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_keep(uint32_t lanes, vec a) {
  EACH a.part[i] = _mm512_maskz_mov_pd(PART(lanes), a.part[i]);
  return a;
}

OPERATION double vec_sum(vec a) {
  for (unsigned half = LANES / 16; half; half /= 2)
    for (unsigned i = 0; i < half; i++)
      a.part[i] = _mm512_add_pd(a.part[i], a.part[i + half]);
  __m256d four = _mm256_add_pd(_mm512_castpd512_pd256(a.part[0]), _mm512_extractf64x4_pd(a.part[0], 1));
  __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
  return _mm_cvtsd_f64(two) + _mm_cvtsd_f64(_mm_unpackhi_pd(two, two));
}

#define COUNTS narrow
typedef __m512i cnt;

OPERATION uint16_t *cnt_of(const struct lanes_scratch *s, uint32_t v) {
  return s->count + (size_t)v * LANES;
}

OPERATION cnt cnt_load(const uint16_t *from) {
  return _mm512_load_si512(from);
}

OPERATION void cnt_store(uint16_t *to, cnt a) {
  _mm512_store_si512(to, a);
}

OPERATION cnt cnt_without(uint32_t lanes, cnt a) {
  return _mm512_maskz_mov_epi16(~lanes, a);
}

OPERATION cnt cnt_add_where(cnt a, uint32_t lanes, cnt b) {
  return _mm512_mask_adds_epu16(a, lanes, a, b);
}

OPERATION cnt cnt_times(cnt a, double times) {
  __m512i by = _mm512_set1_epi16(times < UINT16_MAX ? (short)(uint16_t)times : -1), over = _mm512_mulhi_epu16(a, by);
  return _mm512_mask_mov_epi16(_mm512_mullo_epi16(a, by), _mm512_test_epi16_mask(over, over), _mm512_set1_epi16(-1));
}

OPERATION bool cnt_full(uint32_t lanes, cnt a) {
  return _mm512_mask_cmpeq_epi16_mask(lanes, a, _mm512_set1_epi16(-1));
}

OPERATION vec cnt_value(cnt a) {
  __m512i low = _mm512_cvtepu16_epi32(_mm512_castsi512_si256(a)), high = _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64(a, 1));
  return (vec){{_mm512_cvtepi32_pd(_mm512_castsi512_si256(low)), _mm512_cvtepi32_pd(_mm512_extracti64x4_epi64(low, 1)),
                _mm512_cvtepi32_pd(_mm512_castsi512_si256(high)), _mm512_cvtepi32_pd(_mm512_extracti64x4_epi64(high, 1))}};
}

#include "kernel/lanes_body.h"

#undef COUNTS
#define COUNTS wide
#include "kernel/lanes_wide.h"

#include "kernel/lanes_body.h"
#endif
