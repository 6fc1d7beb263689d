/* What stays of ties and contacts between two states. */
#include "measure/values.h"

#include "fixture/dated.h"

/* 2001: a-b, b-c, c-d (twice); 2002: b-c, c-d, d-e; a loop in both. */
static const char *const city[] = {"a b 2001 2001", "b c . 2002",    "c d 2001 2002", "d c 2001-02 2001-03",
                                   "d e 2002 .",    "b b 2001 2002", "f f 2001 2002"};

static void pairs_that_stay_are_held_against_those_of_both_dates(void **state) {
  (void)state;
  nonet *n = dated(city, 7);
  assert_near(value_of(n, "tie-jaccard:2001;2002", NULL), 2 / 4.0, 1e-15);
  assert_near(value_of(n, "tie-survival:2001;2002", NULL), 2 / 3.0, 1e-15);
  assert_near(value_of(n, "tie-survival:2002;2001", NULL), 2 / 3.0, 1e-15);
  assert_near(value_of(n, "tie-survival:2001;2003", NULL), 0, 0);
  assert_near(value_of(n, "tie-jaccard:2001;2001", NULL), 1, 0);
  assert_near(value_of(n, "node-turnover:2001;2002", NULL), 2 / 5.0, 1e-15); /* a goes, e comes; f has only itself */
  assert_near(value_of(n, "tie-jaccard", NULL), 1 / 2.0, 1e-15);             /* 1 January 2001 and 31 December 2002 */
  assert_near(value_of(n, "contact-turnover:2001;2002", "a"), 1, 0);
  assert_near(value_of(n, "contact-turnover:2001;2002", "b"), 1 / 2.0, 1e-15);
  assert_near(value_of(n, "contact-turnover: 2001 ; 2002 ", "c"), 0, 0);
  assert_near(value_of(n, "contact-turnover:2001;2002", "f"), (double)NAN, 0);
  nonet_free(n);
}

static void a_pair_counts_for_each_direction_where_there_is_one(void **state) {
  static const char *const arcs[] = {"a>b 2001 2002", "b>a 2001 2001", "b c 2001 2002"};
  (void)state;
  nonet *n = dated(arcs, 3);
  assert_near(value_of(n, "tie-jaccard:2001;2002", NULL), 3 / 4.0, 1e-15);
  assert_near(value_of(n, "contact-turnover:2001;2002", "a"), 0, 0);
  nonet_free(n);
}

static void nothing_is_no_share_of_nothing(void **state) {
  (void)state;
  nonet *n = dated(city, 1);
  assert_near(value_of(n, "tie-jaccard:1999;2005", NULL), (double)NAN, 0);
  assert_near(value_of(n, "tie-survival:1999;2001", NULL), (double)NAN, 0);
  assert_near(value_of(n, "tie-jaccard:1999;2001", NULL), 0, 0);
  assert_near(value_of(n, "node-turnover:1999;2005", NULL), (double)NAN, 0);
  nonet_free(n);
  n = net_of("a-b");
  assert_near(value_of(n, "tie-jaccard:1999;2005", NULL), 1, 0); /* without dates it is there in every state */
  nonet_free(n);
}

static void two_dates_are_due_where_they_are_not_in_the_data(void **state) {
  (void)state;
  assert_refused("a-b", "tie-jaccard", NULL, NONET_EUSAGE, "no tie has a date");
  assert_refused("a-b", "tie-survival:2001", NULL, NONET_EUSAGE, "takes two dates");
  assert_refused("a-b", "node-turnover:2001;then", NULL, NONET_EUSAGE, "'then' is no date");
  assert_refused("a-b", "contact-turnover:;2001", NULL, NONET_EUSAGE, "'' is no date");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pairs_that_stay_are_held_against_those_of_both_dates),
      cmocka_unit_test(a_pair_counts_for_each_direction_where_there_is_one),
      cmocka_unit_test(nothing_is_no_share_of_nothing),
      cmocka_unit_test(two_dates_are_due_where_they_are_not_in_the_data),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
