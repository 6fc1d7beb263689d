/* The walk in vectors of 4 doubles, for processors with AVX2. The method is in lanes_body.h. */
#include "kernel/lanes.h"
#include "kernel/lanes_names.h"

#include <stddef.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDTH avx2
#define TARGET __attribute__((target("avx2")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

/* Bit i of the low four, over the whole of lane i. */
OPERATION __m256d spread(uint32_t lanes) {
  __m256i bit = _mm256_set_epi64x(8, 4, 2, 1);
  return _mm256_castsi256_pd(_mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x(lanes), bit), bit));
}

#define LANES 8
#include "kernel/lanes_avx2.h"
#undef LANES
#define LANES 16
#include "kernel/lanes_avx2.h"
#undef LANES
#define LANES 32
#include "kernel/lanes_avx2.h"
#endif
