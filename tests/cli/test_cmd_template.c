/* nonet template: the pair reads as it is, and nobody's work is written over. */
#include "cli/program.h"

static void the_pair_reads_as_a_network(void **state) {
  (void)state;
  assert_status("$nonet template -o new", 0);
  assert_contains(ran.out, "partners.csv");
  assert_status("$nonet info new --strict --as csv", 0);
  assert_int_equal(strncmp(ran.out, "measure,value\nnodes,3\nties,2\nlayers,2\n", 38), 0);
}

static void a_file_that_is_there_stays(void **state) {
  (void)state;
  assert_status("mkdir -p mine && echo mine > mine/work.csv", 0);
  assert_refused("$nonet template -o mine", 4, "mine/work.csv: is there already");
  assert_status("ls mine; cat mine/work.csv", 0);
  assert_string_equal(ran.out, "work.csv\nmine\n");
}

static void without_a_folder_both_are_shown(void **state) {
  (void)state;
  assert_status("$nonet template", 0);
  assert_contains(ran.out, "ID,Name,");
  assert_contains(ran.out, "From,To,Role,");
}

static void a_folder_that_cannot_be_made_is_an_error(void **state) {
  (void)state;
  assert_refused("$nonet template -o nowhere/deeper", 4, "nowhere/deeper");
  assert_refused("$nonet template new", 2, "'new' is not needed");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_pair_reads_as_a_network),
      cmocka_unit_test(a_file_that_is_there_stays),
      cmocka_unit_test(without_a_folder_both_are_shown),
      cmocka_unit_test(a_folder_that_cannot_be_made_is_an_error),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
