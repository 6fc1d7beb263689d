/* nonet plan and nonet review: from a planned tie to what was learnt. */
#include "cli/program.h"

static void write_states(void) {
  write_file("old.csv", "from,to\na,b\nb,c\nc,d\n\"Smith, Jones\",d\n");
  write_file("new.csv", "from,to\na,b\nb,c\nc,d\n\"Smith, Jones\",d\na,d\n");
  unlink("plans.txt");
}

static void a_plan_is_recorded_and_reviewed(void **state) {
  (void)state;
  write_states();
  assert_status("$nonet plan old.csv --join a,d --date 2024-05-03 -o plans.txt", 0);
  assert_contains(ran.out, "With a - d, the goal efficiency would go from");
  assert_status("$nonet plan old.csv --without 'Smith, Jones' --tie b,c --goal bridges --date 2024-05 -o plans.txt", 0);
  char *text = read_back("plans.txt");
  assert_non_null(text);
  assert_int_equal(strncmp(text, "nonet plan 1\n", 13), 0);
  assert_contains(text, "\nplan: 1\ndate: 2024-05-03\n");
  assert_contains(text, "\nplan: 2\ndate: 2024-05\n");
  assert_contains(text, "change: leave\na: Smith, Jones\ntie: d\nchange: untie\na: b\nb: c\n");
  free(text);
  assert_status("$nonet review plans.txt new.csv", 0);
  assert_contains(ran.out, "2 plans, 1 carried out; of those 1 brought what was predicted");
  assert_status("$nonet review plans.txt new.csv --as csv | cut -d, -f1-3", 0);
  assert_string_equal(ran.out, "set,member,made\n1,with a - d,yes\n2,\"without Smith, Jones\n");
}

static void the_date_is_that_of_the_option_or_of_the_source(void **state) {
  (void)state;
  write_states();
  assert_status("SOURCE_DATE_EPOCH=1714694400 $nonet plan old.csv --join a,d -o -", 0);
  assert_contains(ran.out, "date: 2024-05-03\n");
  char *first = strdup(ran.out);
  assert_status("SOURCE_DATE_EPOCH=1714694400 $nonet plan old.csv --join a,d -o -", 0);
  assert_string_equal(ran.out, first);
  free(first);
  assert_refused("SOURCE_DATE_EPOCH=soon $nonet plan old.csv --join a,d -o -", 2, "SOURCE_DATE_EPOCH is 'soon'");
  assert_refused("$nonet plan old.csv --join a,d --date soon -o -", 2, "'soon' is no date");
}

static void what_cannot_be_written_is_said(void **state) {
  (void)state;
  write_states();
  assert_refused("$nonet plan old.csv --join a,d --date 2024 -o /dev/full", 4, "/dev/full");
  assert_refused("$nonet plan old.csv --join a,d --date 2024 -o gone/plans.txt", 4, "gone/plans.txt");
}

static void what_cannot_be_planned_is_refused_and_the_file_stays(void **state) {
  (void)state;
  write_states();
  assert_refused("$nonet plan old.csv -o plans.txt", 2, "a change is needed");
  assert_refused("$nonet plan old.csv --join a,d", 2, "a plan needs a file");
  assert_refused("$nonet plan old.csv --join a,zoe --date 2024 -o plans.txt", 2, "there is no node 'zoe'");
  assert_null(read_back("plans.txt"));
  write_file("plans.txt", "nonet plan 1\nplan: 1\ngoal: glory\n");
  assert_refused("$nonet plan old.csv --join a,d --date 2024 -o plans.txt", 3, "plans.txt:3: there is no goal 'glory'");
  char *text = read_back("plans.txt");
  assert_string_equal(text, "nonet plan 1\nplan: 1\ngoal: glory\n");
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_plan_is_recorded_and_reviewed),
      cmocka_unit_test(the_date_is_that_of_the_option_or_of_the_source),
      cmocka_unit_test(what_cannot_be_written_is_said),
      cmocka_unit_test(what_cannot_be_planned_is_refused_and_the_file_stays),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
