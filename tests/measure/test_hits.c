/* Hubs and authorities: closed forms, and the cases in which the vectors are not unique by themselves. */
#include "measure/values.h"

static void a_hub_points_to_what_others_point_to(void **state) {
  (void)state;
  nonet *n = net_of("a>x a>y b>x c"); /* A A' is 2 1, 1 1: its leading vector is (golden section, 1) */
  double golden = (1 + sqrt(5)) / 2;
  assert_near(value_of(n, "hub", "a"), 1, 1e-14);
  assert_near(value_of(n, "hub", "b"), 1 / golden, 1e-13);
  assert_near(value_of(n, "authority", "x"), 1, 1e-14);
  assert_near(value_of(n, "authority", "y"), 1 / golden, 1e-13);
  assert_near(value_of(n, "hub", "x"), 0, 0);
  assert_near(value_of(n, "authority", "a"), 0, 0);
  assert_near(value_of(n, "hub", "c"), 0, 0);
  nonet_free(n);
}

static void reversed_arcs_exchange_hubs_and_authorities(void **state) {
  (void)state;
  nonet *n = net_of("a>b a>c b>c d>c d>a e>d"), *m = net_of("b>a c>a c>b c>d a>d d>e");
  for (const char *key = "abcde"; *key; key++) {
    const char name[2] = {*key, 0};
    assert_near(value_of(n, "hub", name), value_of(m, "authority", name), 1e-13);
  }
  nonet_free(n);
  nonet_free(m);
}

static void an_undirected_network_has_its_eigenvector_as_both(void **state) {
  (void)state;
  static const char *const *const lines[] = {&karate, &davis_89, &florentine_16};
  for (int i = 0; i < 3; i++) {
    nonet *n = net_of(*lines[i]);
    nonet_sheet *s = sheet_of(n, "hub,authority,eigenvector", NULL);
    for (size_t v = 0; v < nonet_sheet_rows(s); v++)
      for (size_t column = 1; column < 3; column++)
        assert_near(nonet_sheet_number(s, v, column), nonet_sheet_number(s, v, 3), 1e-13);
    nonet_sheet_free(s);
    nonet_free(n);
  }
}

static void equal_parts_share_and_a_smaller_one_gets_0(void **state) {
  (void)state;
  nonet *n = net_of("a>b c>d e>f e>g h>i h>j k");
  assert_near(value_of(n, "hub", "a"), 0, 0);
  assert_near(value_of(n, "hub", "e"), 1, 1e-14);
  assert_near(value_of(n, "hub", "h"), 1, 1e-14);
  assert_near(value_of(n, "authority", "j"), 1, 1e-14);
  nonet_free(n);
}

static void weights_are_strengths_and_normalised_is_of_length_1(void **state) {
  (void)state;
  nonet *n = net_of("a>x:3 a>y:4");
  const nonet_measure_options both = {.weighted = true, .normalised = true};
  assert_near(weighted_of(n, "authority", "x"), 0.75, 1e-14);
  assert_near(value_with(n, "authority", "x", &both), 0.6, 1e-14);
  assert_near(value_with(n, "authority", "y", &both), 0.8, 1e-14);
  assert_near(normalised_of(n, "eigenvector", "x"), (double)NAN, 0);
  nonet_free(n);
  n = net_of(karate);
  assert_near(normalised_of(n, "eigenvector", "34"), 0.37336347, 1e-8);
  assert_near(normalised_of(n, "hub", "34"), 0.37336347, 1e-8);
  nonet_free(n);
}

static void without_ties_it_is_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a b");
  assert_near(value_of(n, "hub", "a"), (double)NAN, 0);
  assert_near(value_of(n, "authority", "b"), (double)NAN, 0);
  nonet_free(n);
  assert_refused("a>b:1 b>c:0", "hub", (&(nonet_measure_options){.weighted = true}), NONET_EINPUT, "'hub'");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_hub_points_to_what_others_point_to),
      cmocka_unit_test(reversed_arcs_exchange_hubs_and_authorities),
      cmocka_unit_test(an_undirected_network_has_its_eigenvector_as_both),
      cmocka_unit_test(equal_parts_share_and_a_smaller_one_gets_0),
      cmocka_unit_test(weights_are_strengths_and_normalised_is_of_length_1),
      cmocka_unit_test(without_ties_it_is_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
