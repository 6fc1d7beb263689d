/* Input: what a FILE may be, warnings, and --strict. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("ties.csv", "from,to\na,b\nb,c\n");
  write_file("health.csv", "from,to\n1,2\n");
  write_file("arts.csv", "from,to\n1,2\n");
  /* The same tie twice is kept and warned of. */
  write_file("twice.csv", "from,to\na,b\na,b\nb,c\n");
  return 0;
}

static void standard_input_is_a_file(void **state) {
  (void)state;
  assert_status("$nonet measure - --measures degree --as csv < ties.csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\n");
  assert_refused("$nonet info - - < ties.csv", 2, "only once");
}

static void a_closed_standard_input_cannot_be_read(void **state) {
  (void)state;
  assert_refused("$nonet info - <&-", 4, "nonet: ");
}

static void no_file_is_wrong_use(void **state) {
  (void)state;
  assert_refused("$nonet info", 2, "no FILE is given: nonet info FILE...");
}

static void a_layer_before_the_file_names_its_ties(void **state) {
  (void)state;
  assert_status("$nonet measure Health=health.csv Arts=arts.csv --measures nodes --as csv", 0);
  assert_contains(ran.out, "nodes,4");
  assert_status("$nonet measure Health=health.csv Arts=arts.csv --same-ids --measures nodes --as csv", 0);
  assert_contains(ran.out, "nodes,2");
  assert_status("$nonet info Health=health.csv Arts=arts.csv --as json", 0);
  assert_contains(ran.out, "Arts");
}

static void a_file_with_an_equals_sign_in_its_name_is_a_file(void **state) {
  (void)state;
  assert_status("cp ties.csv a=b.csv; mkdir -p x=1; cp ties.csv x=1/t.csv; $nonet measure ./x=1/t.csv a=b.csv --measures nodes --as csv",
                0);
  assert_contains(ran.out, "nodes,3");
}

static void a_folder_is_one_network(void **state) {
  (void)state;
  assert_status("mkdir -p net; printf 'id,label\\na,A\\nb,B\\n' > net/nodes.csv; printf 'from,to\\na,b\\n' > net/ties.csv; "
                "$nonet measure net --measures degree --as csv",
                0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,1\n");
}

static void a_warning_is_one_line_with_its_place(void **state) {
  (void)state;
  assert_status("$nonet measure twice.csv --measures degree --as csv", 0);
  assert_int_equal(strncmp(ran.err, "nonet: twice.csv:3: warning: ", 29), 0);
  assert_ptr_equal(strchr(ran.err, '\n'), ran.err + strlen(ran.err) - 1);
}

static void quiet_says_nothing(void **state) {
  (void)state;
  assert_status("$nonet measure twice.csv --measures degree --as csv -q", 0);
  assert_string_equal(ran.err, "");
}

static void strict_makes_a_warning_an_error_and_writes_nothing(void **state) {
  (void)state;
  assert_refused("$nonet measure twice.csv --measures degree --as csv --strict -o strict.csv", 3, "nonet: twice.csv:3: ");
  assert_refused("$nonet measure twice.csv --measures degree --as csv --strict -q", 3, "nonet: twice.csv:3: ");
  assert_int_equal(access("strict.csv", F_OK), -1);
  assert_status("$nonet measure ties.csv --measures degree --as csv --strict", 0);
}

static void views_are_applied_in_order(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --view without:c --view around:a:1 --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,1\n");
  assert_refused("$nonet info ties.csv --view withot:c", 2, "withot");
  assert_refused("$nonet info ties.csv --view without:zz", 2, "zz");
}

static void columns_come_from_a_file(void **state) {
  (void)state;
  write_file("odd.csv", "x,y\na,b\n");
  write_file("roles.txt", "from=x\r\nto=y\n");
  assert_status("$nonet measure odd.csv --columns @roles.txt --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,1\n");
  assert_refused("$nonet info odd.csv --columns @nowhere.txt", 4, "nowhere.txt");
}

static void verbose_says_what_was_read(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree --as csv -v", 0);
  assert_contains(ran.err, "3 nodes, 2 ties");
}

static void what_is_called_a_snapshot_and_is_none_is_bad_input(void **state) {
  (void)state;
  write_file("empty.nonet", "");
  write_file("text.nonet", "from,to\na,b\n");
  assert_refused("$nonet info empty.nonet", 3, "empty.nonet: the file is empty, not a snapshot");
  assert_refused("$nonet info text.nonet", 3, "text.nonet: not a snapshot of nonet");
  assert_status("$nonet info text.nonet --from-format csv", 0);
  assert_status("$nonet convert ties.csv -o city.nonet && $nonet info city.nonet", 0);
  assert_refused("$nonet info city.nonet ties.csv", 2, "city.nonet: a snapshot is a whole network and is opened alone");
}

static void confirm_reads_the_rows_of_a_symmetric_grid_as_reports(void **state) {
  (void)state;
  write_file("grid.csv", "Agency,a,b,c\na,,1,0\nb,1,,0\nc,0,NA,\n");
  assert_status("$nonet measure grid.csv --measures ties,answered-density --as csv", 0);
  assert_string_equal(ran.out, "measure,value\nties,1\nanswered-density,0.3333333333333333\n");
  assert_status("$nonet measure grid.csv --directed --measures ties,reciprocity,answered-density --as csv", 0);
  assert_string_equal(ran.out, "measure,value\nties,2\nreciprocity,1\nanswered-density,0.4\n");
  assert_status("$nonet measure grid.csv --confirm both --measures ties --as csv", 0);
  assert_string_equal(ran.out, "measure,value\nties,1\n");
  write_file("one.csv", "Agency,a,b,c\na,,1,1\nb,NA,,0\nc,0,1,\n"); /* b is silent about a; c denies a; b denies c */
  assert_status("$nonet measure one.csv --confirm both --measures ties --as csv", 0);
  assert_string_equal(ran.out, "measure,value\nties,1\n");
  assert_status("$nonet info one.csv --confirm both", 0);
  assert_contains(ran.out, "1 tie rests on one side's report");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(standard_input_is_a_file),
      cmocka_unit_test(a_closed_standard_input_cannot_be_read),
      cmocka_unit_test(no_file_is_wrong_use),
      cmocka_unit_test(a_layer_before_the_file_names_its_ties),
      cmocka_unit_test(a_file_with_an_equals_sign_in_its_name_is_a_file),
      cmocka_unit_test(a_folder_is_one_network),
      cmocka_unit_test(a_warning_is_one_line_with_its_place),
      cmocka_unit_test(quiet_says_nothing),
      cmocka_unit_test(strict_makes_a_warning_an_error_and_writes_nothing),
      cmocka_unit_test(views_are_applied_in_order),
      cmocka_unit_test(what_is_called_a_snapshot_and_is_none_is_bad_input),
      cmocka_unit_test(confirm_reads_the_rows_of_a_symmetric_grid_as_reports),
      cmocka_unit_test(columns_come_from_a_file),
      cmocka_unit_test(verbose_says_what_was_read),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
