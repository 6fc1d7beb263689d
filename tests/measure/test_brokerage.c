/* The five roles of Gould and Fernandez: known values, and the identity that their sum keeps. */
#include "measure/clubs.h"

static const char *const roles[] = {"coordinator", "itinerant", "gatekeeper", "representative", "liaison"};

/* In the order of `roles`. */
static void assert_roles(const nonet *n, const char *key, double c, double i, double g, double r, double l) {
  const double want[] = {c, i, g, r, l};
  for (size_t k = 0; k < 5; k++)
    assert_near(value_of(n, roles[k], key), want[k], 0);
}

static void four_nodes_of_three_groups_have_the_roles_counted_by_hand(void **state) {
  (void)state;
  nonet *n = net_of("A=1 B=1 C=2 D=2 A>B A>C B>C B>D C>D D>A");
  assert_roles(n, "A", 0, 1, 1, 0, 0);
  assert_roles(n, "B", 0, 0, 0, 1, 0);
  assert_roles(n, "C", 0, 0, 1, 0, 0);
  assert_roles(n, "D", 0, 1, 0, 1, 0);
  nonet_free(n);
}

static void the_leaders_of_the_karate_clubs_have_their_roles_both_ways(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  assert_roles(n, "1", 174, 0, 15, 15, 0);
  assert_roles(n, "34", 156, 6, 40, 40, 0);
  nonet_free(n);
}

static void all_roles_add_up_to_the_open_paths(void **state) {
  double sum = 0;
  (void)state;
  nonet *n = karate_with_clubs();
  nonet_sheet *s = sheet_of(n, "coordinator,itinerant,gatekeeper,representative,liaison", NULL);
  for (size_t row = 0; row < 34; row++)
    for (size_t column = 1; column <= 5; column++)
      sum += nonet_sheet_number(s, row, column);
  assert_near(sum, 786, 0); /* 2 (sum of k(k-1)/2 - 3 triangles) */
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_liaison_joins_two_groups_and_is_of_neither(void **state) {
  (void)state;
  nonet *n = net_of("a=1 v=2 b=3 a>v v>b");
  assert_roles(n, "v", 0, 0, 0, 0, 1);
  assert_roles(n, "a", 0, 0, 0, 0, 0);
  nonet_free(n);
}

static void who_has_no_group_has_no_role_and_is_no_end(void **state) {
  (void)state;
  nonet *n = net_of("a=1 v=1 b=2 x a>v v>b x>v");
  assert_near(value_of(n, "representative:kind", "v"), 1, 0);
  assert_near(value_of(n, "liaison:kind", "x"), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(four_nodes_of_three_groups_have_the_roles_counted_by_hand),
      cmocka_unit_test(the_leaders_of_the_karate_clubs_have_their_roles_both_ways),
      cmocka_unit_test(all_roles_add_up_to_the_open_paths),
      cmocka_unit_test(a_liaison_joins_two_groups_and_is_of_neither),
      cmocka_unit_test(who_has_no_group_has_no_role_and_is_no_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
