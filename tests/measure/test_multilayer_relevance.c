/* In which layers contacts are met, and which ties are in all of them. */
#include "measure/values.h"

static void a_contact_met_in_one_layer_only_counts_as_exclusive(void **state) {
  nonet *n = net_of("a-b@x a-c@x a-b@y a>d@y d>a@y");
  nonet_sheet *s = sheet_of(n, "layer-relevance", NULL);
  (void)state;
  const double want[2][4] = {{2, 2 / 3.0, 1, 1 / 3.0}, {2, 2 / 3.0, 1, 1 / 3.0}};
  for (size_t row = 0; row < 2; row++) {
    assert_string_equal(nonet_sheet_text(s, row, 0), "a");
    assert_string_equal(nonet_sheet_text(s, row, 1), row ? "y" : "x");
    for (size_t c = 0; c < 4; c++)
      assert_near(nonet_sheet_number(s, row, 2 + c), want[row][c], 1e-15);
  }
  assert_int_equal(nonet_sheet_rows(s), 6);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void overlap_wants_a_pair_in_every_layer(void **state) {
  nonet *n = net_of("a-b@x b-a@y a-c@x b-c@y"), *m = net_of("a>b@x b>a@y a-c@x a-c@y"), *k = net_of("a");
  (void)state;
  assert_near(value_of(n, "edge-overlap", NULL), 1 / 3.0, 1e-15);
  assert_near(value_of(m, "edge-overlap", NULL), 0.5, 1e-15); /* a > c and c > a of four arcs */
  assert_true(isnan(value_of(k, "edge-overlap", NULL)));
  nonet_free(n);
  nonet_free(m);
  nonet_free(k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_contact_met_in_one_layer_only_counts_as_exclusive),
      cmocka_unit_test(overlap_wants_a_pair_in_every_layer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
