/* Status and form of every kind of end. */
#include "cli/program.h"

static void no_command_and_unknown_commands_are_wrong_use(void **state) {
  (void)state;
  assert_refused("$nonet", 2, "nonet help");
  assert_refused("$nonet mesure x.csv", 2, "did you mean 'measure'?");
  assert_refused("$nonet qqq", 2, "unknown command 'qqq'");
  assert_refused("$nonet enquire x", 2, "unknown command 'enquire'");
}

static void a_file_in_place_of_a_command_is_told_so(void **state) {
  (void)state;
  write_file("city.csv", "from,to\na,b\n");
  assert_refused("$nonet city.csv", 2, "nonet info city.csv");
}

static void version_stands_alone_on_the_first_line(void **state) {
  (void)state;
  assert_status("$nonet --version", 0);
  assert_int_equal(strncmp(ran.out, "nonet " NONET_VERSION "\n", strlen("nonet " NONET_VERSION "\n")), 0);
  assert_string_equal(ran.err, "");
  assert_status("test \"$($nonet version)\" = \"$($nonet --version)\"", 0);
}

static void bad_input_names_file_and_line_and_touches_nothing(void **state) {
  (void)state;
  write_file("bad.csv", "from,to\na,b\n\"open,c\n");
  write_file("old.csv", "kept\n");
  assert_refused("$nonet measure bad.csv --as csv -o old.csv", 3, "nonet: bad.csv:3: ");
  char *old = read_back("old.csv");
  assert_string_equal(old, "kept\n");
  free(old);
}

static void a_file_that_is_not_there_cannot_be_read(void **state) {
  (void)state;
  assert_refused("$nonet info nowhere.csv", 4, "nowhere.csv");
  assert_refused("$nonet info .", 3, "nonet: ");
}

static void no_path_is_no_answer(void **state) {
  (void)state;
  write_file("two.csv", "from,to\na,b\nc,d\n");
  assert_refused("$nonet paths two.csv --from a --to d", 1, "no path from a to d");
}

static void limits_end_with_their_own_status(void **state) {
  (void)state;
  write_file("ties.csv", "from,to\na,b\nb,c\nc,d\n");
  assert_refused("$nonet info ties.csv --max-nodes 2", 5, "nonet: ");
  assert_refused("$nonet info ties.csv --max-ties 2", 5, "nonet: ");
  assert_refused("$nonet info ties.csv --max-memory 1K", 5, "nonet: ");
  assert_status("$nonet info ties.csv --max-nodes 4 --max-ties 3 --max-memory 1G", 0);
}

static void what_arguments_hold_cannot_move_the_cursor(void **state) {
  (void)state;
  assert_refused("$nonet \"$(printf 'a\\033[2Jb')\"", 2, "a\\x1b[2Jb");
  assert_null(strchr(ran.err, '\x1b'));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_command_and_unknown_commands_are_wrong_use),
      cmocka_unit_test(a_file_in_place_of_a_command_is_told_so),
      cmocka_unit_test(version_stands_alone_on_the_first_line),
      cmocka_unit_test(bad_input_names_file_and_line_and_touches_nothing),
      cmocka_unit_test(a_file_that_is_not_there_cannot_be_read),
      cmocka_unit_test(no_path_is_no_answer),
      cmocka_unit_test(limits_end_with_their_own_status),
      cmocka_unit_test(what_arguments_hold_cannot_move_the_cursor),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
