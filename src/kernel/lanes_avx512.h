/* Operations on LANES doubles in vectors of 8, a mask register each; then the walk. Included once for each number of lanes. */
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

#undef EACH
#undef PART

#include "kernel/lanes_body.h"
