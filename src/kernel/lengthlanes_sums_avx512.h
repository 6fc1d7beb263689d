/* Sums of 32 bits for each lane, in two vectors of 512 bits. Included with OPERATION. */
typedef struct {
  __m512i half[2];
} sums;

#define EACH for (unsigned i = 0; i < 2; i++)

OPERATION sums sums_load(const struct lengthlanes_sums *from) {
  sums a;
  EACH a.half[i] = _mm512_load_si512(from->lane + 16 * i);
  return a;
}

OPERATION void sums_store(struct lengthlanes_sums *to, sums a) {
  EACH _mm512_store_si512(to->lane + 16 * i, a.half[i]);
}

OPERATION sums sums_none(void) {
  return (sums){{_mm512_setzero_si512(), _mm512_setzero_si512()}};
}

OPERATION sums sums_add(sums a, uint32_t lanes, uint32_t x, const struct lengthlanes_sums *more) {
  sums b = sums_load(more);
  EACH b.half[i] = _mm512_add_epi32(b.half[i], _mm512_set1_epi32((int32_t)x));
  EACH a.half[i] = _mm512_mask_add_epi32(a.half[i], (__mmask16)(lanes >> 16 * i), a.half[i], b.half[i]);
  return a;
}

#undef EACH
