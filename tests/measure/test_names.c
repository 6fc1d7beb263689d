/* Names of measures as typed. */
#include "measure/values.h"

static void spaces_and_repeated_names_are_forgiven_and_columns_are_called_as_typed(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_sheet *s = sheet_of(n, " degree , pagerank:0.5,degree,, harmonic ", NULL);
  bool number;
  assert_int_equal(nonet_sheet_columns(s), 4);
  assert_string_equal(nonet_sheet_column(s, 1, &number), "degree");
  assert_string_equal(nonet_sheet_column(s, 2, &number), "pagerank:0.5");
  assert_string_equal(nonet_sheet_column(s, 3, &number), "harmonic");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void no_name_a_wrong_one_and_a_parameter_too_many_are_refused(void **state) {
  (void)state;
  assert_refused("a-b", "", NULL, NONET_EUSAGE, "no measure is named");
  assert_refused("a-b", " , ", NULL, NONET_EUSAGE, "no measure is named");
  assert_refused("a-b", "betweeness", NULL, NONET_EUSAGE, "did you mean 'betweenness'");
  assert_refused("a-b", "degree:2", NULL, NONET_EUSAGE, "takes no parameter");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(spaces_and_repeated_names_are_forgiven_and_columns_are_called_as_typed),
      cmocka_unit_test(no_name_a_wrong_one_and_a_parameter_too_many_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
