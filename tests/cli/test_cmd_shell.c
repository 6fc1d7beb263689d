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

static void help_fits_a_terminal(void **state) {
  (void)state;
  assert_status("printf 'help\\n' | $nonet shell " BIRMINGHAM " | awk 'length($0) > 80 { exit 3 }'", 0);
  assert_status("printf 'help\\n' | $nonet shell " BIRMINGHAM, 0);
  assert_contains(ran.out, "\nwho works on S            those tied to a strategy, or all who are in a layer\n");
  assert_contains(ran.out, "\nhelp                      this text\n");
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

/* Whether a terminal can be made here (by script, of util-linux). */
static void need_a_terminal(void) {
  if (system("script -qec true /dev/null >/dev/null 2>&1") == 0) return;
  print_message("no terminal can be made here: editing, completion and history are not tested\n");
  skip();
}

/* Keys go through a terminal of their own, so that editing, history and completion are those of a person. */
static void at_a_terminal_lines_are_completed_edited_and_remembered(void **state) {
  (void)state;
  need_a_terminal();
  assert_status("export XDG_STATE_HOME=$PWD/state; { sleep 2; printf 'who w\\t'; sleep 0.3; printf 'on Fam\\t\\n'; sleep 0.3; printf "
                "'\\020\\n'; sleep 0.3; printf '\\004'; } | "
                "TERM=xterm script -qec \"$nonet shell " BIRMINGHAM "\" /dev/null",
                0);
  const char *first = strstr(ran.out, "is tied to Birmingham's Family Support Strategy.");
  assert_non_null(first);
  assert_non_null(strstr(first + 1, "is tied to Birmingham's Family Support Strategy.")); /* the line before, called back */
}

/* Type into a prompt of its own, with variables before the command and options behind it. What is typed early waits in the terminal. */
#define TYPED(before, options, keys)                                                                                                       \
  before " sh -c '{ printf \"" keys "quit\\n\"; sleep 0.3; } | TERM=xterm script -qec \"$nonet shell " options " " BIRMINGHAM              \
         "\" /dev/null'"

static void what_was_asked_is_there_in_the_next_session(void **state) {
  (void)state;
  need_a_terminal();
  assert_status(TYPED("XDG_STATE_HOME=$PWD/kept", "-q", "who works on Family Support\\n"), 0);
  assert_status("stat -c %a kept/nonet/history kept/nonet", 0);
  assert_string_equal(ran.out, "600\n700\n");
  char *kept = read_back("kept/nonet/history");
  assert_string_equal(kept, "who works on Family Support\nquit\n");
  free(kept);
  assert_status(TYPED("XDG_STATE_HOME=$PWD/kept", "-q", "\\020\\020\\n"), 0); /* Ctrl-P twice: the line before the last */
  assert_contains(ran.out, "is tied to Birmingham's Family Support Strategy.");
  assert_status(TYPED("XDG_STATE_HOME= HOME=$PWD/home", "-q", "who is in education\\n"), 0);
  kept = read_back("home/.local/state/nonet/history");
  assert_string_equal(kept, "who is in education\nquit\n");
  free(kept);
}

static void nothing_is_kept_where_names_are_hidden_or_it_is_not_wanted(void **state) {
  (void)state;
  need_a_terminal();
  assert_status(TYPED("XDG_STATE_HOME=$PWD/hidden", "-q --anonymise key.csv", "who is in education\\n"), 0);
  assert_status(TYPED("XDG_STATE_HOME=$PWD/hidden", "-q --no-history", "who is in education\\n"), 0);
  assert_contains(ran.out, "are in education");
  assert_status("test ! -e hidden", 0);
}

static void a_history_that_cannot_be_kept_is_said_once_and_stops_nothing(void **state) {
  (void)state;
  need_a_terminal();
  assert_status(TYPED("XDG_STATE_HOME=/dev/null", "", "who is in education\\nwho is in education\\n"), 0);
  const char *first = strstr(ran.out, "no history is kept: /dev/null/nonet/history: ");
  assert_non_null(first);
  assert_null(strstr(first + 1, "no history is kept"));
  assert_contains(ran.out, "are in education");
}

static void a_long_history_is_cut_to_its_last_thousand_lines(void **state) {
  (void)state;
  need_a_terminal();
  assert_status("mkdir -p long/nonet; seq 1 2500 > long/nonet/history; chmod 644 long/nonet/history", 0);
  assert_status(TYPED("XDG_STATE_HOME=$PWD/long", "-q", "who is in education\\n"), 0);
  assert_status(
      "stat -c %a long/nonet/history; wc -l < long/nonet/history; head -1 long/nonet/history; tail -1 long/nonet/history; ls long/nonet",
      0);
  assert_string_equal(ran.out, "600\n1002\n1501\nquit\nhistory\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_line_is_echoed_before_its_answer),
      cmocka_unit_test(a_failure_is_said_and_the_rest_goes_on),
      cmocka_unit_test(more_help_info_draw_and_quit_are_words_of_its_own),
      cmocka_unit_test(help_fits_a_terminal),
      cmocka_unit_test(json_comes_for_each_question),
      cmocka_unit_test(the_network_cannot_come_from_where_the_questions_do),
      cmocka_unit_test(at_a_terminal_lines_are_completed_edited_and_remembered),
      cmocka_unit_test(what_was_asked_is_there_in_the_next_session),
      cmocka_unit_test(nothing_is_kept_where_names_are_hidden_or_it_is_not_wanted),
      cmocka_unit_test(a_history_that_cannot_be_kept_is_said_once_and_stops_nothing),
      cmocka_unit_test(a_long_history_is_cut_to_its_last_thousand_lines),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
