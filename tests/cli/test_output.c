/* Output: whole or absent, and checked to the last byte. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("ties.csv", "from,to\na,b\nb,c\n");
  return run("{ echo from,to; i=0; while [ $i -lt 40000 ]; do echo n$i,n$((i + 1)); i=$((i + 1)); done; } > long.csv");
}

static void a_file_appears_whole_and_an_old_one_keeps_its_mode(void **state) {
  (void)state;
  struct stat is;
  write_file("x.csv", "old\n");
  chmod("x.csv", 0640);
  assert_status("$nonet measure ties.csv --measures degree --as csv -o x.csv", 0);
  assert_string_equal(ran.out, "");
  char *text = read_back("x.csv");
  assert_string_equal(text, "node,degree\na,1\nb,2\nc,1\n");
  free(text);
  assert_int_equal(stat("x.csv", &is), 0);
  assert_int_equal(is.st_mode & 0777, 0640);
  assert_string_equal(folder_listing(), "long.csv ties.csv x.csv");
}

static void a_full_device_is_an_error_and_stays_a_device(void **state) {
  (void)state;
  struct stat is;
  assert_refused("$nonet measure ties.csv --measures degree --as csv -o /dev/full", 4, "/dev/full");
  assert_int_equal(stat("/dev/full", &is), 0);
  assert_true(S_ISCHR(is.st_mode));
  static const char *const commands[] = {"measure ties.csv",
                                         "info ties.csv",
                                         "help",
                                         "help measure",
                                         "list measures",
                                         "--version",
                                         "template",
                                         "measure long.csv --measures degree --as csv",
                                         "info ties.csv --as json",
                                         "convert ties.csv --as csv",
                                         "paths ties.csv --from a --to c"};
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    char command[128];
    snprintf(command, sizeof command, "$nonet %s >/dev/full", commands[i]);
    assert_status(command, 4);
    assert_contains(ran.err, "nonet: standard output: ");
    assert_ptr_equal(strchr(ran.err, '\n'), ran.err + strlen(ran.err) - 1);
  }
}

static void a_closed_standard_output_is_an_error(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree --as csv >&-", 4);
  assert_contains(ran.err, "nonet: standard output: ");
  assert_status("$nonet help >&-", 4);
}

static void a_closed_standard_error_harms_nothing(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree --as csv 2>&-", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\n");
}

static void a_reader_that_leaves_ends_it_quietly(void **state) {
  (void)state;
  assert_status("{ $nonet measure long.csv --measures degree --as csv; echo $? >&3; } 3>status | head -1", 0);
  assert_string_equal(ran.out, "node,degree\n");
  assert_string_equal(ran.err, "");
  char *status = read_back("status");
  assert_string_equal(status, "141\n");
  free(status);
  unlink("status");
}

static void a_folder_that_is_not_there_is_an_error(void **state) {
  (void)state;
  assert_refused("$nonet measure ties.csv -o nowhere/x.csv", 4, "nowhere/x.csv");
  assert_refused("$nonet measure ties.csv -o .", 4, "nonet: ");
}

static void a_dash_is_standard_output(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree --as csv -o -", 0);
  assert_contains(ran.out, "b,2");
}

static void a_table_fits_the_columns_said(void **state) {
  (void)state;
  assert_status("COLUMNS=60 $nonet help measure", 0);
  for (const char *line = ran.out; *line;) {
    size_t size = strcspn(line, "\n");
    if (size > 60 && !strstr(line, "nonet measure")) fail_msg("%.*s", (int)size, line);
    line += size + (line[size] == '\n');
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_appears_whole_and_an_old_one_keeps_its_mode),
      cmocka_unit_test(a_full_device_is_an_error_and_stays_a_device),
      cmocka_unit_test(a_closed_standard_output_is_an_error),
      cmocka_unit_test(a_closed_standard_error_harms_nothing),
      cmocka_unit_test(a_reader_that_leaves_ends_it_quietly),
      cmocka_unit_test(a_folder_that_is_not_there_is_an_error),
      cmocka_unit_test(a_dash_is_standard_output),
      cmocka_unit_test(a_table_fits_the_columns_said),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
