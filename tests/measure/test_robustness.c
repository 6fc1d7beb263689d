/* Robustness: Schneider's R, known values, orders, and what it refuses. */
#include "fixture/net_of.h"
#include "known.h"
#include "values.h"

static void zacharys_club_has_the_known_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s;
  nonet_err err;
  nonet_measure_options verify = {.verify = true};
  assert_ok(nonet_measure(&s, n, "robustness,robustness:adaptive-degree,robustness:betweenness,robustness:adaptive-betweenness", &verify,
                          NULL, &err),
            err);
  assert_near(nonet_sheet_number(s, 0, 1), 0.14186851, 5e-9);
  assert_near(nonet_sheet_number(s, 1, 1), 0.13581315, 5e-9);
  assert_near(nonet_sheet_number(s, 2, 1), 0.14532872, 5e-9);
  assert_near(nonet_sheet_number(s, 3, 1), 0.13408304, 5e-9);
  nonet_sheet_free(s);
  nonet_free(n);
}

static double r_of(const char *line, const char *name) {
  nonet *n = net_of(line);
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure(&s, n, name, NULL, NULL, &err), err);
  double r = nonet_sheet_number(s, 0, 1);
  nonet_sheet_free(s);
  nonet_free(n);
  return r;
}

static void small_networks_are_as_counted_by_hand(void **state) {
  (void)state;
  assert_near(r_of("m-a m-b m-c", "robustness"), (1 + 1 + 1) / 16.0, 1e-15);                     /* the middle goes first */
  assert_near(r_of("a-b a-c a-d b-c b-d c-d", "robustness:random"), (3 + 2 + 1) / 16.0, 1e-12);  /* whoever goes */
  assert_near(r_of("a-b b-c c-d d-e", "robustness:betweenness"), (2 + 2 + 1 + 1) / 25.0, 1e-15); /* c, b, d, a, e */
  assert_near(r_of("b>a c>a", "robustness"), (1 + 1) / 9.0, 1e-15);
  assert_near(r_of("a", "robustness:adaptive-degree"), 0, 0);
}

static void another_word_behind_the_colon_is_refused(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_sheet *s;
  nonet_err err;
  assert_int_equal(nonet_measure(&s, n, "robustness:sideways", NULL, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "not 'sideways'");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(zacharys_club_has_the_known_values),
      cmocka_unit_test(small_networks_are_as_counted_by_hand),
      cmocka_unit_test(another_word_behind_the_colon_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
