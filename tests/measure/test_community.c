/* Communities as measures: the greatest modularities known, modularity of given groups, the length of a walk's description. */
#include "measure/clubs.h"

static void leiden_reaches_the_greatest_modularity_of_known_networks(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  assert_near(value_of(n, "modularity:communities", NULL), 0.4197896120973046, 1e-13);
  assert_near(value_of(n, "modularity:kind", NULL), 0.35823471, 1e-8);
  nonet_sheet *s = sheet_of(n, "community", NULL);
  double most = 0;
  for (size_t v = 0; v < 34; v++)
    most = fmax(most, nonet_sheet_number(s, v, 1));
  assert_near(most, 4, 0);
  nonet_sheet_free(s);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "modularity:communities", NULL), 0.39875, 1e-12);
  nonet_free(n);
}

static void infomap_of_karate_takes_4_606_bits_in_3_groups(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "codelength", NULL), 4.60605861, 1e-8);
  nonet_sheet *s = sheet_of(n, "community:infomap", NULL);
  double most = 0;
  for (size_t v = 0; v < 34; v++)
    most = fmax(most, nonet_sheet_number(s, v, 1));
  assert_near(most, 3, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void one_group_has_no_modularity_and_single_nodes_have_less(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p a-b b-c");
  assert_near(value_of(n, "modularity:kind", NULL), 0, 1e-15);
  nonet_free(n);
  n = net_of("a=p b=q a-b");
  assert_near(value_of(n, "modularity:kind", NULL), -0.5, 1e-15);
  nonet_free(n);
}

static void directed_it_is_that_of_leicht_and_newman(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=q a>b a>c"); /* inside 1/2; p: tails 1, heads 1/2; q: tails 0 */
  assert_near(value_of(n, "modularity", NULL), 0, 1e-15);
  nonet_free(n);
}

static void without_ties_between_groups_it_is_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a=p b x a-b");
  assert_near(value_of(n, "modularity:kind", NULL), (double)NAN, 0);
  nonet_free(n);
  n = net_of("a b");
  assert_near(value_of(n, "codelength", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(leiden_reaches_the_greatest_modularity_of_known_networks),
      cmocka_unit_test(infomap_of_karate_takes_4_606_bits_in_3_groups),
      cmocka_unit_test(one_group_has_no_modularity_and_single_nodes_have_less),
      cmocka_unit_test(directed_it_is_that_of_leicht_and_newman),
      cmocka_unit_test(without_ties_between_groups_it_is_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
