/* The walk in vectors of 8 doubles with masks, for processors with AVX-512. The method is in lanes_body.h. */
#include "kernel/lanes.h"
#include "kernel/lanes_names.h"

#include <stddef.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDTH avx512
#define TARGET __attribute__((target("avx512f,avx512dq")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

#define LANES 8
#include "kernel/lanes_avx512.h"
#undef LANES
#define LANES 16
#include "kernel/lanes_avx512.h"
#undef LANES
#define LANES 32
#include "kernel/lanes_avx512.h"
#endif
