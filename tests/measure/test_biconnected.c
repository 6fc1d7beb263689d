/* Biconnected blocks. */
#include "measure/values.h"

#include <stdlib.h>

static void karate_has_three_blocks_that_share_member_1(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "biconnected-blocks", NULL);
  int most = 0, cuts = 0;
  for (size_t i = 0; i < nonet_sheet_rows(s); i++) {
    int set = atoi(nonet_sheet_text(s, i, 0));
    if (set > most) most = set;
    if (nonet_sheet_number(s, i, 2) > 0) {
      cuts++;
      assert_string_equal(nonet_sheet_text(s, i, 1), "1");
    }
  }
  assert_int_equal(most, 3);
  assert_int_equal(cuts, 3);
  assert_int_equal(nonet_sheet_rows(s), 34 + 2);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_path_has_a_block_for_each_tie(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c d");
  nonet_sheet *s = sheet_of(n, "biconnected-blocks", NULL);
  assert_int_equal(nonet_sheet_rows(s), 4);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_three_blocks_that_share_member_1),
      cmocka_unit_test(a_path_has_a_block_for_each_tie),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
