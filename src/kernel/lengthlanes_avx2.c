/* Shortest paths side by side in two vectors of 256 bits, for processors with AVX2. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FORM lengthlanes_avx2
#define ROW struct lengthlanes_row
#define FARTHEST LENGTHLANES_FAR
#define TARGET __attribute__((target("avx2")))
#define OPERATION static inline __attribute__((always_inline)) TARGET

#include "kernel/lengthlanes_sums_avx2.h"

#define EACH for (unsigned i = 0; i < 2; i++)

typedef struct {
  __m256i half[2];
} row;
typedef int16_t number;

OPERATION row load(const struct lengthlanes_row *from) {
  row r;
  EACH r.half[i] = _mm256_load_si256((const void *)&from->lane[16 * i]);
  return r;
}

OPERATION void store(struct lengthlanes_row *to, row a) {
  EACH _mm256_store_si256((void *)&to->lane[16 * i], a.half[i]);
}

OPERATION row all(number x) {
  row r;
  EACH r.half[i] = _mm256_set1_epi16(x);
  return r;
}

OPERATION row plus(row a, row b) {
  EACH a.half[i] = _mm256_add_epi16(a.half[i], b.half[i]);
  return a;
}

OPERATION row lesser(row a, row b) {
  EACH a.half[i] = _mm256_min_epi16(a.half[i], b.half[i]);
  return a;
}

/* Words of -1 and 0 as bits: packed to bytes, whose halves of 128 bits come crosswise. */
OPERATION uint32_t lanes_of(row a) {
  __m256i bytes = _mm256_packs_epi16(a.half[0], a.half[1]);
  return (uint32_t)_mm256_movemask_epi8(_mm256_permute4x64_epi64(bytes, 0xd8));
}

/* A bit for each word of half i, as words of -1 and 0. */
OPERATION __m256i words_of(uint32_t lanes, unsigned i) {
  const __m256i bit = _mm256_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, -32768);
  return _mm256_cmpeq_epi16(_mm256_and_si256(_mm256_set1_epi16((int16_t)(lanes >> 16 * i)), bit), bit);
}

OPERATION uint32_t below(row a, row b) {
  EACH a.half[i] = _mm256_cmpgt_epi16(b.half[i], a.half[i]);
  return lanes_of(a);
}

OPERATION uint32_t equal(row a, row b) {
  EACH a.half[i] = _mm256_cmpeq_epi16(a.half[i], b.half[i]);
  return lanes_of(a);
}

OPERATION number least(uint32_t lanes, row a) {
  EACH a.half[i] = _mm256_blendv_epi8(_mm256_set1_epi16(INT16_MAX), a.half[i], words_of(lanes, i));
  __m256i one = _mm256_min_epi16(a.half[0], a.half[1]);
  __m128i half = _mm_min_epi16(_mm256_castsi256_si128(one), _mm256_extracti128_si256(one, 1));
  return (number)_mm_extract_epi16(_mm_minpos_epu16(half), 0);
}

#include "kernel/lengthlanes_body.h"
#endif
