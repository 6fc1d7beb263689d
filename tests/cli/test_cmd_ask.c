/* nonet ask: the question to the answer, in each form, and the statuses. */
#include "cli/program.h"

#define BIRMINGHAM NONET_SOURCE_DIR "/graphs/birmingham-2000"
#define FLORENTINE NONET_SOURCE_DIR "/graphs/florentine"

static void an_answer_is_told_and_shows_its_evidence(void **state) {
  (void)state;
  assert_status("$nonet ask 'who connects GFA Consulting to Quality Protects' " BIRMINGHAM, 0);
  assert_contains(ran.out, "If Core Skills Partnership left, they would lose contact.");
  assert_contains(ran.out, "Routes that share nobody");
  assert_string_equal(ran.err, "");
}

static void json_and_csv_hold_file_and_line_of_every_tie(void **state) {
  (void)state;
  assert_status("$nonet ask 'how is Strozzi connected to Ginori via marriage' " FLORENTINE " --as json", 0);
  assert_contains(ran.out, "\"verdict\":\"4 steps\"");
  assert_contains(ran.out, "marriage.csv\",\"line\":10}");
  assert_contains(ran.out, "{\"node\":\"Albizzi\",\"label\":\"Albizzi\"");
  assert_status("$nonet ask 'how is Strozzi connected to Ginori via marriage' " FLORENTINE " --as csv", 0);
  assert_int_equal(strncmp(ran.out, "path,step,tie,from,to,kind,layer,weight,since,until,source,file,line", 68), 0);
}

static void no_way_is_status_1_and_a_sentence(void **state) {
  (void)state;
  assert_refused("$nonet ask 'is Pucci connected to Medici' " FLORENTINE, 1, "different components");
  assert_refused("$nonet ask 'is District Audit connected to Family Support within 1 step' " BIRMINGHAM, 1, "the shortest takes 2");
}

static void a_slip_or_a_question_that_cannot_be_read_is_status_2(void **state) {
  (void)state;
  assert_refused("$nonet ask 'who works with Medicci' " FLORENTINE, 2, "did you mean 'Medici'?");
  assert_refused("$nonet ask 'who wrks with Medici' " FLORENTINE, 2, "'who works with A'");
  assert_refused("$nonet ask 'who works with Medici'", 2, "a question and a FILE are needed");
}

static void a_picture_of_just_the_answer_stands_beside_the_words(void **state) {
  (void)state;
  assert_status("$nonet ask 'how is Strozzi connected to Ginori via marriage' " FLORENTINE " -o answer.dot", 0);
  assert_contains(ran.out, "If Albizzi left");
  char *dot = read_back("answer.dot");
  assert_contains(dot, "Albizzi");
  assert_contains(dot, "relied");
  assert_null(strstr(dot, "Acciaiuoli"));
  free(dot);
  assert_status("$nonet ask 'who is in layer:review and education' " BIRMINGHAM " -o answer.svg", 0);
  char *svg = read_back("answer.svg");
  assert_contains(svg, "<svg");
  assert_null(strstr(svg, "Quality"));
  free(svg);
}

static void at_most_and_top_say_what_was_left_out(void **state) {
  (void)state;
  assert_status("$nonet ask 'how is Strozzi connected to Ginori via marriage' " FLORENTINE " --at-most 1", 0);
  assert_contains(ran.out, "The table lists the first of them.");
  assert_status("$nonet ask 'who is most central' " FLORENTINE " --view layer:marriage --top 1 --as csv", 0);
  assert_string_equal(ran.out, "node,label,kind,layers,place,betweenness\nMedici,Medici,family,marriage,1,47.5\n");
}

static void every_form_is_listed(void **state) {
  (void)state;
  assert_status("$nonet list questions", 0);
  assert_contains(ran.out, "who connects A to B");
  assert_contains(ran.out, "avoiding C");
  assert_status("$nonet list questions --as json", 0);
  assert_contains(ran.out, "nonet_connection");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_answer_is_told_and_shows_its_evidence),
      cmocka_unit_test(json_and_csv_hold_file_and_line_of_every_tie),
      cmocka_unit_test(no_way_is_status_1_and_a_sentence),
      cmocka_unit_test(a_slip_or_a_question_that_cannot_be_read_is_status_2),
      cmocka_unit_test(a_picture_of_just_the_answer_stands_beside_the_words),
      cmocka_unit_test(at_most_and_top_say_what_was_left_out),
      cmocka_unit_test(every_form_is_listed),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
