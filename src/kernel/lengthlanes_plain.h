/* Operations on rows and sums in plain loops, then the search. Included with FORM, ROW, FARTHEST and the type `number`. */
#define TARGET
#define EACH for (unsigned i = 0; i < LENGTHLANES; i++)

typedef ROW row;

static inline row load(const ROW *from) {
  return *from;
}

static inline void store(ROW *to, row a) {
  *to = a;
}

static inline row all(number x) {
  row r;
  EACH r.lane[i] = x;
  return r;
}

static inline row plus(row a, row b) {
  EACH a.lane[i] = (number)(a.lane[i] + b.lane[i]);
  return a;
}

static inline row lesser(row a, row b) {
  EACH a.lane[i] = b.lane[i] < a.lane[i] ? b.lane[i] : a.lane[i];
  return a;
}

static inline uint32_t below(row a, row b) {
  uint32_t lanes = 0;
  EACH lanes |= (uint32_t)(a.lane[i] < b.lane[i]) << i;
  return lanes;
}

static inline uint32_t equal(row a, row b) {
  uint32_t lanes = 0;
  EACH lanes |= (uint32_t)(a.lane[i] == b.lane[i]) << i;
  return lanes;
}

static inline number least(uint32_t lanes, row a) {
  number found = FARTHEST;
  EACH if (lanes >> i & 1 && a.lane[i] < found) found = a.lane[i];
  return found;
}

typedef struct lengthlanes_sums sums;

static inline sums sums_none(void) {
  return (sums){{0}};
}

static inline void sums_store(struct lengthlanes_sums *to, sums a) {
  *to = a;
}

static inline sums sums_add(sums a, uint32_t lanes, uint32_t x, const struct lengthlanes_sums *more) {
  EACH a.lane[i] += lanes >> i & 1 ? x + more->lane[i] : 0;
  return a;
}

#include "kernel/lengthlanes_body.h"
