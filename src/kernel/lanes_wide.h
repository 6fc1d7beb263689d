/* Path counts in doubles, in place of which shares are kept on the way back: operations on them are those on vectors of doubles. */
typedef vec cnt;

OPERATION double *cnt_of(const struct lanes_scratch *s, uint32_t v) {
  return s->value + (size_t)v * LANES;
}

OPERATION cnt cnt_load(const double *from) {
  return vec_load(from);
}

OPERATION void cnt_store(double *to, cnt a) {
  vec_store_where(to, UINT32_MAX, a);
}

OPERATION cnt cnt_without(uint32_t lanes, cnt a) {
  return vec_keep(~lanes, a);
}

OPERATION cnt cnt_add_where(cnt a, uint32_t lanes, cnt b) {
  return vec_add_where(a, lanes, b);
}

OPERATION cnt cnt_times(cnt a, double times) {
  return vec_mul(a, vec_set(times));
}

/* Beyond double is found on the way back. */
OPERATION bool cnt_full(uint32_t lanes, cnt a) {
  (void)lanes, (void)a;
  return false;
}

OPERATION vec cnt_value(cnt a) {
  return a;
}
