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

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_bow_tie_has_its_parts)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
