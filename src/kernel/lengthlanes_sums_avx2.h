/* Sums of 32 bits for each lane, in four vectors of 256 bits. Included with OPERATION. */
typedef struct {
  __m256i eight[4];
} sums;

#define EACH for (unsigned i = 0; i < 4; i++)

OPERATION sums sums_load(const struct lengthlanes_sums *from) {
  sums a;
  EACH a.eight[i] = _mm256_load_si256((const void *)(from->lane + 8 * i));
  return a;
}

OPERATION void sums_store(struct lengthlanes_sums *to, sums a) {
  EACH _mm256_store_si256((void *)(to->lane + 8 * i), a.eight[i]);
}

OPERATION sums sums_none(void) {
  sums a;
  EACH a.eight[i] = _mm256_setzero_si256();
  return a;
}

/* A bit for each word of part i, as words of -1 and 0. */
OPERATION __m256i eight_of(uint32_t lanes, unsigned i) {
  const __m256i bit = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
  return _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32((int32_t)(lanes >> 8 * i)), bit), bit);
}

OPERATION sums sums_add(sums a, uint32_t lanes, uint32_t x, const struct lengthlanes_sums *more) {
  sums b = sums_load(more);
  EACH b.eight[i] = _mm256_add_epi32(b.eight[i], _mm256_set1_epi32((int32_t)x));
  EACH a.eight[i] = _mm256_add_epi32(a.eight[i], _mm256_and_si256(eight_of(lanes, i), b.eight[i]));
  return a;
}

#undef EACH
