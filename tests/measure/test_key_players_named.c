/* What a named set of key players is worth: known values, direction, names, and sets that leave nobody. */
#include "measure/values.h"

static void the_families_have_their_known_values(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "set-fragmentation:Medici", NULL), 0.38461538, 1e-8);
  assert_near(value_of(n, "set-fragmentation:Medici;Guadagni", NULL), 0.70512821, 1e-8);
  assert_near(value_of(n, "set-fragmentation:Medici;Guadagni;Strozzi", NULL), 0.86363636, 1e-8);
  assert_near(value_of(n, "set-distance-reach:Medici", NULL), 0.70, 1e-15);
  assert_near(value_of(n, "set-distance-reach:Medici;Bischeri", NULL), 0.86666667, 1e-8);
  nonet_free(n);
}

static void the_karate_club_has_its_known_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "set-fragmentation:1", NULL), 0.31628788, 1e-8);
  assert_near(value_of(n, "set-fragmentation:1;2", NULL), 0.42338710, 1e-8);
  assert_near(value_of(n, "set-fragmentation:1;33;34", NULL), 0.56989247, 1e-8);
  assert_near(value_of(n, "set-distance-reach:1;34", NULL), 0.95588235, 1e-8);
  assert_near(value_of(n, "set-reach:1;1;34", NULL), 31, 0);
  assert_near(normalised_of(n, "set-reach:1;1;34", NULL), 31 / 34.0, 1e-15);
  nonet_free(n);
}

/* An isolate that goes parts nobody: what is left is Padgett's network without Pucci. */
static void distance_fragmentation_of_what_is_left_counts_pairs_left(void **state) {
  (void)state;
  nonet *n = net_of(florentine_16);
  assert_near(value_of(n, "set-distance-fragmentation:Pucci", NULL), 0.49984127, 1e-8);
  assert_near(value_of(n, "set-fragmentation:Pucci", NULL), 0, 0);
  nonet_free(n);
}

static void members_count_as_reached_and_an_isolate_does_not(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d x");
  assert_near(value_of(n, "set-reach:0;a;b", NULL), 2, 0);
  assert_near(value_of(n, "set-reach:1;a;b", NULL), 3, 0);
  assert_near(value_of(n, "set-reach:9;a;b", NULL), 4, 0);
  assert_near(value_of(n, "set-reach:9;x", NULL), 1, 0);
  assert_near(value_of(n, "set-distance-reach:a;b", NULL), (2 + 1 + 0.5) / 5, 1e-15);
  assert_near(value_of(n, "set-distance-reach:a;b;c;d;x", NULL), 1, 0);
  nonet_free(n);
}

static void reach_leads_outward_and_loss_ignores_direction(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c d>c");
  assert_near(value_of(n, "set-reach:1;b", NULL), 2, 0);
  assert_near(value_of(n, "set-reach:2;d;b", NULL), 3, 0);
  assert_near(value_of(n, "set-distance-reach:a", NULL), 2.5 / 4, 1e-15);
  assert_near(value_of(n, "set-fragmentation:b", NULL), 1 - 2 / 6.0, 1e-15);
  assert_near(value_of(n, "set-distance-fragmentation:a", NULL), 1 - (1 + 1 + 0.5) / 3, 1e-15);
  nonet_free(n);
}

static void weights_are_left_out_of_account(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2 b-c:9 c-d:3");
  assert_near(weighted_of(n, "set-distance-fragmentation:a", NULL), 1 - 2.5 / 3, 1e-15);
  assert_near(weighted_of(n, "set-distance-reach:a", NULL), (1 + 1 + 1 / 2.0 + 1 / 3.0) / 4, 1e-15);
  nonet_free(n);
}

static void where_fewer_than_two_are_left_fragmentation_is_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  assert_near(value_of(n, "set-fragmentation:a;b", NULL), (double)NAN, 0);
  assert_near(value_of(n, "set-distance-fragmentation:a;b;c", NULL), (double)NAN, 0);
  assert_near(value_of(n, "set-fragmentation:b", NULL), 1, 0);
  nonet_free(n);
}

static void names_come_in_any_order_and_once(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "set-fragmentation: 34; 1 ;33;34;", NULL), 0.56989247, 1e-8);
  assert_near(value_of(n, "set-reach: 1 ; 34;1", NULL), 31, 0);
  nonet_free(n);
  assert_refused("a-b", "set-fragmentation", NULL, NONET_EUSAGE, "set-fragmentation:A;B");
  assert_refused("a-b", "set-distance-fragmentation:a;x", NULL, NONET_EUSAGE, "x");
  assert_refused("a-b", "set-reach", NULL, NONET_EUSAGE, "set-reach:1;A;B");
  assert_refused("a-b", "set-reach:a;b", NULL, NONET_EUSAGE, "steps stands before");
  assert_refused("a-b", "set-reach:1", NULL, NONET_EUSAGE, "names");
  assert_refused("a-b", "set-distance-reach:;", NULL, NONET_EUSAGE, "names");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_families_have_their_known_values),
      cmocka_unit_test(the_karate_club_has_its_known_values),
      cmocka_unit_test(distance_fragmentation_of_what_is_left_counts_pairs_left),
      cmocka_unit_test(members_count_as_reached_and_an_isolate_does_not),
      cmocka_unit_test(reach_leads_outward_and_loss_ignores_direction),
      cmocka_unit_test(weights_are_left_out_of_account),
      cmocka_unit_test(where_fewer_than_two_are_left_fragmentation_is_undefined),
      cmocka_unit_test(names_come_in_any_order_and_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
