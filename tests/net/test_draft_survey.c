/* Drafts refuse what a caller may get wrong about a survey, and take surveys back with the rest. */
#include "fixture/survey_of.h"
#include "net/draft.h"
#include "rows.h"

static void a_survey_that_the_draft_does_not_have_is_refused(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  assert_int_equal(nonet_draft_respondent(d, 0, "a", &err), NONET_EUSAGE);
  assert_contains(err.text, "the draft has no survey 0");
  assert_int_equal(nonet_draft_alter(d, 3, "a", &err), NONET_EUSAGE);
  assert_int_equal(nonet_draft_unanswered(d, 0, "a", "b", &err), NONET_EUSAGE);
  nonet_draft_free(d);
}

static void a_name_is_due_and_is_utf8(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  uint32_t survey;
  assert_ok(nonet_draft_survey(&survey, d, &(nonet_survey_row){.origin = {1, 1}}, &err), err);
  assert_int_equal(nonet_draft_respondent(d, survey, "", &err), NONET_EINPUT);
  assert_int_equal(nonet_draft_alter(d, survey, NULL, &err), NONET_EINPUT);
  assert_int_equal(nonet_draft_unanswered(d, survey, "a", "caf\xe9", &err), NONET_EINPUT);
  assert_contains(err.text, "not UTF-8");
  assert_int_equal(nonet_draft_survey(&survey, d, &(nonet_survey_row){.origin = {9, 1}}, &err), NONET_EUSAGE);
  nonet_draft_free(d);
}

static void what_was_asked_since_a_mark_is_taken_back(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  struct draft_mark mark;
  survey_add(d, NULL, "ab -1 .-");
  draft_mark(d, &mark);
  survey_add(d, NULL, "cd -. .-");
  draft_back_to(d, &mark);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_nodes(n), 2);
  assert_response(n, 2, 1, 2, 1);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_survey_that_the_draft_does_not_have_is_refused),
      cmocka_unit_test(a_name_is_due_and_is_utf8),
      cmocka_unit_test(what_was_asked_since_a_mark_is_taken_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
