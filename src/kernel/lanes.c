/* Lanes: scratch space, and the choice of the form that the processor at hand runs best.
 *
 * How many lanes: more lanes share the look at an arc's bits (and what is mispredicted there) among more sources, fewer keep the values in
 * the caches. Measured on processors with 1 MB of second cache: 32 are best up to some 30 000 nodes, 8 beyond 100 000. */
#include "kernel/lanes.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LINE 64u

enum lanes_width lanes_best_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return LANES_AVX512;
  if (__builtin_cpu_supports("avx2")) return LANES_AVX2;
#endif
  return LANES_SCALAR;
}

bool lanes_reach_far(uint32_t nodes, unsigned lanes) {
  return (size_t)nodes * lanes * sizeof(double) > (size_t)4 << 20;
}

unsigned lanes_for(uint32_t nodes) {
  return nodes <= 131072 ? 32 : 16;
}

lanes_walk *lanes_walk_of(struct lanes_form form) {
  static lanes_walk *const walks[][3] = {
    {lanes_scalar_8, lanes_scalar_16, lanes_scalar_32},
#if defined(__x86_64__)
    {lanes_avx2_8, lanes_avx2_16, lanes_avx2_32},
    {lanes_avx512_8, lanes_avx512_16, lanes_avx512_32},
#endif
  };
  return walks[form.width][form.lanes == 8 ? 0 : form.lanes == 16 ? 1 : 2];
}

bool lanes_scratch_start(struct lanes_scratch *s, const struct lanes_net *net, unsigned lanes) {
  size_t values = (size_t)net->nodes * lanes;
  s->block = memory_large(values + LINE / sizeof *s->value, sizeof *s->value);
  s->seen = memory_zeroed(net->nodes, sizeof *s->seen);
  s->near = memory_zeroed(net->nodes, sizeof *s->near);
  s->entry = memory_large(values, sizeof *s->entry);
  s->level = memory_array((size_t)net->nodes + 3, sizeof *s->level);
  if (!s->block || !s->seen || !s->near || !s->entry || !s->level) return false;
  s->value = (double *)(((uintptr_t)s->block + LINE - 1) & ~(uintptr_t)(LINE - 1));
  memset(s->value, 0, values * sizeof *s->value); /* lanes that are not reached are computed with, then left out */
  return true;
}

void lanes_scratch_free(struct lanes_scratch *s) {
  free(s->block);
  free(s->seen);
  free(s->near);
  free(s->entry);
  free(s->level);
  *s = (struct lanes_scratch){0};
}
