/* Rows of ends in order, against the C library's sort. */
#include "base/run.h"
#include "net/row_order.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 5000 };

static int by_other_and_tie(const void *left, const void *right) {
  const struct row_end *a = left, *b = right;
  if (a->other != b->other) return a->other < b->other ? -1 : 1;
  return a->tie < b->tie ? -1 : a->tie > b->tie;
}

static void is_ordered(struct row_end *row, uint32_t count, unsigned bits) {
  static struct row_end want[MOST];
  static uint32_t other[MOST + 1], tie[MOST + 1];
  memcpy(want, row, count * sizeof *row);
  qsort(want, count, sizeof *want, by_other_and_tie);
  other[count] = tie[count] = 77;
  row_order(other, tie, row, count, bits);
  for (uint32_t i = 0; i < count; i++)
    if (other[i] != want[i].other || tie[i] != want[i].tie)
      fail_msg("end %u of %u is (%u, %u), not (%u, %u)", i, count, other[i], tie[i], want[i].other, want[i].tie);
  assert_int_equal(other[count], 77);
  assert_int_equal(tie[count], 77);
}

static void rows_of_every_length_come_in_the_order_of_other_and_tie(void **state) {
  static struct row_end row[MOST];
  struct chance chance;
  (void)state;
  chance_start(&chance, 1, 0);
  for (uint32_t count = 0; count < MOST; count += count < 200 ? 1 : 311)
    for (unsigned bits = 1; bits <= 32; bits += bits < 12 ? 5 : 7) {
      for (uint32_t i = 0; i < count; i++)
        row[i] = (struct row_end){(uint32_t)chance_below(&chance, (uint64_t)1 << bits), 3 * i};
      is_ordered(row, count, bits);
    }
}

static void rows_that_are_in_order_or_all_alike_stay_as_they_are(void **state) {
  static struct row_end row[MOST];
  (void)state;
  for (uint32_t count = 1; count < MOST; count += 63)
    for (unsigned way = 0; way < 4; way++) {
      for (uint32_t i = 0; i < count; i++)
        row[i] = (struct row_end){way == 0 ? i : way == 1 ? 9 : way == 2 ? UINT32_MAX : UINT32_MAX - i, i};
      is_ordered(row, count, 32);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_of_every_length_come_in_the_order_of_other_and_tie),
      cmocka_unit_test(rows_that_are_in_order_or_all_alike_stay_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
