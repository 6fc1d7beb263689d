/* The walk in vectors of 4 doubles and of 16 counts, for processors with AVX2; masks are spread from bits to lanes. The method is in
 * lanes_body.h. */
#include "kernel/lanes.h"
#include "kernel/lanes_names.h"

#include <stddef.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))
#define OPERATION static inline __attribute__((always_inline)) TARGET
#define WALK NAMED(lanes_avx2)

/* Bit i of the low four, over the whole of lane i. */
OPERATION __m256d spread(uint32_t lanes) {
  __m256i bit = _mm256_set_epi64x(8, 4, 2, 1);
  return _mm256_castsi256_pd(_mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x(lanes), bit), bit));
}

typedef struct {
  __m256d part[LANES / 4];
} vec;

#define EACH for (unsigned i = 0; i < LANES / 4; i++)

OPERATION vec vec_load(const double *from) {
  vec r;
  EACH r.part[i] = _mm256_load_pd(from + 4 * i);
  return r;
}

OPERATION void vec_store_where(double *to, uint32_t lanes, vec a) {
  EACH _mm256_maskstore_pd(to + 4 * i, _mm256_castpd_si256(spread(lanes >> (4 * i))), a.part[i]);
}

OPERATION vec vec_set(double x) {
  vec r;
  EACH r.part[i] = _mm256_set1_pd(x);
  return r;
}

OPERATION vec vec_add(vec a, vec b) {
  EACH a.part[i] = _mm256_add_pd(a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_mul(vec a, vec b) {
  EACH a.part[i] = _mm256_mul_pd(a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_div(vec a, vec b) {
  EACH a.part[i] = _mm256_div_pd(a.part[i], b.part[i]);
  return a;
}

OPERATION vec vec_keep(uint32_t lanes, vec a) {
  EACH a.part[i] = _mm256_and_pd(a.part[i], spread(lanes >> (4 * i)));
  return a;
}

OPERATION vec vec_add_where(vec a, uint32_t lanes, vec b) {
  EACH a.part[i] = _mm256_add_pd(a.part[i], _mm256_and_pd(b.part[i], spread(lanes >> (4 * i))));
  return a;
}

OPERATION double vec_sum(vec a) {
  for (unsigned half = LANES / 8; half; half /= 2)
    for (unsigned i = 0; i < half; i++)
      a.part[i] = _mm256_add_pd(a.part[i], a.part[i + half]);
  __m128d two = _mm_add_pd(_mm256_castpd256_pd128(a.part[0]), _mm256_extractf128_pd(a.part[0], 1));
  return _mm_cvtsd_f64(two) + _mm_cvtsd_f64(_mm_unpackhi_pd(two, two));
}

#undef EACH

#define COUNTS narrow
typedef struct {
  __m256i part[2];
} cnt;

#define EACH for (unsigned i = 0; i < 2; i++)

/* Bit i of the low sixteen, over the whole of lane i. */
OPERATION __m256i spread_16(uint32_t lanes) {
  __m256i bit = _mm256_set_epi16(INT16_MIN, 1 << 14, 1 << 13, 1 << 12, 1 << 11, 1 << 10, 1 << 9, 1 << 8, 1 << 7, 1 << 6, 1 << 5, 1 << 4,
                                 1 << 3, 1 << 2, 1 << 1, 1);
  return _mm256_cmpeq_epi16(_mm256_and_si256(_mm256_set1_epi16((short)(uint16_t)lanes), bit), bit);
}

OPERATION uint16_t *cnt_of(const struct lanes_scratch *s, uint32_t v) {
  return s->count + (size_t)v * LANES;
}

OPERATION cnt cnt_load(const uint16_t *from) {
  cnt r;
  EACH r.part[i] = _mm256_load_si256((const __m256i *)(const void *)(from + 16 * i));
  return r;
}

OPERATION void cnt_store(uint16_t *to, cnt a) {
  EACH _mm256_store_si256((__m256i *)(void *)(to + 16 * i), a.part[i]);
}

OPERATION cnt cnt_without(uint32_t lanes, cnt a) {
  EACH a.part[i] = _mm256_andnot_si256(spread_16(lanes >> (16 * i)), a.part[i]);
  return a;
}

OPERATION cnt cnt_add_where(cnt a, uint32_t lanes, cnt b) {
  EACH a.part[i] = _mm256_adds_epu16(a.part[i], _mm256_and_si256(b.part[i], spread_16(lanes >> (16 * i))));
  return a;
}

OPERATION cnt cnt_times(cnt a, double times) {
  __m256i by = _mm256_set1_epi16(times < UINT16_MAX ? (short)(uint16_t)times : -1), none = _mm256_setzero_si256();
  EACH {
    __m256i fits = _mm256_cmpeq_epi16(_mm256_mulhi_epu16(a.part[i], by), none), full = _mm256_cmpeq_epi16(none, none);
    a.part[i] = _mm256_or_si256(_mm256_mullo_epi16(a.part[i], by), _mm256_andnot_si256(fits, full));
  }
  return a;
}

OPERATION bool cnt_full(uint32_t lanes, cnt a) {
  int full = 0;
  EACH full |= _mm256_movemask_epi8(_mm256_cmpeq_epi16(_mm256_and_si256(a.part[i], spread_16(lanes >> (16 * i))), _mm256_set1_epi16(-1)));
  return full != 0;
}

OPERATION vec cnt_value(cnt a) {
  vec r;
  for (unsigned i = 0; i < LANES / 8; i++) {
    __m128i eight = i % 2 ? _mm256_extracti128_si256(a.part[i / 2], 1) : _mm256_castsi256_si128(a.part[i / 2]);
    __m256i wide = _mm256_cvtepu16_epi32(eight);
    r.part[2 * i] = _mm256_cvtepi32_pd(_mm256_castsi256_si128(wide));
    r.part[2 * i + 1] = _mm256_cvtepi32_pd(_mm256_extracti128_si256(wide, 1));
  }
  return r;
}

#undef EACH

#include "kernel/lanes_body.h"

#undef COUNTS
#define COUNTS wide
#include "kernel/lanes_wide.h"

#include "kernel/lanes_body.h"
#endif
