/* Systems, not projects: by hand, both ends of the scale, sectors, chance and its seed, what has no rank and what is refused. */
#include "measure/values.h"

#include <string.h>

enum { SHARED, MIXED, SEVERAL, LINKED, GIANT, SCORE };

static nonet_sheet *systems(const char *line, const char *measure) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, measure, &(nonet_measure_options){.verify = true});
  nonet_free(n);
  return s;
}

static void assert_values(const char *line, const char *measure, const double want[6]) {
  nonet_sheet *s = systems(line, measure);
  for (size_t i = 0; i < 6; i++)
    assert_near(nonet_sheet_number(s, i, 1), want[i], 1e-15);
  nonet_sheet_free(s);
}

static void the_shares_are_those_of_the_definition(void **state) {
  (void)state;
  assert_values("a=p b=p c=p d=p s=plan t=plan u=plan w=plan a-s a-t b-t c-u d-u", "systems-not-projects",
                (double[]){2 / 4.0, NAN, 1 / 4.0, 1 / 6.0, 1 / 3.0, (2 / 4.0 + 1 / 4.0 + 1 / 6.0 + 1 / 3.0) / 4});
}

static void projects_score_nothing_and_one_system_all(void **state) {
  (void)state;
  assert_values("a=p b=p c=p s=plan t=plan u=plan a-s b-t c-u", "systems-not-projects", (double[]){0, NAN, 0, 0, 0, 0});
  assert_values("a=p b=q c=p s=plan t=plan a-s a-t b-s b-t c-s c-t", "systems-not-projects", (double[]){1, 1, 1, 1, 1, 1});
}

static void sectors_are_kinds_of_partners_or_as_named(void **state) {
  (void)state;
  nonet_sheet *s = systems("a=p b=q c=p s=plan t=plan u=plan a-s b-s a-t c-t b-u", "systems-not-projects");
  assert_near(nonet_sheet_number(s, MIXED, 1), 1 / 3.0, 1e-15);
  assert_contains(nonet_sheet_note(s, 0), "those of 'kind'");
  nonet_sheet_free(s);
  s = systems("a=p b=p s=plan t=plan a-s@X b-s@Y a-t@X b-t@Y", "systems-not-projects:layer");
  assert_near(nonet_sheet_number(s, MIXED, 1), 1, 0);
  nonet_sheet_free(s);
  s = systems("a=p b=p s=plan a-s b-s", "systems-not-projects");
  assert_contains(nonet_sheet_note(s, 0), "nothing tells partners of different sectors");
  nonet_sheet_free(s);
}

static void what_the_numbers_of_ties_give_has_no_rank(void **state) {
  (void)state;
  nonet_sheet *s = systems("a=p b=p c=p d=p s=plan t=plan u=plan w=plan a-s a-t b-t b-u c-u d-w", "systems-not-projects");
  assert_near(nonet_sheet_number(s, SHARED, 3), (double)NAN, 0);
  assert_near(nonet_sheet_number(s, SEVERAL, 3), (double)NAN, 0);
  assert_near(nonet_sheet_number(s, SHARED, 2), nonet_sheet_number(s, SHARED, 1), 1e-12);
  assert_true(nonet_sheet_number(s, GIANT, 3) >= 0 && nonet_sheet_number(s, GIANT, 3) <= 1);
  nonet_sheet_free(s);
}

static void draws_follow_the_seed(void **state) {
  nonet_sheet *s[3];
  nonet_err err;
  (void)state;
  nonet *n = net_of("a=p b=p c=p d=p e=p s=plan t=plan u=plan w=plan a-s a-t b-t b-u c-u c-w d-s d-w e-s e-u");
  for (size_t i = 0; i < 3; i++)
    assert_ok(nonet_measure(&s[i], n, "systems-not-projects", NULL, &(nonet_run){.seed = 4 + i / 2}, &err), err);
  assert_near(nonet_sheet_number(s[0], SCORE, 2), nonet_sheet_number(s[1], SCORE, 2), 0);
  assert_true(nonet_sheet_number(s[0], LINKED, 2) < nonet_sheet_number(s[2], LINKED, 2) ||
              nonet_sheet_number(s[0], LINKED, 2) > nonet_sheet_number(s[2], LINKED, 2));
  assert_contains(nonet_sheet_note(s[2], 1), "seed 5");
  for (size_t i = 0; i < 3; i++)
    nonet_sheet_free(s[i]);
  nonet_free(n);
}

static void without_strategies_it_is_refused(void **state) {
  (void)state;
  assert_refused("a-b b-c", "systems-not-projects", NULL, NONET_EUSAGE, "strategies");
  assert_refused("a=p s=plan a-s", "systems-not-projects:sektor", NULL, NONET_EUSAGE, "sektor");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_shares_are_those_of_the_definition),
      cmocka_unit_test(projects_score_nothing_and_one_system_all),
      cmocka_unit_test(sectors_are_kinds_of_partners_or_as_named),
      cmocka_unit_test(what_the_numbers_of_ties_give_has_no_rank),
      cmocka_unit_test(draws_follow_the_seed),
      cmocka_unit_test(without_strategies_it_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
