/* nonet shell, line by line and at a terminal. */
#include "cli/program.h"

#define BIRMINGHAM NONET_SOURCE_DIR "/graphs/birmingham-2000"

static void each_line_is_echoed_before_its_answer(void **state) {
  (void)state;
  assert_status("printf 'who works on Crime and Disorder\\n\\n# a remark\\nis GFA Consulting connected to Quality Protects' | $nonet "
                "shell " BIRMINGHAM,
                0);
  assert_contains(ran.out, "nonet> who works on Crime and Disorder\nCore Skills Partnership is tied to");
  assert_contains(ran.out, "nonet> is GFA Consulting connected to Quality Protects\nYes: ");
  assert_null(strstr(ran.out, "path  step")); /* sentences alone */
}

static void a_failure_is_said_and_the_rest_goes_on(void **state) {
  (void)state;
  assert_status("printf 'who works with Nobody At All\\nwho works on Family Support\\n' | $nonet shell " BIRMINGHAM, 2);
  assert_contains(ran.out, "Core Skills Partnership is tied to Birmingham's Family Support Strategy.");
  assert_contains(ran.err, "there is no node 'Nobody At All'");
  assert_contains(ran.err, "1 of 2 questions could not be answered");
}

static void more_help_info_draw_and_quit_are_words_of_its_own(void **state) {
  (void)state;
  assert_status(
      "printf 'who works on Family Support\\nmore\\ndraw one.dot\\nhelp\\ninfo\\nquit\\nwho is in nowhere\\n' | $nonet shell " BIRMINGHAM,
      0);
  assert_contains(ran.out, "ties.csv");
  assert_contains(ran.out, "who could introduce A to B");
  assert_contains(ran.out, "16 nodes and 19 ties in 3 layers");
  assert_null(strstr(ran.out, "nowhere"));
  char *dot = read_back("one.dot");
  assert_contains(dot, "Family Support");
  free(dot);
  assert_status("printf 'draw x.svg\\n' | $nonet shell " BIRMINGHAM, 2);
  assert_contains(ran.err, "nothing has been answered yet");
}

static void json_comes_for_each_question(void **state) {
  (void)state;
  assert_status("printf 'who works on Family Support\\nwho works on Early Years\\n' | $nonet shell --as json " BIRMINGHAM, 0);
  assert_contains(ran.out, "\"verdict\":\"1\"");
}

static void the_network_cannot_come_from_where_the_questions_do(void **state) {
  (void)state;
  assert_refused("$nonet shell - </dev/null", 2, "standard input holds the questions");
}

/* Keys go through a terminal of their own (script, of util-linux), so that editing, history and completion are those of a person. */
static void at_a_terminal_lines_are_completed_edited_and_remembered(void **state) {
  (void)state;
  if (system("script -qec true /dev/null >/dev/null 2>&1") != 0) {
    print_message("no terminal can be made here: editing and completion are not tested\n");
    skip();
  }
  assert_status(
      "{ sleep 2; printf 'who w\\t'; sleep 0.3; printf 'on Fam\\t\\n'; sleep 0.3; printf '\\020\\n'; sleep 0.3; printf '\\004'; } | "
      "TERM=xterm script -qec \"$nonet shell " BIRMINGHAM "\" /dev/null",
      0);
  const char *first = strstr(ran.out, "is tied to Birmingham's Family Support Strategy.");
  assert_non_null(first);
  assert_non_null(strstr(first + 1, "is tied to Birmingham's Family Support Strategy.")); /* the line before, called back */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_line_is_echoed_before_its_answer),
      cmocka_unit_test(a_failure_is_said_and_the_rest_goes_on),
      cmocka_unit_test(more_help_info_draw_and_quit_are_words_of_its_own),
      cmocka_unit_test(json_comes_for_each_question),
      cmocka_unit_test(the_network_cannot_come_from_where_the_questions_do),
      cmocka_unit_test(at_a_terminal_lines_are_completed_edited_and_remembered),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
