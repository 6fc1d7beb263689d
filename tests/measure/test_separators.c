/* Smallest separators and routes that share nothing. */
#include "measure/values.h"

static void karate_is_cut_by_member_1_alone(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "minimum-separators", NULL);
  assert_int_equal(nonet_sheet_rows(s), 1);
  assert_string_equal(nonet_sheet_text(s, 0, 1), "1");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_ring_of_five_has_five_separators_of_two(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-e e-a");
  nonet_sheet *s = sheet_of(n, "minimum-separators", NULL);
  assert_int_equal(nonet_sheet_rows(s), 10);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void karate_1_and_34_have_6_routes_without_shared_members_and_10_without_shared_ties(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "node-routes:1;34", NULL), 6, 0);
  assert_near(value_of(n, "tie-routes:1;34", NULL), 10, 0);
  nonet_free(n);
}

static void strozzi_and_ginori_have_one_route(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "node-routes:Strozzi;Ginori", NULL), 1, 0);
  nonet_free(n);
}

static void a_member_of_two_layers_is_a_route_between_them(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y c-d@Y");
  assert_near(value_of(n, "node-routes:X;Y", NULL), 1, 0);
  nonet_free(n);
}

static void routes_want_two_names_that_are_there(void **state) {
  (void)state;
  assert_refused("a-b", "node-routes:a", NULL, NONET_EUSAGE, "name both");
  assert_refused("a-b", "node-routes:a;zzz", NULL, NONET_EUSAGE, "zzz");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_is_cut_by_member_1_alone),
      cmocka_unit_test(a_ring_of_five_has_five_separators_of_two),
      cmocka_unit_test(karate_1_and_34_have_6_routes_without_shared_members_and_10_without_shared_ties),
      cmocka_unit_test(strozzi_and_ginori_have_one_route),
      cmocka_unit_test(a_member_of_two_layers_is_a_route_between_them),
      cmocka_unit_test(routes_want_two_names_that_are_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
