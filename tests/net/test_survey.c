/* Who was asked and who answered. */
#include "net/survey.h"

#include "fixture/net_of.h"
#include "fixture/survey_of.h"
#include "views.h"

static void a_network_of_ties_alone_asked_nobody(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  struct buffer text = {0};
  assert_response(n, 0, 0, 0, 0);
  assert_false(net_survey_silence(&text, n));
  assert_int_equal(text.size, 0);
  nonet_free(n);
}

static void who_answers_one_question_answered(void **state) {
  (void)state;
  nonet *n = survey_of("abcd -101 1-.0 ..-. 101-"); /* c says nothing: its own mark is no question */
  uint64_t asked, open;
  assert_response(n, 4, 3, 12, 4);
  nonet_node_questions(&asked, &open, n, node_of(n, "b"));
  assert_int_equal(asked, 3);
  assert_int_equal(open, 1);
  nonet_node_questions(&asked, &open, n, node_of(n, "c"));
  assert_int_equal(open, 3);
  nonet_free(n);
}

static void a_reply_is_asked_for_open_or_answered(void **state) {
  (void)state;
  nonet *n = survey_of("ab:xyz 10. 011");
  uint32_t a = node_of(n, "a"), x = node_of(n, "x"), z = node_of(n, "z");
  assert_int_equal(net_survey_reply(n, a, x), NET_ANSWERED);
  assert_int_equal(net_survey_reply(n, a, z), NET_OPEN);
  assert_int_equal(net_survey_reply(n, x, a), NET_NOT_ASKED);
  assert_int_equal(net_survey_reply(n, a, node_of(n, "b")), NET_NOT_ASKED);
  assert_int_equal(net_survey_reply(n, a, a), NET_NOT_ASKED);
  assert_response(n, 2, 2, 6, 1);
  nonet_free(n);
}

static void of_two_grids_a_pair_is_answered_where_both_answer(void **state) {
  (void)state;
  nonet_draft *d = survey_draft();
  survey_add(d, "E", "abc -10 0-1 ..-");
  survey_add(d, "H", "ab -. 0-");
  nonet *n = survey_seal(d, NULL);
  uint32_t a = node_of(n, "a"), b = node_of(n, "b"), c = node_of(n, "c"), layer;
  nonet_err err;
  assert_int_equal(net_survey_reply(n, a, b), NET_OPEN);
  assert_int_equal(net_survey_reply(n, a, c), NET_ANSWERED);
  assert_int_equal(net_survey_reply(n, c, b), NET_OPEN);
  assert_ok(nonet_find_layer(&layer, n, "E", &err), err);
  assert_int_equal(net_survey_reply_in(n, layer, a, b), NET_ANSWERED);
  assert_int_equal(net_survey_reply_in(n, NONET_NONE, a, b), NET_NOT_ASKED);
  assert_response(n, 3, 2, 8, 3);
  nonet_free(n);
}

static void a_row_holds_the_replies_of_one_side_or_of_the_better_one(void **state) {
  (void)state;
  nonet *n = survey_of("abc -.0 1-. ..-");
  uint32_t a = node_of(n, "a"), b = node_of(n, "b"), c = node_of(n, "c");
  uint8_t row[3], here[3] = {0};
  net_survey_row(row, here, n, a, false);
  assert_int_equal(row[a], NET_NOT_ASKED);
  assert_int_equal(row[b], NET_OPEN);
  assert_int_equal(row[c], NET_ANSWERED);
  net_survey_row(row, here, n, a, true);
  assert_int_equal(row[b], NET_ANSWERED);
  net_survey_row(row, here, n, c, true);
  assert_int_equal(row[a], NET_ANSWERED);
  assert_int_equal(row[b], NET_OPEN);
  assert_memory_equal(here, ((uint8_t[]){0, 0, 0}), 3);
  nonet_free(n);
}

static void in_a_pair_without_direction_each_grid_may_be_answered_by_another_side(void **state) {
  (void)state;
  nonet_draft *d = survey_draft();
  survey_add(d, "E", "ab -. 0-");
  survey_add(d, "H", "ab -0 .-");
  nonet *n = survey_seal(d, NULL);
  uint8_t row[2], here[2] = {0};
  net_survey_row(row, here, n, 0, true);
  assert_int_equal(row[1], NET_ANSWERED);
  net_survey_row(row, here, n, 0, false);
  assert_int_equal(row[1], NET_OPEN);
  nonet_free(n);
}

static void silence_is_one_sentence_with_its_numbers(void **state) {
  (void)state;
  nonet *n = survey_of("abc -10 1-. ..-"), *full = survey_of("ab -1 0-");
  struct buffer text = {0};
  assert_true(net_survey_silence(&text, n));
  assert_string_equal(buffer_string(&text),
                      "2 of 3 nodes that were asked answered, and 3 of 6 questions are open; what was not answered counts "
                      "as no tie");
  buffer_clear(&text);
  assert_false(net_survey_silence(&text, full));
  buffer_free(&text);
  nonet_free(full);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_network_of_ties_alone_asked_nobody),
      cmocka_unit_test(who_answers_one_question_answered),
      cmocka_unit_test(a_reply_is_asked_for_open_or_answered),
      cmocka_unit_test(of_two_grids_a_pair_is_answered_where_both_answer),
      cmocka_unit_test(a_row_holds_the_replies_of_one_side_or_of_the_better_one),
      cmocka_unit_test(in_a_pair_without_direction_each_grid_may_be_answered_by_another_side),
      cmocka_unit_test(silence_is_one_sentence_with_its_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
