/* What a network holds, counted by hand. */
#include "fixture/net_of.h"
#include "fixture/survey_of.h"
#include "tests/test.h"

#include <stdio.h>

static nonet_answer *info_of(const nonet *n) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_info(&a, n, NULL, &err), err);
  return a;
}

static const nonet_sheet *sheet_called(const nonet_answer *a, const char *name) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), name) == 0) return nonet_answer_sheet(a, i);
  fail_msg("no sheet %s", name);
  return NULL;
}

static double count_of(const nonet_answer *a, const char *name) {
  const nonet_sheet *s = sheet_called(a, "counts");
  for (size_t r = 0; r < nonet_sheet_rows(s); r++)
    if (strcmp(nonet_sheet_text(s, r, 0), name) == 0) return nonet_sheet_number(s, r, 1);
  fail_msg("no count %s", name);
  return 0;
}

static bool says(const nonet_answer *a, const char *part) {
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    if (strstr(nonet_answer_sentence(a, i), part)) return true;
  return false;
}

static void counts_are_those_of_a_hand(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2@L b>c@M c-c@L d p=kind");
  nonet_answer *a = info_of(n);
  assert_near(count_of(a, "nodes"), 5, 0);
  assert_near(count_of(a, "ties"), 3, 0);
  assert_near(count_of(a, "layers"), 2, 0);
  assert_near(count_of(a, "components"), 3, 0);
  assert_near(count_of(a, "giant"), 3, 0);
  assert_near(count_of(a, "isolates"), 2, 0);
  assert_near(count_of(a, "loops"), 1, 0);
  assert_near(count_of(a, "one-way-ties"), 1, 0);
  assert_near(count_of(a, "nodes-in-several-layers"), 2, 0);
  assert_near(count_of(a, "nodes-in-no-layer"), 2, 0);
  assert_true(says(a, "1 of the ties go one way"));
  nonet_answer_free(a);
  nonet_free(n);
}

static void corner_graphs_have_an_answer(void **state) {
  (void)state;
  for (size_t i = 0; corner_at(i); i++) {
    nonet *n = corner(corner_at(i)->name);
    nonet_answer *a = info_of(n);
    assert_near(count_of(a, "nodes"), nonet_nodes(n), 0);
    assert_near(count_of(a, "ties"), nonet_ties(n), 0);
    assert_true(nonet_sheet_rows(sheet_called(a, "first-ties")) <= 3);
    nonet_answer_free(a);
    nonet_free(n);
  }
}

static void what_weights_mean_is_said(void **state) {
  (void)state;
  nonet_seal_options lengths = {.scale = "length"};
  nonet *plain = net_of("a-b"), *strong = net_of("a-b:2"), *some = net_of("a-b:2 b-c"), *far = net_of_with("a-b:2", &lengths);
  nonet_answer *answers[] = {info_of(plain), info_of(strong), info_of(some), info_of(far)};
  assert_true(says(answers[0], "No tie has a weight."));
  assert_true(says(answers[1], "Weights are strengths"));
  assert_true(says(answers[2], "Weights (of 1 tie) are strengths"));
  assert_true(says(answers[3], "Weights are lengths"));
  for (size_t i = 0; i < 4; i++)
    nonet_answer_free(answers[i]);
  nonet_free(plain);
  nonet_free(strong);
  nonet_free(some);
  nonet_free(far);
}

static void kinds_of_ties_are_counted_in_each_layer(void **state) {
  (void)state;
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  char layer[16], kind[16];
  assert_ok(nonet_draft_new(&d, &err), err);
  for (int i = 0; i < 600; i++) { /* 20 layers x 30 kinds, one tie each: the table of pairs grows */
    snprintf(layer, sizeof layer, "L%d", i % 20);
    snprintf(kind, sizeof kind, "k%d", i / 20);
    nonet_tie_row row = {.from = "a", .to = "b", .layer = layer, .kind = kind, .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_answer *a = info_of(n);
  const nonet_sheet *s = sheet_called(a, "tie-kinds");
  assert_int_equal(nonet_sheet_rows(s), 600);
  for (size_t r = 0; r < 600; r++)
    assert_near(nonet_sheet_number(s, r, 2), 1, 0);
  nonet_answer_free(a);
  nonet_free(n);
  nonet_draft_free(d);
}

static void who_did_not_answer_is_named(void **state) {
  (void)state;
  nonet *n = survey_of("abcd -101 1-.0 ..-. 101-");
  nonet_answer *a = info_of(n);
  assert_true(says(a, "Survey (response rate 0.75): 3 of 4 nodes that were asked answered, and 4 of 12 questions are open; what was not"));
  assert_true(says(a, "Did not answer: c."));
  const nonet_sheet *s = sheet_called(a, "open-questions");
  assert_int_equal(nonet_sheet_rows(s), 2);
  for (size_t r = 0; r < 2; r++) {
    bool all = strcmp(nonet_sheet_text(s, r, 1), "c") == 0;
    assert_string_equal(nonet_sheet_text(s, r, 0), all ? "did not answer" : "answered in part");
    assert_near(nonet_sheet_number(s, r, 2), all ? 3 : 1, 0);
    assert_near(nonet_sheet_number(s, r, 3), 3, 0);
  }
  nonet_answer_free(a);
  nonet_free(n);
  n = survey_of("ab -1 0-");
  a = info_of(n);
  assert_true(says(a, "Survey (response rate 1): all of 2 nodes answered every question."));
  assert_false(says(a, "Did not answer"));
  nonet_answer_free(a);
  nonet_free(n);
}

static void of_many_names_the_first_stand_in_the_sentence_and_all_in_the_sheet(void **state) {
  (void)state;
  nonet *n = survey_of("abcdefghijklmn:xy 10 .. .. .. .. .. .. .. .. .. .. .. .. ..");
  nonet_answer *a = info_of(n);
  assert_true(says(a, ", m and 1 more (sheet open-questions)."));
  assert_int_equal(nonet_sheet_rows(sheet_called(a, "open-questions")), 13);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_are_those_of_a_hand),  cmocka_unit_test(corner_graphs_have_an_answer),
      cmocka_unit_test(what_weights_mean_is_said),   cmocka_unit_test(kinds_of_ties_are_counted_in_each_layer),
      cmocka_unit_test(who_did_not_answer_is_named), cmocka_unit_test(of_many_names_the_first_stand_in_the_sentence_and_all_in_the_sheet),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
