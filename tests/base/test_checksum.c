/* Checksums change with every word, length and order. */
#include "base/checksum.h"
#include "tests/test.h"

static void each_changed_bit_changes_the_sum(void **state) {
  unsigned char bytes[203];
  (void)state;
  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = (unsigned char)(i * 7);
  uint64_t was = checksum(bytes, sizeof bytes);
  for (size_t i = 0; i < sizeof bytes * 8; i++) {
    bytes[i / 8] ^= (unsigned char)(1u << i % 8);
    assert_true(checksum(bytes, sizeof bytes) != was);
    bytes[i / 8] ^= (unsigned char)(1u << i % 8);
  }
  assert_true(checksum(bytes, sizeof bytes) == was);
}

static void zeros_count(void **state) {
  static const unsigned char zeros[300];
  (void)state;
  for (size_t i = 0; i < 300; i++)
    for (size_t j = 0; j < i; j++)
      assert_true(checksum(zeros, i) != checksum(zeros, j));
}

static void order_counts(void **state) {
  uint64_t words[40] = {0}, other[40] = {0};
  (void)state;
  for (size_t i = 0; i + 1 < 40; i++) {
    words[i] = 1, words[i + 1] = 2;
    other[i] = 2, other[i + 1] = 1;
    assert_true(checksum(words, sizeof words) != checksum(other, sizeof other));
    words[i] = other[i] = 0;
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(each_changed_bit_changes_the_sum), cmocka_unit_test(zeros_count),
                                     cmocka_unit_test(order_counts)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
