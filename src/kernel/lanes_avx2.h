/* Operations on LANES doubles in vectors of 4; masks are spread from bits to lanes. Then the walk. Included once for each number of lanes.
 */
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

#include "kernel/lanes_body.h"
