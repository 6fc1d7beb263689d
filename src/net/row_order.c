/* The ends of a node in order: ties ascend already, so each way is one that leaves equal others as they stand.
 *
 * How: nearly all rows are short. A short one is ordered by counting, for each end, the others that are less: that is its place. All pairs
 * are compared, four at a time and without a branch, which for so few is less work than any comparison that must be waited for. A long row
 * that is not in order is sorted by digits [1], to and fro between the row and where it goes, so it needs no memory of its own.
 *
 * [1] D. E. Knuth (1998), The Art of Computer Programming 3, 2nd edition, 5.2.5 */
#include "net/row_order.h"

#include <stdbool.h>
#include <stddef.h>

#define FEW 64u             /* ends that are ordered by counting */
#define TOGETHER 16u        /* of them, whose counts stand in registers */
#define MOST_DIGIT 11u      /* bits */
#define LONG_ROW 1024u      /* ends from which on large digits pay */
#define HIGH_BIT (1u << 31) /* turned over, so that signed numbers, which vectors compare, are in the order of unsigned ones */

typedef int32_t four __attribute__((vector_size(16)));

union few {
  four v[FEW / 4];
  int32_t at[FEW];
};

/* For each of the keys how many are less; `count` is rounded up to whole vectors. */
static void count_less(union few *less, const union few *key, uint32_t count) {
  for (uint32_t i = 0; i < count; i += TOGETHER) {
    const four *k = &key->v[i / 4];
    four a = {0}, b = {0}, c = {0}, d = {0}; /* a comparison that holds is -1 */
    for (uint32_t j = 0; j < count; j++) {
      int32_t x = key->at[j];
      const four all = {x, x, x, x};
      a -= all < k[0];
      b -= all < k[1];
      c -= all < k[2];
      d -= all < k[3];
    }
    four *to = &less->v[i / 4];
    to[0] = a;
    to[1] = b;
    to[2] = c;
    to[3] = d;
  }
}

static void order_few(uint32_t *other, uint32_t *tie, const struct row_end *row, uint32_t count) {
  union few key, less;
  uint8_t equal[FEW] = {0}; /* ends so far that share a place */
  for (uint32_t i = 0; i < count; i++)
    key.at[i] = (int32_t)(row[i].other ^ HIGH_BIT);
  for (uint32_t i = count; i % TOGETHER; i++)
    key.at[i] = INT32_MAX;
  count_less(&less, &key, count);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t place = (uint32_t)less.at[i];
    place += equal[place]++;
    other[place] = row[i].other;
    tie[place] = row[i].tie;
  }
}

static bool in_order(const struct row_end *row, uint64_t count) {
  uint64_t i = 1;
  while (i < count && row[i - 1].other <= row[i].other)
    i++;
  return i >= count;
}

static void split(uint32_t *other, uint32_t *tie, const struct row_end *row, uint64_t count) {
  for (uint64_t i = 0; i < count; i++) {
    other[i] = row[i].other;
    tie[i] = row[i].tie;
  }
}

/* One digit: from the row to the arrays, or back. */
struct digit {
  unsigned shift, bits;
  bool back;
};

static void sort_digit(uint32_t *other, uint32_t *tie, struct row_end *row, uint64_t count, struct digit digit) {
  uint64_t at[1u << MOST_DIGIT], size = (uint64_t)1 << digit.bits, sum = 0;
  uint32_t mask = (uint32_t)size - 1;
  for (uint64_t i = 0; i < size; i++)
    at[i] = 0;
  for (uint64_t i = 0; i < count; i++)
    at[(digit.back ? other[i] : row[i].other) >> digit.shift & mask]++;
  for (uint64_t i = 0; i < size; i++) {
    uint64_t here = at[i];
    at[i] = sum;
    sum += here;
  }
  for (uint64_t i = 0; i < count; i++) {
    struct row_end end = digit.back ? (struct row_end){other[i], tie[i]} : row[i];
    uint64_t place = at[end.other >> digit.shift & mask]++;
    if (digit.back)
      row[place] = end;
    else {
      other[place] = end.other;
      tie[place] = end.tie;
    }
  }
}

static void sort_long(uint32_t *other, uint32_t *tie, struct row_end *row, uint64_t count, unsigned bits) {
  unsigned most = count < LONG_ROW ? 8 : MOST_DIGIT, digits = (bits + most - 1) / most, each = (bits + digits - 1) / digits;
  for (unsigned i = 0; i < digits; i++)
    sort_digit(other, tie, row, count, (struct digit){i * each, each, i % 2 == 1});
  if (digits % 2 == 0) split(other, tie, row, count);
}

void row_order(uint32_t *other, uint32_t *tie, struct row_end *row, uint64_t count, unsigned bits) {
  if (count < 2 || (count > FEW && in_order(row, count)))
    split(other, tie, row, count);
  else if (count <= FEW)
    order_few(other, tie, row, (uint32_t)count);
  else
    sort_long(other, tie, row, count, bits);
}
