/* Diversity of groups, of the whole and of contacts. */
#include "measure/clubs.h"

static void two_clubs_of_the_same_size_are_as_mixed_as_two_can_be(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  assert_near(value_of(n, "blau", NULL), 0.5, 0);
  assert_near(value_of(n, "iqv", NULL), 1, 0);
  nonet_free(n);
}

static void contacts_are_counted_once_each_and_those_without_group_not(void **state) {
  (void)state;
  nonet *n = net_of("v a=p b=p c=q x v>a a>v v>b c>v v>x y");
  assert_near(value_of(n, "neighbour-blau:kind", "v"), 1 - 5 / 9.0, 1e-15);
  assert_near(value_of(n, "neighbour-iqv:kind", "v"), 2 * (1 - 5 / 9.0), 1e-15);
  assert_near(value_of(n, "neighbour-blau:kind", "x"), (double)NAN, 0); /* v has no group */
  assert_near(value_of(n, "neighbour-blau:kind", "y"), (double)NAN, 0);
  assert_near(value_of(n, "blau:kind", NULL), 1 - 5 / 9.0, 1e-15);
  nonet_free(n);
}

static void one_group_alone_is_not_mixed_and_has_no_scale(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p a-b");
  assert_near(value_of(n, "blau:kind", NULL), 0, 0);
  assert_near(value_of(n, "iqv:kind", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_clubs_of_the_same_size_are_as_mixed_as_two_can_be),
      cmocka_unit_test(contacts_are_counted_once_each_and_those_without_group_not),
      cmocka_unit_test(one_group_alone_is_not_mixed_and_has_no_scale),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
