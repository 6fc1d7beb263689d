/* The lines under a sheet: what was merged, what weights and direction did, what is undefined. */
#include "fixture/survey_of.h"
#include "measure/values.h"

/* All notes of a call, one a line. Frees the network. */
static void notes_on(char *out, size_t room, nonet *n, const char *names, const nonet_measure_options *options) {
  nonet_sheet *s = sheet_of(n, names, options);
  *out = '\0';
  for (size_t i = 0; nonet_sheet_note(s, i); i++) {
    if (strlen(out) + strlen(nonet_sheet_note(s, i)) + 2 > room) fail_msg("too many notes");
    strcat(strcat(out, nonet_sheet_note(s, i)), "\n");
  }
  nonet_sheet_free(s);
  nonet_free(n);
}

static void notes_of(char *out, size_t room, const char *line, const char *names, const nonet_measure_options *options) {
  notes_on(out, room, net_of(line), names, options);
}

static void a_plain_network_needs_no_words(void **state) {
  char said[4000];
  (void)state;
  notes_of(said, sizeof said, "a-b b-c c-a", "degree,closeness,clustering", NULL);
  assert_string_equal(said, "");
}

static void loops_and_repeated_ties_are_told_apart(void **state) {
  char said[4000];
  (void)state;
  notes_of(said, sizeof said, "a-a a-b", "closeness", NULL);
  assert_string_equal(said, "closeness: loops are left out.\n");
  notes_of(said, sizeof said, "a-b a-b", "closeness,degree", NULL);
  assert_string_equal(said, "degree: every tie counts, a loop twice.\ncloseness: ties between the same two are taken as one.\n");
  notes_of(said, sizeof said, "a>b b-a", "closeness", NULL); /* a > b twice, b > a once */
  assert_string_equal(said, "closeness: ties between the same two are taken as one.\n");
}

static void direction_that_is_not_used_is_said(void **state) {
  char said[4000];
  (void)state;
  notes_of(said, sizeof said, "a>b b>c", "coreness,closeness", NULL);
  assert_string_equal(said, "coreness: direction is left out of account.\n");
}

static void weights_are_said_to_be_used_left_out_or_missing(void **state) {
  char said[4000];
  nonet_measure_options weighted = {.weighted = true};
  (void)state;
  notes_of(said, sizeof said, "a-b:2 b-c:1", "closeness", NULL);
  assert_contains(said, "Unweighted: the weights in the data are left out");
  notes_of(said, sizeof said, "a-b:2 b-c:1", "closeness,degree", &weighted);
  assert_contains(said, "closeness: weighted; a distance is the sum of lengths, a length is 1/strength.");
  assert_contains(said, "degree: weights are left out of account.");
  notes_of(said, sizeof said, "a-b b-c", "closeness", &weighted);
  assert_string_equal(said, "No tie has a weight: each counts as 1.\n");
}

static void undefined_values_are_counted_and_explained(void **state) {
  char said[4000];
  (void)state;
  notes_of(said, sizeof said, "a-b c", "constraint", NULL);
  assert_contains(said, "constraint: 1 value is undefined (undefined for an isolate");
}

#define SILENCE "2 of 3 nodes that were asked answered, and 3 of 6 questions are open; what was not answered counts as no tie"

static void silence_is_said_under_every_number_that_it_touches(void **state) {
  char said[4000];
  (void)state;
  notes_on(said, sizeof said, survey_of("abc -10 1-. ..-"), "nodes,density,response-rate,ties", NULL);
  assert_string_equal(said, "density, ties: " SILENCE " (answered-density keeps it apart).\n");
  notes_on(said, sizeof said, survey_of("abc -10 1-. ..-"), "degree,strength", NULL);
  assert_contains(said, SILENCE);
  notes_on(said, sizeof said, survey_of("abc -10 1-. ..-"), "structural-similarity", NULL); /* a table */
  assert_contains(said, SILENCE);
  notes_on(said, sizeof said, survey_of("abc -10 1-. ..-"), "response-rate,answered-density,nodes", NULL);
  assert_string_equal(said, "");
  notes_on(said, sizeof said, survey_of("abc -10 1-0 00-"), "density", NULL); /* all answered */
  assert_string_equal(said, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_plain_network_needs_no_words),
      cmocka_unit_test(loops_and_repeated_ties_are_told_apart),
      cmocka_unit_test(direction_that_is_not_used_is_said),
      cmocka_unit_test(weights_are_said_to_be_used_left_out_or_missing),
      cmocka_unit_test(undefined_values_are_counted_and_explained),
      cmocka_unit_test(silence_is_said_under_every_number_that_it_touches),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
