/* The form of governance: the shapes that have a name, what makes an administrator, partners through strategies, and what has no form. */
#include "measure/values.h"

#include <string.h>

static size_t row_called(const nonet_sheet *s, const char *name) {
  size_t row = 0;
  while (row < nonet_sheet_rows(s) && strcmp(nonet_sheet_text(s, row, 0), name) != 0)
    row++;
  assert_true(row < nonet_sheet_rows(s));
  return row;
}

static double number_in(const nonet_sheet *s, const char *name) {
  return nonet_sheet_number(s, row_called(s, name), 1);
}

/* The form and the hub that a line has; verified. */
static nonet_sheet *form_of(const char *line, const char *measure, const char *form, const char *hub) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, measure, &(nonet_measure_options){.verify = true});
  assert_string_equal(nonet_sheet_text(s, row_called(s, "form"), 2), form);
  assert_string_equal(nonet_sheet_text(s, row_called(s, "hub"), 2), hub);
  nonet_free(n);
  return s;
}

static void assert_form(const char *line, const char *measure, const char *form, const char *hub) {
  nonet_sheet_free(form_of(line, measure, form, hub));
}

static void a_star_has_a_lead_organisation_and_a_complete_network_governs_together(void **state) {
  (void)state;
  assert_form("h-a h-b h-c h-d h-e", "governance-form", "lead organisation", "h");
  assert_form("h>a b>h h>c d>h", "governance-form", "lead organisation", "h");
  assert_form("a-b b-c", "governance-form", "lead organisation", "b");
  assert_form("a-b a-c a-d b-c b-d c-d", "governance-form", "shared governance", "");
  assert_form("a-b b-c c-a", "governance-form", "shared governance", "");
}

static void who_is_in_the_middle_of_a_wheel_leads(void **state) {
  (void)state;
  nonet_sheet *s = form_of("h-a h-b h-c h-d h-e h-f h-g h-i a-b b-c c-d d-e e-f f-g g-i i-a", "governance-form", "lead organisation", "h");
  assert_near(number_in(s, "partners"), 9, 0);
  assert_near(number_in(s, "tied-pairs"), 16, 0);
  assert_near(number_in(s, "density"), 16 / 36.0, 1e-15);
  assert_near(number_in(s, "centralisation-degree"), 8 * 5 / 56.0, 1e-15);
  assert_near(number_in(s, "most-contacts"), 8, 0);
  assert_near(number_in(s, "second-contacts"), 3, 0);
  assert_near(number_in(s, "share-of-most"), 0.5, 1e-15);
  nonet_sheet_free(s);
}

static void the_kind_of_the_one_in_the_middle_tells_an_administrator(void **state) {
  static const char line[] = "h=office a=charity b=charity c=charity h-a h-b h-c";
  (void)state;
  assert_form("h=secretariat a=charity b=charity h-a h-b", "governance-form", "network administrative organisation", "h");
  assert_form("h=NAO a=charity b=charity h-a h-b", "governance-form", "network administrative organisation", "h");
  assert_form("h=office a=charity b=charity h-a h-b", "governance-form:office", "network administrative organisation", "h");
  nonet_sheet *s = form_of(line, "governance-form", "lead organisation", "h");
  assert_contains(nonet_sheet_note(s, 0), "'office', is not that of one who only administers");
  nonet_sheet_free(s);
  assert_form(line, "governance-form:office", "network administrative organisation", "h");
  assert_form(line, "governance-form:charity", "lead organisation", "h");
  assert_refused(line, "governance-form:ofice", NULL, NONET_EUSAGE, "office");
  s = form_of("h-a h-b h-c", "governance-form", "lead organisation", "h");
  assert_contains(nonet_sheet_note(s, 0), "cannot be told");
  assert_contains(nonet_sheet_note(s, 1), "who was asked");
  nonet_sheet_free(s);
}

static void two_who_lead_a_ring_and_parts_are_no_form_of_the_three(void **state) {
  (void)state;
  assert_form("a-b a-c a-d a-e b-c b-d b-e", "governance-form", "mixed", "");
  assert_form("a-b b-c c-d d-e e-f f-a", "governance-form", "mixed", "");
  assert_form("a-b b-c c-a d-e e-f f-d", "governance-form", "mixed", "");
  assert_form("a-b b-c c-d a-c a-d b-d e", "governance-form", "mixed", ""); /* dense, but one is left out */
}

static void there_is_no_form_without_ties_or_with_two(void **state) {
  (void)state;
  assert_form("", "governance-form", "none", "");
  assert_form("a-b", "governance-form", "none", "");
  nonet_sheet *s = form_of("a b c d", "governance-form", "none", "");
  assert_near(number_in(s, "centralisation-degree"), 0, 0);
  assert_contains(nonet_sheet_note(s, 0), "no partner is tied");
  nonet_sheet_free(s);
}

/* h shares a strategy with each of the others, and nobody else does with anybody. */
static void partners_are_tied_through_the_strategies_that_they_share(void **state) {
  static const char line[] = "h=partner a=partner b=partner c=partner s=strategy t=strategy u=strategy h-s h-t h-u a-s b-t c-u";
  (void)state;
  nonet_sheet *s = form_of(line, "governance-form", "lead organisation", "h");
  assert_near(number_in(s, "partners"), 4, 0);
  assert_near(number_in(s, "strategies"), 3, 0);
  assert_near(number_in(s, "tied-pairs"), 3, 0);
  assert_contains(nonet_sheet_note(s, 2), "3 nodes are what partners work on");
  nonet_sheet_free(s);
  assert_form("a=partner b=partner c=partner s=strategy a-s b-s c-s", "governance-form", "shared governance", "");
}

static void known_networks_are_not_forced_into_a_form(void **state) {
  (void)state;
  assert_form(karate, "governance-form", "mixed", "34");
  nonet_sheet *s = form_of(florentine_15, "governance-form", "mixed", "Medici");
  assert_near(number_in(s, "centralisation-degree"), .274725, 1e-6);
  assert_near(number_in(s, "centralisation-betweenness"), .436813, 1e-6);
  nonet_sheet_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_star_has_a_lead_organisation_and_a_complete_network_governs_together),
      cmocka_unit_test(who_is_in_the_middle_of_a_wheel_leads),
      cmocka_unit_test(the_kind_of_the_one_in_the_middle_tells_an_administrator),
      cmocka_unit_test(two_who_lead_a_ring_and_parts_are_no_form_of_the_three),
      cmocka_unit_test(there_is_no_form_without_ties_or_with_two),
      cmocka_unit_test(partners_are_tied_through_the_strategies_that_they_share),
      cmocka_unit_test(known_networks_are_not_forced_into_a_form),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
