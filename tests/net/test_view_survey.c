/* What was asked, in views. */
#include "fixture/survey_of.h"
#include "net/survey.h"
#include "views.h"

static nonet *two_layers(void) {
  nonet_draft *d = survey_draft();
  survey_add(d, "E", "abc -10 0-1 ..-");
  survey_add(d, "H", "ab -. 1-");
  return survey_seal(d, NULL);
}

static void a_view_keeps_the_questions_among_its_nodes(void **state) {
  (void)state;
  nonet *v = view_of(survey_of("abcd -101 1-.0 ..-. 101-"), "without:a");
  assert_response(v, 3, 2, 6, 3); /* b c d: b about c, and c about all */
  assert_int_equal(net_survey_reply(v, node_of(v, "d"), node_of(v, "c")), NET_ANSWERED);
  assert_int_equal(net_survey_reply(v, node_of(v, "b"), node_of(v, "c")), NET_OPEN);
  nonet_free(v);
  v = view_of(survey_of("abcd -100 1-.0 ..-. 000-"), "around:a:1");
  assert_response(v, 2, 2, 2, 0);
  nonet_free(v);
}

static void a_layer_keeps_its_own_questions(void **state) {
  (void)state;
  nonet *n = two_layers(), *v = view(n, "layer:H");
  assert_response(v, 2, 1, 2, 1);
  nonet_free(v);
  v = view(n, "without:H");
  assert_response(v, 3, 2, 6, 2);
  nonet_free(v);
  v = view_of(n, "without:E");
  assert_response(v, 2, 1, 2, 1);
  nonet_free(v);
}

static void ties_made_from_those_that_were_asked_about_only_remember_it(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a=p b=p c=p x=q y=q");
  survey_add(d, NULL, "abc:xy 11 1. ..");
  nonet *n = survey_seal(d, &(nonet_seal_options){.direction = NONET_UNDIRECTED}), *v = view_of(n, "project:p");
  nonet_response response;
  uint64_t asked, open;
  struct buffer text = {0};
  assert_response(v, 3, 2, 6, 3);
  assert_true(nonet_survey(&response, v) && response.behind);
  nonet_node_questions(&asked, &open, v, node_of(v, "a"));
  assert_int_equal(asked, 0);
  nonet *giant = view_of(v, "giant"); /* c is gone, and still it was asked */
  assert_int_equal(nonet_nodes(giant), 2);
  assert_response(giant, 3, 2, 6, 3);
  assert_true(net_survey_silence(&text, giant));
  assert_contains(buffer_string(&text), "in the network that this view was made from 2 of 3 nodes");
  buffer_free(&text);
  nonet_free(giant);
  v = view_of(two_layers(), "layers");
  assert_true(nonet_survey(&response, v) && response.behind);
  nonet_free(v);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_view_keeps_the_questions_among_its_nodes),
      cmocka_unit_test(a_layer_keeps_its_own_questions),
      cmocka_unit_test(ties_made_from_those_that_were_asked_about_only_remember_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
