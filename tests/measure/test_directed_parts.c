/* Strong components and the bow-tie. */
#include "measure/values.h"

static void a_bow_tie_has_its_parts(void **state) {
  (void)state;
  nonet *n = net_of("i>a a>b b>c c>a c>o i>t t>o i>x y>o z");
  nonet_sheet *s = sheet_of(n, "bow-tie", NULL);
  static const char *const want[][2] = {{"a", "core"},          {"b", "core"},           {"i", "in"},   {"o", "out"}, {"t", "tube"},
                                        {"x", "tendril of in"}, {"y", "tendril of out"}, {"z", "apart"}};
  for (size_t i = 0; i < sizeof want / sizeof *want; i++)
    assert_string_equal(nonet_sheet_text(s, node_of(n, want[i][0]), 1), want[i][1]);
  nonet_sheet_free(s);
  assert_near(value_of(n, "strong-giant", NULL), 3, 0);
  assert_near(value_of(n, "strong-components", NULL), 7, 0);
  assert_near(value_of(n, "strong-component", "a"), 1, 0);
  nonet_free(n);
}

static void of_equally_large_cores_the_least_key_decides_and_not_the_order_of_rows(void **state) {
  static const char *const lines[] = {"a>b b>a c>d d>c", "d>c c>d b>a a>b"};
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    nonet_sheet *s = sheet_of(n, "bow-tie", NULL);
    assert_string_equal(nonet_sheet_text(s, node_of(n, "a"), 1), "core");
    assert_string_equal(nonet_sheet_text(s, node_of(n, "c"), 1), "apart");
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_bow_tie_has_its_parts),
      cmocka_unit_test(of_equally_large_cores_the_least_key_decides_and_not_the_order_of_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
