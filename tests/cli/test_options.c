/* Options: every form they are written in, and what is said of a wrong one. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("ties.csv", "from,to,weight\na,b,2\nb,c,3\n");
  return 0;
}

static void a_value_is_attached_or_follows(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures=degree --as=csv", 0);
  char *attached = strdup(ran.out);
  assert_status("$nonet measure --measures degree ties.csv --as csv", 0);
  assert_string_equal(ran.out, attached);
  assert_string_equal(attached, "node,degree\na,1\nb,2\nc,1\n");
  free(attached);
}

static void output_goes_to_a_file_in_each_form(void **state) {
  (void)state;
  static const char *const forms[] = {"-o x.csv", "-ox.csv", "--output x.csv", "--output=x.csv", "-qo x.csv"};
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    char command[160];
    snprintf(command, sizeof command, "rm -f x.csv; $nonet measure ties.csv --measures degree --as csv %s && cat x.csv", forms[i]);
    assert_status(command, 0);
    assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\n");
  }
}

static void two_dashes_end_options(void **state) {
  (void)state;
  assert_status("cp ties.csv ./-q; $nonet measure --measures degree --as csv -- -q", 0);
  assert_contains(ran.out, "b,2");
}

static void an_unknown_option_offers_the_nearest(void **state) {
  (void)state;
  assert_refused("$nonet measure ties.csv --mesures degree", 2, "unknown option --mesures (did you mean '--measures'?)");
  assert_refused("$nonet measure ties.csv --qqqqqq", 2, "unknown option --qqqqqq");
  assert_refused("$nonet measure ties.csv -z", 2, "unknown option -z");
}

static void an_option_of_another_command_is_told_so(void **state) {
  (void)state;
  assert_refused("$nonet measure ties.csv --layout dot", 2, "'measure' does not take --layout");
  assert_refused("$nonet info ties.csv --measures degree", 2, "'info' does not take --measures");
}

static void values_are_checked_before_anything_is_read(void **state) {
  (void)state;
  assert_refused("$nonet measure nowhere.csv --as jsn", 2, "--as takes table, csv, json or markdown, not 'jsn' (did you mean 'json'?)");
  assert_refused("$nonet measure nowhere.csv --top 0", 2, "--top takes a whole number above 0");
  assert_refused("$nonet measure nowhere.csv --top -3", 2, "--top");
  assert_refused("$nonet measure nowhere.csv --seed 1.5", 2, "--seed takes a whole number");
  assert_refused("$nonet measure nowhere.csv --seed 99999999999999999999999", 2, "--seed");
  assert_refused("$nonet measure nowhere.csv --max-memory 4X", 2, "--max-memory takes a size");
  assert_refused("$nonet measure nowhere.csv --timeout 1,5", 2, "--timeout takes seconds");
  assert_refused("$nonet measure nowhere.csv --measures degre", 2, "degree");
  assert_refused("$nonet measure nowhere.csv --measures", 2, "--measures needs a value");
  assert_refused("$nonet measure nowhere.csv --measures --top 3", 2, "--measures needs a value");
  assert_refused("$nonet measure nowhere.csv --measures=", 2, "--measures is empty");
  assert_refused("$nonet measure nowhere.csv --weighted=yes", 2, "--weighted takes no value");
  assert_refused("$nonet draw nowhere.csv --layout neatto", 2, "did you mean 'neato'?");
  assert_refused("$nonet draw nowhere.csv --size-by density", 2, "density");
  assert_refused("$nonet draw nowhere.csv -o x.gif", 2, "suffix");
  assert_refused("$nonet convert nowhere.csv --as grapml", 2, "grapml");
  assert_refused("$nonet info nowhere.csv --from-format cvs", 2, "did you mean 'csv'?");
}

static void sizes_take_units(void **state) {
  (void)state;
  static const char *const sizes[] = {"512M", "1g", "0.5G", "2GiB", "1000000000", "1TB"};
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    char command[128];
    snprintf(command, sizeof command, "$nonet info ties.csv -q --max-memory %s", sizes[i]);
    assert_status(command, 0);
  }
}

static void the_last_of_two_counts(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --as json --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\n");
}

static void opposite_directions_exclude_each_other(void **state) {
  (void)state;
  assert_refused("$nonet info ties.csv --directed --undirected", 2, "exclude");
}

static void help_is_there_for_every_command(void **state) {
  (void)state;
  static const char *const names[] = {"report", "info", "measure", "paths", "draw", "convert", "list", "help", "template", "version"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    char command[96];
    snprintf(command, sizeof command, "$nonet %s --help", names[i]);
    assert_status(command, 0);
    assert_contains(ran.out, names[i]);
    assert_string_equal(ran.err, "");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_value_is_attached_or_follows),
      cmocka_unit_test(output_goes_to_a_file_in_each_form),
      cmocka_unit_test(two_dashes_end_options),
      cmocka_unit_test(an_unknown_option_offers_the_nearest),
      cmocka_unit_test(an_option_of_another_command_is_told_so),
      cmocka_unit_test(values_are_checked_before_anything_is_read),
      cmocka_unit_test(sizes_take_units),
      cmocka_unit_test(the_last_of_two_counts),
      cmocka_unit_test(opposite_directions_exclude_each_other),
      cmocka_unit_test(help_is_there_for_every_command),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
