/* What would change: contact, strategies, ties with their evidence, measures, marks. */
#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>

static nonet_answer *what_if(const nonet *n, const nonet_edit *edits, size_t count, const nonet_what_if_options *options) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_what_if(&a, n, edits, count, options, NULL, &err), err);
  return a;
}
#define WHAT_IF(n, ...) what_if(n, (const nonet_edit[]){__VA_ARGS__}, sizeof((const nonet_edit[]){__VA_ARGS__}) / sizeof(nonet_edit), NULL)
#define WITHOUT(name)                                                                                                                      \
  { .kind = NONET_REMOVE_NODE, .a = (name) }

static const nonet_sheet *sheet(const nonet_answer *a, const char *name) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), name) == 0) return nonet_answer_sheet(a, i);
  fail_msg("there is no sheet '%s'", name);
  return NULL;
}

static void assert_says(const nonet_answer *a, const char *part) {
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    if (strstr(nonet_answer_sentence(a, i), part)) return;
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    print_error("%s\n", nonet_answer_sentence(a, i));
  fail_msg("nothing says '%s'", part);
}

/* A value of the sheet "change": column 1 before, 2 after. */
static double change(const nonet_answer *a, const char *measure, size_t column) {
  const nonet_sheet *s = sheet(a, "change");
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    if (strcmp(nonet_sheet_text(s, row, 0), measure) == 0) return nonet_sheet_number(s, row, column);
  fail_msg("there is no measure '%s'", measure);
  return NAN;
}

/* "a=leaves b=loses contact ab=lost": marks of nodes by key, of ties by the keys of their ends. */
static void assert_marks(const nonet *n, const nonet_answer *a, const char *want) {
  char got[1024] = "";
  const nonet *of = nonet_answer_network(a) ? nonet_answer_network(a) : n;
  uint32_t v, t;
  const char *role;
  for (size_t i = 0; nonet_answer_highlight(a, i, &v, &t, &role); i++) {
    nonet_node from, to;
    nonet_tie tie = {0};
    if (t != NONET_NONE) nonet_tie_get(&tie, of, t);
    nonet_node_get(&from, of, t == NONET_NONE ? v : tie.from);
    nonet_node_get(&to, of, t == NONET_NONE ? v : tie.to);
    snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s%s=%s", i ? ", " : "", from.key, t == NONET_NONE ? "" : to.key, role);
  }
  assert_string_equal(got, want);
}

static void who_loses_contact_with_whom_is_said_and_listed(void **state) {
  (void)state;
  nonet *n = net_of("youth-core core-health");
  nonet_answer *a = WHAT_IF(n, WITHOUT("core"));
  assert_string_equal(nonet_answer_verdict(a), "1 pair loses contact");
  assert_says(a, "If core left, youth would lose contact with health.");
  const nonet_sheet *s = sheet(a, "pairs");
  assert_int_equal(nonet_sheet_rows(s), 1);
  assert_string_equal(nonet_sheet_text(s, 0, 0), "health");
  assert_string_equal(nonet_sheet_text(s, 0, 1), "youth");
  assert_marks(n, a, "youth=loses contact, core=leaves, youthcore=lost, corehealth=lost");
  nonet_answer_free(a);
  nonet_free(n);
}

static void groups_are_named_and_the_greatest_is_what_the_others_lose(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a c-x x-y x-p p-q x-z");
  nonet_answer *a = WHAT_IF(n, WITHOUT("x"));
  assert_says(a, "If x left, p and q would lose contact with the other 5.");
  assert_says(a, "If x left, y and z would each lose contact with the other 6.");
  const nonet_sheet *s = sheet(a, "groups");
  assert_int_equal(nonet_sheet_rows(s), 7);
  assert_string_equal(nonet_sheet_text(s, 0, 1), "a");
  assert_string_equal(nonet_sheet_text(s, 3, 0), "2");
  assert_string_equal(nonet_sheet_text(s, 3, 1), "p");
  assert_int_equal(nonet_sheet_rows(sheet(a, "pairs")), 3 * 2 + 3 + 3 + 2 + 2 + 1);
  assert_says(a, "Of the 21 pairs that are in contact now and stay, 17 would lose it.");
  assert_near(change(a, "pairs-in-contact", 1), 21, 0);
  assert_near(change(a, "pairs-in-contact", 2), 4, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_leaves_of_a_star_are_told_together(void **state) {
  (void)state;
  nonet *n = net_of("m-a m-b m-c");
  nonet_answer *a = WHAT_IF(n, WITHOUT("m"));
  assert_says(a, "If m left, a, b and c would each lose contact with all the others.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_tie_that_comes_takes_contact_from_nobody_and_its_gain_is_told_however_small(void **state) {
  (void)state;
  char text[4096] = "p0-p1";
  for (int i = 1; i < 60; i++)
    snprintf(text + strlen(text), sizeof text - strlen(text), " p0-p%d p%d-p%d", i + 1, i, i + 1);
  nonet *n = net_of(text);
  nonet_answer *a = WHAT_IF(n, {.kind = NONET_ADD_TIE, .a = "p1", .b = "p9"});
  assert_string_equal(nonet_answer_verdict(a), "nobody gains contact");
  assert_says(a, "If p1 were tied to p9, nobody would come into contact who is not already.");
  assert_says(a, "would rise from"); /* by 0.5 of 1830 pairs: 0.00027, which three digits may not show */
  nonet_answer_free(a);
  nonet_free(n);
}

static void what_breaks_nothing_is_said_to(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a d-e");
  nonet_answer *a = WHAT_IF(n, WITHOUT("a"));
  assert_string_equal(nonet_answer_verdict(a), "nobody loses contact");
  assert_says(a, "If a left, nobody who stays would lose contact with anybody.");
  assert_int_equal(nonet_sheet_rows(sheet(a, "groups")), 0);
  assert_int_equal(nonet_sheet_rows(sheet(a, "ties-lost")), 2);
  nonet_answer_free(a);
  a = what_if(n, NULL, 0, NULL);
  assert_says(a, "If nothing changed, nobody");
  for (size_t row = 0; row < nonet_sheet_rows(sheet(a, "change")); row++) {
    double x = nonet_sheet_number(sheet(a, "change"), row, 3);
    assert_true(isnan(x) || x == 0);
  }
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_new_tie_brings_contact_and_the_marks_have_a_network(void **state) {
  (void)state;
  nonet *n = net_of("a-b c-d");
  nonet_answer *a = WHAT_IF(n, {.kind = NONET_ADD_TIE, .a = "b", .b = "c"});
  assert_string_equal(nonet_answer_verdict(a), "4 pairs gain contact");
  assert_says(a, "If b were tied to c, c and d would gain contact with a and b.");
  assert_int_equal(nonet_sheet_rows(sheet(a, "ties-gained")), 1);
  assert_non_null(nonet_answer_network(a));
  assert_marks(n, a, "c=gains contact, d=gains contact, bc=new");
  nonet_answer_free(a);
  a = WHAT_IF(n, WITHOUT("a"), {.kind = NONET_ADD_NODE, .a = "a"});
  assert_null(nonet_answer_network(a)); /* its name is taken in the network as it is */
  assert_marks(n, a, "a=leaves, ab=lost");
  nonet_answer_free(a);
  nonet_free(n);
}

static void ties_between_nodes_that_become_one_go(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  nonet_answer *a = WHAT_IF(n, {.kind = NONET_MERGE_NODES, .a = "a", .b = "b"});
  assert_says(a, "If a and b became one, nobody");
  assert_marks(n, a, "a=become one, b=become one, ab=lost");
  assert_near(change(a, "nodes", 2), 2, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void strategies_without_a_partner_and_with_one_are_told(void **state) {
  (void)state;
  nonet *n = net_of("p=partner q=partner s=strategy t=strategy u=strategy p-s p-t q-t p-u q-u p-u r=partner r-u");
  nonet_answer *a = WHAT_IF(n, WITHOUT("p"));
  assert_says(a, "If p left, s would be left without a partner.");
  assert_says(a, "If p left, t would rest on q alone.");
  const nonet_sheet *s = sheet(a, "strategies");
  assert_int_equal(nonet_sheet_rows(s), 3);
  assert_near(nonet_sheet_number(s, 2, 1), 3, 0); /* u: parallel ties count once */
  assert_near(nonet_sheet_number(s, 2, 2), 2, 0);
  assert_string_equal(nonet_sheet_text(s, 1, 3), "q");
  assert_near(change(a, "strategies-without-partner", 2), 1, 0);
  assert_near(change(a, "strategies-with-one-partner", 1), 1, 0);
  assert_near(change(a, "pairs-working-together", 1), 3, 0);
  assert_near(change(a, "pairs-working-together", 2), 1, 0);
  assert_says(a, "Pairs that work together through a strategy: 3 now, 1 then.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void lost_ties_keep_their_evidence(void **state) {
  (void)state;
  nonet_err err;
  nonet_draft *d = draft_of("a-b");
  nonet_tie_row row = {.from = "b", .to = "c", .source = "minutes, 3 May", .kind = "leads"};
  nonet *n;
  assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_answer *a = WHAT_IF(n, WITHOUT("b"));
  assert_says(a, "2 ties would be lost, 1 of them with evidence.");
  const nonet_sheet *s = sheet(a, "ties-lost");
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (strcmp(nonet_sheet_column(s, c, NULL), "source") == 0) assert_string_equal(nonet_sheet_text(s, 1, c), "minutes, 3 May");
  nonet_answer_free(a);
  nonet_free(n);
  nonet_draft_free(d);
}

static void pairs_beyond_the_number_asked_for_are_said_to_be_more(void **state) {
  (void)state;
  nonet *n = net_of("m-a m-b m-c m-d");
  nonet_edit edit = WITHOUT("m");
  nonet_answer *a = what_if(n, &edit, 1, &(nonet_what_if_options){.at_most = 2});
  assert_int_equal(nonet_sheet_rows(sheet(a, "pairs")), 2);
  assert_says(a, "Only the first 2 of the 6 pairs are listed");
  nonet_answer_free(a);
  nonet_free(n);
}

static void many_groups_are_counted_not_dropped(void **state) {
  (void)state;
  char line[1024] = "";
  for (int i = 0; i < 14; i++)
    snprintf(line + strlen(line), sizeof line - strlen(line), "hub-a%d a%d-b%d ", i, i, i);
  nonet *n = net_of(line);
  nonet_answer *a = WHAT_IF(n, WITHOUT("hub"));
  assert_says(a, "3 more groups would lose contact; the sheet 'groups' names them.");
  assert_int_equal(nonet_sheet_rows(sheet(a, "groups")), 28);
  nonet_answer_free(a);
  nonet_free(n);
}

static void direction_does_not_matter_for_contact(void **state) {
  (void)state;
  nonet *n = net_of("b>a b>c");
  nonet_answer *a = WHAT_IF(n, WITHOUT("b"));
  assert_says(a, "If b left, c would lose contact with a.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_view_is_made_of_both(void **state) {
  (void)state;
  nonet *n = net_of("p=partner q=partner s=strategy t=strategy p-s q-s p-t q-t");
  nonet_edit edits[] = {WITHOUT("s"), WITHOUT("t")};
  nonet_answer *a = what_if(n, edits, 2, &(nonet_what_if_options){.through = "project:partner"});
  assert_says(a, "If s and t left, q would lose contact with p.");
  assert_near(change(a, "ties", 1), 1, 0);
  assert_near(change(a, "ties", 2), 0, 0);
  nonet_answer_free(a);
  nonet_err err;
  assert_int_equal(nonet_what_if(&a, n, edits, 2, &(nonet_what_if_options){.through = "sideways"}, NULL, &err), NONET_EUSAGE);
  assert_null(a);
  nonet_free(n);
}

static void everybody_may_leave(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_answer *a = WHAT_IF(n, WITHOUT("a"), WITHOUT("b"));
  assert_says(a, "If a and b left, nobody who stays");
  assert_near(change(a, "nodes", 2), 0, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_corner_graphs_hold(void **state) {
  (void)state;
  for (size_t i = 0; corner_at(i); i++) {
    nonet *n = corner(corner_at(i)->name);
    for (uint32_t v = 0; v < nonet_nodes(n); v++) {
      nonet_node node;
      nonet_node_get(&node, n, v);
      nonet_answer *a = WHAT_IF(n, WITHOUT(node.key));
      assert_near(change(a, "nodes", 2), nonet_nodes(n) - 1, 0);
      assert_near(change(a, "pairs-in-contact", 1) - change(a, "pairs-in-contact", 2), change(a, "pairs-losing-contact", 2), 0);
      nonet_answer_free(a);
    }
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(who_loses_contact_with_whom_is_said_and_listed),
      cmocka_unit_test(groups_are_named_and_the_greatest_is_what_the_others_lose),
      cmocka_unit_test(the_leaves_of_a_star_are_told_together),
      cmocka_unit_test(a_tie_that_comes_takes_contact_from_nobody_and_its_gain_is_told_however_small),
      cmocka_unit_test(what_breaks_nothing_is_said_to),
      cmocka_unit_test(a_new_tie_brings_contact_and_the_marks_have_a_network),
      cmocka_unit_test(ties_between_nodes_that_become_one_go),
      cmocka_unit_test(strategies_without_a_partner_and_with_one_are_told),
      cmocka_unit_test(lost_ties_keep_their_evidence),
      cmocka_unit_test(pairs_beyond_the_number_asked_for_are_said_to_be_more),
      cmocka_unit_test(many_groups_are_counted_not_dropped),
      cmocka_unit_test(direction_does_not_matter_for_contact),
      cmocka_unit_test(a_view_is_made_of_both),
      cmocka_unit_test(everybody_may_leave),
      cmocka_unit_test(the_corner_graphs_hold),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
