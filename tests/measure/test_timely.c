/* Who reaches whom when dates are respected. */
#include "measure/values.h"

#include "fixture/dated.h"

/* A meets B in March, B meets C from May to July; C and D know each other without dates; E meets nobody but itself. */
static const char *const city[] = {"a b 2001-03-01 2001-03-31", "b c 2001-05-10 2001-07", "c d . .", "e e 2001 2001"};

static void time_makes_ways_one_way_even_where_ties_are_not(void **state) {
  (void)state;
  nonet *n = dated(city, 4);
  assert_near(value_of(n, "temporal-reach", "a"), 3, 0);
  assert_near(value_of(n, "temporal-reach", "b"), 3, 0);
  assert_near(value_of(n, "temporal-reach", "c"), 2, 0); /* nobody meets A any more */
  assert_near(value_of(n, "temporal-reach:2001-Q3", "b"), 2, 0);
  assert_near(value_of(n, "temporal-reach:2002", "c"), 1, 0);
  assert_near(value_of(n, "temporal-reach", "e"), 0, 0);
  assert_near(value_of(n, "temporal-connectedness", NULL), (3 + 3 + 2 + 2) / 20.0, 1e-15);
  nonet_free(n);
}

static void word_arrives_on_the_first_day_that_a_tie_holds(void **state) {
  (void)state;
  nonet *n = dated(city, 4);
  assert_near(value_of(n, "earliest-arrival:a;2001-03-20", "a"), 0, 0);
  assert_near(value_of(n, "earliest-arrival:a;2001-03-20", "b"), 0, 0);
  assert_near(value_of(n, "earliest-arrival:a;2001-03-20", "c"), 51, 0); /* to 10 May */
  assert_near(value_of(n, "earliest-arrival:a;2001-03-20", "d"), 51, 0);
  assert_near(value_of(n, "earliest-arrival:a;2001-04", "b"), (double)NAN, 0);
  assert_near(value_of(n, "earliest-arrival:a;c;2001", "b"), 59, 0); /* of several the first: 1 March */
  assert_near(value_of(n, "earliest-arrival:a", "b"), 59, 0);        /* from 1 January, when E begins */
  assert_near(value_of(n, "earliest-arrival: d ; 2001-06-30 ", "b"), 0, 0);
  nonet_free(n);
}

static void word_leaves_on_the_last_day_on_which_it_still_arrives(void **state) {
  (void)state;
  nonet *n = dated(city, 4);
  assert_near(value_of(n, "latest-departure:c;2001-06-30", "b"), 0, 0);
  assert_near(value_of(n, "latest-departure:c;2001-06-30", "a"), 91, 0); /* 31 March */
  assert_near(value_of(n, "latest-departure:c;2001-06", "a"), 91, 0);
  assert_near(value_of(n, "latest-departure:a;2001-04-30", "c"), (double)NAN, 0);
  assert_near(value_of(n, "latest-departure:a;2001-04-30", "b"), 30, 0);
  assert_near(value_of(n, "latest-departure:d", "b"), 153, 0); /* of 31 December, when E ends: 31 July */
  nonet_free(n);
}

static void it_goes_along_ties_of_one_direction(void **state) {
  static const char *const arcs[] = {"a>b 2001 2001", "b>c 2001 2001", "c d 2000 2000"};
  (void)state;
  nonet *n = dated(arcs, 3);
  assert_near(value_of(n, "temporal-reach", "a"), 2, 0);
  assert_near(value_of(n, "temporal-reach", "c"), 1, 0);
  assert_near(value_of(n, "earliest-arrival:c;2000", "b"), (double)NAN, 0);
  assert_near(value_of(n, "latest-departure:c;2001", "a"), 0, 0);
  nonet_free(n);
}

static void without_dates_every_path_is_open_always(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c d-e");
  assert_near(value_of(n, "temporal-reach", "a"), 2, 0);
  assert_near(value_of(n, "temporal-reach:2024", "d"), 1, 0);
  assert_near(value_of(n, "earliest-arrival:a", "c"), 0, 0);
  assert_near(value_of(n, "latest-departure:a;2024", "e"), (double)NAN, 0);
  assert_near(value_of(n, "temporal-connectedness", NULL), 8 / 20.0, 1e-15);
  nonet_free(n);
  n = net_of("a");
  assert_near(value_of(n, "temporal-connectedness", NULL), (double)NAN, 0);
  nonet_free(n);
}

static void what_is_no_date_or_no_node_is_refused(void **state) {
  (void)state;
  assert_refused("a-b", "temporal-reach:soon", NULL, NONET_EUSAGE, "'soon' is no date");
  assert_refused("a-b", "temporal-connectedness:2000-13", NULL, NONET_EUSAGE, "'2000-13' is no date");
  assert_refused("a-b", "earliest-arrival:z;2001", NULL, NONET_EUSAGE, "z");
  assert_refused("a-b", "earliest-arrival", NULL, NONET_EUSAGE, "earliest-arrival:A;DATE");
  assert_refused("a-b", "latest-departure:a;2001-02-30", NULL, NONET_EUSAGE, "2001-02-30");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(time_makes_ways_one_way_even_where_ties_are_not),
      cmocka_unit_test(word_arrives_on_the_first_day_that_a_tie_holds),
      cmocka_unit_test(word_leaves_on_the_last_day_on_which_it_still_arrives),
      cmocka_unit_test(it_goes_along_ties_of_one_direction),
      cmocka_unit_test(without_dates_every_path_is_open_always),
      cmocka_unit_test(what_is_no_date_or_no_node_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
