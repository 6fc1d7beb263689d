/* Coverage: the fewest who reach all and every such choice; who reaches whom the other way round; layers; what cannot be reached; what is
 * refused. And what rests on one partner. */
#include "measure/values.h"

#include <stdio.h>
#include <string.h>

/* "A;B A;C": the choices in their order. */
static const char *choices_of(char text[512], const nonet_sheet *s) {
  *text = '\0';
  for (size_t i = 0; i < nonet_sheet_rows(s); i++) {
    bool more = i && !strcmp(nonet_sheet_text(s, i, 0), nonet_sheet_text(s, i - 1, 0));
    strcat(strcat(text, !i ? "" : more ? ";" : " "), nonet_sheet_text(s, i, 1));
  }
  return text;
}

/* The choices that a line has, and what the first two notes say. */
static void assert_choices(const char *line, const char *measure, const char *choices, const char *said) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, measure, &(nonet_measure_options){.verify = true});
  char text[512];
  bool found = false;
  assert_string_equal(choices_of(text, s), choices);
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    found |= strstr(nonet_sheet_note(s, i), said) != NULL;
  if (!found) fail_msg("'%s' does not say: %s", measure, said);
  nonet_sheet_free(s);
  nonet_free(n);
}

static const char three[] = "a=partner b=partner c=partner s=plan t=plan u=plan a-s a-t b-t b-u c-u";

static void every_smallest_choice_is_named_in_the_order_of_keys(void **state) {
  (void)state;
  assert_choices(three, "coverage", "a;b a;c", "2 of 3 reach all 3 strategies; fewer cannot");
  assert_choices(three, "coverage", "a;b a;c", "2 choices of so few do");
  assert_choices("a=partner b=partner s=plan t=plan a-s a-t b-t", "coverage", "a", "no other choice");
}

static void often_means_that_many_partners_or_all_there_are(void **state) {
  (void)state;
  assert_choices(three, "coverage:2", "a;b;c", "1 of them (s) have fewer than asked for");
  assert_choices("a=p b=p c=p s=plan t=plan a-s a-t b-s b-t c-s c-t", "coverage:2", "a;b a;c b;c",
                 "2 of 3 reach all 2 strategies 2 times each");
}

static void strategies_reach_partners_the_other_way_round(void **state) {
  (void)state;
  assert_choices(three, "coverage:plan", "s;u t;u", "2 of 3 reach all 3 partners");
  assert_choices("a=p b=q s=plan t=plan a-s a-t b-s", "coverage:1;q", "b", "1 of them (t) cannot be reached");
}

static void layers_are_reached_by_who_is_in_them(void **state) {
  (void)state;
  assert_choices("a-b@X b-c@Y c-d@Z", "coverage:layer", "a;c b;c b;d", "2 of 4 reach all 3 layers");
  assert_refused("a-b", "coverage:layer", NULL, NONET_EUSAGE, "no layer");
}

static void what_nobody_works_on_is_left_out_and_said(void **state) {
  (void)state;
  assert_choices("a=p s=plan t=plan a-s", "coverage", "a", "1 of them (t) cannot be reached by anybody");
  assert_choices("a=p s=plan t=plan", "coverage", "", "0 of 1 reach all 2 strategies");
}

static void more_than_twenty_choices_are_counted_and_twenty_listed(void **state) {
  char line[1200] = "s=plan ", part[40];
  (void)state;
  for (int i = 0; i < 30; i++) {
    snprintf(part, sizeof part, "p%02d=p p%02d-s ", i, i);
    strcat(line, part);
  }
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, "coverage", NULL);
  assert_int_equal(nonet_sheet_rows(s), 20);
  assert_string_equal(nonet_sheet_note(s, 1), "coverage: 30 choices of so few do. The 20 that stand here were met first.");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void what_has_no_strategies_or_no_such_kind_is_refused(void **state) {
  (void)state;
  assert_refused("a-b b-c", "coverage", NULL, NONET_EUSAGE, "--modes");
  assert_refused(three, "coverage:0", NULL, NONET_EUSAGE, "from 1");
  assert_refused(three, "coverage:1;plans", NULL, NONET_EUSAGE, "plan");
  assert_refused(three, "coverage:x;plan", NULL, NONET_EUSAGE, "how often");
  assert_refused("a-b", "strategy-coverage", NULL, NONET_EUSAGE, "strategies");
}

static void what_rests_on_one_partner_is_counted(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner c=partner s=plan t=plan u=plan w=plan a-s a-t b-t b-u c-b");
  assert_near(value_of(n, "sole-strategies", "a"), 1, 0);
  assert_near(value_of(n, "sole-strategies", "b"), 1, 0);
  assert_near(value_of(n, "sole-strategies", "c"), 0, 0);
  assert_near(value_of(n, "sole-strategies", "s"), (double)NAN, 0);
  assert_near(value_of(n, "strategies-with-one", NULL), 2, 0);
  assert_near(value_of(n, "strategies-with-none", NULL), 1, 0);
  assert_near(value_of(n, "partners-per-strategy", NULL), 1, 0);
  nonet_sheet *s = sheet_of(n, "strategy-coverage", &(nonet_measure_options){.verify = true});
  assert_string_equal(nonet_sheet_text(s, 0, 2), "a");
  assert_string_equal(nonet_sheet_text(s, 1, 2), "");
  assert_near(nonet_sheet_number(s, 1, 1), 2, 0);
  assert_near(nonet_sheet_number(s, 3, 1), 0, 0);
  nonet_sheet_free(s);
  nonet_free(n);
  n = net_of("a-b");
  assert_near(value_of(n, "sole-strategies", "a"), (double)NAN, 0);
  assert_near(value_of(n, "strategies-with-one", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_smallest_choice_is_named_in_the_order_of_keys),
      cmocka_unit_test(often_means_that_many_partners_or_all_there_are),
      cmocka_unit_test(strategies_reach_partners_the_other_way_round),
      cmocka_unit_test(layers_are_reached_by_who_is_in_them),
      cmocka_unit_test(what_nobody_works_on_is_left_out_and_said),
      cmocka_unit_test(more_than_twenty_choices_are_counted_and_twenty_listed),
      cmocka_unit_test(what_has_no_strategies_or_no_such_kind_is_refused),
      cmocka_unit_test(what_rests_on_one_partner_is_counted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
