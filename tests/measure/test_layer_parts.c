/* Parts of each layer: by themselves, whatever other layers join. */
#include "measure/values.h"

static void assert_layers(const char *line, const char *measure, double first, double second) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, measure, &(nonet_measure_options){.verify = true});
  double want[] = {first, second};
  for (size_t l = 0; l < 2; l++) {
    double got = nonet_sheet_number(s, l, 1);
    if (isnan(want[l]))
      assert_true(isnan(got));
    else
      assert_near(got, want[l], 1e-15);
  }
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_layer_falls_apart_where_only_another_joins_it(void **state) {
  static const char line[] = "a-b@E c-d@E b-c@H b-a@H e-e@E";
  (void)state;
  assert_layers(line, "layer-components", 3, 1);
  assert_layers(line, "layer-giant-share", 2 / 5.0, 1);
  assert_layers(line, "layer-isolates", 1, 0);
}

static void transitivity_and_distance_stay_within_the_layer(void **state) {
  static const char line[] = "a-b@E b-c@E c-a@E a-b@H b-c@H";
  (void)state;
  assert_layers(line, "layer-transitivity", 1, 0);
  assert_layers(line, "layer-mean-distance", 1, 4 / 3.0);
  assert_layers("a-b@E c-c@H", "layer-mean-distance", 1, NAN);
  assert_layers("a-b@E c-c@H", "layer-transitivity", NAN, NAN);
}

static void arcs_join_both_ways(void **state) {
  (void)state;
  assert_layers("a>b@E c>b@E a>b@H c>d@H", "layer-components", 1, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_layer_falls_apart_where_only_another_joins_it),
      cmocka_unit_test(transitivity_and_distance_stay_within_the_layer),
      cmocka_unit_test(arcs_join_both_ways),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
