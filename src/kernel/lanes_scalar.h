/* Operations on LANES doubles for any processor: plain loops, which compilers turn into what vectors there are. Then the walk. Included
 * once for each number of lanes. */
typedef struct {
  double lane[LANES];
} vec;

#define EACH for (unsigned i = 0; i < LANES; i++)
#define IN(lanes) ((lanes) >> i & 1)

OPERATION vec vec_load(const double *from) {
  vec r;
  EACH r.lane[i] = from[i];
  return r;
}

OPERATION void vec_store_where(double *to, uint32_t lanes, vec a) {
  EACH to[i] = IN(lanes) ? a.lane[i] : to[i];
}

OPERATION vec vec_set(double x) {
  vec r;
  EACH r.lane[i] = x;
  return r;
}

OPERATION vec vec_add(vec a, vec b) {
  EACH a.lane[i] += b.lane[i];
  return a;
}

OPERATION vec vec_mul(vec a, vec b) {
  EACH a.lane[i] *= b.lane[i];
  return a;
}

OPERATION vec vec_div(vec a, vec b) {
  EACH a.lane[i] /= b.lane[i];
  return a;
}

OPERATION vec vec_keep(uint32_t lanes, vec a) {
  EACH a.lane[i] = IN(lanes) ? a.lane[i] : 0;
  return a;
}

OPERATION vec vec_add_where(vec a, uint32_t lanes, vec b) {
  EACH a.lane[i] += IN(lanes) ? b.lane[i] : 0;
  return a;
}

OPERATION double vec_sum(vec a) {
  for (unsigned half = LANES / 2; half; half /= 2)
    for (unsigned i = 0; i < half; i++)
      a.lane[i] += a.lane[i + half];
  return a.lane[0];
}

#undef EACH
#undef IN

#include "kernel/lanes_body.h"
