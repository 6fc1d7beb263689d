/* The walk in plain loops, for any processor: compilers turn them into what vectors there are. The method is in lanes_body.h. */
#include "kernel/lanes.h"
#include "kernel/lanes_names.h"

#include <stddef.h>
#include <string.h>

#define TARGET
#define OPERATION static inline
#define WALK NAMED(lanes_scalar)

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

#define COUNTS narrow
typedef struct {
  uint16_t lane[LANES];
} cnt;

/* What does not fit stays full. */
OPERATION uint16_t fitting(uint32_t x) {
  return x < UINT16_MAX ? (uint16_t)x : UINT16_MAX;
}

OPERATION uint16_t *cnt_of(const struct lanes_scratch *s, uint32_t v) {
  return s->count + (size_t)v * LANES;
}

OPERATION cnt cnt_load(const uint16_t *from) {
  cnt r;
  EACH r.lane[i] = from[i];
  return r;
}

OPERATION void cnt_store(uint16_t *to, cnt a) {
  EACH to[i] = a.lane[i];
}

OPERATION cnt cnt_without(uint32_t lanes, cnt a) {
  EACH a.lane[i] = IN(lanes) ? 0 : a.lane[i];
  return a;
}

OPERATION cnt cnt_add_where(cnt a, uint32_t lanes, cnt b) {
  EACH a.lane[i] = fitting((uint32_t)a.lane[i] + (IN(lanes) ? b.lane[i] : 0));
  return a;
}

OPERATION cnt cnt_times(cnt a, double times) {
  uint32_t by = times < UINT16_MAX ? (uint32_t)times : UINT16_MAX;
  EACH a.lane[i] = fitting(a.lane[i] * by);
  return a;
}

OPERATION bool cnt_full(uint32_t lanes, cnt a) {
  bool full = false;
  EACH full |= IN(lanes) && a.lane[i] == UINT16_MAX;
  return full;
}

OPERATION vec cnt_value(cnt a) {
  vec r;
  EACH r.lane[i] = a.lane[i];
  return r;
}

#include "kernel/lanes_body.h"

#undef COUNTS
#define COUNTS wide
#include "kernel/lanes_wide.h"

#include "kernel/lanes_body.h"
