/* Reading questions: splits, quotes, slips, and two readings. */
#include "ask/asked.h"

static nonet *city(void) {
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  static const char *const labels[] = {"Crime and Disorder Strategy",  "Police",        "Crime",
                                       "Disorder Strategy and Police", "Café of Leeds", "Education, Health and Care Plan"};
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    char key[8];
    snprintf(key, sizeof key, "k%zu", i);
    nonet_node_row row = {.key = key, .label = labels[i], .layers = i < 2 ? "Safety" : "Health; Safety", .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_node(NULL, d, &row, &err), err);
  }
  for (size_t i = 0; i + 1 < sizeof labels / sizeof *labels; i++) {
    char from[8], to[8];
    snprintf(from, sizeof from, "k%zu", i);
    snprintf(to, sizeof to, "k%zu", i + 1);
    nonet_tie_row tie = {.from = from, .to = to, .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_tie(NULL, d, &tie, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void a_name_may_hold_words_of_the_language(void **state) {
  (void)state;
  nonet *n = city();
  assert_says(n, "who connects Police to Crime and Disorder Strategy", "Police reaches Crime and Disorder Strategy");
  assert_says(n, "what do Police and Education, Health and Care Plan share", "Both are in Safety");
  nonet_free(n);
}

static void two_readings_are_both_shown_with_quotes(void **state) {
  (void)state;
  nonet *n = city();
  refused(n, "what do Crime and Disorder Strategy and Police share", NONET_EUSAGE,
          "what do \"Crime and Disorder Strategy\" and \"Police\" share");
  refused(n, "what do Crime and Disorder Strategy and Police share", NONET_EUSAGE,
          "what do \"Crime\" and \"Disorder Strategy and Police\" share");
  assert_says(n, "what do \"Crime and Disorder Strategy\" and Police share", "1 tie runs between the two");
  assert_says(n, "what do “Crime” and 'Disorder Strategy and Police' share", "1 tie runs between the two");
  nonet_free(n);
}

static void case_accents_blanks_and_marks_at_the_end_are_forgiven(void **state) {
  (void)state;
  nonet *n = city();
  assert_says(n, "  WHO works   with cafe OF leeds ?  ", "Café of Leeds is tied to");
  nonet_free(n);
}

static void a_slip_in_a_name_gets_the_nearest_names(void **state) {
  (void)state;
  nonet *n = net_of(florence);
  refused(n, "who connects Medicci to Pazzi", NONET_EUSAGE, "did you mean 'Medici'?");
  refused(n, "how is Medici connected to Pazzi avoiding Albizi and Ginori", NONET_EUSAGE, "there is no node or layer 'Albizi'");
  nonet_free(n);
}

static void a_question_that_cannot_be_read_gets_the_nearest_forms(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  refused(n, "who conects a to b", NONET_EUSAGE, "'who connects A to B'");
  refused(n, "colourless green ideas", NONET_EUSAGE, "nonet list questions");
  refused(n, "   ", NONET_EUSAGE, "empty");
  refused(n, "\xff", NONET_EUSAGE, "UTF-8");
  nonet_free(n);
}

static void a_name_of_several_things_must_say_which(void **state) {
  (void)state;
  nonet *n = net_of("Health-a@Health a-b@Other b-Health@Other");
  refused(n, "who connects Health to b", NONET_EUSAGE, "'Health' is a node and a layer; say \"node:Health\" or \"layer:Health\"");
  assert_says(n, "who connects node:Health to b", "Health reaches b in 1 step");
  assert_says(n, "who connects \"layer:Health\" to b", "are 1 step apart");
  nonet_free(n);
}

static void a_label_of_several_nodes_is_told_apart_by_the_layer(void **state) {
  (void)state;
  nonet *n = graph_named("search-rescue");
  refused(n, "who works with Red Cross", NONET_EUSAGE, "'Red Cross (Cheyenne)'");
  assert_says(n, "who works with Red Cross (Cheyenne)", "Red Cross (Cheyenne) is tied to");
  nonet_free(n);
}

static void hostile_questions_end(void **state) {
  (void)state;
  nonet *n = net_of("and-and2 to-b");
  char text[4096] = "who connects ";
  for (size_t i = 0; i < 90; i++)
    strcat(text, "and to ");
  refused(n, text, NONET_EUSAGE, "");
  for (size_t i = 0; i < 200; i++)
    strcat(text, "x ");
  refused(n, text, NONET_EUSAGE, "more than 200 words");
  refused(n, "who connects \"a to b", NONET_EUSAGE, "");
  nonet_free(n);
}

static void numbers_dates_and_measures_are_checked(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  refused(n, "is a connected to b within many steps", NONET_EUSAGE, "no whole number");
  refused(n, "is a connected to b since yesterday", NONET_EUSAGE, "no date");
  refused(n, "who is most central by betweennes", NONET_EUSAGE, "betweenness");
  refused(n, "who is most central by density", NONET_EUSAGE, "no measure of nodes");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_may_hold_words_of_the_language),
      cmocka_unit_test(two_readings_are_both_shown_with_quotes),
      cmocka_unit_test(case_accents_blanks_and_marks_at_the_end_are_forgiven),
      cmocka_unit_test(a_slip_in_a_name_gets_the_nearest_names),
      cmocka_unit_test(a_question_that_cannot_be_read_gets_the_nearest_forms),
      cmocka_unit_test(a_name_of_several_things_must_say_which),
      cmocka_unit_test(a_label_of_several_nodes_is_told_apart_by_the_layer),
      cmocka_unit_test(hostile_questions_end),
      cmocka_unit_test(numbers_dates_and_measures_are_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
