/* Cascades between layers: Padgett's families, steps, who fails. */
#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>

/* PADGETT-16: 20 marriages and 15 business ties among 16 families, Pucci in none. */
static const char *const padgett =
    "Acciaiuoli-Medici@M Albizzi-Ginori@M Albizzi-Guadagni@M Albizzi-Medici@M Barbadori-Castellani@M Barbadori-Medici@M "
    "Bischeri-Guadagni@M Bischeri-Peruzzi@M Bischeri-Strozzi@M Castellani-Peruzzi@M Castellani-Strozzi@M Guadagni-Lamberteschi@M "
    "Guadagni-Tornabuoni@M Medici-Ridolfi@M Medici-Salviati@M Medici-Tornabuoni@M Pazzi-Salviati@M Peruzzi-Strozzi@M Ridolfi-Strozzi@M "
    "Ridolfi-Tornabuoni@M Barbadori-Castellani@B Barbadori-Ginori@B Barbadori-Medici@B Barbadori-Peruzzi@B Bischeri-Guadagni@B "
    "Bischeri-Lamberteschi@B Bischeri-Peruzzi@B Castellani-Lamberteschi@B Castellani-Peruzzi@B Ginori-Medici@B Guadagni-Lamberteschi@B "
    "Lamberteschi-Peruzzi@B Medici-Pazzi@B Medici-Salviati@B Medici-Tornabuoni@B Pucci";

static nonet_answer *cascade(const nonet *n, const char *const *nodes, uint32_t until) {
  nonet_answer *a;
  nonet_err err;
  nonet_cascade_options options = {.nodes = nodes, .until = until};
  assert_ok(nonet_cascade(&a, n, &options, NULL, &err), err);
  return a;
}

static const nonet_sheet *sheet(const nonet_answer *a, const char *name) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), name) == 0) return nonet_answer_sheet(a, i);
  fail_msg("there is no sheet '%s'", name);
  return NULL;
}

/* "1 a fails; 2 b cut off in E": the steps from 1 on. */
static void assert_steps(const nonet_answer *a, const char *want) {
  char got[1024] = "";
  const nonet_sheet *s = sheet(a, "cascade");
  for (size_t row = 0; row < nonet_sheet_rows(s); row++) {
    if (nonet_sheet_number(s, row, 0) < 1) continue;
    const char *layer = nonet_sheet_text(s, row, 3);
    snprintf(got + strlen(got), sizeof got - strlen(got), "%s%d %s %s%s%s", *got ? "; " : "", (int)nonet_sheet_number(s, row, 0),
             nonet_sheet_text(s, row, 1), nonet_sheet_text(s, row, 2), *layer ? " in " : "", layer);
  }
  assert_string_equal(got, want);
}

static void the_florentine_families_are_held_and_lost_as_known(void **state) {
  static const struct {
    const char *fails;
    int left;
  } known[] = {{"Medici", 6},     {"Barbadori", 5}, {"Guadagni", 8},     {"Peruzzi", 9},
               {"Castellani", 9}, {"Bischeri", 9},  {"Lamberteschi", 9}, {"Strozzi", 10}};
  (void)state;
  nonet *n = net_of(padgett);
  nonet_answer *a = cascade(n, NULL, 0);
  assert_string_equal(nonet_answer_verdict(a), "10 of 16");
  const nonet_sheet *single = sheet(a, "single");
  assert_string_equal(nonet_sheet_text(single, 0, 0), "Barbadori");
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    const char *nodes[] = {known[i].fails, NULL};
    char want[32];
    nonet_answer *one = cascade(n, nodes, 0);
    snprintf(want, sizeof want, "%d of 16", known[i].left);
    assert_string_equal(nonet_answer_verdict(one), want);
    nonet_answer_free(one);
    for (size_t row = 0; row < nonet_sheet_rows(single); row++)
      if (strcmp(nonet_sheet_text(single, row, 0), known[i].fails) == 0) assert_near(nonet_sheet_number(single, row, 1), known[i].left, 0);
  }
  nonet_answer_free(a);
  nonet_free(n);
}

static void without_barbadori_the_ten_part_into_five_and_four(void **state) {
  (void)state;
  nonet *n = net_of(padgett);
  const char *nodes[] = {"barbadori", NULL};
  nonet_answer *a = cascade(n, nodes, 0);
  const nonet_sheet *s = sheet(a, "state");
  assert_int_equal(nonet_sheet_rows(s), 15);
  assert_near(nonet_sheet_number(s, 0, 2), 5, 0);
  assert_near(nonet_sheet_number(s, 4, 2), 5, 0);
  assert_near(nonet_sheet_number(s, 5, 2), 4, 0);
  assert_near(nonet_sheet_number(s, 9, 2), 1, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_failure_runs_from_layer_to_layer(void **state) {
  (void)state;
  /* In E: x - a - b - c - d. In H: a - c, b - d and x hold the others together by x alone. */
  nonet *n = net_of("x-a@E a-b@E b-c@E c-d@E x-a@H x-b@H x-c@H c-d@H");
  nonet_answer *a = cascade(n, NULL, 0);
  assert_string_equal(nonet_answer_verdict(a), "5 of 5");
  assert_steps(a, "");
  nonet_answer_free(a);
  const char *nodes[] = {"x", NULL};
  a = cascade(n, nodes, 0);
  assert_string_equal(nonet_answer_verdict(a), "2 of 5");
  assert_steps(a, "1 x fails; 2 a cut off in H; 2 b cut off in H");
  nonet_answer_free(a);
  nonet_free(n);
}

static void who_was_not_held_before_stands_at_step_0(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-c@E a-b@H d-e@E");
  const char *nodes[] = {"e", NULL};
  nonet_answer *a = cascade(n, nodes, 0);
  const nonet_sheet *s = sheet(a, "cascade");
  assert_int_equal(nonet_sheet_rows(s), 3);
  assert_string_equal(nonet_sheet_text(s, 0, 1), "c");
  assert_near(nonet_sheet_number(s, 0, 0), 0, 0);
  assert_string_equal(nonet_sheet_text(s, 0, 2), "was not held before");
  assert_steps(a, "1 e fails");
  nonet_answer_free(a);
  nonet_free(n);
}

/* Roles of nodes, in their order, as first letters: h(olds), F(ails), f(alls), L: fell, D: failed. */
static void assert_roles(const nonet *n, const nonet_answer *a, const char *want) {
  char got[64] = "................";
  uint32_t node, tie;
  const char *role;
  for (size_t i = 0; nonet_answer_highlight(a, i, &node, &tie, &role); i++)
    if (tie == NONET_NONE)
      got[node] = strcmp(role, "holds") == 0   ? 'h'
                  : strcmp(role, "fails") == 0 ? 'F'
                  : strcmp(role, "falls") == 0 ? 'f'
                  : strcmp(role, "fell") == 0  ? 'L'
                                               : 'D';
  got[nonet_nodes(n)] = 0;
  assert_string_equal(got, want);
}

static void marks_show_the_state_after_a_step(void **state) {
  (void)state;
  nonet *n = net_of("x-a@E a-b@E b-c@E c-d@E x-a@H x-b@H x-c@H c-d@H");
  const char *nodes[] = {"x", NULL};
  nonet_answer *a = cascade(n, nodes, 1);
  assert_roles(n, a, "Fhhhh");
  nonet_answer_free(a);
  a = cascade(n, nodes, 2);
  assert_roles(n, a, "Dffhh");
  nonet_answer_free(a);
  a = cascade(n, nodes, 0);
  assert_roles(n, a, "Dffhh");
  nonet_answer_free(a);
  nonet_free(n);
}

static void everybody_may_fail(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E a-b@H");
  const char *nodes[] = {"a", "b", NULL};
  nonet_answer *a = cascade(n, nodes, 0);
  assert_string_equal(nonet_answer_verdict(a), "0 of 2");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_cascade_needs_two_layers_with_ties_and_known_names(void **state) {
  nonet_answer *a;
  nonet_err err;
  (void)state;
  nonet *n = net_of("a-b@E b-c");
  assert_int_equal(nonet_cascade(&a, n, NULL, NULL, &err), NONET_EUSAGE);
  assert_null(a);
  assert_contains(err.text, "two at least need ties, and there is one");
  nonet_free(n);
  n = net_of(padgett);
  const char *nodes[] = {"Medicci", NULL};
  assert_int_equal(nonet_cascade(&a, n, &(nonet_cascade_options){.nodes = nodes}, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "Medici");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_florentine_families_are_held_and_lost_as_known),
      cmocka_unit_test(without_barbadori_the_ten_part_into_five_and_four),
      cmocka_unit_test(a_failure_runs_from_layer_to_layer),
      cmocka_unit_test(who_was_not_held_before_stands_at_step_0),
      cmocka_unit_test(marks_show_the_state_after_a_step),
      cmocka_unit_test(everybody_may_fail),
      cmocka_unit_test(a_cascade_needs_two_layers_with_ties_and_known_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
